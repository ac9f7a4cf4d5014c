// Async generators under `async for`, and what becomes of unfinished ones.
#include "aiocc/core/async_generator.hpp"

#include "runtime/core/events.hpp"

namespace aiocc::tests {
namespace {

AsyncGenerator<Int> count(Int n) {
  Object local = mortal("local");
  for (Int i = 0; i < n; i = i + 1) {
    co_await asyncio::sleep(0).at(AT(1));
    {
      Result<Object> r = co_yield caught(i, AT(2));
      Object sent = TRY_TO(finally_1, std::move(r), AT(2));
    }
  }
  co_return {};
finally_1:
  note("closed by " + std::string(state.error->type->name));
  co_return raised;
}

Coroutine<Int> total(Int n, Int stop) {
  AsyncGenerator<Int> it = count(n);
  Int sum = 0;
  while (true) {
    bool more = co_await it.next().at(AT(3));
    if (!more) break;
    Int item = it.item();
    if (item == stop) break;
    sum = sum + item;
  }
  note("loop left");
  co_return sum;
}

TEST(AsyncGenerator, AsyncFor) {
  events.clear();
  Result<Int> sum = asyncio::run(total(5, -1));
  ASSERT_TRUE(sum);
  EXPECT_EQ(sum.value().small(), 10);
  EXPECT_EQ(noted(), (Events{"local dies", "loop left"}));
}

// The task that closes it is cancelled with all others at the end of the run, before its first step; so CPython has it too.
TEST(AsyncGenerator, AnUnfinishedOneIsClosedByTheLoop) {
  events.clear();
  Result<Int> sum = asyncio::run(total(5, 2));
  ASSERT_TRUE(sum);
  EXPECT_EQ(noted(), (Events{"loop left", "closed by CancelledError", "local dies"}));
}

Coroutine<Object> dynamic_total(Object iterable) {
  Object const it = CO_TRY(async_iterator(iterable), AT(1));
  Object sum = Int(0);
  Object item;
  while (true) {
    bool more = co_await async_next(it, item).at(AT(3));
    if (!more) break;
    sum = CO_TRY(operators::add(sum, item), AT(4));
  }
  co_return sum;
}

TEST(AsyncGenerator, DynamicAsyncFor) {
  Result<Object> sum = asyncio::run(dynamic_total(count(5)));
  ASSERT_TRUE(sum);
  EXPECT_EQ(sum.value().small(), 10);
  Result<Object> failed = asyncio::run(dynamic_total(Int(1)));
  ASSERT_FALSE(failed);
  EXPECT_EQ(aiocc::detail::format_exception_only(take_error()),
            "TypeError: 'async for' requires an object with __aiter__ method, got int\n");
}

Coroutine<Object> by_methods() {
  AsyncGenerator<Int> it = count(3);
  Object first = co_await await_object(it.anext()).at(AT(1));
  Object second = co_await await_object(it.asend(None)).at(AT(1));
  co_await await_object(it.aclose()).at(AT(1));
  Result<Object> r = co_await await_object(it.anext()).caught(AT(2));
  if (r) co_return None;
  note(state.error->type->name);
  take_error();
  co_return pack_tuple<Object, Object>(first, second);
}

TEST(AsyncGenerator, AnextAsendAclose) {
  events.clear();
  Result<Object> result = asyncio::run(by_methods());
  ASSERT_TRUE(result);
  EXPECT_EQ(aiocc::detail::repr_text(result.value()), "(0, 1)");
  EXPECT_EQ(noted(), (Events{"closed by GeneratorExit", "local dies", "StopAsyncIteration"}));
}

}  // namespace
}  // namespace aiocc::tests
