// What the parts of tasks, sleeps and futures know of each other.
#pragma once

#include "aiocc/core/context.hpp"
#include "aiocc/core/future_object.hpp"

namespace aiocc::detail {

/// A task's node in the ready queue: one step of the task.
void step_task(Runnable* node, bool dropped);
/// The task's chain runs until it suspends or ends; errors to be thrown into it, and handlers that it's in the middle of, come first.
void step_task_slowly(TaskObject* task) noexcept;
void end_step_slowly(TaskObject* task) noexcept;

inline void run_step(TaskObject* task) noexcept {
  if (task->result.bound() || task->throws || task->must_cancel || task->has_handled || task->has_context)
    return step_task_slowly(task);
  EventLoopObject* const loop = task->loop;
  state.current_task = task;
  Frame* const leaf = task->leaf;
  leaf->started = true;
  leaf->handle().resume();
  state.current_task = nullptr;
  if (state.handled != &loop->base || task->root_finished || current_context.bound()) end_step_slowly(task);
}

/// While an eager task takes its first step: the task that makes it, which runs too.
struct EagerStep {
  explicit EagerStep(TaskObject* making) noexcept;
  EagerStep(EagerStep const&) = delete;
  ~EagerStep();
  TaskObject* maker;
  EagerStep* outer;
};
/// It's in the middle of a step, so its `leaf` says nothing.
bool is_running(TaskObject const* task) noexcept;

/// A node of `run_until_complete`'s.
void stop_when_done(Runnable* node, bool dropped);
/// A handle's node.
void run_handle_node(Runnable* node, bool dropped);
/// A sleep's node: its time has come.
void fire_sleep(Runnable* node, bool dropped);

/// `task`, suspended, is woken when `future` is done.
void wait_for_future(TaskObject* task, FutureObject* future) noexcept;
/// The sleeping task is woken in the next turn.
void cancel_sleep(TaskObject* task) noexcept;
/// Its node's future is cancelled; false if it was done.
bool cancel_parked(TaskObject* task) noexcept;
/// Ends the parking, before the task's frame runs or fails. False: it's parked again.
bool resume_parked(TaskObject* task, bool failed) noexcept;
/// The task's next step throws CancelledError with the message of the cancellation.
void throw_cancelled(TaskObject* task) noexcept;
/// The task's next step throws what is raised here.
void throw_next(TaskObject* task, Type& type, std::string_view message) noexcept;

void drop_scheduled(EventLoopObject* loop) noexcept;
/// Tells of futures and tasks that are still there when the program ends.
Result<void> report_lost_futures();

/// `loop.call_exception_handler` with `message`, what it's about (`key`: "task" or "future") and the exception, if any.
void report(EventLoopObject* loop, char const* message, char const* key, Object const& subject,
            Object const& exception) noexcept;

}  // namespace aiocc::detail
