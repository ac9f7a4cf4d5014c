// Iterators over an OrderedDict, forward and backward. Each knows the next key ahead of time: what happens to the dict once the last
// key is out goes unnoticed, and any change of its order before that is an error.
#include "ordered_dict_iterators.hpp"

#include "../objects/iterator_members.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/memory.hpp"

namespace aiocc::collections {

namespace {

using aiocc::detail::DictPart;

struct OrderedIterator : HeapObject {
  OrderedIterator(Ref<DictObject> source, DictPart given, bool is_backward);
  OrderedIterator(OrderedIterator const& other)
      : HeapObject(other.type),
        dict(other.dict),
        part(other.part),
        backward(other.backward),
        version(other.version),
        position(other.position) {}
  /// Goes on from `position` to the first entry that's there; forgets the dict where there's none.
  void settle();
  void advance() {
    position += backward ? -1 : 1;
    settle();
  }

  Ref<DictObject> dict;
  DictPart part;
  bool backward;
  std::uint32_t version;
  // Of the entry that comes next.
  std::int64_t position;
};

void OrderedIterator::settle() {
  while (position >= 0 && position < dict->filled) {
    if (dict->entries[position].key.bound()) return;
    position += backward ? -1 : 1;
  }
  dict.reset();
}

Object part_of(DictEntry const& entry, DictPart part) {
  if (part == DictPart::Keys) return entry.key;
  if (part == DictPart::Values) return entry.value;
  return pack_tuple(entry.key, entry.value);
}

Result<bool> next_in_order(Object const& self, Object& item) {
  auto iterator = self.as<OrderedIterator>();
  if (!iterator->dict.bound()) return false;
  if (iterator->version != iterator->dict->version) {
    iterator->dict.reset();
    return raise_error(runtime_error_type, "OrderedDict mutated during iteration");
  }
  item = part_of(iterator->dict->entries[iterator->position], iterator->part);
  iterator->advance();
  return true;
}

/// A copy of the iterator goes to the end.
Result<Object> reduce(NativeCall const& call) {
  Object const copy = Object::adopt(new OrderedIterator(*call.args[0].as<OrderedIterator>()));
  auto rest = List<Object>::of();
  Object item;
  while (PASS(next_in_order(copy, item))) rest.append(item);
  return aiocc::detail::reduction_of_rest(rest);
}

extern Type iterator_type;
constinit Type iterator_type("odict_iterator", &object_type, sizeof(OrderedIterator),
                             {.dealloc = aiocc::detail::dealloc_object<OrderedIterator>,
                              .traverse = aiocc::detail::traverse_members<&OrderedIterator::dict>,
                              .iter = aiocc::detail::iter_self,
                              .next = next_in_order,
                              .members = aiocc::detail::iterator_members<iterator_type, nullptr, reduce, nullptr>});

OrderedIterator::OrderedIterator(Ref<DictObject> source, DictPart given, bool is_backward)
    : HeapObject(&iterator_type),
      dict(std::move(source)),
      part(given),
      backward(is_backward),
      version(dict->version),
      position(is_backward ? std::int64_t{dict->filled} - 1 : 0) {
  settle();
}

}  // namespace

Object make_ordered_iterator(Ref<DictObject> dict, DictPart part, bool backward) {
  return Object::adopt(new OrderedIterator(std::move(dict), part, backward));
}

Result<Object> iter_ordered_dict(Object const& self) {
  return make_ordered_iterator(word_cast<Ref<DictObject>>(self), DictPart::Keys, false);
}

}  // namespace aiocc::collections
