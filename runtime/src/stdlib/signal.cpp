// The handlers of signals, as Python code sets them.
#include "aiocc/stdlib/_signal.hpp"

#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstring>

#include "aiocc/core/reactor.hpp"
#include "aiocc/core/signals.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::_signal {

namespace {

Result<int> checked(Int const& number) {
  std::int64_t const value = number.is_small_int() ? number.small() : 0;
  if (value < 1 || value >= aiocc::detail::signal_count)
    return raise_error(value_error_type, "signal number out of range");
  return static_cast<int>(value);
}

/// Before a program sets one: what the operating system does, or SIGINT's own.
Object handler_of(int number) {
  Object const& own = aiocc::detail::signal_handler(number);
  if (own.bound()) return own;
  struct sigaction now{};
  if (sigaction(number, nullptr, &now) != 0) return None;
  if (now.sa_handler == SIG_IGN) return Object::small_int(1);
  if (number == SIGINT) return aiocc::detail::default_int_handler();
  return Object::small_int(0);
}

void set_plain(int number, void (*handler)(int)) noexcept {
  struct sigaction action{};
  action.sa_handler = handler;
  sigaction(number, &action, nullptr);
}

Object timer_values(itimerval const& timer) {
  auto seconds = [](timeval const& time) {
    return box(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6);
  };
  Object const values[] = {seconds(timer.it_value), seconds(timer.it_interval)};
  return make_tuple(values);
}

Result<timeval> time_value(Object const& seconds) {
  double const value = PASS(operators::to_float(seconds));
  double const whole = std::floor(value);
  return timeval{static_cast<time_t>(whole), static_cast<suseconds_t>(std::round((value - whole) * 1e6))};
}

Raised os_error() { return raise_os_error(errno); }

sigset_t set_of(Bytes const& numbers) noexcept {
  sigset_t set;
  sigemptyset(&set);
  for (char const number : numbers.view()) sigaddset(&set, number);
  return set;
}

Bytes numbers_in(sigset_t const& set) {
  std::string numbers;
  for (int number = 1; number < aiocc::detail::signal_count; ++number)
    if (sigismember(&set, number) == 1) numbers += static_cast<char>(number);
  return Bytes::from(numbers);
}

/// Until then; negative: there's no end.
int wait_unlocked(sigset_t const& set, siginfo_t& info, double seconds) noexcept {
  Unlocked scope;
  if (seconds < 0) return ::sigwaitinfo(&set, &info);
  double const whole = std::floor(seconds);
  timespec const time{static_cast<time_t>(whole), static_cast<long>((seconds - whole) * 1e9)};
  return ::sigtimedwait(&set, &info, &time);
}

Object items_of(siginfo_t const& info) {
  Object const items[] = {
      Object::small_int(info.si_signo), Object::small_int(info.si_code), Object::small_int(info.si_errno),
      Object::small_int(info.si_pid),   Object::small_int(info.si_uid),  Object::small_int(info.si_status),
      Object::small_int(info.si_band),
  };
  return make_tuple(items);
}

}  // namespace

Result<Object> signal(Int const& signalnum, Object const& handler) {
  if (!state.is_main_thread)
    return raise_error(value_error_type, "signal only works in main thread of the main interpreter");
  int const number = PASS(checked(signalnum));
  bool const is_number = handler.is_small_int() && (handler.small() == 0 || handler.small() == 1);
  if (!is_number && !builtins::callable(handler))
    return raise_error(type_error_type, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  PASS(safe_point());
  Object before = handler_of(number);
  if (number == SIGKILL || number == SIGSTOP) {
    errno = EINVAL;
    return os_error();
  }
  aiocc::detail::set_signal_handler(number, handler);
  if (!is_number)
    aiocc::detail::note_signal(number);
  else
    set_plain(number, handler.small() == 0 ? SIG_DFL : SIG_IGN);
  return before;
}

Result<Object> getsignal(Int const& signalnum) { return handler_of(PASS(checked(signalnum))); }

Result<void> default_int_handler(Object const&, Object const&) {
  return raise_error(keyboard_interrupt_type, std::string_view());
}

Object interrupt_handler() { return aiocc::detail::default_int_handler(); }

Result<void> raise_signal(Int const& signalnum) {
  int const number = PASS(checked(signalnum));
  if (number == SIGINT) aiocc::detail::handle_interrupts();
  if (::raise(number) != 0) return os_error();
  return safe_point();
}

Result<Int> alarm(Int const& seconds) {
  return Int(static_cast<std::int64_t>(::alarm(static_cast<unsigned>(seconds.small()))));
}

Result<Object> setitimer(Int const& which, Object const& seconds, Object const& interval) {
  itimerval timer{};
  timer.it_value = PASS(time_value(seconds));
  timer.it_interval = PASS(time_value(interval));
  itimerval before{};
  if (::setitimer(static_cast<__itimer_which_t>(which.small()), &timer, &before) != 0) return os_error();
  return timer_values(before);
}

Result<Object> getitimer(Int const& which) {
  itimerval timer{};
  if (::getitimer(static_cast<__itimer_which_t>(which.small()), &timer) != 0) return os_error();
  return timer_values(timer);
}

Result<void> pause() {
  {
    Unlocked scope;
    ::pause();
  }
  return safe_point();
}

Result<Object> strsignal(Int const& signalnum) {
  int const number = PASS(checked(signalnum));
  char const* text = ::strsignal(number);
  if (!text || std::strstr(text, "Unknown signal")) return None;
  return Str::from_utf8(text);
}

Result<void> siginterrupt(Int const& signalnum, Object const& flag) {
  int const number = PASS(checked(signalnum));
  bool const interrupts = PASS(operators::truth(flag));
  struct sigaction action{};
  sigaction(number, nullptr, &action);
  action.sa_flags = interrupts ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
  sigaction(number, &action, nullptr);
  return {};
}

Result<Bytes> pthread_sigmask(Int const& how, Bytes const& mask) {
  sigset_t const set = set_of(mask);
  sigset_t before;
  int const way = how.is_small_int() ? static_cast<int>(how.small()) : -1;
  if (int const error = ::pthread_sigmask(way, &set, &before)) return raise_os_error(error);
  // What was held back has come by now.
  PASS(safe_point());
  return numbers_in(before);
}

Result<Bytes> sigpending() {
  sigset_t set;
  if (::sigpending(&set) != 0) return os_error();
  return numbers_in(set);
}

Result<Object> sigtimedwait(Bytes const& sigset, Object const& seconds) {
  sigset_t const set = set_of(sigset);
  double const length = seconds.is(None) ? -1 : PASS(operators::to_float(seconds));
  double const end = length < 0 ? 0 : monotonic_time() + length;
  double left = length;
  siginfo_t info;
  while (wait_unlocked(set, info, left) < 0) {
    if (errno == EAGAIN) return None;
    if (errno != EINTR) return os_error();
    PASS(safe_point());
    if (length >= 0) left = std::max(end - monotonic_time(), 0.0);
  }
  return items_of(info);
}

Result<void> pthread_kill(Int const& thread_id, Int const& signalnum) {
  auto const thread = static_cast<pthread_t>(thread_id.small());
  if (int const error = ::pthread_kill(thread, static_cast<int>(signalnum.small()))) return raise_os_error(error);
  return safe_point();
}

}  // namespace aiocc::_signal
