// Threads of the operating system that run Python code in turns, and the locks between them.
#include "aiocc/stdlib/_thread.hpp"

#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <csignal>

#include "../core/forking.hpp"
#include "../objects/stack_limit.hpp"
#include "aiocc/core/context.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/core/signals.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc::_thread {

/// A thread that waits for a lock. Signals end a wait on a semaphore, so that their handlers can run.
struct Waiter {
  Waiter() noexcept { sem_init(&woken, 0, 0); }
  ~Waiter() { sem_destroy(&woken); }
  Waiter(Waiter const&) = delete;
  sem_t woken;
};

namespace {

LockObject* lock_of(Object const& self) noexcept { return self.as<LockObject>(); }

std::uint64_t this_thread() noexcept {
  if (!state.thread) state.thread = static_cast<std::uint64_t>(pthread_self());
  return state.thread;
}

timespec deadline_after(double seconds) noexcept {
  timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  double const whole = std::floor(seconds);
  at.tv_sec += static_cast<time_t>(whole);
  at.tv_nsec += static_cast<long>((seconds - whole) * 1e9);
  if (at.tv_nsec >= 1'000'000'000) {
    ++at.tv_sec;
    at.tv_nsec -= 1'000'000'000;
  }
  return at;
}

/// Waits until somebody wakes the waiter. False: the deadline passed.
Result<bool> wait_for(Waiter& waiter, timespec const* deadline) {
  while (true) {
    int const failure = [&] {
      Unlocked scope;
      int const status = deadline ? sem_clockwait(&waiter.woken, CLOCK_MONOTONIC, deadline) : sem_wait(&waiter.woken);
      return status == 0 ? 0 : errno;
    }();
    if (failure == 0) return true;
    PASS(safe_point());
    if (failure == ETIMEDOUT) return false;
  }
}

/// Takes the lock; false where it couldn't be had in time. `seconds` is negative for a wait without an end.
Result<bool> take(LockObject* lock, bool blocking, double seconds) {
  if (!lock->locked) {
    lock->locked = true;
    return true;
  }
  if (!blocking || seconds == 0) return false;
  timespec const deadline = seconds > 0 ? deadline_after(seconds) : timespec{};
  Waiter waiter;
  lock->waiters.push_back(&waiter);
  Object const keep = Object::share(lock);
  while (true) {
    Result<bool> woken = wait_for(waiter, seconds > 0 ? &deadline : nullptr);
    auto const place = std::find(lock->waiters.begin(), lock->waiters.end(), &waiter);
    if (woken && !lock->locked) {
      if (place != lock->waiters.end()) lock->waiters.erase(place);
      lock->locked = true;
      return true;
    }
    if (woken && woken.value()) {
      // Somebody else was quicker.
      if (place == lock->waiters.end()) lock->waiters.push_front(&waiter);
      continue;
    }
    if (place != lock->waiters.end()) lock->waiters.erase(place);
    return woken;
  }
}

void give_up(LockObject* lock) noexcept {
  lock->locked = false;
  if (lock->waiters.empty()) return;
  Waiter* first = lock->waiters.front();
  lock->waiters.pop_front();
  sem_post(&first->woken);
}

Result<double> seconds_of(Object const& timeout, bool blocking) {
  double const seconds = PASS(operators::to_float(timeout));
  if (!blocking && seconds != -1)
    return raise_error(value_error_type, "can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds != -1) return raise_error(value_error_type, "timeout value must be a non-negative number");
  if (seconds > 9e9) return raise_error(overflow_error_type, "timeout value is too large");
  return seconds;
}

/// A word argument that may be left out.
Result<bool> is_blocking(Object const& blocking) { return operators::truth(blocking); }

Result<Object> repr_lock(Object const& self) {
  LockObject const* lock = lock_of(self);
  std::string text = lock->locked ? "<locked " : "<unlocked ";
  text += self.heap()->type == &rlock_type ? "_thread.RLock object owner=" + std::to_string(lock->owner) +
                                                 " count=" + std::to_string(lock->count) + " at "
                                           : std::string("_thread.lock object at ");
  return Str::from_utf8(text + address_text(self) + ">");
}

void dealloc_lock(HeapObject* self) noexcept { delete static_cast<LockObject*>(self); }

constexpr Slots lock_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_lock;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr_lock;
  return slots;
}

}  // namespace

constinit Type lock_type("_thread.lock", &object_type, sizeof(LockObject), lock_slots(members<lock_type>), "_thread");
constinit Type rlock_type("_thread.RLock", &object_type, sizeof(LockObject), lock_slots(members<rlock_type>),
                          "_thread");

Result<bool> Lock::acquire(Object const& blocking, Object const& timeout) const {
  bool const waits = PASS(is_blocking(blocking));
  double const seconds = PASS(seconds_of(timeout, waits));
  return take(lock_of(*this), waits, seconds);
}

Result<void> Lock::release() const {
  if (!lock_of(*this)->locked) return raise_error(runtime_error_type, "release unlocked lock");
  give_up(lock_of(*this));
  // Signals that came while a thread waited for the lock are handled here.
  return safe_point();
}

Result<bool> Lock::enter() const { return take(lock_of(*this), true, -1); }
Result<void> Lock::exit(Arguments) const { return release(); }

Result<bool> RLock::acquire(Object const& blocking, Object const& timeout) const {
  LockObject* lock = lock_of(*this);
  if (lock->locked && lock->owner == this_thread()) {
    ++lock->count;
    return true;
  }
  bool const waits = PASS(is_blocking(blocking));
  double const seconds = PASS(seconds_of(timeout, waits));
  bool const taken = PASS(take(lock, waits, seconds));
  if (!taken) return false;
  lock->owner = this_thread();
  lock->count = 1;
  return true;
}

Result<void> RLock::release() const {
  LockObject* lock = lock_of(*this);
  if (!is_owned()) return raise_error(runtime_error_type, "cannot release un-acquired lock");
  if (--lock->count > 0) return {};
  lock->owner = 0;
  give_up(lock);
  return {};
}

Result<bool> RLock::enter() const { return acquire(True, Object::small_int(-1)); }
Result<void> RLock::exit(Arguments) const { return release(); }

bool RLock::is_owned() const noexcept { return lock_of(*this)->locked && lock_of(*this)->owner == this_thread(); }

Result<Object> RLock::release_save() const {
  LockObject* lock = lock_of(*this);
  if (!is_owned()) return raise_error(runtime_error_type, "cannot release un-acquired lock");
  Object const count = Object::small_int(std::exchange(lock->count, 0));
  lock->owner = 0;
  give_up(lock);
  return count;
}

Result<void> RLock::acquire_restore(Object const& saved) const {
  PASS(take(lock_of(*this), true, -1));
  lock_of(*this)->owner = this_thread();
  lock_of(*this)->count = saved.small();
  return {};
}

Object allocate_lock() { return Object::adopt(new LockObject(&lock_type)); }
RLock make_rlock() { return word_cast<RLock>(Object::adopt(new LockObject(&rlock_type))); }

namespace {

struct Start {
  Object function;
  Object args;
  std::uint32_t recursion_limit;
};

void* run_thread(void* data) {
  aiocc::detail::take_lock();
  {
    auto* start = static_cast<Start*>(data);
    state = State();
    state.thread = static_cast<std::uint64_t>(pthread_self());
    state.is_main_thread = false;
    state.recursion_limit = start->recursion_limit;
    aiocc::detail::set_stack_limit();
    Object const function = std::move(start->function);
    Object const args = std::move(start->args);
    delete start;
    auto const* tuple = args.as<TupleObject>();
    if (!call_array(function, tuple->items(), tuple->size)) aiocc::print_unraisable(function);
  }
  state.event_loop.reset();
  state = State();
  current_context.reset();
  aiocc::detail::end_thread();
  return nullptr;
}

}  // namespace

Result<Int> start_new_thread(Object const& function, Object const& args) {
  if (!is_instance(args, tuple_type)) return raise_error(type_error_type, "2nd arg must be a tuple");
  this_thread();
  aiocc::detail::threads_started = true;
  auto* start = new Start{function, args, state.recursion_limit};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  // Signals are the main thread's.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  if (state.is_main_thread) aiocc::detail::main_thread_signals = before;
  pthread_t thread;
  int const failure = pthread_create(&thread, &attributes, run_thread, start);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_attr_destroy(&attributes);
  if (failure) {
    delete start;
    return raise_error(runtime_error_type, "can't start new thread");
  }
  return Int(static_cast<std::int64_t>(thread));
}

Int get_ident() { return Int(static_cast<std::int64_t>(this_thread())); }
Int get_native_id() { return Int(static_cast<std::int64_t>(syscall(SYS_gettid))); }
Int cpu_count() {
  cpu_set_t set;
  return Int(sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1);
}
bool is_main_thread() { return state.is_main_thread; }

namespace {

std::vector<Object>& shutdown_functions() {
  static auto* const functions = new std::vector<Object>;
  return *functions;
}

Result<void> shut_down() {
  while (!shutdown_functions().empty()) {
    Object const function = std::move(shutdown_functions().back());
    shutdown_functions().pop_back();
    PASS(call(function));
  }
  return {};
}

}  // namespace

void at_shutdown(Object const& function) {
  aiocc::detail::at_main_end = shut_down;
  shutdown_functions().push_back(function);
}

void print_exception(Object const& exception) { aiocc::print_exception(word_cast<Ref<BaseException>>(exception)); }

Result<void> interrupt_main(Object const& signum) {
  Int const given = PASS(operators::index(signum));
  if (!given.is_small_int() || given.small() < 1 || given.small() >= aiocc::detail::signal_count)
    return raise_error(value_error_type, "signal number out of range");
  auto const number = static_cast<int>(given.small());
  if (number == SIGINT) aiocc::detail::handle_interrupts();
  // The system's own ways to handle a signal aren't for one that nobody sent.
  Object const& handler = aiocc::detail::signal_handler(number);
  if (!handler.bound() || handler.is_small_int()) return {};
  aiocc::detail::signal_came(number);
  return state.is_main_thread ? safe_point() : Result<void>();
}

}  // namespace aiocc::_thread
