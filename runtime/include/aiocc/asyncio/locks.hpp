// asyncio's synchronisation: Lock, Event, Condition, Semaphore, BoundedSemaphore. Not for threads.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/core/coroutine.hpp"
#include "aiocc/core/parked.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::asyncio {

extern Type lock_type, event_type, condition_type, semaphore_type, bounded_semaphore_type;

struct LockObject : HeapObject {
  LockObject() : HeapObject(&lock_type) {}
  aiocc::detail::ParkedList waiters;
  bool locked = false;
  Result<void> release();
  void wake_first() noexcept;
};

struct EventObject : HeapObject {
  EventObject() : HeapObject(&event_type) {}
  aiocc::detail::ParkedList waiters;
  bool value = false;
  void set() noexcept;
};

struct ConditionObject : HeapObject {
  explicit ConditionObject(Object its_lock = Object()) : HeapObject(&condition_type), lock(std::move(its_lock)) {}
  aiocc::detail::ParkedList waiters;
  Object lock;
  void notify(std::int64_t count) noexcept;
};

struct SemaphoreObject : HeapObject {
  SemaphoreObject(Type* type, std::int64_t start) : HeapObject(type), value(start), bound(start) {}
  aiocc::detail::ParkedList waiters;
  std::int64_t value;
  /// Of a BoundedSemaphore, what `value` may not exceed.
  std::int64_t bound;
  bool is_bounded = false;
  bool locked() const noexcept;
  bool wake_next() noexcept;
  Result<void> release();
};

namespace detail {
template <class Owner, class Value>
class AwaitAcquired;
}

/// `co_await lock.acquire().at(AT(3))`: one class for all that wait in a list of an object's. `async with` has no use for
/// the value, so there it's void.
template <class Owner, class Value = bool>
class AcquireOf : public AwaitForms<AcquireOf<Owner, Value>> {
 public:
  using value_type = Value;
  using awaiter_type = detail::AwaitAcquired<Owner, Value>;
  explicit AcquireOf(Owner* waited) noexcept : owner(Ref<Owner>::share(waited)) {}
  Ref<Owner> owner;
};

namespace detail {

/// The node of a task that waits for an Owner.
template <class Owner>
struct AcquireNode : aiocc::detail::Parked {
  explicit AcquireNode(Ref<Owner> waited) noexcept : Parked(resume), owner(std::move(waited)) {}
  Ref<Owner> owner;
  std::coroutine_handle<> suspend(Frame& frame) noexcept;
  static bool resume(aiocc::detail::Parked* self, bool failed);
};

template <class Owner, class Value>
class AwaitAcquired {
 public:
  using value_type = Value;
  explicit AwaitAcquired(AcquireOf<Owner, Value>&& acquire) noexcept : node_(std::move(acquire.owner)) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept { return node_.suspend(frame); }
  Value take() noexcept { return Value(true); }
  void abandon() noexcept {}

 private:
  AcquireNode<Owner> node_;
};

}  // namespace detail

template <class Owner>
class ReleaseOf : public AwaitForms<ReleaseOf<Owner>> {
 public:
  using value_type = void;
  explicit ReleaseOf(Owner* owner) noexcept : owner_(Ref<Owner>::share(owner)) {}
  std::coroutine_handle<> suspend(Frame& frame) noexcept {
    return owner_->release() ? frame.handle() : aiocc::detail::fail(&frame);
  }
  void take() noexcept {}
  void abandon() noexcept {}

 private:
  Ref<Owner> owner_;
};
using AcquireLock = AcquireOf<LockObject>;
using AcquireSemaphore = AcquireOf<SemaphoreObject>;
using WaitForEvent = AcquireOf<EventObject>;
using EnterLock = AcquireOf<LockObject, void>;
using EnterSemaphore = AcquireOf<SemaphoreObject, void>;

/// Mutual exclusion between tasks, in order of arrival.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Lock", subclassable) Lock : public Object {
 public:
  constexpr Lock() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, lock_type); }
  LockObject* get() const noexcept { return as<LockObject>(); }

  AIOCC_PY_PROPERTY("_locked: bool")
  bool locked_flag() const noexcept { return get()->locked; }
  AIOCC_PY("def locked(self) -> bool")
  bool locked() const noexcept { return get()->locked; }
  AIOCC_PY("async def acquire(self) -> bool", source("asyncio/locks.py:90"))
  AcquireLock acquire() const noexcept { return AcquireLock(get()); }
  AIOCC_PY("def release(self) -> None")
  Result<void> release() const { return get()->release(); }
  AIOCC_PY("async def __aenter__(self) -> None")
  EnterLock aenter() const noexcept { return EnterLock(get()); }
  AIOCC_PY("async def __aexit__(self, exc_type: object, exc: object, tb: object) -> None")
  ReleaseOf<LockObject> aexit(Object const&, Object const&, Object const&) const noexcept {
    return ReleaseOf<LockObject>(get());
  }
};
AIOCC_PY("def Lock() -> Lock")
Lock make_lock();

/// A flag that tasks can wait for.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Event", subclassable) Event : public Object {
 public:
  constexpr Event() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, event_type); }
  EventObject* get() const noexcept { return as<EventObject>(); }

  AIOCC_PY_PROPERTY("_value: bool")
  bool value() const noexcept { return get()->value; }
  AIOCC_PY("def is_set(self) -> bool")
  bool is_set() const noexcept { return get()->value; }
  AIOCC_PY("def set(self) -> None")
  void set() const noexcept { get()->set(); }
  AIOCC_PY("def clear(self) -> None")
  void clear() const noexcept { get()->value = false; }
  AIOCC_PY("async def wait(self) -> bool", source("asyncio/locks.py:200"))
  WaitForEvent wait() const noexcept { return WaitForEvent(get()); }
};
AIOCC_PY("def Event() -> Event")
Event make_event();

/// A lock with which tasks wait for a change that another one announces.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Condition", subclassable) Condition : public Object {
 public:
  constexpr Condition() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, condition_type); }
  ConditionObject* get() const noexcept { return as<ConditionObject>(); }
  Lock lock() const noexcept { return word_cast<Lock>(get()->lock); }

  AIOCC_PY_PROPERTY("_lock: object")
  Object lock_object() const noexcept { return get()->lock; }
  AIOCC_PY("def locked(self) -> bool")
  bool locked() const noexcept { return lock().locked(); }
  AIOCC_PY("async def acquire(self) -> bool", source("asyncio/locks.py:90"))
  AcquireLock acquire() const noexcept { return lock().acquire(); }
  AIOCC_PY("def release(self) -> None")
  Result<void> release() const { return lock().release(); }
  AIOCC_PY("async def wait(self) -> bool", source("asyncio/locks.py:248"))
  Coroutine<bool> wait() const;
  AIOCC_PY("async def wait_for(self, predicate: object) -> object", source("asyncio/locks.py:303"))
  Coroutine<Object> wait_for(Object predicate) const;
  AIOCC_PY("def notify(self, n: object = 1) -> None")
  Result<void> notify(Object const& n = Object::small_int(1)) const;
  AIOCC_PY("def notify_all(self) -> None")
  Result<void> notify_all() const;
  AIOCC_PY("async def __aenter__(self) -> None")
  EnterLock aenter() const noexcept { return EnterLock(lock().get()); }
  AIOCC_PY("async def __aexit__(self, exc_type: object, exc: object, tb: object) -> None")
  ReleaseOf<LockObject> aexit(Object const&, Object const&, Object const&) const noexcept {
    return ReleaseOf<LockObject>(lock().get());
  }
};
AIOCC_PY("def Condition(lock: object = None) -> Condition")
Result<Condition> make_condition(Object const& lock = None);

/// Up to a number of tasks at a time.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Semaphore", subclassable) Semaphore : public Object {
 public:
  constexpr Semaphore() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, semaphore_type); }
  SemaphoreObject* get() const noexcept { return as<SemaphoreObject>(); }

  AIOCC_PY_PROPERTY("_value: int")
  Int value() const noexcept { return Int(get()->value); }
  AIOCC_PY("def locked(self) -> bool")
  bool locked() const noexcept { return get()->locked(); }
  AIOCC_PY("async def acquire(self) -> bool", source("asyncio/locks.py:386"))
  AcquireSemaphore acquire() const noexcept { return AcquireSemaphore(get()); }
  AIOCC_PY("def release(self) -> None")
  Result<void> release() const { return get()->release(); }
  AIOCC_PY("async def __aenter__(self) -> None")
  EnterSemaphore aenter() const noexcept { return EnterSemaphore(get()); }
  AIOCC_PY("async def __aexit__(self, exc_type: object, exc: object, tb: object) -> None")
  ReleaseOf<SemaphoreObject> aexit(Object const&, Object const&, Object const&) const noexcept {
    return ReleaseOf<SemaphoreObject>(get());
  }
};
AIOCC_PY("def Semaphore(value: object = 1) -> Semaphore")
Result<Semaphore> make_semaphore(Object const& value = Object::small_int(1));

/// A semaphore that can't be released more often than it was acquired.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("BoundedSemaphore(Semaphore)", subclassable) BoundedSemaphore
    : public Semaphore {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, bounded_semaphore_type); }
};
AIOCC_PY("def BoundedSemaphore(value: object = 1) -> BoundedSemaphore")
Result<BoundedSemaphore> make_bounded_semaphore(Object const& value = Object::small_int(1));

}  // namespace aiocc::asyncio
