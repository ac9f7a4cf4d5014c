// Awaiting a value of any type: `Object v = co_await await_object(x).at(AT(4));`.
#pragma once

#include "aiocc/core/awaiting.hpp"
#include "aiocc/core/coroutine.hpp"
#include "aiocc/objects/object.hpp"

namespace aiocc {

/// Coroutine objects run in place, tasks and futures suspend, anything else is driven through its `__await__`.
/// TypeError if it has none.
class AwaitObject : public AwaitForms<AwaitObject> {
 public:
  using value_type = Object;
  explicit AwaitObject(Object awaited) noexcept : awaited_(std::move(awaited)) {}

  std::coroutine_handle<> suspend(Frame& frame) noexcept;
  Object take() noexcept;
  void abandon() noexcept;

 private:
  Object awaited_;
  /// The frame that runs in place: the coroutine object's, or one that drives an iterator. Owned by this in the second case.
  Frame* running_ = nullptr;
  bool owns_ = false;

 public:
  AwaitObject(AwaitObject&& other) noexcept
      : awaited_(std::move(other.awaited_)), running_(std::exchange(other.running_, nullptr)), owns_(other.owns_) {}
  ~AwaitObject();
};

inline AwaitObject await_object(Object awaited) noexcept { return AwaitObject(std::move(awaited)); }

/// `async for` over an unknown object: its `__aiter__()`; TypeError in CPython's words.
Result<Object> async_iterator(Object const& iterable);
/// `bool more = co_await async_next(iterator, item).at(AT(3));`: false at StopAsyncIteration, else the item.
Coroutine<bool> async_next(Object iterator, Object& item);

}  // namespace aiocc
