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
  /// What it runs in.
  Object context;
  bool cancelled = false;
};

/// A callback that waits for a future: Python's, or a function of the runtime's with data of its own.
struct DoneCallback : Runnable {
  using Native = void (*)(Object const& future, Object const& data);
  DoneCallback(FutureObject* awaited, Native function, Object callback_or_data) noexcept;
  /// Once it's scheduled, this holds a reference to the future; before, the future owns this.
  FutureObject* future;
  /// Null: `data` is the callback.
  Native native;
  /// What reprs show of a native one.
  char const* label = "<lambda>()";
  Object data;
  /// What Python's callback runs in.
  Object context;
};

namespace detail {
/// In `context`, or in a copy of the current one.
Object call_soon(EventLoopObject* loop, Object callback, Object args, Object const& context = None);
/// `when` on the loop's clock.
Object call_at(EventLoopObject* loop, double when, Object callback, Object args, Object const& context = None);
void cancel_handle(HandleObject* handle) noexcept;
void run_done_callback(Runnable* node, bool dropped);
/// `future.add_done_callback`; of a future that is done it's called in the next turn.
DoneCallback* add_done_callback(FutureObject* future, DoneCallback::Native native, Object data,
                                Object const& context = None);
/// What reprs show of a callback.
std::string callback_label(Runnable const* node);
/// As reprs name a place in CPython's own files; line numbers are CPython 3.13.0's.
std::string library_place(char const* file_and_line);
/// Takes out the callbacks with this function and data.
void remove_done_callback(FutureObject* future, DoneCallback::Native native, Object const& data) noexcept;
/// The Python callback that the node will call, if it will.
Object const* callback_of(Runnable const* node) noexcept;
/// As CPython's format_helpers._format_callback_source: "f() at file.py:3".
std::string format_callback(Object const& callback, std::string const& arguments = "()");
Str task_name(TaskObject const* task);
}  // namespace detail

}  // namespace aiocc
