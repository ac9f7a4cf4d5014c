// Deadlines, as CPython's asyncio.timeouts, and wait_for on top of them.
#include "aiocc/asyncio/timeouts.hpp"

#include <fmt/format.h>

#include <cmath>

#include "../objects/attributes_apart.hpp"
#include "aiocc/asyncio/events.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc::asyncio {

namespace detail {

namespace {

TaskObject* task_of(Object const& task) noexcept { return static_cast<TaskObject*>(task.as<FutureObject>()); }

// Timeout._insert_timeout_error: where a CancelledError stands in the chain of contexts, it becomes a TimeoutError.
void insert_timeout_error(Ref<BaseException> error) {
  while (error->context.bound() && !error->context.is(None)) {
    auto context = word_cast<Ref<BaseException>>(error->context);
    if (is_instance(context, cancelled_error_type)) {
      Ref<BaseException> timeout = make_exception(timeout_error_type, std::string_view());
      timeout->context = context;
      timeout->cause = context;
      timeout->suppress_context = true;
      error->context = std::move(timeout);
      return;
    }
    error = std::move(context);
  }
}

}  // namespace

Result<void> Deadline::enter() {
  if (phase != Phase::Created) return raise_error(runtime_error_type, "Timeout has already been entered");
  if (!state.current_task) return raise_error(runtime_error_type, "Timeout should be used inside a task");
  phase = Phase::Active;
  task = Object::share(state.current_task);
  cancels_before = state.current_task->cancels_requested;
  return {};
}

void Deadline::arm(double time) {
  EventLoopObject* loop = task_of(task)->loop;
  when = time;
  if (time <= loop->time())
    loop->push(this);
  else
    loop->schedule(this);
}

void Deadline::disarm() noexcept {
  if (!task.bound()) return;
  task_of(task)->loop->withdraw(this);
}

void Deadline::expire(Runnable* node, bool dropped) {
  auto* self = static_cast<Deadline*>(static_cast<Timer*>(node));
  if (dropped || self->phase != Phase::Active) return;
  aiocc::detail::cancel_future(task_of(self->task), None);
  self->phase = Phase::Expiring;
}

void Deadline::leave() {
  disarm();
  Object const finished = std::move(task);
  if (phase == Phase::Active) {
    phase = Phase::Finished;
    return;
  }
  if (phase != Phase::Expiring) return;
  phase = Phase::Expired;
  Int const cancels = word_cast<Task<Object>>(finished).uncancel();
  if (cancels.small() > cancels_before || !state.error.bound()) return;
  if (error_is(cancelled_error_type)) {
    Ref<BaseException> cancelled = take_error();
    Ref<BaseException> error = make_exception(timeout_error_type, std::string_view());
    error->cause = cancelled;
    error->context = std::move(cancelled);
    error->suppress_context = true;
    restore_error(std::move(error));
  } else {
    Ref<BaseException> const error = state.error;
    insert_timeout_error(error);
    if (!is_instance(error, exception_group_type)) return;
    for (Object const& member : error.as<BaseExceptionGroup>()->exceptions.as<TupleObject>()->words())
      insert_timeout_error(word_cast<Ref<BaseException>>(member));
  }
}

namespace {

// Seconds from now, in the types that nearly all programs give them in.
bool plain_seconds(Object const& delay, double& seconds) noexcept {
  if (delay.is_small_int())
    seconds = static_cast<double>(delay.small());
  else if (delay.heap()->type == &float_type)
    seconds = delay.as<FloatObject>()->value;
  else
    return false;
  return true;
}

}  // namespace

Result<void> Deadline::begin(Object const& delay) {
  if (delay.is(None)) return enter();
  if (!state.loop) return raise_error(runtime_error_type, "no running event loop");
  double const now = state.loop->time();
  double time;
  if (double seconds; plain_seconds(delay, seconds))
    time = now + seconds;
  else
    time = PASS(operators::to_float(PASS(operators::add(box(now), delay))));
  PASS(enter());
  // So far away, it can't have passed in the meantime.
  if (time - now > 1) {
    when = time;
    state.loop->schedule(this);
  } else {
    arm(time);
  }
  return {};
}

Result<bool> has_passed(Object const& timeout) {
  if (timeout.is(None)) return false;
  if (double seconds; plain_seconds(timeout, seconds)) return seconds <= 0;
  return operators::test_less_equal(timeout, Object::small_int(0));
}

namespace {

// CPython's _release_waiter: `waiter`'s result, when the node's future is done.
struct ReleaseWaiter : Runnable {
  explicit ReleaseWaiter(FutureObject* waiting) noexcept : Runnable(release), waiter(waiting) {}
  FutureObject* waiter;

  static void release(Runnable* node, bool) {
    FutureObject* waiter = static_cast<ReleaseWaiter*>(node)->waiter;
    if (!waiter->done()) aiocc::detail::finish_with_result(waiter, None);
  }
};

Result<Object> result_or_timeout(Object const& future) {
  Result<Object> result = aiocc::detail::future_result(future.as<FutureObject>());
  if (result || !error_is(cancelled_error_type)) return result;
  Ref<BaseException> cancelled = take_error();
  Ref<BaseException> error = make_exception(timeout_error_type, std::string_view());
  error->cause = cancelled;
  error->context = std::move(cancelled);
  error->suppress_context = true;
  return restore_error(std::move(error));
}

}  // namespace

Coroutine<Object> cancel_and_wait(Object future) {
  auto* awaited = future.as<FutureObject>();
  if (awaited->done()) co_return aiocc::detail::future_result(awaited);
  FutureObject* waiter = aiocc::detail::make_future(state.loop);
  Object const keep = Object::adopt(waiter);
  ReleaseWaiter node(waiter);
  aiocc::detail::add_waiter(awaited, &node);
  aiocc::detail::cancel_future(awaited, None);
  Result<Object> released = co_await word_cast<Future<Object>>(keep).caught(nullptr);
  aiocc::detail::withdraw_waiter(awaited, &node);
  if (!released) co_return raised;
  co_return result_or_timeout(future);
}

}  // namespace detail

Coroutine<Object> wait_for(Object fut, Object timeout) {
  bool const passed = CO_PASS(detail::has_passed(timeout));
  if (passed) {
    Object const future = CO_PASS(ensure_future(fut));
    Object value = co_await detail::cancel_and_wait(future).at(nullptr);
    co_return value;
  }
  detail::Deadline deadline;
  CO_PASS(deadline.begin(timeout));
  Result<Object> result = co_await await_object(fut).caught(nullptr);
  deadline.leave();
  // What the deadline cancelled although it had a value by then is a value.
  if (state.error.bound()) co_return raised;
  co_return result;
}

Result<void> TimeoutObject::arm() {
  if (when.is(None)) return {};
  deadline.arm(PASS(operators::to_float(when)));
  return {};
}

bool Timeout::expired() const noexcept {
  auto const phase = get()->deadline.phase;
  return phase == detail::Deadline::Phase::Expiring || phase == detail::Deadline::Phase::Expired;
}

namespace {

char const* phase_text(detail::Deadline::Phase phase) noexcept {
  switch (phase) {
    case detail::Deadline::Phase::Created: return "created";
    case detail::Deadline::Phase::Active: return "active";
    case detail::Deadline::Phase::Expiring: return "expiring";
    case detail::Deadline::Phase::Expired: return "expired";
    case detail::Deadline::Phase::Finished: break;
  }
  return "finished";
}

Coroutine<Timeout> enter(Timeout timeout) {
  CO_PASS(timeout.get()->deadline.enter());
  CO_PASS(timeout.get()->arm());
  co_return timeout;
}

// The error of the block is in flight while the deadline looks at it.
Result<Object> leave(Timeout const& timeout, Object const& error) {
  bool const failed = !error.is(None);
  if (failed) restore_error(word_cast<Ref<BaseException>>(error));
  timeout.get()->deadline.leave();
  if (!failed) return None;
  // The same error goes on by itself, another one is raised here.
  if (!state.error.is(error)) return raised;
  take_error();
  return None;
}

Coroutine<Object> leave_later(Timeout timeout, Object error) { co_return leave(timeout, error); }

Result<Object> repr_timeout(Object const& self) {
  auto const* timeout = self.as<TimeoutObject>();
  std::string text = fmt::format("<Timeout [{}]", phase_text(timeout->deadline.phase));
  if (timeout->deadline.phase == detail::Deadline::Phase::Active) {
    if (timeout->when.is(None)) {
      text += " when=None";
    } else {
      double const when = PASS(operators::to_float(timeout->when));
      text += " when=" + aiocc::detail::repr_text(box(std::round(when * 1000) / 1000));
    }
  }
  return Str::from_utf8(text + ">");
}

void dealloc_timeout(HeapObject* self) noexcept { delete static_cast<TimeoutObject*>(self); }

constexpr Slots timeout_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_timeout;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr_timeout;
  return slots;
}

}  // namespace

Result<void> Timeout::reschedule(Object const& when) const {
  TimeoutObject* self = get();
  auto const phase = self->deadline.phase;
  if (phase == detail::Deadline::Phase::Created) return raise_error(runtime_error_type, "Timeout has not been entered");
  if (phase != detail::Deadline::Phase::Active)
    return raise_error(runtime_error_type, fmt::format("Cannot change state of {} Timeout", phase_text(phase)));
  self->when = when;
  self->deadline.disarm();
  return self->arm();
}

Coroutine<Timeout> Timeout::aenter() const { return enter(*this); }
Coroutine<Object> Timeout::aexit(Object, Object exc_val, Object) const {
  return leave_later(*this, std::move(exc_val));
}

Result<Timeout> timeout(Object const& delay) {
  if (!state.loop) return raise_error(runtime_error_type, "no running event loop");
  Object when = delay;
  if (!delay.is(None)) when = PASS(operators::add(box(state.loop->time()), delay));
  return timeout_at(when);
}

Timeout timeout_at(Object const& when) { return word_cast<Timeout>(Object::adopt(new TimeoutObject(when))); }

constinit Type timeout_type("Timeout", &object_type, sizeof(TimeoutObject), timeout_slots(members<timeout_type>),
                            "asyncio.timeouts");
[[maybe_unused]] bool const timeout_has_attributes = aiocc::detail::keep_attributes_apart(timeout_type);

}  // namespace aiocc::asyncio
