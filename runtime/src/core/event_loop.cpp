// Turns of the loop.
#include "aiocc/core/event_loop.hpp"
#include "aiocc/core/context.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "../objects/native_instance.hpp"
#include "aiocc/core/creation.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/log.hpp"
#include "aiocc/core/signals.hpp"
#include "aiocc/core/stand_ins.hpp"
#include "aiocc/core/task_report.hpp"
#include "aiocc/core/task_step.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/main.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

namespace {

Result<Object> repr_loop(Object const& self) {
  auto const* loop = self.as<EventLoopObject>();
  auto text = [](bool value) { return value ? "True" : "False"; };
  return Str::from_utf8(std::string("<") + loop->type->name + " running=" + text(loop->running) +
                        " closed=" + text(loop->closed) + " debug=" + text(loop->debug) + ">");
}

std::string unclosed_text(Object const& loop) { return "unclosed event loop " + detail::repr_text(loop); }

// CPython's _UnixSelectorEventLoop.close. Only the main thread has handlers of signals.
void give_up_signals(EventLoopObject* loop) {
  detail::stop_hearing(loop);
  if (!loop->signal_handlers.bound() || !state.is_main_thread) return;
  Object const handlers = std::move(loop->signal_handlers);
  std::size_t position = 0;
  while (DictEntry const* entry = handlers.as<DictObject>()->next(position))
    detail::take_signal_from_loop(static_cast<int>(entry->key.small()));
}

void dealloc_loop(HeapObject* self) noexcept {
  bool const is_new = !(self->flags & object_finalized);
  bool const is_lost = is_new && !static_cast<EventLoopObject*>(self)->closed;
  if (is_lost && survives_warning(self, resource_warning_type, unclosed_text)) return;
  give_up_signals(static_cast<EventLoopObject*>(self));
  detail::dealloc_native<EventLoopObject, event_loop_type>(self);
}

constexpr Slots loop_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_loop;
  slots.repr = repr_loop;
  slots.construct = detail::construct_loop;
  return slots;
}

// Runs in this thread while the scope lasts.
class Running {
 public:
  explicit Running(EventLoopObject* loop) noexcept
      : loop_(loop),
        outer_(std::exchange(state.loop, loop)),
        driver_(std::exchange(state.hand_driver, nullptr)),
        task_(std::exchange(state.current_task, nullptr)),
        context_(std::move(current_context)) {
    loop->running = true;
    if (state.is_main_thread) {
      detail::set_woken_loop(loop);
      detail::print_tree_at_signal();
    }
    loop->base.outer = state.handled;
    state.handled = &loop->base;
  }
  ~Running() {
    state.handled = loop_->base.outer;
    loop_->running = false;
    if (state.is_main_thread) detail::set_woken_loop(nullptr);
    loop_->stopping = false;
    state.current_task = task_;
    state.hand_driver = driver_;
    state.loop = outer_;
    current_context = std::move(context_);
  }
  Running(Running const&) = delete;

 private:
  EventLoopObject* loop_;
  EventLoopObject* outer_;
  HandDriver* driver_;
  TaskObject* task_;
  // Between steps and callbacks, each of which has its own, there is none.
  Object context_;
};

// A run in debug mode: coroutines and what belongs to the loop tell where they were made.
class DebugRun {
 public:
  explicit DebugRun(EventLoopObject* loop) noexcept : outer_depth_(detail::coroutine_origin_depth) {
    if (!loop->debug) return;
    detail::note_creation(loop);
    detail::coroutine_origin_depth = detail::most_creation_calls;
  }
  ~DebugRun() { detail::coroutine_origin_depth = outer_depth_; }
  DebugRun(DebugRun const&) = delete;

 private:
  std::int64_t const outer_depth_;
};

// In debug mode: what takes long is reported.
void run_timed(EventLoopObject* loop, Runnable* node) {
  Object subject;
  if (node->run == detail::step_task) subject = Object::share(static_cast<TaskObject*>(node));
  if (node->run == detail::run_handle_node)
    subject = Object::share(static_cast<HandleObject*>(static_cast<Timer*>(node)));
  double const begin = monotonic_time();
  node->run(node, false);
  double const seconds = monotonic_time() - begin;
  if (!subject.bound() || state.error.bound()) return;
  Result<double> limit = operators::to_float(loop->slow_callback_duration);
  if (!limit) {
    take_error();
    return;
  }
  if (seconds < limit.value()) return;
  std::string const text = fmt::format("Executing {} took {:.3f} seconds", detail::repr_text(subject), seconds);
  detail::log_warning("Executing %s took %.3f seconds", subject, box(seconds), text);
}

// In a loop that isn't simply the runtime's own, or in debug mode.
void run_closely(EventLoopObject* loop, Runnable* node) {
  auto* const task = node->run == detail::step_task ? static_cast<TaskObject*>(node) : nullptr;
  Object const kept = task ? Object::share(task) : Object();
  if (loop->debug)
    run_timed(loop, node);
  else
    node->run(node, false);
  if (task) detail::reschedule_yielded(task);
}

bool is_debug_asked_for() noexcept {
  char const* const value = std::getenv("PYTHONASYNCIODEBUG");
  return value && *value;
}

}  // namespace

constinit Type event_loop_type("_UnixSelectorEventLoop", &object_type, sizeof(EventLoopObject),
                               loop_slots(members<event_loop_type>), "asyncio.unix_events", /*python_may_derive=*/true);

namespace {

// Clang and g++ both have offsets of members of such classes.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winvalid-offsetof"
[[maybe_unused]] bool const has_attributes = [] {
  event_loop_type.overflow_offset = offsetof(EventLoopObject, overflow);
  return true;
}();
#pragma GCC diagnostic pop

}  // namespace

EventLoopObject::EventLoopObject(Type* its_type)
    : HeapObject(its_type),
      slow_callback_duration(box(0.1)),
      overrides_time(detail::is_overridden(its_type, "time"_s)),
      overrides_run_once(detail::is_overridden(its_type, "_run_once"_s)),
      overrides_call_soon(detail::is_overridden(its_type, "call_soon"_s)),
      overrides_timers(detail::is_overridden(its_type, "call_at"_s) ||
                       detail::is_overridden(its_type, "call_later"_s)) {
  debug = is_debug_asked_for();
  // See `has_task_factory`.
  if (detail::is_overridden(its_type, "create_task"_s)) task_factory = None;
  static bool is_first = true;
  if (std::exchange(is_first, false)) detail::at_exit(detail::report_lost_futures);
  detail::log_debug("Using selector: %s", "EpollSelector"_s);
}

EventLoopObject::~EventLoopObject() {
  descriptors.clear();
  detail::drop_scheduled(this);
  if (overflow) Object::adopt(std::exchange(overflow, nullptr)).reset();
}

void EventLoopObject::run_due_timers() {
  if (timers.empty()) return;
  double const end = time() + clock_resolution;
  while (!timers.empty() && timers.first_deadline() < end)
    if (Timer* timer = timers.pop()) ready.push(timer);
}

bool EventLoopObject::withdraw(Runnable* node) noexcept {
  if (node->queued()) return turn.remove(node) || ready.remove(node);
  return stand_ins && stand_ins->dismiss(node);
}

bool EventLoopObject::withdraw(Timer* timer) noexcept {
  if (!timer->scheduled()) return withdraw(static_cast<Runnable*>(timer));
  timers.remove(timer);
  return true;
}

void EventLoopObject::take_from_threads() {
  if (!has_from_threads_.load(std::memory_order_acquire)) return;
  std::lock_guard lock(mutex_);
  for (Runnable* node : from_threads_) ready.push(node);
  from_threads_.clear();
  has_from_threads_.store(false, std::memory_order_release);
}

void EventLoopObject::push_from_thread(Runnable* node) {
  {
    std::lock_guard lock(mutex_);
    from_threads_.push_back(node);
    has_from_threads_.store(true, std::memory_order_release);
  }
  reactor.wake();
}

namespace {
// The loop whose class is being asked for the time: what it asks by `super().time()` is the clock's.
constinit EventLoopObject const* asked_for_time = nullptr;
}  // namespace

double EventLoopObject::time_by_class() const noexcept {
  if (asked_for_time == this) return monotonic_time();
  auto const* const outer = std::exchange(asked_for_time, this);
  Object const self = Object::share(const_cast<EventLoopObject*>(this));
  Result<Object> now = call_method(self, "time"_s);
  asked_for_time = outer;
  Result<double> seconds = now ? operators::to_float(now.value()) : Result<double>(raised);
  if (seconds) return seconds.value();
  print_unraisable(self);
  return monotonic_time();
}

Result<void> EventLoopObject::turn_by_class() {
  PASS(call_method(Object::share(this), "_run_once"_s));
  return {};
}

void EventLoopObject::wait() {
  double timeout = -1;
  if (!ready.empty() || stopping || attention.load(std::memory_order_relaxed))
    timeout = 0;
  else if (!timers.empty())
    timeout = std::max(0.0, timers.first_deadline() - time());
  if (timeout != 0 || reactor.watching()) {
    bool const is_stuck = timeout < 0 && !reactor.watching() && !detail::threads_started && !signal_handlers.bound();
    if (is_stuck && detail::reports_deadlocks()) [[unlikely]]
      detail::end_in_deadlock(this);
    reactor.poll(timeout);
    take_from_threads();
  }
}

// CPython's BaseEventLoop._run_once.
bool EventLoopObject::run_once() {
  timers.tidy();
  take_from_threads();
  if (!journal) wait();
  if (!safe_point()) [[unlikely]]
    return false;
  run_due_timers();
  ready.swap_into(turn);
  bool const is_close = debug || !is_plain();
  while (!turn.empty()) {
    Runnable* node = turn.pop();
    if (is_close) [[unlikely]]
      run_closely(this, node);
    else if (node->run == detail::step_task)
      detail::run_step(&static_cast<TaskObject&>(*node));
    else
      node->run(node, false);
    if (state.error.bound()) [[unlikely]] {
      turn.put_back_to(ready);
      return false;
    }
  }
  return true;
}

Result<void> EventLoopObject::run_forever() {
  if (closed) return raise_error(runtime_error_type, "Event loop is closed");
  if (running) return raise_error(runtime_error_type, "This event loop is already running");
  if (state.loop) return raise_error(runtime_error_type, "Cannot run the event loop while another loop is running");
  reactor.prepare_wake();
  Running scope(this);
  DebugRun const debugging(this);
  do {
    if (overrides_run_once) [[unlikely]]
      PASS(turn_by_class());
    else if (!run_once())
      return raised;
  } while (!stopping);
  return {};
}

Result<void> EventLoopObject::close() {
  if (running) return raise_error(runtime_error_type, "Cannot close a running event loop");
  if (closed) return {};
  if (debug) detail::log_debug("Close %r", Object::share(this));
  closed = true;
  descriptors.clear();
  detail::drop_scheduled(this);
  give_up_signals(this);
  return {};
}

namespace detail {

Result<Object> construct_loop(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(make_native<EventLoopObject>(type, event_loop_type, type));
}

Result<EventLoopObject*> require_running_loop() {
  if (!state.loop) return raise_error(runtime_error_type, "no running event loop");
  return state.loop;
}

}  // namespace detail

}  // namespace aiocc
