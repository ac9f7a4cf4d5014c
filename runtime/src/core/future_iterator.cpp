// What iterating over a future gives, which `yield from future` drives.
#include "aiocc/core/future_iterator.hpp"

#include "../objects/sequence.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/native.hpp"

namespace aiocc {

namespace {

struct FutureIteratorObject : HeapObject {
  explicit FutureIteratorObject(Object awaited) : HeapObject(&future_iterator_type), future(std::move(awaited)) {}
  Object future;
};

Result<bool> next_future(Object const& self, Object& item) {
  item = PASS(detail::step_future_iterator(self));
  return true;
}

void dealloc(HeapObject* self) noexcept { delete static_cast<FutureIteratorObject*>(self); }

constexpr Slots slots() {
  Slots result;
  result.members = members<future_iterator_type>;
  result.dealloc = dealloc;
  result.iter = detail::iter_self;
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

Result<Object> step_future_iterator(Object const& iterator) {
  Object result;
  switch (advance_future_iterator(iterator, result)) {
    case Delegated::Item: return result;
    case Delegated::Finished: return result.is(None) ? raise_stop_iteration() : raise_stop_iteration(result);
    case Delegated::Failed: break;
  }
  return raised;
}

Result<Object> throw_into_future_iterator(Object const& iterator, Object const& type, Object const& value,
                                          Object const& traceback) {
  if (value.bound()) PASS(warn_of_thrown_value("throw"));
  close_future_iterator(iterator);
  PASS(set_thrown_error(type, value, traceback));
  return raised;
}

void close_future_iterator(Object const& iterator) noexcept { iterator.as<FutureIteratorObject>()->future.reset(); }

}  // namespace detail

}  // namespace aiocc
