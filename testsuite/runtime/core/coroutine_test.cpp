// Awaits in place, and errors that pass through them.
#include "aiocc/core/coroutine.hpp"

#include "runtime/core/events.hpp"

namespace aiocc::tests {
namespace {

Coroutine<Int> add_one(Int n) { co_return n + 1; }

Coroutine<Int> sum(Int n) {
  Int total = 0;
  for (Int i = 0; i < n; i = i + 1) {
    Int v = co_await add_one(i).at(AT(1));
    total = total + v;
  }
  co_return total;
}

TEST(Coroutine, RunsInPlace) {
  Result<Int> result = asyncio::run(sum(4));
  ASSERT_TRUE(result);
  EXPECT_EQ(result.value().small(), 10);
}

Coroutine<Int> descend(Int depth) {
  Object local = mortal("frame " + std::to_string(depth.small()));
  if (depth == 0) {
    raise_error(value_error_type, "deep");
    co_return aiocc::detail::raised_at(AT(2));
  }
  Int v = co_await descend(depth - 1).at(AT(3));
  co_return v;
}

TEST(Coroutine, AnErrorAppendsEachFrame) {
  events.clear();
  Result<Int> result = asyncio::run(descend(2));
  ASSERT_FALSE(result);
  EXPECT_EQ(take_lines(), (std::vector<int>{2, 3, 3}));
}

Coroutine<void> catch_it() {
  {
    Result<Int> r = co_await descend(3).caught(AT(4));
    Int v = TRY_TO(except_1, std::move(r), AT(4));
    note("value " + std::to_string(v.small()));
  }
  goto end_1;
except_1: {
  Handling handling_1;
  note("caught with " + std::to_string(handling_1.exception()->traceback.size()) + " entries");
}
end_1:
  note("after");
  co_return {};
}

// The frame that raised has left its scope; those that the error passed live as long as it does.
TEST(Coroutine, PassedFramesDieWithTheException) {
  events.clear();
  ASSERT_TRUE(asyncio::run(catch_it()));
  EXPECT_EQ(noted(),
            (Events{"frame 0 dies", "caught with 5 entries", "frame 1 dies", "frame 2 dies", "frame 3 dies", "after"}));
}

Coroutine<Int> endless(Int n) {
  if (n < 0) co_return n;
  Int v = co_await endless(n + 1).at(AT(5));
  co_return v;
}

TEST(Coroutine, DeepAwaitsRaiseRecursionError) {
  Result<Int> result = asyncio::run(endless(0));
  ASSERT_FALSE(result);
  EXPECT_TRUE(error_is(recursion_error_type));
  EXPECT_GT(take_lines().size(), 900u);
}

Coroutine<void> stops() {
  raise_stop_iteration();
  co_return aiocc::detail::raised_at(AT(1));
}

Coroutine<void> outer_of_stops() {
  co_await stops().at(AT(2));
  co_return {};
}

TEST(Coroutine, StopIterationBecomesRuntimeError) {
  Result<void> result = asyncio::run(outer_of_stops());
  ASSERT_FALSE(result);
  EXPECT_TRUE(error_is(runtime_error_type));
  take_error();
}

Result<Int> plain(Int n) {
  note("plain runs");
  if (n == 0) return raise_error(value_error_type, "zero");
  return n * 2;
}

Coroutine<Int> wraps(Int n) {
  Coroutine<Int> wrapped = coroutine<plain>(n);
  note("wrapped");
  Int v = co_await std::move(wrapped).at(AT(6));
  co_return v;
}

TEST(Coroutine, AnElidedFunctionRunsWhenItsAwaited) {
  events.clear();
  Result<Int> result = asyncio::run(wraps(21));
  ASSERT_TRUE(result);
  EXPECT_EQ(result.value().small(), 42);
  EXPECT_EQ(noted(), (Events{"wrapped", "plain runs"}));
  ASSERT_FALSE(asyncio::run(wraps(0)));
  EXPECT_EQ(take_lines(), (std::vector<int>{6}));
}

Coroutine<double> half(double value) { co_return value / 2; }
Coroutine<bool> is_big(double value) {
  double h = co_await half(value).at(AT(1));
  co_return h > 10;
}

TEST(Coroutine, ValuesAreBoxedByKind) {
  Coroutine<double> a = half(5);
  Coroutine<bool> b = is_big(50);
  Result<Object> first = asyncio::run(Object(coroutine_object(std::move(a))));
  Result<Object> second = asyncio::run(Object(coroutine_object(std::move(b))));
  ASSERT_TRUE(first);
  ASSERT_TRUE(second);
  EXPECT_EQ(operators::repr(first.value()).value().utf8(), "2.5");
  EXPECT_TRUE(second.value().is(True));
}

}  // namespace
}  // namespace aiocc::tests
