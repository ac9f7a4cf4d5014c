// The module _thread: threads and locks, for the modules threading and queue, which are Python.
#pragma once

#include <deque>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::_thread {

extern Type lock_type, rlock_type;

struct Waiter;

/// A lock for threads. Its fields are touched by whoever runs Python code only.
struct LockObject : HeapObject {
  explicit LockObject(Type* lock_class) noexcept : HeapObject(lock_class) {}
  bool locked = false;
  /// In order of arrival.
  std::deque<Waiter*> waiters;
  // Of an RLock: the thread that holds it, and how often.
  std::uint64_t owner = 0;
  std::int64_t count = 0;
};

/// A lock that isn't held by anybody in particular.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("lock", type(_thread::lock_type)) Lock : public Object {
 public:
  /// Waits for at most `timeout` seconds; -1: for ever. False: it couldn't be had.
  AIOCC_PY("def acquire(self, blocking: object = True, timeout: object = -1) -> bool")
  Result<bool> acquire(Object const& blocking, Object const& timeout) const;
  AIOCC_PY("def release(self) -> None")
  Result<void> release() const;
  AIOCC_PY("def locked(self) -> bool")
  bool locked() const noexcept { return as<LockObject>()->locked; }
  AIOCC_PY("def __enter__(self) -> bool")
  Result<bool> enter() const;
  AIOCC_PY("def __exit__(self, *args: object) -> None")
  Result<void> exit(Arguments args) const;
};

/// A lock that its thread may acquire again.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("RLock", type(_thread::rlock_type)) RLock : public Object {
 public:
  AIOCC_PY("def acquire(self, blocking: object = True, timeout: object = -1) -> bool")
  Result<bool> acquire(Object const& blocking, Object const& timeout) const;
  AIOCC_PY("def release(self) -> None")
  Result<void> release() const;
  AIOCC_PY("def __enter__(self) -> bool")
  Result<bool> enter() const;
  AIOCC_PY("def __exit__(self, *args: object) -> None")
  Result<void> exit(Arguments args) const;
  // What a Condition needs: giving the lock up however often it's held, and taking it again as often.
  AIOCC_PY("def _is_owned(self) -> bool")
  bool is_owned() const noexcept;
  AIOCC_PY("def _release_save(self) -> object")
  Result<Object> release_save() const;
  AIOCC_PY("def _acquire_restore(self, state: object, /) -> None")
  Result<void> acquire_restore(Object const& state) const;
};

AIOCC_PY("def allocate_lock() -> object")
Object allocate_lock();
AIOCC_PY("def RLock() -> RLock")
RLock make_rlock();

/// Runs `function(*args)` in a new thread; gives its number. Errors are the function's to handle.
AIOCC_PY("def start_new_thread(function: object, args: object, /) -> int", stores)
Result<Int> start_new_thread(Object const& function, Object const& args);
AIOCC_PY("def get_ident() -> int")
Int get_ident();
/// The operating system's number of the thread.
AIOCC_PY("def get_native_id() -> int")
Int get_native_id();
/// Processors that this process may use.
AIOCC_PY("def cpu_count() -> int")
Int cpu_count();
AIOCC_PY("def is_main_thread() -> bool")
bool is_main_thread();
/// Called when the program's main module has ended, before the exit functions.
AIOCC_PY("def at_shutdown(function: object, /) -> None", stores)
void at_shutdown(Object const& function);
/// Prints an error that a thread's function didn't handle, under the thread's name.
AIOCC_PY("def print_exception(exc: object, /) -> None")
void print_exception(Object const& exception);
/// Simulates the arrival of SIGINT.
AIOCC_PY("def interrupt_main(signum: object = 2, /) -> None")
Result<void> interrupt_main(Object const& signum);

}  // namespace aiocc::_thread
