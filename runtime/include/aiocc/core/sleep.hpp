// Sleeping: the timer stands in the awaiting frame, so a sleep allocates nothing.
#pragma once

#include "aiocc/core/driver.hpp"
#include "aiocc/core/future_object.hpp"

namespace aiocc {

namespace detail {

/// A turn of the loop, as CPython's bare `yield`.
class NextTurn : public AwaitForms<NextTurn> {
 public:
  using value_type = void;
  std::coroutine_handle<> suspend(Frame& frame) noexcept {
    if (state.hand_driver) [[unlikely]]
      return suspend_with(frame, None);
    TaskObject* task = state.current_task;
    task->leaf = &frame;
    // It's the last thing that a step does; loops of other classes are asked right after it (`reschedule_yielded`).
    task->loop->ready.push(task);
    return std::noop_coroutine();
  }
  void take() noexcept {}
  void abandon() noexcept {}
};

void fire_sleep(Runnable* node, bool dropped);

/// Stands for the future, the timer handle and the callback of CPython's `sleep`.
struct SleepTimer : Timer {
  explicit SleepTimer(double delay) noexcept : Timer(fire_sleep) { when = delay; }
  ~SleepTimer() {
    if (sleeper) [[unlikely]]
      withdraw();
  }
  /// The sleeping task, while the timer is in the heap or in the ready queue; where the sleep is driven by hand, a future that the timer completes (owned).
  FutureObject* sleeper = nullptr;

  AIOCC_KEEPS_REGISTERS AIOCC_COLD void withdraw() noexcept;
};

class AwaitSleep;

}  // namespace detail

/// `co_await asyncio::sleep(1).at(AT(2));`
class Sleep : public AwaitForms<Sleep> {
 public:
  using value_type = void;
  using awaiter_type = detail::AwaitSleep;
  explicit Sleep(double seconds) noexcept : delay(seconds) {}
  double delay;
};

class detail::AwaitSleep {
 public:
  using value_type = void;
  explicit AwaitSleep(Sleep&& sleep) noexcept : timer_(sleep.delay) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept {
    return timer_.when <= 0 ? NextTurn().suspend(frame) : suspend_until(frame);
  }
  void take() noexcept {}
  void abandon() noexcept {}

 private:
  std::coroutine_handle<> suspend_until(Frame& frame) noexcept;

  /// Before it's scheduled, `when` is the delay.
  SleepTimer timer_;
};

}  // namespace aiocc
