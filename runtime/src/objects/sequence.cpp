// What the sequence types share.
#include "sequence.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include "native_recursion.hpp"

namespace aiocc::detail {

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

// An index as 64 bits; big ones saturate and say so.
Result<std::int64_t> index_value(Object const& value, bool& too_big) {
  too_big = false;
  if (value.is_small_int()) return value.small();
  Int index = PASS(operators::index(value));
  std::int64_t fitting;
  if (index.to_int64(fitting)) return fitting;
  too_big = true;
  return index > Int(0) ? most : -most;
}

std::string type_name(Object const& value) { return type_of(value)->name; }

// The innermost containers that are being printed.
thread_local std::vector<HeapObject const*> being_printed;

// A user's class gets its say before the error: `__radd__`, `__rmul__`.
Result<Object> ask_right_operand(Object const& left, Object const& right, BinaryOp op) {
  Type* type = type_of(right);
  if (!type->is_user_class) return NotImplemented;
  ensure_ready(type);
  BinarySlot slot = type->slots.binary[static_cast<std::size_t>(op)];
  return slot ? slot(left, right) : Result<Object>(NotImplemented);
}

}  // namespace

bool has_index(Object const& value) {
  if (value.is_small_int()) return true;
  Type* type = type_of(value);
  ensure_ready(type);
  return type->slots.index != nullptr;
}

Result<std::int64_t> subscript(Object const& index) {
  bool too_big;
  std::int64_t position = PASS(index_value(index, too_big));
  if (too_big)
    return raise_error(index_error_type, "cannot fit '" + type_name(index) + "' into an index-sized integer");
  return position;
}

Result<std::int64_t> size_argument(Object const& value) {
  bool too_big;
  std::int64_t size = PASS(index_value(value, too_big));
  if (too_big) return raise_error(overflow_error_type, "Python int too large to convert to C ssize_t");
  return size;
}

Result<std::int64_t> repeat_count(Object const& value) {
  bool too_big;
  std::int64_t count = PASS(index_value(value, too_big));
  if (too_big)
    return raise_error(overflow_error_type, "cannot fit '" + type_name(value) + "' into an index-sized integer");
  return std::max<std::int64_t>(count, 0);
}

Result<std::int64_t> search_bound(Object const& value, std::int64_t length) {
  if (!value.bound()) return length;
  if (!has_index(value))
    return raise_error(type_error_type, "slice indices must be integers or have an __index__ method");
  bool too_big;
  std::int64_t bound = PASS(index_value(value, too_big));
  if (bound < 0) bound = std::max<std::int64_t>(bound + length, 0);
  return bound;
}

Result<Object> multiply_by_other(Object const& sequence, Object const& other, bool sequence_is_left) {
  if (sequence_is_left) {
    Object result = PASS(ask_right_operand(sequence, other, BinaryOp::Multiply));
    if (!result.is(NotImplemented)) return result;
  }
  return raise_error(type_error_type, "can't multiply sequence by non-int of type '" + type_name(other) + "'");
}

Result<Object> concatenate_other(Object const& sequence, Object const& other) {
  Object result = PASS(ask_right_operand(sequence, other, BinaryOp::Add));
  if (!result.is(NotImplemented)) return result;
  Type const* type = type_of(sequence);
  if (is_subtype(type, &bytes_type))
    return raise_error(type_error_type, "can't concat " + type_name(other) + " to " + type->name);
  if (type->native_base) type = type->native_base;
  return raise_error(type_error_type, std::string("can only concatenate ") + type->name + " (not \"" +
                                          type_name(other) + "\") to " + type->name);
}

Result<Object> compare_sequences(Object const& left, Object const& right, CompareOp op, WordsOf words_of) {
  NativeRecursion recursion(" in comparison");
  if (!recursion.entered()) return raised;
  std::span<Object const> a = words_of(left);
  std::span<Object const> b = words_of(right);
  bool only_equality = op == CompareOp::Eq || op == CompareOp::Ne;
  if (only_equality && a.size() != b.size()) return box(op == CompareOp::Ne);
  std::size_t i = 0;
  for (; i < a.size() && i < b.size(); ++i) {
    if (a[i].is(b[i])) continue;
    Object item = a[i];
    Object other = b[i];
    if (!PASS(item_equals(item, other))) {
      if (only_equality) return box(op == CompareOp::Ne);
      switch (op) {
        case CompareOp::Lt: return operators::less(item, other);
        case CompareOp::Le: return operators::less_equal(item, other);
        case CompareOp::Gt: return operators::greater(item, other);
        default: return operators::greater_equal(item, other);
      }
    }
    a = words_of(left);
    b = words_of(right);
  }
  return box(holds_in_order(a.size(), b.size(), op));
}

Result<std::int64_t> find_item(Object const& sequence, Object const& value, std::int64_t start, std::int64_t stop,
                               WordsOf words_of) {
  for (std::int64_t i = start; i < stop; ++i) {
    std::span<Object const> words = words_of(sequence);
    if (static_cast<std::size_t>(i) >= words.size()) break;
    if (PASS(item_equals(words[static_cast<std::size_t>(i)], value))) return i;
  }
  return std::int64_t{-1};
}

Result<Int> count_items(Object const& sequence, Object const& value, WordsOf words_of) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < words_of(sequence).size(); ++i) {
    if (PASS(item_equals(words_of(sequence)[i], value))) ++count;
  }
  return Int(count);
}

ReprGuard::ReprGuard(HeapObject const* object)
    : repeated_(std::find(being_printed.rbegin(), being_printed.rend(), object) != being_printed.rend()) {
  being_printed.push_back(object);
}

ReprGuard::~ReprGuard() { being_printed.pop_back(); }

Result<Str> repr_sequence(Object const& sequence, std::string_view open, std::string_view close, WordsOf words_of) {
  ReprGuard guard(sequence.heap());
  StrBuilder text;
  text.append_ascii(open);
  if (guard.repeated()) {
    text.append_ascii("...");
  } else {
    for (std::size_t i = 0; i < words_of(sequence).size(); ++i) {
      if (i > 0) text.append_ascii(", ");
      Object item = words_of(sequence)[i];
      text.append(PASS(operators::repr(item)));
    }
  }
  text.append_ascii(close);
  return text.finish();
}

Result<std::int64_t> unhashable(Object const& self) {
  return raise_error(type_error_type, "unhashable type: '" + type_name(self) + "'");
}

bool has_room_for(std::size_t size, std::size_t times) noexcept {
  constexpr std::size_t most = PTRDIFF_MAX / sizeof(Object) / 2;
  if (size != 0 && times > most / size) return false;
  void* const probe = std::malloc(size * times * sizeof(Object));
  std::free(probe);
  return probe != nullptr;
}

void fill_with_copies(void* begin, std::size_t once, std::size_t size) noexcept {
  auto const bytes = static_cast<char*>(begin);
  for (std::size_t done = once; done < size;) {
    std::size_t const added = std::min(done, size - done);
    std::memcpy(bytes + done, bytes, added);
    done += added;
  }
}

Raised memory_error() { return raise(box(memory_error_type)); }

Result<void> no_keywords(char const* name, KeywordNames const* names) {
  if (!names || names->names.empty()) return {};
  return raise_error(type_error_type, std::string(name) + "() takes no keyword arguments");
}

Result<void> argument_range(char const* name, std::size_t count, std::size_t least, std::size_t limit) {
  if (count >= least && count <= limit) return {};
  bool few = count < least;
  std::size_t bound = few ? least : limit;
  std::string text = std::string(name) + " expected " +
                     (least == limit ? ""
                      : few          ? "at least "
                                     : "at most ") +
                     std::to_string(bound) + (bound == 1 ? " argument" : " arguments") + ", got " +
                     std::to_string(count);
  return raise_error(type_error_type, text);
}

}  // namespace aiocc::detail
