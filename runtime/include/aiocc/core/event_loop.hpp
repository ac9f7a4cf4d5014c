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
class StandIns;

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
  /// asyncio's own `call_soon`: the node runs in a later turn.
  void push(Runnable* node) {
    if (is_plain()) [[likely]]
      ready.push(node);
    else
      push_by_class(node);
  }
  /// asyncio's own `call_at`, at `timer->when`.
  void schedule(Timer* timer) {
    if (is_plain()) [[likely]]
      add_timer(timer);
    else
      schedule_by_class(timer, "call_at", timer->when);
  }
  /// asyncio's own `call_later`; `timer->when` is set already.
  void schedule_after(double delay, Timer* timer) {
    if (is_plain()) [[likely]]
      add_timer(timer);
    else
      schedule_by_class(timer, "call_later", delay);
  }
  /// Past what a class in Python may say of it.
  void add_timer(Timer* timer) {
    timers.push(timer);
    if (journal) [[unlikely]]
      journal->push_back(timer->when);
  }
  /// Takes back what those were given. False: it isn't waiting for its turn or its time.
  bool withdraw(Runnable* node) noexcept;
  bool withdraw(Timer* timer) noexcept;
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
  AIOCC_COLD void push_by_class(Runnable* node);
  AIOCC_COLD void schedule_by_class(Timer* timer, char const* method, double time);

  std::mutex mutex_;
  std::vector<Runnable*> from_threads_;
  std::atomic<bool> has_from_threads_{false};

 public:
  /// What a class in Python that derives from the loop's does itself.
  bool overrides_time = false;
  bool overrides_run_once = false;
  bool overrides_call_soon = false;
  bool overrides_timers = false;
  /// What stands in for nodes that were handed to such a class.
  std::unique_ptr<StandIns> stand_ins;
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
/// In debug mode, a report that a handler of the program's gets says where its subject was made.
void add_source_traceback(EventLoopObject* loop, Object const& context, Object const& subject);
/// What the method `call_exception_handler` of the runtime's class does: the one of a derived class isn't asked.
void call_own_exception_handler(EventLoopObject* loop, Object const& context);
/// `EventLoop()`, or an instance of a class that derives from it.
Result<Object> construct_loop(Type* type, Object const* args, std::size_t count, KeywordNames const* names);
}  // namespace detail

}  // namespace aiocc
