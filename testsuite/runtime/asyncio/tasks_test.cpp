// The order of events: each expectation is what the same program prints under CPython 3.13.
#include "aiocc/asyncio/tasks.hpp"

#include "runtime/core/events.hpp"

namespace aiocc::tests {
namespace {

std::string text(Object const& value) { return aiocc::detail::repr_text(value); }

Coroutine<Int> work(Str name, Int rounds) {
  for (Int i = 0; i < rounds; i = i + 1) {
    note(name.utf8() + std::to_string(i.small()));
    co_await asyncio::sleep(0).at(AT(1));
  }
  co_return rounds;
}

Coroutine<void> two_tasks() {
  asyncio::Task<Int> a = CO_TRY(asyncio::create_task(work("a"_s, 2)), AT(2));
  asyncio::Task<Int> b = CO_TRY(asyncio::create_task(work("b"_s, 3)), AT(2));
  note("created");
  Int first = co_await a.at(AT(3));
  note("got " + std::to_string(first.small()));
  Int second = co_await b.at(AT(3));
  note("got " + std::to_string(second.small()));
  co_return {};
}

TEST(Tasks, TakeTurns) {
  events.clear();
  ASSERT_TRUE(asyncio::run(two_tasks()));
  EXPECT_EQ(noted(), (Events{"created", "a0", "b0", "a1", "b1", "b2", "got 2", "got 3"}));
}

Coroutine<void> gathers() {
  asyncio::Future<List<Int>> future = CO_TRY(asyncio::gather(work("x"_s, 1), work("y"_s, 2), work("z"_s, 0)), AT(1));
  note("gathered");
  List<Int> values = co_await future.at(AT(1));
  note(text(values));
  List<asyncio::Task<Int>> none = List<asyncio::Task<Int>>::of();
  List<Int> empty = co_await asyncio::gather(none).at(AT(1));
  note(text(empty));
  co_return {};
}

TEST(Tasks, Gather) {
  events.clear();
  ASSERT_TRUE(asyncio::run(gathers()));
  EXPECT_EQ(noted(), (Events{"gathered", "x0", "y0", "y1", "[1, 2, 0]", "[]"}));
}

Coroutine<Int> fails(Int turns) {
  for (Int i = 0; i < turns; i = i + 1) co_await asyncio::sleep(0).at(AT(1));
  raise_error(value_error_type, "failed");
  co_return aiocc::detail::raised_at(AT(2));
}

Coroutine<void> gather_failure() {
  {
    asyncio::Future<List<Int>> future = CO_TRY(asyncio::gather(work("x"_s, 3), fails(1)), AT(3));
    Result<List<Int>> r = co_await future.caught(AT(4));
    List<Int> values = TRY_TO(except_1, std::move(r), AT(4));
    note(text(values));
  }
  goto end_1;
except_1: {
  Handling handling_1;
  std::string lines;
  for (Span const* span : handling_1.exception()->traceback) lines += std::to_string(span->line);
  note("caught " + lines);
}
end_1:
  co_await asyncio::sleep(0).at(AT(1));
  co_return {};
}

TEST(Tasks, GatherFailsWithTheFirstError) {
  events.clear();
  ASSERT_TRUE(asyncio::run(gather_failure()));
  EXPECT_EQ(noted(), (Events{"x0", "x1", "x2", "caught 24"}));
}

Coroutine<void> stubborn(Str name) {
  {
    Result<void> r = co_await asyncio::sleep(10).caught(AT(1));
    TRY_TO(except_1, std::move(r), AT(1));
  }
  goto end_1;
except_1: {
  Handling handling_1;
  note(name.utf8() + " " + std::string(handling_1.exception()->type->name));
  Result<void> r = co_await asyncio::sleep(0).caught(AT(2));
  if (!r) co_return raised;
  note(name.utf8() + " cleaned");
  co_return handling_1.reraise();
}
end_1:
  co_return {};
}

Coroutine<void> cancels() {
  asyncio::Task<void> a = CO_TRY(asyncio::create_task(stubborn("a"_s)), AT(1));
  asyncio::Task<void> b = CO_TRY(asyncio::create_task(stubborn("b"_s)), AT(1));
  co_await asyncio::sleep(0).at(AT(1));
  EXPECT_TRUE(a.cancel());
  b.cancel("why"_s);
  note("cancelled");
  {
    Result<void> r = co_await a.caught(AT(3));
    TRY_TO(except_1, std::move(r), AT(3));
  }
  goto end_1;
except_1: {
  Handling handling_1;
  note("a is cancelled: " + std::to_string(a.cancelled()));
}
end_1: {
  Result<void> r = co_await b.caught(AT(3));
  TRY_TO(except_2, std::move(r), AT(3));
}
  goto end_2;
except_2: {
  Handling handling_2;
  note(text(handling_2.exception()));
}
end_2:
  EXPECT_FALSE(a.cancel());
  co_return {};
}

TEST(Tasks, Cancellation) {
  events.clear();
  ASSERT_TRUE(asyncio::run(cancels()));
  EXPECT_EQ(noted(), (Events{"cancelled", "a CancelledError", "b CancelledError", "a cleaned", "b cleaned",
                             "a is cancelled: 1", "CancelledError('why')"}));
}

Coroutine<void> cancelled_before_its_start() {
  asyncio::Task<Int> task = CO_TRY(asyncio::create_task(work("never"_s, 1)), AT(1));
  task.cancel();
  Result<Int> r = co_await task.caught(AT(2));
  if (!r) {
    note(state.error->type->name);
    take_error();
  }
  co_return {};
}

TEST(Tasks, CancelledBeforeItsStart) {
  events.clear();
  ASSERT_TRUE(asyncio::run(cancelled_before_its_start()));
  EXPECT_EQ(noted(), (Events{"CancelledError"}));
}

Coroutine<void> sleeps(Str name, double seconds) {
  co_await asyncio::sleep(seconds).at(AT(1));
  note(name.utf8());
  co_return {};
}

Coroutine<void> sleepers() {
  asyncio::Future<List<Object>> all =
      CO_TRY(asyncio::gather(sleeps("c"_s, 0.03), sleeps("a"_s, 0.01), sleeps("b"_s, 0.02), sleeps("now"_s, 0)), AT(1));
  List<Object> done = co_await all.at(AT(1));
  note(text(done));
  co_return {};
}

TEST(Tasks, SleepersWakeByDeadline) {
  events.clear();
  ASSERT_TRUE(asyncio::run(sleepers()));
  EXPECT_EQ(noted(), (Events{"now", "a", "b", "c", "[None, None, None, None]"}));
}

Coroutine<void> times_out() {
  {
    Result<Int> r = co_await asyncio::wait_for(work("w"_s, 2), box(1.0)).caught(AT(1));
    Int value = TRY_TO(except_1, std::move(r), AT(1));
    note("value " + std::to_string(value.small()));
  }
  {
    Result<void> r = co_await asyncio::wait_for(stubborn("s"_s), box(0.01)).caught(AT(1));
    TRY_TO(except_1, std::move(r), AT(1));
  }
  co_return {};
except_1: {
  Handling handling_1;
  note(text(handling_1.exception()) + " from " + text(handling_1.exception()->cause));
}
  co_return {};
}

TEST(Tasks, WaitFor) {
  events.clear();
  ASSERT_TRUE(asyncio::run(times_out()));
  EXPECT_EQ(noted(),
            (Events{"w0", "w1", "value 2", "s CancelledError", "s cleaned", "TimeoutError() from CancelledError()"}));
}

Coroutine<void> waits() {
  asyncio::Task<Int> quick = CO_TRY(asyncio::create_task(work("q"_s, 1)), AT(1));
  asyncio::Task<void> slow = CO_TRY(asyncio::create_task(sleeps("slow"_s, 0.01)), AT(1));
  List<Object> both = List<Object>::of(Object(quick), Object(slow));
  Tuple<Set<Object>, Set<Object>> first = co_await asyncio::wait(both, None, asyncio::FIRST_COMPLETED).at(AT(1));
  note(std::to_string(first.get<0>().size()) + " done, " + std::to_string(first.get<1>().size()) + " pending");
  Tuple<Set<Object>, Set<Object>> all = co_await asyncio::wait(both, None, asyncio::ALL_COMPLETED).at(AT(1));
  note(std::to_string(all.get<0>().size()) + " done, " + std::to_string(all.get<1>().size()) + " pending");
  co_return {};
}

TEST(Tasks, Wait) {
  events.clear();
  ASSERT_TRUE(asyncio::run(waits()));
  EXPECT_EQ(noted(), (Events{"q0", "1 done, 1 pending", "slow", "2 done, 0 pending"}));
}

Coroutine<void> reprs() {
  asyncio::Task<Int> task = CO_TRY(asyncio::create_task(work("r"_s, 1).described(AT(5)), "named"_s), AT(1));
  note(text(task));
  co_await asyncio::sleep(0).at(AT(1));
  note(text(task));
  co_await task.at(AT(1));
  note(text(task));
  co_return {};
}

TEST(Tasks, Reprs) {
  events.clear();
  ASSERT_TRUE(asyncio::run(reprs()));
  EXPECT_EQ(noted(), (Events{"<Task pending name='named' coro=<f() running at test.py:5>>", "r0",
                             "<Task pending name='named' coro=<f() running at test.py:1>>",
                             "<Task finished name='named' coro=<f() done, defined at test.py:1> result=1>"}));
}

}  // namespace
}  // namespace aiocc::tests
