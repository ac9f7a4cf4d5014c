// Iterators over a dict, forward and backward.
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/memory.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

using detail::DictPart;

struct DictIterator : HeapObject {
  DictIterator(Type* type, Ref<DictObject> dict) : HeapObject(type), walk(std::move(dict)) {}
  DictWalk walk;
};

struct DictReverseIterator : HeapObject {
  DictReverseIterator(Type* type, Ref<DictObject> source)
      : HeapObject(type), dict(std::move(source)), used(dict->used), position(dict->filled) {}
  Ref<DictObject> dict;
  std::uint32_t used;
  // Just past the next entry to look at.
  std::uint32_t position;
};

template <DictPart part>
Object part_of(DictEntry const& entry) {
  if constexpr (part == DictPart::Keys)
    return entry.key;
  else if constexpr (part == DictPart::Values)
    return entry.value;
  else
    return pack_tuple(entry.key, entry.value);
}

template <DictPart part>
Result<bool> next_of_dict(Object const& self, Object& item) {
  DictEntry* entry = PASS(self.as<DictIterator>()->walk.next());
  if (!entry) return false;
  item = part_of<part>(*entry);
  return true;
}

template <DictPart part>
Result<bool> next_backward(Object const& self, Object& item) {
  auto iterator = self.as<DictReverseIterator>();
  if (!iterator->dict.bound()) return false;
  if (iterator->used != iterator->dict->used) {
    iterator->used = ~std::uint32_t{0};
    return detail::dict_changed(true);
  }
  while (iterator->position > 0 && iterator->position <= iterator->dict->filled) {
    DictEntry& entry = iterator->dict->entries[--iterator->position];
    if (!entry.key.bound()) continue;
    item = part_of<part>(entry);
    return true;
  }
  iterator->dict.reset();
  return false;
}

template <class Layout, auto traversed>
constexpr Slots iterator_slots(NextSlot next) {
  return {.dealloc = detail::dealloc_object<Layout>,
          .traverse = detail::traverse_members<traversed>,
          .iter = detail::iter_self,
          .next = next};
}

#define AIOCC_DICT_ITERATOR(variable, name, part)                                                                 \
  constinit Type variable##_iterator_type("dict_" name "iterator", &object_type, sizeof(DictIterator),            \
                                          iterator_slots<DictIterator, &DictIterator::walk>(next_of_dict<part>)); \
  constinit Type reverse_##variable##_iterator_type(                                                              \
      "dict_reverse" name "iterator", &object_type, sizeof(DictReverseIterator),                                  \
      iterator_slots<DictReverseIterator, &DictReverseIterator::dict>(next_backward<part>));
AIOCC_DICT_ITERATOR(key, "key", DictPart::Keys)
AIOCC_DICT_ITERATOR(value, "value", DictPart::Values)
AIOCC_DICT_ITERATOR(item, "item", DictPart::Items)
#undef AIOCC_DICT_ITERATOR

template <class T>
T& choose(DictPart part, T& keys, T& values, T& items) {
  return part == DictPart::Keys ? keys : part == DictPart::Values ? values : items;
}

}  // namespace

namespace detail {

Object make_dict_iterator(Ref<DictObject> dict, DictPart part) {
  Type& type = choose(part, key_iterator_type, value_iterator_type, item_iterator_type);
  return Object::adopt(new DictIterator(&type, std::move(dict)));
}

Object make_dict_reverse_iterator(Ref<DictObject> dict, DictPart part) {
  Type& type = choose(part, reverse_key_iterator_type, reverse_value_iterator_type, reverse_item_iterator_type);
  return Object::adopt(new DictReverseIterator(&type, std::move(dict)));
}

}  // namespace detail

}  // namespace aiocc
