// Locks, events, conditions and semaphores, step for step as CPython's asyncio.locks.
#include "aiocc/asyncio/locks.hpp"

#include <fmt/format.h>

#include "../objects/attributes_apart.hpp"
#include "../objects/constructor_arguments.hpp"
#include "../objects/native_instance.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc::asyncio {

using aiocc::detail::Parked;

// Lock

void LockObject::wake_first() noexcept {
  // A waiter that is done already will run, and pass the lock on if it was cancelled.
  if (Parked* node = waiters.first; node && !node->done) node->wake();
}

Result<void> LockObject::release() {
  if (!locked) return raise_error(runtime_error_type, "Lock is not acquired.");
  locked = false;
  wake_first();
  return {};
}

template <>
std::coroutine_handle<> detail::AcquireNode<LockObject>::suspend(Frame& frame) noexcept {
  LockObject* lock = owner.get();
  if (!lock->locked) {
    Parked* other = lock->waiters.first;
    while (other && other->cancelled) other = other->next;
    if (!other) {
      lock->locked = true;
      return frame.handle();
    }
  }
  lock->waiters.append(this);
  return park(frame);
}

template <>
bool detail::AcquireNode<LockObject>::resume(Parked* self, bool failed) {
  LockObject* lock = static_cast<AcquireNode*>(self)->owner.get();
  lock->waiters.remove(self);
  self->sleeper = nullptr;
  if (!failed)
    lock->locked = true;
  else if (!lock->locked)
    lock->wake_first();
  return true;
}

// Event

void EventObject::set() noexcept {
  if (value) return;
  value = true;
  for (Parked* node = waiters.first; node; node = node->next)
    if (!node->done) node->wake();
}

template <>
std::coroutine_handle<> detail::AcquireNode<EventObject>::suspend(Frame& frame) noexcept {
  EventObject* event = owner.get();
  if (event->value) return frame.handle();
  event->waiters.append(this);
  return park(frame);
}

template <>
bool detail::AcquireNode<EventObject>::resume(Parked* self, bool) {
  static_cast<AcquireNode*>(self)->owner->waiters.remove(self);
  self->sleeper = nullptr;
  return true;
}

// Semaphore

bool SemaphoreObject::locked() const noexcept {
  if (value == 0) return true;
  for (Parked const* node = waiters.first; node; node = node->next)
    if (!node->cancelled) return true;
  return false;
}

bool SemaphoreObject::wake_next() noexcept {
  Parked* node = waiters.first_waiting();
  if (!node) return false;
  --value;
  node->wake();
  return true;
}

Result<void> SemaphoreObject::release() {
  if (is_bounded && value >= bound) return raise_error(value_error_type, "BoundedSemaphore released too many times");
  ++value;
  wake_next();
  return {};
}

template <>
std::coroutine_handle<> detail::AcquireNode<SemaphoreObject>::suspend(Frame& frame) noexcept {
  SemaphoreObject* semaphore = owner.get();
  if (!semaphore->locked()) {
    --semaphore->value;
    return frame.handle();
  }
  semaphore->waiters.append(this);
  return park(frame);
}

template <>
bool detail::AcquireNode<SemaphoreObject>::resume(Parked* self, bool failed) {
  SemaphoreObject* semaphore = static_cast<AcquireNode*>(self)->owner.get();
  semaphore->waiters.remove(self);
  self->sleeper = nullptr;
  // It had been let in before it was cancelled.
  if (failed && self->done && !self->cancelled) ++semaphore->value;
  while (semaphore->value > 0 && semaphore->wake_next()) {}
  return true;
}

// Condition

using WaitForNotice = AcquireOf<ConditionObject>;

template <>
std::coroutine_handle<> detail::AcquireNode<ConditionObject>::suspend(Frame& frame) noexcept {
  owner->waiters.append(this);
  return park(frame);
}

template <>
bool detail::AcquireNode<ConditionObject>::resume(Parked* self, bool) {
  static_cast<AcquireNode*>(self)->owner->waiters.remove(self);
  self->sleeper = nullptr;
  return true;
}

void ConditionObject::notify(std::int64_t count) noexcept {
  for (Parked* node = waiters.first; node && count > 0; node = node->next) {
    if (node->done) continue;
    --count;
    node->wake();
  }
}

namespace {

Coroutine<bool> wait_for_notice(Condition condition) {
  if (!condition.locked()) co_return raise_error(runtime_error_type, "cannot wait on un-acquired lock");
  CO_PASS(condition.release());
  Ref<BaseException> error;
  Result<bool> noticed = co_await WaitForNotice(condition.get()).caught(nullptr);
  if (!noticed) error = take_error();
  // The lock is taken again even if the wait was cancelled.
  while (true) {
    Result<bool> acquired = co_await condition.acquire().caught(nullptr);
    if (acquired) break;
    if (!error_is(cancelled_error_type)) co_return raised;
    error = take_error();
  }
  if (!error.bound()) co_return true;
  // This task may have been notified; somebody else must be, then.
  condition.get()->notify(1);
  co_return restore_error(std::move(error));
}

Coroutine<Object> wait_until(Condition condition, Object predicate) {
  Object result = CO_PASS(call(predicate));
  while (true) {
    bool const met = CO_PASS(operators::truth(result));
    if (met) co_return result;
    bool const noticed = co_await wait_for_notice(condition).at(nullptr);
    (void)noticed;
    result = CO_PASS(call(predicate));
  }
}

Result<std::int64_t> initial_value(Object const& value) {
  if (PASS(operators::test_less(value, Object::small_int(0))))
    return raise_error(value_error_type, "Semaphore initial value must be >= 0");
  Int const count = PASS(operators::index(value));
  return count.is_small_int() ? count.small() : Int::small_max;
}

}  // namespace

Coroutine<bool> Condition::wait() const { return wait_for_notice(*this); }
Coroutine<Object> Condition::wait_for(Object predicate) const { return wait_until(*this, std::move(predicate)); }

Result<void> Condition::notify(Object const& n) const {
  if (!locked()) return raise_error(runtime_error_type, "cannot notify on un-acquired lock");
  Int const count = PASS(operators::index(n));
  get()->notify(count.is_small_int() ? count.small() : Int::small_max);
  return {};
}

Result<void> Condition::notify_all() const {
  if (!locked()) return raise_error(runtime_error_type, "cannot notify on un-acquired lock");
  get()->notify(Int::small_max);
  return {};
}

Lock make_lock() { return word_cast<Lock>(Object::adopt(new LockObject)); }
Event make_event() { return word_cast<Event>(Object::adopt(new EventObject)); }

namespace {

// A Condition's lock: the one given, or a new one.
Result<Object> lock_for(Object const& lock) {
  if (!lock.bound() || lock.is(None)) return make_lock();
  if (!Lock::accepts(lock)) return raise_error(type_error_type, "lock must be an asyncio.Lock");
  return lock;
}

}  // namespace

Result<Condition> make_condition(Object const& lock) {
  return word_cast<Condition>(Object::adopt(new ConditionObject(PASS(lock_for(lock)))));
}

Result<Semaphore> make_semaphore(Object const& value) {
  std::int64_t const start = PASS(initial_value(value));
  return word_cast<Semaphore>(Object::adopt(new SemaphoreObject(&semaphore_type, start)));
}

Result<BoundedSemaphore> make_bounded_semaphore(Object const& value) {
  std::int64_t const start = PASS(initial_value(value));
  auto* semaphore = new SemaphoreObject(&bounded_semaphore_type, start);
  semaphore->is_bounded = true;
  return word_cast<BoundedSemaphore>(Object::adopt(semaphore));
}

// Types

namespace {

std::size_t count_of(aiocc::detail::ParkedList const& waiters) noexcept {
  std::size_t count = 0;
  for (Parked const* node = waiters.first; node; node = node->next) ++count;
  return count;
}

Result<Object> repr_with(Object const& self, std::string const& extra, aiocc::detail::ParkedList const& waiters) {
  std::size_t const waiting = count_of(waiters);
  std::string const tail = waiting ? fmt::format(", waiters:{}", waiting) : std::string();
  return Str::from_utf8(
      fmt::format("<asyncio.locks.{} object at {} [{}{}]>", type_of(self)->name, address_text(self), extra, tail));
}

Result<Object> repr_lock(Object const& self) {
  auto const* lock = self.as<LockObject>();
  return repr_with(self, lock->locked ? "locked" : "unlocked", lock->waiters);
}
Result<Object> repr_event(Object const& self) {
  auto const* event = self.as<EventObject>();
  return repr_with(self, event->value ? "set" : "unset", event->waiters);
}
Result<Object> repr_condition(Object const& self) {
  auto const* condition = self.as<ConditionObject>();
  bool const locked = condition->lock.as<LockObject>()->locked;
  return repr_with(self, locked ? "locked" : "unlocked", condition->waiters);
}
Result<Object> repr_semaphore(Object const& self) {
  auto const* semaphore = self.as<SemaphoreObject>();
  std::string const extra = semaphore->locked() ? "locked" : fmt::format("unlocked, value:{}", semaphore->value);
  return repr_with(self, extra, semaphore->waiters);
}

bool is_overridden(Type* type, Type& native, Str const& name) {
  Object const* own = aiocc::detail::find_in_mro(type, name);
  Object const* inherited = aiocc::detail::find_in_mro(&native, name);
  return own && !(inherited && own->is(*inherited));
}

// `async with` of a derived class calls its `acquire` and `release`, where it has some of its own: the class gets methods that do.
Result<void> adapt_manager(Type* type, Type& native) {
  if (type == &native) return {};
  if (!is_overridden(type, native, "acquire"_s) && !is_overridden(type, native, "release"_s)) return {};
  for (auto const& [name, function] : {std::pair("__aenter__"_s, "_enter_lock"_s), {"__aexit__"_s, "_exit_lock"_s}}) {
    if (is_overridden(type, native, name)) continue;
    PASS(operators::set_attr(box(*type), name, PASS(operators::get_attr(runtime_module("asyncio"), function))));
  }
  return {};
}

template <class Layout, Type& native>
Result<Object> construct(Type* type, Object const*, std::size_t, KeywordNames const*) {
  if constexpr (!std::is_same_v<Layout, EventObject>) PASS(adapt_manager(type, native));
  if constexpr (std::is_same_v<Layout, SemaphoreObject>) {
    auto* semaphore = aiocc::detail::make_native<SemaphoreObject>(type, native, &native, std::int64_t{1});
    semaphore->is_bounded = &native == &bounded_semaphore_type;
    return Object::adopt(semaphore);
  } else {
    return Object::adopt(aiocc::detail::make_native<Layout>(type, native));
  }
}

template <Type& native>
Result<void> init_plain(Object const&, Object const* args, std::size_t count, KeywordNames const* names) {
  return aiocc::detail::init_arguments(native.name, {}, args, count, names, nullptr);
}

Result<void> init_condition(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"lock"};
  Object given;
  PASS(aiocc::detail::init_arguments("Condition", parameters, args, count, names, &given));
  self.as<ConditionObject>()->lock = PASS(lock_for(given));
  return {};
}

Result<void> init_semaphore(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"value"};
  auto* semaphore = self.as<SemaphoreObject>();
  Object given;
  PASS(aiocc::detail::init_arguments(semaphore->is_bounded ? "BoundedSemaphore" : "Semaphore", parameters, args, count,
                                     names, &given));
  if (!given.bound()) return {};
  semaphore->value = semaphore->bound = PASS(initial_value(given));
  return {};
}

template <class Layout, Type& native>
constexpr Slots slots_with(UnarySlot repr, InitSlot init, MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = aiocc::detail::dealloc_native<Layout, native>;
  slots.construct = construct<Layout, native>;
  slots.init = init;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr;
  return slots;
}

}  // namespace

constinit Type lock_type("Lock", &object_type, sizeof(LockObject),
                         slots_with<LockObject, lock_type>(repr_lock, init_plain<lock_type>, members<lock_type>),
                         "asyncio.locks",
                         /*python_may_derive=*/true);
[[maybe_unused]] bool const lock_has_attributes = aiocc::detail::keep_attributes_apart(lock_type);
constinit Type event_type("Event", &object_type, sizeof(EventObject),
                          slots_with<EventObject, event_type>(repr_event, init_plain<event_type>, members<event_type>),
                          "asyncio.locks",
                          /*python_may_derive=*/true);
[[maybe_unused]] bool const event_has_attributes = aiocc::detail::keep_attributes_apart(event_type);
constinit Type condition_type("Condition", &object_type, sizeof(ConditionObject),
                              slots_with<ConditionObject, condition_type>(repr_condition, init_condition,
                                                                          members<condition_type>),
                              "asyncio.locks", /*python_may_derive=*/true);
[[maybe_unused]] bool const condition_has_attributes = aiocc::detail::keep_attributes_apart(condition_type);
constinit Type semaphore_type("Semaphore", &object_type, sizeof(SemaphoreObject),
                              slots_with<SemaphoreObject, semaphore_type>(repr_semaphore, init_semaphore,
                                                                          members<semaphore_type>),
                              "asyncio.locks", /*python_may_derive=*/true);
[[maybe_unused]] bool const semaphore_has_attributes = aiocc::detail::keep_attributes_apart(semaphore_type);
constinit Type bounded_semaphore_type("BoundedSemaphore", &semaphore_type, sizeof(SemaphoreObject),
                                      slots_with<SemaphoreObject, bounded_semaphore_type>(
                                          repr_semaphore, init_semaphore, members<bounded_semaphore_type>),
                                      "asyncio.locks", /*python_may_derive=*/true);

}  // namespace aiocc::asyncio
