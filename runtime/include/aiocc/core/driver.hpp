// What runs a chain of frames: a task, or somebody who calls `send`, `throw` and `close` by hand.
#pragma once

#include "aiocc/core/awaiting.hpp"
#include "aiocc/objects/exceptions.hpp"

namespace aiocc {

namespace detail {
struct Parked;
}

/// Drives a chain by hand: `state.hand_driver` while the chain runs.
struct HandDriver {
  /// The innermost frame, suspended; null when the chain has finished or hasn't started.
  Frame* leaf = nullptr;
  /// What the leaf yielded: a future, None, or what some `__await__` yields.
  Object yielded;
  /// The future that the leaf waits for, if it does that directly.
  Object waited;
  /// The node by which the leaf waits for something of the runtime's.
  detail::Parked* parked = nullptr;
  /// What the leaf gets as the value of its yield.
  Object sent;
  /// End of the chain of handled exceptions inside; relinked to the caller's at each resume.
  HandledException base;
  /// Innermost slot of the chain while it's suspended; null: `base`.
  HandledException* handled = nullptr;
};

namespace detail {

/// `leaf` waits for `future` under a driver by hand, to which the future is yielded.
std::coroutine_handle<> suspend_by_hand(Frame& leaf, Object future) noexcept;
/// Resumes `frame` under `driver`. True: it's suspended and `driver.yielded` is set; false: the chain has finished, its root having
/// its value or `failed` with `state.error`. With an error in flight, it strikes the leaf.
bool drive(HandDriver& driver, Frame* frame) noexcept;

/// Suspends the running chain at `leaf`, which yields `value` to whoever drives it: None to a task lets it continue in the next turn, a future
/// when that is done.
std::coroutine_handle<> suspend_with(Frame& leaf, Object value) noexcept;

/// `co_await YieldToDriver(value).caught(nullptr)`: a bare yield inside `__await__`.
class YieldToDriver : public AwaitForms<YieldToDriver> {
 public:
  using value_type = Object;
  explicit YieldToDriver(Object value) noexcept : value_(std::move(value)) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept { return suspend_with(frame, std::move(value_)); }
  /// What `send` was given.
  Object take() noexcept;
  void abandon() noexcept {}

 private:
  Object value_;
};

}  // namespace detail

}  // namespace aiocc
