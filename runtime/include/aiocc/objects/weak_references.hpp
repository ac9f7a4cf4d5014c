// Weak references: who points to an object without keeping it alive, and is told when it dies. The objects themselves have just a flag.
#pragma once

#include <cstdint>
#include <vector>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc {

struct Type;

/// What `weakref.ref` and `weakref.proxy` are. All that point to one object form a list, the oldest last.
struct WeakReferenceObject : HeapObject {
  WeakReferenceObject(Type* type, HeapObject* target, Object function) noexcept;
  ~WeakReferenceObject();

  /// Null once the object has died.
  HeapObject* referent;
  /// Called with this reference when the referent dies; unbound: nothing is.
  Object callback;
  /// Grows with each reference that's made.
  std::uint64_t age;
  /// Of the referent, once it was asked for.
  std::int64_t hash = -1;
  WeakReferenceObject* next = nullptr;
  WeakReferenceObject** link_to_this = nullptr;
};

namespace detail {

/// Whether there can be weak references to the object.
bool supports_weak_references(Object const& object) noexcept;
/// The newest reference to an object; null: none.
WeakReferenceObject* weak_references_of(HeapObject const* object) noexcept;
/// The slot of types that support them: the object is about to die. Clears the references to it and calls their callbacks, newest first.
void forget_weak_references(HeapObject* object) noexcept;
/// Clears the references to an object that a collection has found to be garbage; those whose callbacks are to be called, since they aren't
/// garbage themselves, are appended to `called`.
void clear_weak_references(HeapObject* object, std::vector<Object>& called, bool (*is_garbage)(HeapObject*)) noexcept;
void call_weak_callback(WeakReferenceObject* reference) noexcept;

}  // namespace detail

}  // namespace aiocc
