// Iterators over a dict, forward and backward.
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/memory.hpp"
#include "iterator_members.hpp"
#include "ordered_dicts.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

using detail::DictPart;

struct DictIterator : HeapObject {
  DictIterator(Type* type, Ref<DictObject> dict) : HeapObject(type), walk(std::move(dict)) {}
  DictIterator(DictIterator const& other) : HeapObject(other.type), walk(other.walk) {}
  DictWalk walk;
};

struct DictReverseIterator : HeapObject {
  DictReverseIterator(Type* type, Ref<DictObject> source)
      : HeapObject(type), dict(std::move(source)), used(dict->used), position(dict->filled) {}
  DictReverseIterator(DictReverseIterator const& other)
      : HeapObject(other.type), dict(other.dict), used(other.used), position(other.position) {}
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

Result<Object> length_hint(NativeCall const& call) {
  return Int(static_cast<std::int64_t>(call.args[0].as<DictIterator>()->walk.left()));
}

Result<Object> length_hint_backward(NativeCall const& call) {
  auto iterator = call.args[0].as<DictReverseIterator>();
  if (!iterator->dict.bound() || iterator->used != iterator->dict->used) return Int(0);
  std::int64_t left = 0;
  for (std::uint32_t i = 0; i < std::min(iterator->position, iterator->dict->filled); ++i)
    left += iterator->dict->entries[i].key.bound();
  return Int(left);
}

/// A copy of the iterator goes to the end.
template <class Layout, Result<bool> (*next)(Object const&, Object&)>
Result<Object> reduce(NativeCall const& call) {
  auto iterator = call.args[0].as<Layout>();
  Object const copy = Object::adopt(new Layout(*iterator));
  auto rest = List<Object>::of();
  Object item;
  while (PASS(next(copy, item))) rest.append(item);
  return detail::reduction_of_rest(rest);
}

template <class Layout, auto traversed>
constexpr Slots iterator_slots(NextSlot next, MemberTable const& (*members)()) {
  return {.dealloc = detail::dealloc_object<Layout>,
          .traverse = detail::traverse_members<traversed>,
          .iter = detail::iter_self,
          .next = next,
          .members = members};
}

#define AIOCC_DICT_ITERATOR(variable, name, part)                                                                 \
  extern Type variable##_iterator_type, reverse_##variable##_iterator_type;                                       \
  constinit Type variable##_iterator_type(                                                                        \
      "dict_" name "iterator", &object_type, sizeof(DictIterator),                                                \
      iterator_slots<DictIterator, &DictIterator::walk>(                                                          \
          next_of_dict<part>, detail::iterator_members<variable##_iterator_type, length_hint,                     \
                                                       reduce<DictIterator, next_of_dict<part>>, nullptr>));      \
  constinit Type reverse_##variable##_iterator_type(                                                              \
      "dict_reverse" name "iterator", &object_type, sizeof(DictReverseIterator),                                  \
      iterator_slots<DictReverseIterator, &DictReverseIterator::dict>(                                            \
          next_backward<part>, detail::iterator_members<reverse_##variable##_iterator_type, length_hint_backward, \
                                                        reduce<DictReverseIterator, next_backward<part>>, nullptr>));
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
  if (is_ordered_dict(dict.get())) return collections::make_ordered_iterator(std::move(dict), part, false);
  Type& type = choose(part, key_iterator_type, value_iterator_type, item_iterator_type);
  return Object::adopt(new DictIterator(&type, std::move(dict)));
}

Object make_dict_reverse_iterator(Ref<DictObject> dict, DictPart part) {
  if (is_ordered_dict(dict.get())) return collections::make_ordered_iterator(std::move(dict), part, true);
  Type& type = choose(part, reverse_key_iterator_type, reverse_value_iterator_type, reverse_item_iterator_type);
  return Object::adopt(new DictReverseIterator(&type, std::move(dict)));
}

}  // namespace detail

}  // namespace aiocc
