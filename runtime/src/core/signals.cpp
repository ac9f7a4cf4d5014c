// From the operating system's signal to Python's handler.
#include "aiocc/core/signals.hpp"

#include <csignal>

#include <atomic>

#include "aiocc/core/event_loop.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/function.hpp"

namespace aiocc::detail {

namespace {

std::atomic<bool> came[signal_count];
std::atomic<EventLoopObject*> woken_loop{nullptr};
// The loop that last got a handler of its own, which hears of signals while it doesn't run as well. (CPython: set_wakeup_fd.)
EventLoopObject* hearing_loop = nullptr;
NativeSignalHandler native_handlers[signal_count];

void on_signal(int number) {
  int const before = errno;
  signal_came(number);
  errno = before;
}

// CPython's loop learns of a signal by a byte in a pipe, and schedules the handler when it has read that: one turn later.
struct SignalReader : Runnable {
  explicit SignalReader(Object scheduled) noexcept : Runnable(read), handle(std::move(scheduled)) {}
  Object handle;

  static void read(Runnable* node, bool dropped) {
    Object const handle = std::move(static_cast<SignalReader*>(node)->handle);
    delete static_cast<SignalReader*>(node);
    auto* scheduled = handle.as<HandleObject>();
    if (dropped || scheduled->cancelled || scheduled->queued()) return;
    ++scheduled->references;
    scheduled->loop->ready.push(scheduled);
  }
};

void give_to_loop(int number) {
  if (!hearing_loop || !hearing_loop->signal_handlers.bound()) return;
  Result<Object const*> handle = hearing_loop->signal_handlers.as<DictObject>()->find(Object::small_int(number));
  if (handle && handle.value()) hearing_loop->ready.push(new SignalReader(*handle.value()));
}

// Python's handler is called as well as the loop's: it does nothing, unless it was set after that.
Result<void> run_handler(int number) {
  give_to_loop(number);
  if (native_handlers[number]) return native_handlers[number]() ? Result<void>() : raised;
  Object const handler = signal_handler(number);
  if (!handler.bound() || handler.is_small_int()) return {};
  PASS(call(handler, Object::small_int(number), None));
  return {};
}

Result<Object> interrupt(FunctionObject*, Object const*, std::size_t, KeywordNames const*) {
  return raise_error(keyboard_interrupt_type, std::string_view());
}

Result<Object> do_nothing(FunctionObject*, Object const*, std::size_t, KeywordNames const*) { return None; }

constexpr Code nothing_code{"", "_sighandler_noop", "_sighandler_noop", 0};
constexpr Code interrupt_code{"", "default_int_handler", "default_int_handler", 0};

}  // namespace

Object& signal_handler(int number) noexcept {
  static auto* const handlers = new Object[signal_count];
  return handlers[number];
}

void set_native_handler(int number, NativeSignalHandler handler) noexcept { native_handlers[number] = handler; }

NativeSignalHandler native_handler(int number) noexcept { return native_handlers[number]; }

void set_signal_handler(int number, Object const& handler) noexcept {
  native_handlers[number] = nullptr;
  signal_handler(number) = handler;
}

bool hand_signal_to_loop(int number, EventLoopObject* loop) {
  static auto* const nothing = new Object(make_builtin_function(do_nothing, nullptr, nothing_code));
  if (!note_signal(number)) return false;
  set_signal_handler(number, *nothing);
  hearing_loop = loop;
  return true;
}

void stop_hearing(EventLoopObject const* loop) noexcept {
  if (!loop || hearing_loop == loop) hearing_loop = nullptr;
}

void take_signal_from_loop(int number) {
  set_signal_handler(number, number == SIGINT ? default_int_handler() : Object::small_int(0));
  if (number == SIGINT)
    note_signal(number);
  else
    std::signal(number, SIG_DFL);
}

bool note_signal(int number) noexcept {
  struct sigaction action{};
  action.sa_handler = on_signal;
  return sigaction(number, &action, nullptr) == 0;
}

void signal_came(int number) noexcept {
  came[number].store(true);
  attention.fetch_or(signal_arrived);
  if (EventLoopObject* loop = woken_loop.load()) loop->reactor.wake();
}

void set_woken_loop(EventLoopObject* loop) noexcept { woken_loop.store(loop); }

Result<void> run_signal_handlers() {
  attention.fetch_and(~signal_arrived);
  for (int number = 1; number < signal_count; ++number) {
    if (!came[number].exchange(false)) continue;
    if (Result<void> const done = run_handler(number); !done) {
      // Those that are left are for the next safe point.
      attention.fetch_or(signal_arrived);
      return raised;
    }
  }
  return {};
}

Object default_int_handler() {
  static auto* const handler = new Object(make_builtin_function(interrupt, nullptr, interrupt_code));
  return *handler;
}

void handle_interrupts() noexcept {
  struct sigaction before{};
  sigaction(SIGINT, nullptr, &before);
  if (before.sa_handler == SIG_IGN || signal_handler(SIGINT).bound()) return;
  signal_handler(SIGINT) = default_int_handler();
  note_signal(SIGINT);
}

}  // namespace aiocc::detail
