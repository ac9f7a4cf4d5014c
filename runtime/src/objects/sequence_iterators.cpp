// Iterators over lists and tuples: a source and a position.
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/tuple.hpp"
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
  auto const& items = iterator->source.as<ListObject>()->items;
  auto index = static_cast<std::size_t>(iterator->index);
  if (index < items.size()) {
    ++iterator->index;
    item = items[index];
    return true;
  }
  iterator->source.reset();
  return false;
}

Result<bool> next_of_reversed_list(Object const& self, Object& item) {
  auto iterator = self.as<SequenceIterator>();
  if (!iterator->source.bound()) return false;
  auto const& items = iterator->source.as<ListObject>()->items;
  auto index = static_cast<std::size_t>(iterator->index);
  if (iterator->index >= 0 && index < items.size()) {
    --iterator->index;
    item = items[index];
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

constexpr Slots iterator_slots(NextSlot next) {
  return {.dealloc = detail::dealloc_object<SequenceIterator>,
          .traverse = detail::traverse_members<&SequenceIterator::source>,
          .iter = detail::iter_self,
          .next = next};
}

constinit Type list_iterator_type("list_iterator", &object_type, sizeof(SequenceIterator),
                                  iterator_slots(next_of_list));
constinit Type list_reverse_iterator_type("list_reverseiterator", &object_type, sizeof(SequenceIterator),
                                          iterator_slots(next_of_reversed_list));
constinit Type tuple_iterator_type("tuple_iterator", &object_type, sizeof(SequenceIterator),
                                   iterator_slots(next_of_tuple));

Object make_iterator(Type& type, Object source, std::int64_t index) {
  return Object::adopt(new SequenceIterator(&type, std::move(source), index));
}

}  // namespace

namespace detail {

Object make_list_iterator(Object list) { return make_iterator(list_iterator_type, std::move(list), 0); }

Object make_list_reverse_iterator(Object list) {
  auto last = static_cast<std::int64_t>(list.as<ListObject>()->items.size()) - 1;
  return make_iterator(list_reverse_iterator_type, std::move(list), last);
}

Object make_tuple_iterator(Object tuple) { return make_iterator(tuple_iterator_type, std::move(tuple), 0); }

}  // namespace detail

}  // namespace aiocc
