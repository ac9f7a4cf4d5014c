// Callbacks of Python's: those that `call_soon` and `call_at` schedule, and those that futures call when they're done.
#pragma once

#include <string>

#include "aiocc/core/future_object.hpp"
#include "aiocc/core/timer_heap.hpp"

namespace aiocc {

namespace asyncio {
extern Type handle_type, timer_handle_type;
}

/// asyncio.Handle and TimerHandle. The loop holds a reference while it's scheduled.
struct HandleObject : HeapObject, Timer {
  HandleObject(Type* object_type, EventLoopObject* owner, Object function, Object arguments) noexcept;
  ~HandleObject() { Object::adopt(loop); }
  EventLoopObject* loop;
  Object callback;
  /// A tuple.
  Object args;
  bool cancelled = false;
};

/// A callback that waits for a future.
struct DoneCallback : Runnable {
  DoneCallback(FutureObject* awaited, Object function) noexcept;
  /// Holds the future while it's scheduled; the future owns this before.
  FutureObject* future;
  Object callback;
};

namespace detail {
Object call_soon(EventLoopObject* loop, Object callback, Object args);
/// `when` on the loop's clock.
Object call_at(EventLoopObject* loop, double when, Object callback, Object args);
void cancel_handle(HandleObject* handle) noexcept;
void run_done_callback(Runnable* node, bool dropped);
/// The Python callback that the node will call, if it will.
Object const* callback_of(Runnable const* node) noexcept;
/// As CPython's format_helpers._format_callback_source: "f() at file.py:3".
std::string format_callback(Object const& callback);
Str task_name(TaskObject const* task);
}  // namespace detail

}  // namespace aiocc
