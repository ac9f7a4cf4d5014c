// The iterator that `yield from future` drives.
#include "aiocc/core/future_iterator.hpp"

namespace aiocc {

namespace {

struct FutureIteratorObject : HeapObject {
  explicit FutureIteratorObject(Object awaited) : HeapObject(&future_iterator_type), future(std::move(awaited)) {}
  Object future;
};

Result<Object> self_iter(Object const& self) { return self; }

Result<bool> next_future(Object const& self, Object& item) {
  switch (detail::advance_future_iterator(self, item)) {
    case detail::Delegated::Item: return true;
    case detail::Delegated::Finished: return raise_stop_iteration(item);
    case detail::Delegated::Failed: break;
  }
  return raised;
}

void dealloc(HeapObject* self) noexcept { delete static_cast<FutureIteratorObject*>(self); }

constexpr Slots slots() {
  Slots result;
  result.dealloc = dealloc;
  result.iter = self_iter;
  result.next = next_future;
  return result;
}

}  // namespace

constinit Type future_iterator_type("FutureIter", &object_type, sizeof(FutureIteratorObject), slots(), "_asyncio");

namespace detail {

Object make_future_iterator(Object future) { return Object::adopt(new FutureIteratorObject(std::move(future))); }

Delegated advance_future_iterator(Object const& iterator, Object& result) {
  if (state.error.bound()) return Delegated::Failed;
  auto* self = iterator.as<FutureIteratorObject>();
  if (!self->future.bound()) {
    result = None;
    return Delegated::Finished;
  }
  auto* future = self->future.as<FutureObject>();
  if (!future->done()) {
    if (future->blocking) {
      raise_error(runtime_error_type, "await wasn't used with future");
      return Delegated::Failed;
    }
    future->blocking = true;
    result = self->future;
    return Delegated::Item;
  }
  Object const finished = std::move(self->future);
  if (raise_future_error(future)) return Delegated::Failed;
  result = future->result;
  return Delegated::Finished;
}

}  // namespace detail

}  // namespace aiocc
