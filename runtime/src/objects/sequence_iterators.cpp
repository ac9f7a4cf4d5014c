// Iterators over lists and tuples: a source and a position.
#include "aiocc/objects/lazy_iterators.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/tuple.hpp"
#include "iterator_members.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

struct SequenceIterator : HeapObject {
  SequenceIterator(Type* type, Object sequence, std::int64_t position)
      : HeapObject(type), source(std::move(sequence)), index(position) {}
  // Unbound once the iterator is exhausted.
  Object source;
  std::int64_t index;
};

Result<bool> next_of_list(Object const& self, Object& item) {
  auto iterator = self.as<SequenceIterator>();
  if (!iterator->source.bound()) return false;
  auto const* const list = iterator->source.as<ListObject>();
  auto index = static_cast<std::size_t>(iterator->index);
  if (index < list->size()) {
    ++iterator->index;
    item = list->at(index);
    return true;
  }
  iterator->source.reset();
  return false;
}

Result<bool> next_of_reversed_list(Object const& self, Object& item) {
  auto iterator = self.as<SequenceIterator>();
  if (!iterator->source.bound()) return false;
  auto const* const list = iterator->source.as<ListObject>();
  auto index = static_cast<std::size_t>(iterator->index);
  if (iterator->index >= 0 && index < list->size()) {
    --iterator->index;
    item = list->at(index);
    return true;
  }
  iterator->source.reset();
  return false;
}

Result<bool> next_of_tuple(Object const& self, Object& item) {
  auto iterator = self.as<SequenceIterator>();
  if (!iterator->source.bound()) return false;
  auto tuple = iterator->source.as<TupleObject>();
  auto index = static_cast<std::size_t>(iterator->index);
  if (index < tuple->size) {
    ++iterator->index;
    item = tuple->items()[index];
    return true;
  }
  iterator->source.reset();
  return false;
}

extern Type list_iterator_type, list_reverse_iterator_type, tuple_iterator_type;

Result<std::int64_t> list_length(Object const& list) {
  return static_cast<std::int64_t>(list.as<ListObject>()->size());
}
Result<std::int64_t> tuple_length(Object const& tuple) {
  return static_cast<std::int64_t>(tuple.as<TupleObject>()->size);
}
Object empty_list() { return List<Object>::of(); }
Object empty_tuple() { return make_tuple({}); }

// A list's state may be -1, behind its end as well.
using ListMethods = detail::CountingMethods<SequenceIterator, &SequenceIterator::source, &SequenceIterator::index,
                                            list_length, empty_list, -1>;
using TupleMethods = detail::CountingMethods<SequenceIterator, &SequenceIterator::source, &SequenceIterator::index,
                                             tuple_length, empty_tuple>;
using ReverseMethods =
    detail::CountingDownMethods<SequenceIterator, &SequenceIterator::source, &SequenceIterator::index, list_length>;

Result<Object> reduce_reversed_list(NativeCall const& call) {
  auto iterator = call.args[0].as<SequenceIterator>();
  return detail::reduction_at(box(reversed_type), iterator->source, iterator->index, empty_list());
}

constexpr Slots iterator_slots(NextSlot next, MemberTable const& (*members)()) {
  return {.dealloc = detail::dealloc_object<SequenceIterator>,
          .traverse = detail::traverse_members<&SequenceIterator::source>,
          .iter = detail::iter_self,
          .next = next,
          .members = members};
}

constinit Type list_iterator_type(
    "list_iterator", &object_type, sizeof(SequenceIterator),
    iterator_slots(next_of_list, detail::iterator_members<list_iterator_type, ListMethods::length_hint,
                                                          ListMethods::reduce, ListMethods::set_state>));
constinit Type list_reverse_iterator_type(
    "list_reverseiterator", &object_type, sizeof(SequenceIterator),
    iterator_slots(next_of_reversed_list,
                   detail::iterator_members<list_reverse_iterator_type, ReverseMethods::length_hint,
                                            reduce_reversed_list, ReverseMethods::set_state>));
constinit Type tuple_iterator_type(
    "tuple_iterator", &object_type, sizeof(SequenceIterator),
    iterator_slots(next_of_tuple, detail::iterator_members<tuple_iterator_type, TupleMethods::length_hint,
                                                           TupleMethods::reduce, TupleMethods::set_state>));

Object make_iterator(Type& type, Object source, std::int64_t index) {
  return Object::adopt(new SequenceIterator(&type, std::move(source), index));
}

}  // namespace

namespace detail {

Object make_list_iterator(Object list) { return make_iterator(list_iterator_type, std::move(list), 0); }

Object make_list_reverse_iterator(Object list) {
  auto last = static_cast<std::int64_t>(list.as<ListObject>()->size()) - 1;
  return make_iterator(list_reverse_iterator_type, std::move(list), last);
}

Object make_tuple_iterator(Object tuple) { return make_iterator(tuple_iterator_type, std::move(tuple), 0); }

}  // namespace detail

}  // namespace aiocc
