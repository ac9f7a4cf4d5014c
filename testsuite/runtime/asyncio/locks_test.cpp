// Locks, events, semaphores, conditions and queues: who goes on when, as under CPython 3.13.
#include "aiocc/asyncio/locks.hpp"

#include "runtime/core/events.hpp"

namespace aiocc::tests {
namespace {

Coroutine<void> holds(asyncio::Lock lock, Str name) {
  co_await lock.aenter().at(AT(1));
  note(name.utf8() + " in");
  co_await asyncio::sleep(0).at(AT(1));
  note(name.utf8() + " out");
  co_await lock.aexit(None, None, None).at(AT(1));
  co_return {};
}

Coroutine<void> locks() {
  asyncio::Lock lock = asyncio::make_lock();
  asyncio::Task<void> a = CO_TRY(asyncio::create_task(holds(lock, "a"_s)), AT(1));
  asyncio::Task<void> b = CO_TRY(asyncio::create_task(holds(lock, "b"_s)), AT(1));
  asyncio::Task<void> c = CO_TRY(asyncio::create_task(holds(lock, "c"_s)), AT(1));
  co_await asyncio::sleep(0).at(AT(1));
  b.cancel();
  co_await a.at(AT(1));
  co_await c.at(AT(1));
  note(b.cancelled() ? "b was cancelled" : "b wasn't cancelled");
  Result<void> released = lock.release();
  if (!released) note(aiocc::detail::format_exception_only(take_error()));
  co_return {};
}

TEST(Locks, GoInOrder) {
  events.clear();
  ASSERT_TRUE(asyncio::run(locks()));
  EXPECT_EQ(noted(),
            (Events{"a in", "a out", "c in", "c out", "b was cancelled", "RuntimeError: Lock is not acquired.\n"}));
}

Coroutine<void> ping(asyncio::Event mine, asyncio::Event other, Int rounds, Str name) {
  for (Int i = 0; i < rounds; i = i + 1) {
    co_await mine.wait().at(AT(1));
    mine.clear();
    note(name.utf8());
    other.set();
  }
  co_return {};
}

Coroutine<void> hand_over() {
  asyncio::Event left = asyncio::make_event();
  asyncio::Event right = asyncio::make_event();
  left.set();
  asyncio::Future<List<Object>> both =
      CO_TRY(asyncio::gather(ping(left, right, 2, "left"_s), ping(right, left, 2, "right"_s)), AT(1));
  co_await both.at(AT(1));
  co_return {};
}

TEST(Locks, EventsHandOver) {
  events.clear();
  ASSERT_TRUE(asyncio::run(hand_over()));
  EXPECT_EQ(noted(), (Events{"left", "right", "left", "right"}));
}

Coroutine<void> limited(asyncio::Semaphore semaphore, Str name) {
  bool in = co_await semaphore.acquire().at(AT(1));
  note(name.utf8() + (in ? " in" : "?"));
  co_await asyncio::sleep(0).at(AT(1));
  CO_TRY(semaphore.release(), AT(1));
  co_return {};
}

Coroutine<void> semaphores() {
  asyncio::Semaphore semaphore = CO_TRY(asyncio::make_semaphore(Int(2)), AT(1));
  asyncio::Future<List<Object>> all = CO_TRY(asyncio::gather(limited(semaphore, "a"_s), limited(semaphore, "b"_s),
                                                             limited(semaphore, "c"_s), limited(semaphore, "d"_s)),
                                             AT(1));
  co_await all.at(AT(1));
  note(semaphore.locked() ? "locked" : "free");
  co_return {};
}

TEST(Locks, SemaphoresLetSomeIn) {
  events.clear();
  ASSERT_TRUE(asyncio::run(semaphores()));
  EXPECT_EQ(noted(), (Events{"a in", "b in", "c in", "d in", "free"}));
}

Coroutine<void> consumes(asyncio::Condition condition, Str name) {
  co_await condition.aenter().at(AT(1));
  bool woken = co_await condition.wait().at(AT(1));
  note(name.utf8() + (woken ? " woken" : "?"));
  co_await condition.aexit(None, None, None).at(AT(1));
  co_return {};
}

Coroutine<void> conditions() {
  asyncio::Condition condition = CO_TRY(asyncio::make_condition(), AT(1));
  asyncio::Task<void> a = CO_TRY(asyncio::create_task(consumes(condition, "a"_s)), AT(1));
  asyncio::Task<void> b = CO_TRY(asyncio::create_task(consumes(condition, "b"_s)), AT(1));
  co_await asyncio::sleep(0).at(AT(1));
  co_await condition.aenter().at(AT(1));
  CO_TRY(condition.notify_all(), AT(1));
  note("notified");
  co_await condition.aexit(None, None, None).at(AT(1));
  co_await a.at(AT(1));
  co_await b.at(AT(1));
  co_return {};
}

TEST(Locks, ConditionsWake) {
  events.clear();
  ASSERT_TRUE(asyncio::run(conditions()));
  EXPECT_EQ(noted(), (Events{"notified", "a woken", "b woken"}));
}

Coroutine<void> produces(asyncio::Queue<Int> queue, Int count) {
  for (Int i = 0; i < count; i = i + 1) {
    co_await queue.put(i).at(AT(1));
    note("put " + std::to_string(i.small()));
  }
  co_return {};
}

Coroutine<void> drains(asyncio::Queue<Int> queue, Int count) {
  for (Int i = 0; i < count; i = i + 1) {
    Int item = co_await queue.get().at(AT(1));
    note("got " + std::to_string(item.small()));
    CO_TRY(queue.task_done(), AT(1));
  }
  co_return {};
}

Coroutine<void> queues() {
  asyncio::Queue<Int> queue = CO_TRY(asyncio::make_queue<Int>(Int(1)), AT(1));
  asyncio::Task<void> consumer = CO_TRY(asyncio::create_task(drains(queue, 3)), AT(1));
  asyncio::Task<void> producer = CO_TRY(asyncio::create_task(produces(queue, 3)), AT(1));
  co_await asyncio::sleep(0).at(AT(1));
  co_await queue.join().at(AT(1));
  note("joined");
  co_await consumer.at(AT(1));
  co_await producer.at(AT(1));
  Result<Int> nothing = queue.get_nowait();
  if (!nothing) note(take_error()->type->name);
  co_return {};
}

TEST(Queues, FlowUnderBackPressure) {
  events.clear();
  ASSERT_TRUE(asyncio::run(queues()));
  EXPECT_EQ(noted(), (Events{"put 0", "got 0", "put 1", "joined", "got 1", "put 2", "got 2", "QueueEmpty"}));
}

}  // namespace
}  // namespace aiocc::tests
