// Instances of built-in types and of user's classes that derive from them.
#pragma once

#include <cstring>
#include <new>
#include <string>

#include "aiocc/objects/collector.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/type.hpp"
#include "pools.hpp"

namespace aiocc::detail {

/// What stands before an instance of a class derived from a built-in type; the object itself stays aligned.
inline std::size_t prefix_bytes(Type const* type) noexcept {
  return (std::size_t{type->prefix_size} + 15) & ~std::size_t{15};
}

/// Memory for an instance of `type`, a user's class derived from a built-in type: `bytes` for the built-in layout, behind the class's
/// own part, which is unset. It counts as a reference to the class.
inline void* allocate_derived(Type* type, std::size_t bytes) {
  std::size_t const prefix = prefix_bytes(type);
  void* const object = prefix ? allocate_prefixed(prefix, bytes) : allocate_object(bytes);
  std::memset(static_cast<char*>(object) - prefix, 0, prefix);
  ++type->references;
  if (type->has_finalizer) remember_finalizable(static_cast<HeapObject*>(object));
  return object;
}

/// Gives back what allocate_derived made, once the built-in layout's own destruction is over.
inline void release_derived(HeapObject* object, Type* type, std::size_t bytes) noexcept {
  if (std::size_t const prefix = prefix_bytes(type))
    release_prefixed(object, prefix);
  else
    release_object(object, bytes);
  Object::adopt(type).reset();
}

/// A `Layout` for `type`, which is `native` or a user's class that derives from it.
template <class Layout, class... Args>
Layout* make_native(Type* type, Type& native, Args... args) {
  if (type == &native) return new Layout(args...);
  auto object = new (allocate_derived(type, sizeof(Layout))) Layout(args...);
  object->type = type;
  return object;
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
  object->~Layout();
  release_derived(object, type, sizeof(Layout));
}

}  // namespace aiocc::detail
