// What Sequence and MutableSequence give to classes derived from them.
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/stdlib/collections_abc.hpp"
#include "collection_mixins.hpp"
#include "mixin_tables.hpp"

namespace aiocc::collections::abc {
namespace {

Result<Object> item_at(Object const& self, std::int64_t position) {
  return operators::get_item(self, Object::small_int(position));
}

/// `self[position]`: false past the end.
Result<bool> has_item_at(Object const& self, std::int64_t position, Object& item) {
  Result<Object> found = item_at(self, position);
  if (found) {
    item = std::move(found).value();
    return true;
  }
  if (!error_is(index_error_type)) return raised;
  take_error();
  return false;
}

/// The items from the last one down to the first.
struct ReverseIterator : HeapObject {
  Object sequence;
  std::int64_t left = 0;
};

Result<bool> next_in_reverse(Object const& self, Object& item) {
  auto iterator = self.as<ReverseIterator>();
  if (iterator->left == 0) return false;
  item = PASS(item_at(Object(iterator->sequence), --iterator->left));
  return true;
}

Result<Object> itself(Object const& self) { return self; }

constinit Type reverse_iterator_type("generator", &object_type, sizeof(ReverseIterator),
                                     {.dealloc = aiocc::detail::dealloc_object<ReverseIterator>,
                                      .iter = itself,
                                      .next = next_in_reverse});

Result<Object> iter_sequence(NativeCall const& call) { return aiocc::detail::make_sequence_iterator(call.args[0]); }

Result<Object> reversed_sequence(NativeCall const& call) {
  std::int64_t const length = PASS(operators::length(call.args[0]));
  auto iterator = new ReverseIterator;
  iterator->type = &reverse_iterator_type;
  iterator->sequence = call.args[0];
  iterator->left = length;
  return Object::adopt(iterator);
}

Result<Object> sequence_contains(NativeCall const& call) {
  Iteration items = PASS(iterate(call.args[0]));
  Object item;
  while (PASS(items.next(item)))
    if (PASS(operators::same_or_equal(item, call.args[1]))) return True;
  return False;
}

Result<Object> sequence_index(NativeCall const& call) {
  Object const& self = call.args[0];
  Object const& start = call.args[2];
  Object const& stop = call.args[3];
  std::int64_t first = start.bound() && !start.is(None) ? PASS(operators::index(start)).clamped() : 0;
  bool const has_stop = stop.bound() && !stop.is(None);
  std::int64_t last = has_stop ? PASS(operators::index(stop)).clamped() : 0;
  if (first < 0) first = std::max<std::int64_t>(PASS(operators::length(self)) + first, 0);
  if (has_stop && last < 0) last += PASS(operators::length(self));
  Object item;
  for (; !has_stop || first < last; ++first) {
    if (!PASS(has_item_at(self, first, item))) break;
    if (PASS(operators::same_or_equal(item, call.args[1]))) return Int(first);
  }
  return raise(PASS(aiocc::call(box(value_error_type))));
}

Result<Object> sequence_count(NativeCall const& call) {
  Iteration items = PASS(iterate(call.args[0]));
  std::int64_t count = 0;
  Object item;
  while (PASS(items.next(item)))
    if (PASS(operators::same_or_equal(item, call.args[1]))) ++count;
  return Int(count);
}

Result<Object> append(NativeCall const& call) {
  Object const length = Int(PASS(operators::length(call.args[0])));
  PASS(call_method(call.args[0], "insert"_s, length, call.args[1]));
  return None;
}

Result<Object> clear(NativeCall const& call) {
  while (call_method(call.args[0], "pop"_s)) {}
  if (!error_is(index_error_type)) return raised;
  take_error();
  return None;
}

Result<Object> reverse(NativeCall const& call) {
  Object const& self = call.args[0];
  std::int64_t const length = PASS(operators::length(self));
  for (std::int64_t i = 0; i < length / 2; ++i) {
    Object const last = PASS(item_at(self, length - i - 1));
    Object const first = PASS(item_at(self, i));
    PASS(operators::set_item(self, Object::small_int(i), last));
    PASS(operators::set_item(self, Object::small_int(length - i - 1), first));
  }
  return None;
}

Result<Object> extend(NativeCall const& call) {
  Object const values = call.args[1].is(call.args[0]) ? PASS(list_from(call.args[1])) : call.args[1];
  Iteration items = PASS(iterate(values));
  Object item;
  while (PASS(items.next(item))) PASS(call_method(call.args[0], "append"_s, item));
  return None;
}

Result<Object> extend_in_place(NativeCall const& call) {
  PASS(call_method(call.args[0], "extend"_s, call.args[1]));
  return call.args[0];
}

Result<Object> pop(NativeCall const& call) {
  Object const index = call.args[1].bound() ? call.args[1] : Object::small_int(-1);
  Object item = PASS(operators::get_item(call.args[0], index));
  PASS(operators::delete_item(call.args[0], index));
  return item;
}

Result<Object> remove(NativeCall const& call) {
  Object const index = PASS(call_method(call.args[0], "index"_s, call.args[1]));
  PASS(operators::delete_item(call.args[0], index));
  return None;
}

constexpr char const* index_names[] = {"self", "value", "start", "stop"};
constexpr char const* pop_names[] = {"self", "index"};
constexpr char const* extend_names[] = {"self", "values"};

constexpr NativeFunction sequence_functions[] = {
    mixin("__contains__", sequence_type, with_value, 0, sequence_contains),
    mixin("__iter__", sequence_type, only_self, 0, iter_sequence),
    mixin("__reversed__", sequence_type, only_self, 0, reversed_sequence),
    mixin("count", sequence_type, with_value, 0, sequence_count),
    mixin("index", sequence_type, index_names, 0b1100, sequence_index),
};
constexpr auto sequence_rows = rows_of(sequence_functions);

constexpr NativeFunction mutable_functions[] = {
    mixin("__iadd__", mutable_sequence_type, extend_names, 0, extend_in_place),
    mixin("append", mutable_sequence_type, with_value, 0, append),
    mixin("clear", mutable_sequence_type, only_self, 0, clear),
    mixin("extend", mutable_sequence_type, extend_names, 0, extend),
    mixin("pop", mutable_sequence_type, pop_names, 0b10, pop),
    mixin("remove", mutable_sequence_type, with_value, 0, remove),
    mixin("reverse", mutable_sequence_type, only_self, 0, reverse),
};
constexpr auto mutable_rows = rows_of(mutable_functions);

}  // namespace

MemberTable const& sequence_mixins() {
  static constexpr MemberTable table{"collections.abc", &sequence_type, sequence_rows.data(), sequence_rows.size()};
  return table;
}

MemberTable const& mutable_sequence_mixins() {
  static constexpr MemberTable table{"collections.abc", &mutable_sequence_type, mutable_rows.data(),
                                     mutable_rows.size()};
  return table;
}

}  // namespace aiocc::collections::abc
