// Parking a task, and each way in which it goes on.
#include "aiocc/core/parked.hpp"

#include "aiocc/core/task_step.hpp"

namespace aiocc::detail {

std::coroutine_handle<> Parked::park(Frame& frame) noexcept {
  if (state.hand_driver) [[unlikely]] {
    if (!state.loop) {
      raise_error(runtime_error_type, "no running event loop");
      return fail(&frame);
    }
    sleeper = make_future(state.loop);
    sleeper->blocking = true;
    state.hand_driver->parked = this;
    return suspend_by_hand(frame, Object::share(sleeper));
  }
  TaskObject* task = state.current_task;
  task->leaf = &frame;
  sleeper = task;
  task->result = Object::from_bits(reinterpret_cast<std::uintptr_t>(this));
  task->parked = true;
  if (task->must_cancel) [[unlikely]] {
    task->must_cancel = false;
    cancel_parked(task);
    throw_cancelled(task);
  }
  return std::noop_coroutine();
}

void Parked::park_again() noexcept {
  done = false;
  if (!sleeper) return;
  if (sleeper->kind() != FutureKind::Task) return;
  sleeper->result = Object::from_bits(reinterpret_cast<std::uintptr_t>(this));
  sleeper->parked = true;
}

void Parked::wake() noexcept {
  done = true;
  if (sleeper->kind() == FutureKind::Task) {
    auto* task = static_cast<TaskObject*>(sleeper);
    task->loop->push(task);
  } else {
    finish_with_result(sleeper, None);
  }
}

// A node that has to wait again can't, since its future has been yielded.
void Parked::end_by_hand(bool failed) noexcept {
  FutureObject* future = std::exchange(sleeper, nullptr);
  cancelled = future->future_state == FutureState::Cancelled;
  done = true;
  if (!resumed(this, failed) && !failed) raise_error(runtime_error_type, "await wasn't used with future");
  Object::adopt(future);
}

void Parked::withdraw() noexcept {
  if (list) list->remove(this);
  FutureObject* waiting = std::exchange(sleeper, nullptr);
  if (!waiting) return;
  if (waiting->kind() != FutureKind::Task) {
    Object::adopt(waiting);
  } else if (waiting->parked) {
    waiting->result.leak();
    waiting->parked = false;
  }
}

bool cancel_parked(TaskObject* task) noexcept {
  auto* node = reinterpret_cast<Parked*>(task->result.bits());
  // Woken already: like a future that is done, it can't be cancelled.
  if (node->done) return false;
  node->done = true;
  node->cancelled = true;
  task->loop->push(task);
  return true;
}

bool resume_parked(TaskObject* task, bool failed) noexcept {
  auto* node = reinterpret_cast<Parked*>(task->result.leak());
  task->parked = false;
  return node->resumed(node, failed);
}

}  // namespace aiocc::detail
