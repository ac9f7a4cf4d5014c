// The event loop: CPython's `BaseEventLoop._run_once`, turn by turn.
#pragma once

#include <mutex>
#include <vector>

#include "aiocc/core/reactor.hpp"
#include "aiocc/core/ready_queue.hpp"
#include "aiocc/core/timer_heap.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

struct TaskObject;
struct AsyncGeneratorFrame;

extern Type event_loop_type;

struct EventLoopObject : HeapObject {
  EventLoopObject();
  ~EventLoopObject();

  /// What later turns run, and what is left of this turn.
  ReadyQueue ready;
  ReadyQueue turn;
  TimerHeap timers;
  Reactor reactor;
  /// The tasks that haven't finished, in no particular order: `all_tasks`.
  TaskObject* tasks = nullptr;
  /// Async generators that have begun and not finished.
  std::vector<AsyncGeneratorFrame*> async_generators;
  /// End of each task's chain of handled exceptions.
  HandledException base;
  /// CPython's `time.get_clock_info('monotonic').resolution`.
  double clock_resolution = 1e-9;
  bool running = false;
  bool stopping = false;
  bool closed = false;
  bool debug = false;
  bool async_generators_shut_down = false;
  bool executor_shut_down = false;
  /// Of `add_signal_handler`: handles by the signal's number. A dict, or unbound.
  Object signal_handlers;
  /// Debug mode reports callbacks that take longer; a number of seconds.
  Object slow_callback_duration;
  Object exception_handler;
  Object task_factory;
  Object default_executor;

  double time() const noexcept { return monotonic_time(); }
  /// One iteration: timers that are due, then one pass over what was ready. False: an error (KeyboardInterrupt, SystemExit) is in
  /// flight and the loop must end.
  bool run_once();
  /// Until `stopping` or such an error.
  Result<void> run_forever();
  /// From any thread: runs in a later turn. The loop owns the node, which deletes itself.
  void push_from_thread(Runnable* node);
  /// Cancels what is scheduled and gives up the reactor.
  Result<void> close();

 private:
  void take_from_threads();
  void run_due_timers();

  std::mutex mutex_;
  std::vector<Runnable*> from_threads_;
  std::atomic<bool> has_from_threads_{false};
};

namespace detail {
/// The loop that runs in this thread; null if none does.
inline EventLoopObject* running_loop() noexcept { return state.loop; }
/// The same; RuntimeError "no running event loop".
Result<EventLoopObject*> require_running_loop();
/// A callback or `__del__` failed, or something else that nobody can be told of by raising: `loop.call_exception_handler`.
/// `context` is a dict.
void call_exception_handler(EventLoopObject* loop, Object const& context);
}  // namespace detail

}  // namespace aiocc
