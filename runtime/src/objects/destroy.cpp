// The end of objects whose last reference is gone.
#include <vector>

#include "aiocc/objects/collector.hpp"
#include "aiocc/objects/complex.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "attributes_apart.hpp"
#include "pools.hpp"
#include "text.hpp"

namespace aiocc {

constinit State state;

namespace detail {
namespace {

/// Nested deallocations before they're queued.
constexpr int deepest_nesting = 50;
constinit int nesting = 0;
constinit std::vector<HeapObject*> deferred;

/// Runs `__del__`. False: it made the object, which had no references, reachable again.
bool finalize(HeapObject* object) noexcept {
  // The finaliser's own use of the object mustn't destroy it a second time.
  object->references = 1;
  finalize_held(object);
  return --object->references == 0;
}

AIOCC_INLINE inline void deallocate(HeapObject* object) noexcept {
  Type* type = object->type;
  // A built-in type that nothing has asked for by then has no finaliser.
  if (!type->slots.dealloc) [[unlikely]]
    ensure_ready(type);
  if (type->has_finalizer && !finalize(object)) return;
  if (object->flags & object_weakly_referenced) [[unlikely]]
    forget_weak_references(object);
  if (keeps_attributes_apart(type) && object->flags & object_has_attributes_apart) [[unlikely]]
    forget_attributes_apart(object);
  type->slots.dealloc(object);
}

}  // namespace

void finalize_held(HeapObject* object) noexcept {
  if (object->flags & object_finalized) return;
  object->flags |= object_finalized;
  forget_finalizable(object);
  Object self = Object::share(object);
  Ref<BaseException> pending = std::move(state.error);
  Object const* finalizer = find_in_mro(object->type, "__del__"_s);
  if (finalizer) {
    Object function = *finalizer;
    Object const args[] = {self};
    if (!call_array(function, args, 1)) print_unraisable(function);
  }
  state.error = std::move(pending);
}

void destroy_one(HeapObject* object) noexcept {
  // Nothing else ends with a text, and no one is told.
  if (object->type == &str_type) return release_str(static_cast<StrObject*>(object));
  // Lists of bools don't count theirs (store_item).
  if (object->type == &bool_type) [[unlikely]] {
    object->references = immortal_references;
    return;
  }
  if (nesting >= deepest_nesting) [[unlikely]] {
    deferred.push_back(object);
    return;
  }
  ++nesting;
  deallocate(object);
  --nesting;
  if (nesting != 0) return;
  // Only the outermost release empties the queue, so that the stack stays shallow.
  while (!deferred.empty()) [[unlikely]] {
    HeapObject* next = deferred.back();
    deferred.pop_back();
    ++nesting;
    deallocate(next);
    --nesting;
  }
  if (collector.due) [[unlikely]]
    collect_if_due();
}

namespace {

AIOCC_KEEPS_REGISTERS [[gnu::noinline]] void destroy_any(HeapObject* object) noexcept { destroy_one(object); }

}  // namespace

void destroy(HeapObject* object) noexcept {
  // Most of what dies while one computes with numbers as objects: nothing else ends with it.
  if (object->type == &float_type) return release_leaf(object, sizeof(FloatObject));
  if (object->type == &complex_type) return release_leaf(object, sizeof(ComplexObject));
  destroy_any(object);
}

}  // namespace detail
}  // namespace aiocc
