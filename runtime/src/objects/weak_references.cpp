// Who points weakly to what: one table for all objects, so that those without weak references pay nothing.
#include "aiocc/objects/weak_references.hpp"

#include <unordered_map>

#include "core.hpp"

namespace aiocc {
namespace detail {
namespace {

/// The newest reference to each object that has some.
std::unordered_map<HeapObject const*, WeakReferenceObject*>& table() {
  static auto& references = *new std::unordered_map<HeapObject const*, WeakReferenceObject*>;
  return references;
}

constinit std::uint64_t next_age = 0;

void link(WeakReferenceObject* reference) {
  reference->referent->flags |= object_weakly_referenced;
  WeakReferenceObject*& first = table()[reference->referent];
  reference->next = first;
  if (first) first->link_to_this = &reference->next;
  first = reference;
  // The table's nodes don't move.
  reference->link_to_this = &first;
}

void unlink(WeakReferenceObject* reference) noexcept {
  if (!reference->referent) return;
  *reference->link_to_this = reference->next;
  if (reference->next) reference->next->link_to_this = reference->link_to_this;
  HeapObject* referent = std::exchange(reference->referent, nullptr);
  reference->next = nullptr;
  reference->link_to_this = nullptr;
  auto found = table().find(referent);
  if (found == table().end() || found->second) return;
  table().erase(found);
  referent->flags &= ~std::uint32_t{object_weakly_referenced};
}

}  // namespace

bool supports_weak_references(Object const& object) noexcept {
  return object.is_heap() && ready_type(object)->slots.weak_references;
}

WeakReferenceObject* weak_references_of(HeapObject const* object) noexcept {
  if (!(object->flags & object_weakly_referenced)) return nullptr;
  auto found = table().find(object);
  return found == table().end() ? nullptr : found->second;
}

void call_weak_callback(WeakReferenceObject* reference) noexcept {
  Object const keep = Object::share(reference);
  Object const callback = std::move(reference->callback);
  if (!callback.bound()) return;
  Ref<BaseException> in_flight = std::move(state.error);
  if (!call(callback, keep)) print_unraisable(callback);
  state.error = std::move(in_flight);
}

void clear_weak_references(HeapObject* object, std::vector<Object>& called, bool (*is_garbage)(HeapObject*)) noexcept {
  while (WeakReferenceObject* reference = weak_references_of(object)) {
    unlink(reference);
    if (reference->callback.bound() && reference->references != 0 && !is_garbage(reference))
      called.push_back(Object::share(reference));
  }
}

void forget_weak_references(HeapObject* object) noexcept {
  std::vector<Object> called;
  clear_weak_references(object, called, [](HeapObject*) { return false; });
  for (Object const& reference : called) call_weak_callback(reference.as<WeakReferenceObject>());
}

}  // namespace detail

WeakReferenceObject::WeakReferenceObject(Type* object_type, HeapObject* target, Object function) noexcept
    : HeapObject(object_type), referent(target), callback(std::move(function)), age(++detail::next_age) {
  detail::link(this);
}

WeakReferenceObject::~WeakReferenceObject() { detail::unlink(this); }

}  // namespace aiocc
