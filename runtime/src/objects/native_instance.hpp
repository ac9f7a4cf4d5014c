// Instances of built-in types and of user's classes that derive from them.
#pragma once

#include <cstring>
#include <string>

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::detail {

/// For types whose layout leaves no room for a subclass.
inline Result<void> exactly(Type const* type, Type const& native) {
  if (type == &native) return {};
  return raise_error(not_implemented_error_type, std::string("subclasses of '") + native.name + "' aren't supported by aiocc");
}

/// A `Layout` for `type`, which is `native` or a user's class that derives from it; the class's own fields follow, unset.
template <class Layout, class... Args>
Layout* make_native(Type* type, Type& native, Args... args) {
  if (type == &native) return new Layout(args...);
  void* memory = allocate_object(type->instance_size);
  std::memset(memory, 0, type->instance_size);
  auto object = new (memory) Layout(args...);
  object->type = type;
  ++type->references;
  return object;
}

/// Whether a class that derives from `native` has an `__init__` of its own, which is then what takes the arguments.
inline bool overrides_init(Type const* type, Type const& native) {
  Str name = Str::intern("__init__");
  for (Type const* owner : type->mro) {
    if (owner == &native) return false;
    if (dict_get_str(owner->dict, name)) return true;
  }
  return false;
}

/// A `dealloc` slot for layouts that user's classes may derive from.
template <class Layout, Type& native>
void dealloc_native(HeapObject* self) noexcept {
  auto object = static_cast<Layout*>(self);
  if (object->type == &native) {
    delete object;
    return;
  }
  Type* type = object->type;
  clear_fields(object);
  std::size_t bytes = type->instance_size;
  object->~Layout();
  release_object(object, bytes);
  Object::adopt(type).reset();
}

}  // namespace aiocc::detail
