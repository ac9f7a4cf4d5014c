// What the sequence types share: subscripts to positions, comparison, repr, search.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str_builder.hpp"

namespace aiocc::detail {

/// An instance of a class derived from tuple.
Object make_derived_tuple(Type* type, std::span<Object const> items);

/// Whether `operator.index` would take it.
bool has_index(Object const& value);
/// A subscript: IndexError when it's too big for any sequence.
Result<std::int64_t> subscript(Object const& index);
/// An argument that is a size or position: OverflowError when it's too big.
Result<std::int64_t> size_argument(Object const& value);
/// How often to repeat a sequence, at least 0.
Result<std::int64_t> repeat_count(Object const& value);
/// The start or stop of `index`: clamped to [0, length].
Result<std::int64_t> search_bound(Object const& value, std::int64_t length);
/// A subscript that may be negative, as a position; false if it's outside.
inline bool wrap_position(std::int64_t& position, std::size_t size) noexcept {
  if (position < 0) position += static_cast<std::int64_t>(size);
  return static_cast<std::uint64_t>(position) < size;
}

/// `sequence * other`, or `other * sequence`, where `other` may be anything: the TypeError, or what the right operand's own `*` makes of it.
Result<Object> multiply_by_other(Object const& sequence, Object const& other, bool sequence_is_left = true);
/// `sequence + other` with an `other` of another type.
Result<Object> concatenate_other(Object const& sequence, Object const& other);

/// The items now; they may change whenever user code runs.
using WordsOf = std::span<Object const> (*)(Object const& sequence);
Result<Object> compare_sequences(Object const& left, Object const& right, CompareOp op, WordsOf words_of);
/// Position of `value` in [start, stop), or -1.
Result<std::int64_t> find_item(Object const& sequence, Object const& value, std::int64_t start, std::int64_t stop,
                               WordsOf words_of);
Result<Int> count_items(Object const& sequence, Object const& value, WordsOf words_of);

/// `item is value or item == value`. `item` may lie in a container that the comparison changes.
inline Result<bool> item_equals(Object const& item, Object const& value) {
  if (item.is(value)) return true;
  if (both_small(item, value)) return false;
  if (is_str(item) && is_str(value)) return static_cast<Str const&>(item) == static_cast<Str const&>(value);
  Object kept = item;
  return operators::same_or_equal(kept, value);
}

/// True, False or NotImplemented-free result of a three-way size comparison.
template <class T>
bool holds_in_order(T const& left, T const& right, CompareOp op) noexcept {
  switch (op) {
    case CompareOp::Lt: return left < right;
    case CompareOp::Le: return left <= right;
    case CompareOp::Eq: return left == right;
    case CompareOp::Ne: return left != right;
    case CompareOp::Gt: return left > right;
    case CompareOp::Ge: return left >= right;
  }
  return false;
}

/// Marks a container as being printed, so that one that contains itself ends as `[...]`.
class ReprGuard {
 public:
  explicit ReprGuard(HeapObject const* object);
  ~ReprGuard();
  ReprGuard(ReprGuard const&) = delete;
  ReprGuard& operator=(ReprGuard const&) = delete;
  bool repeated() const noexcept { return repeated_; }

 private:
  bool repeated_;
};

/// `open item, item close`.
Result<Str> repr_sequence(Object const& sequence, std::string_view open, std::string_view close, WordsOf words_of);

/// Calls body(item) for each item until it returns false or raises: `body` gives Result<bool>.
template <class Body>
Result<void> for_each(Object const& iterable, Body&& body) {
  Iteration iteration = PASS(iterate(iterable));
  Object item;
  while (PASS(iteration.next(item))) {
    if (!PASS(body(item))) break;
  }
  return {};
}

/// A `hash` slot: TypeError "unhashable type: 'list'".
Result<std::int64_t> unhashable(Object const& self);
/// An `iter` slot of iterators.
inline Result<Object> iter_self(Object const& self) { return self; }
/// MemoryError without a message.
AIOCC_COLD Raised memory_error();
/// Whether `size` words `times` over can be allocated at all: a MemoryError if not, rather than the end of the process.
bool has_room_for(std::size_t size, std::size_t times) noexcept;
/// Copies the first `once` bytes until there are `size`.
void fill_with_copies(void* begin, std::size_t once, std::size_t size) noexcept;

/// Constructors: "list() takes no keyword arguments", "list expected at most 1 argument, got 2".
Result<void> no_keywords(char const* name, KeywordNames const* names);
Result<void> argument_range(char const* name, std::size_t count, std::size_t least, std::size_t most);

}  // namespace aiocc::detail
