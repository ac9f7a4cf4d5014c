// What programs store in objects of built-in types that have a `__dict__` in CPython.
#include "attributes_apart.hpp"

#include <unordered_map>
#include <utility>

namespace aiocc::detail {
namespace {

std::unordered_map<HeapObject const*, DictObject*>& table() {
  static auto& dicts = *new std::unordered_map<HeapObject const*, DictObject*>;
  return dicts;
}

}  // namespace

DictObject** attributes_apart(HeapObject* object) noexcept {
  // Nobody writes to it but null.
  static DictObject* none = nullptr;
  return object->flags & object_has_attributes_apart ? &table().find(object)->second : &none;
}

DictObject** place_for_attributes_apart(HeapObject* object) noexcept {
  object->flags |= object_has_attributes_apart;
  return &table()[object];
}

void forget_attributes_apart(HeapObject* object) noexcept {
  auto const found = table().find(object);
  Object const dying = Object::adopt(found->second);
  table().erase(found);
  object->flags &= ~object_has_attributes_apart;
}

}  // namespace aiocc::detail
