// The event loop: CPython's `BaseEventLoop._run_once`, turn by turn.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "aiocc/core/descriptor_callbacks.hpp"
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
  explicit EventLoopObject(Type* its_type = &event_loop_type);
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

  double time() const noexcept { return overrides_time ? time_by_class() : monotonic_time(); }
  /// At `timer->when`.
  void schedule(Timer* timer) {
    timers.push(timer);
    if (journal) [[unlikely]]
      journal->push_back(timer->when);
  }
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
  void wait();
  void run_due_timers();
  double time_by_class() const noexcept;
  Result<void> turn_by_class();

  std::mutex mutex_;
  std::vector<Runnable*> from_threads_;
  std::atomic<bool> has_from_threads_{false};

 public:
  /// What a class in Python that derives from the loop's does itself.
  bool overrides_time = false;
  bool overrides_run_once = false;
  /// The instance's own attributes.
  DictObject* overflow = nullptr;
  /// No class in Python and no attribute takes the place of a method.
  bool is_plain() const noexcept { return type == &event_loop_type && !overflow; }
  /// Tests move the clock by hand: nothing is waited for, and here are the deadlines of what was scheduled since they last looked.
  std::unique_ptr<std::vector<double>> journal;
  /// Of `add_reader` and `add_writer`, and of transports.
  DescriptorCallbacks descriptors{this};
};

namespace detail {
/// The loop that runs in this thread; null if none does.
inline EventLoopObject* running_loop() noexcept { return state.loop; }
/// The same; RuntimeError "no running event loop".
Result<EventLoopObject*> require_running_loop();
/// A callback or `__del__` failed, or something else that nobody can be told of by raising: `loop.call_exception_handler`.
/// `context` is a dict.
void call_exception_handler(EventLoopObject* loop, Object const& context);
/// What the method `call_exception_handler` of the runtime's class does: the one of a derived class isn't asked.
void call_own_exception_handler(EventLoopObject* loop, Object const& context);
/// `EventLoop()`, or an instance of a class that derives from it.
Result<Object> construct_loop(Type* type, Object const* args, std::size_t count, KeywordNames const* names);
}  // namespace detail

}  // namespace aiocc
