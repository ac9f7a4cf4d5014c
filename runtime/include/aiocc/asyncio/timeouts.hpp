// asyncio.timeout: a deadline for what a task does in an `async with`.
#pragma once

#include "aiocc/asyncio/tasks.hpp"
#include "aiocc/bindings.hpp"
#include "aiocc/core/timer_heap.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::asyncio {

extern Type timeout_type;

namespace detail {

/// The deadline itself; it stands in the frame of `wait_for` or in a Timeout object.
struct Deadline : Timer {
  explicit Deadline() noexcept : Timer(expire) {}
  ~Deadline() { disarm(); }

  enum class Phase : std::uint8_t { Created, Active, Expiring, Expired, Finished };

  Object task;
  Phase phase = Phase::Created;
  std::uint16_t cancels_before = 0;

  /// The running task has to be done by `time` on the loop's clock; RuntimeError outside a task.
  Result<void> enter();
  /// Both, `delay` seconds from now; None for no deadline. `delay` hasn't passed.
  Result<void> begin(Object const& delay);
  void arm(double time);
  void disarm() noexcept;
  /// The end of the block; with an error in flight, that becomes TimeoutError if the deadline was its cause.
  void leave();

 private:
  static void expire(Runnable* node, bool dropped);
};

/// `wait_for` with a timeout that has passed already: cancels and waits for the end of that.
Coroutine<Object> cancel_and_wait(Object future);
/// timeout <= 0; false for None.
Result<bool> has_passed(Object const& timeout);

}  // namespace detail

struct TimeoutObject : HeapObject {
  explicit TimeoutObject(Object deadline) : HeapObject(&timeout_type), when(std::move(deadline)) {}
  /// None or a number.
  Object when;
  detail::Deadline deadline;
  Result<void> arm();
};

/// An asynchronous context manager that cancels what runs too long.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Timeout") Timeout : public Object {
 public:
  constexpr Timeout() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, timeout_type); }
  TimeoutObject* get() const noexcept { return as<TimeoutObject>(); }

  AIOCC_PY("def when(self) -> object")
  Object when() const noexcept { return get()->when; }
  AIOCC_PY("def expired(self) -> bool")
  bool expired() const noexcept;
  AIOCC_PY("def reschedule(self, when: object) -> None")
  Result<void> reschedule(Object const& when) const;
  AIOCC_PY("async def __aenter__(self) -> Timeout")
  Coroutine<Timeout> aenter() const;
  AIOCC_PY("async def __aexit__(self, exc_type: object, exc_val: object, exc_tb: object) -> object")
  Coroutine<Object> aexit(Object exc_type, Object exc_val, Object exc_tb) const;
};

/// A timeout in `delay` seconds; None for none.
AIOCC_PY("def timeout(delay: object) -> Timeout")
Result<Timeout> timeout(Object const& delay);
/// A timeout at a time of the loop's clock.
AIOCC_PY("def timeout_at(when: object) -> Timeout")
Timeout timeout_at(Object const& when);

/// Awaits the coroutine in place, for at most `timeout` seconds; TimeoutError after that.
template <class T>
AIOCC_PY("async def wait_for[T](fut: Coroutine[object, object, T], timeout: object) -> T")
Coroutine<T> wait_for(Coroutine<T> fut, Object timeout) {
  bool const passed = CO_PASS(detail::has_passed(timeout));
  if (passed) {
    Task<T> task = CO_PASS(create_task(std::move(fut)));
    Object value = co_await detail::cancel_and_wait(task).at(nullptr);
    if constexpr (std::is_void_v<T>)
      co_return {};
    else
      co_return from_object<T>(std::move(value));
  }
  detail::Deadline deadline;
  CO_PASS(deadline.begin(timeout));
  Result<T> result = co_await std::move(fut).caught(nullptr);
  deadline.leave();
  co_return result;
}
AIOCC_PY("async def wait_for(fut: object, timeout: object) -> object", source("asyncio/tasks.py:459"))
Coroutine<Object> wait_for(Object fut, Object timeout);

}  // namespace aiocc::asyncio
