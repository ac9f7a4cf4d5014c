// The three events in a sleep's life: it begins, its time comes, it's cancelled.
#include "aiocc/core/sleep.hpp"

#include "aiocc/core/task_step.hpp"

namespace aiocc {

namespace detail {

namespace {

// A cancelled timer that still stands in the ready queue.
constexpr double cancelled = -1;

EventLoopObject* loop_of(SleepTimer const* timer) noexcept { return timer->sleeper->loop; }

void release_sleeper(SleepTimer* timer) noexcept {
  FutureObject* sleeper = std::exchange(timer->sleeper, nullptr);
  if (sleeper->kind() != FutureKind::Task) Object::adopt(sleeper);
}

// The loop is closed. The timer held the reference that keeps a sleeping task alive.
void drop_sleep(SleepTimer* timer) noexcept {
  FutureObject* sleeper = std::exchange(timer->sleeper, nullptr);
  if (timer->when == cancelled) return;
  if (sleeper->kind() == FutureKind::Task) {
    sleeper->result.leak();
    sleeper->sleeping = false;
  }
  Object::adopt(sleeper);
}

}  // namespace

// CPython's `futures._set_result_unless_cancelled`, which the timer calls: the task goes on in the turn after this one.
void fire_sleep(Runnable* node, bool dropped) {
  auto* timer = static_cast<SleepTimer*>(static_cast<Timer*>(node));
  FutureObject* sleeper = timer->sleeper;
  if (dropped) {
    drop_sleep(timer);
  } else if (timer->when == cancelled) {
    timer->sleeper = nullptr;
  } else if (sleeper->kind() == FutureKind::Task) {
    auto* task = static_cast<TaskObject*>(sleeper);
    timer->sleeper = nullptr;
    task->result.leak();
    task->sleeping = false;
    task->loop->push(task);
  } else {
    if (!sleeper->done()) finish_with_result(sleeper, None);
    release_sleeper(timer);
  }
}

void cancel_sleep(TaskObject* task) noexcept {
  auto* timer = reinterpret_cast<SleepTimer*>(task->result.leak());
  task->sleeping = false;
  if (!timer->queued() && task->loop->withdraw(timer))
    timer->sleeper = nullptr;
  else
    timer->when = cancelled;
  task->loop->push(task);
}

void SleepTimer::withdraw() noexcept {
  EventLoopObject* loop = loop_of(this);
  loop->withdraw(this);
  if (sleeper->kind() == FutureKind::Task && sleeper->sleeping) {
    sleeper->result.leak();
    sleeper->sleeping = false;
  }
  release_sleeper(this);
}

}  // namespace detail

namespace {

// CPython's `sleep` under a driver other than a task: a real future, whose result the timer sets.
std::coroutine_handle<> sleep_by_future(Frame& frame, detail::SleepTimer& timer) noexcept {
  if (!state.loop) {
    raise_error(runtime_error_type, "no running event loop");
    return detail::fail(&frame);
  }
  FutureObject* future = detail::make_future(state.loop);
  timer.sleeper = future;
  state.loop->schedule(&timer);
  future->blocking = true;
  return detail::suspend_by_hand(frame, Object::share(future));
}

}  // namespace

std::coroutine_handle<> detail::AwaitSleep::suspend_until(Frame& frame) noexcept {
  double const delay = timer_.when;
  if (delay != delay) [[unlikely]] {
    raise_error(value_error_type, "Invalid delay: NaN (not a number)");
    return detail::fail(&frame);
  }
  EventLoopObject* loop = state.loop;
  timer_.when = (loop ? loop->time() : monotonic_time()) + delay;
  if (state.hand_driver || !loop) [[unlikely]]
    return sleep_by_future(frame, timer_);
  TaskObject* task = state.current_task;
  timer_.sleeper = task;
  task->leaf = &frame;
  task->result = Object::from_bits(reinterpret_cast<std::uintptr_t>(&timer_));
  task->sleeping = true;
  loop->schedule_after(delay, &timer_);
  if (task->must_cancel) [[unlikely]] {
    // As when a cancelled task begins to wait for a future: that is cancelled at once.
    task->must_cancel = false;
    detail::cancel_sleep(task);
    detail::throw_cancelled(task);
  }
  return std::noop_coroutine();
}

}  // namespace aiocc
