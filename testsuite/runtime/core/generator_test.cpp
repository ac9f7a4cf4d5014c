// Generators: iteration, send, throw, close, delegation.
#include "aiocc/core/generator.hpp"

#include "runtime/core/events.hpp"

namespace aiocc::tests {
namespace {

Generator<Int> count(Int n) {
  for (Int i = 0; i < n; i = i + 1) co_yield at(i, AT(1));
  co_return Int(100);
}

TEST(Generator, GivesItsItems) {
  Generator<Int> it = count(3);
  Int item;
  for (int expected = 0; expected < 3; ++expected) {
    ASSERT_TRUE(it.next(item).value());
    EXPECT_EQ(item.small(), expected);
  }
  EXPECT_FALSE(it.next(item).value());
  EXPECT_FALSE(it.next(item).value());
}

// The compiler takes it into the generator, whose variables are in the heap.
[[gnu::always_inline]] inline Result<Int> guarded(Int n) {
  RecursionGuard guard;
  if (!guard.entered()) return raised;
  return n + 1;
}

Generator<Int> count_guarded(Int n) {
  Int i = 0;
  while (i < n) {
    co_yield at(i, AT(1));
    Int next = CO_TRY(guarded(i), AT(1));
    i = next;
  }
  co_return Int(100);
}

TEST(Generator, WatchesTheStackRatherThanItsFrame) {
  std::uintptr_t const before = state.stack_limit;
  state.stack_limit = stack_pointer() - 64 * 1024;
  Generator<Int> it = count_guarded(2);
  Int item;
  EXPECT_TRUE(it.next(item).value());
  Result<bool> const second = it.next(item);
  state.stack_limit = before;
  ASSERT_TRUE(second);
  EXPECT_EQ(item.small(), 1);
}

Generator<Object> echo() {
  Object local = mortal("local");
  Object sent = co_yield at(Object(Int(0)), AT(1));
  while (true) {
    {
      Result<Object> r = co_yield caught(std::move(sent), AT(2));
      sent = TRY_TO(except_1, std::move(r), AT(2));
    }
    continue;
  except_1: {
    bool const matches_1 = CO_TRY(error_matches(box(value_error_type)), AT(3));
    if (!matches_1) {
      note("leaves");
      co_return raised;
    }
    Handling handling_1;
    sent = word_cast<Object>("handled"_s);
  }
  }
}

std::string text(Result<Object> const& result) {
  if (!result) {
    std::string name = state.error->type->name;
    take_error();
    return name;
  }
  Result<Object> copy = result;
  return aiocc::detail::repr_text(copy.value());
}

TEST(Generator, SendThrowClose) {
  events.clear();
  {
    Generator<Object> it = echo();
    EXPECT_EQ(text(it.send(Int(1))), "TypeError");
    EXPECT_EQ(text(it.send(None)), "0");
    EXPECT_EQ(text(it.send(Int(5))), "5");
    EXPECT_EQ(text(it.throw_(box(value_error_type), Object(), Object())), "'handled'");
    EXPECT_TRUE(it.close());
    EXPECT_EQ(text(it.send(None)), "StopIteration");
  }
  EXPECT_EQ(noted(), (Events{"leaves", "local dies"}));
}

TEST(Generator, ThrowAtAnUncaughtYieldEndsIt) {
  events.clear();
  {
    Generator<Object> it = echo();
    EXPECT_EQ(text(it.send(None)), "0");
    Result<Object> thrown = it.throw_(box(key_error_type), "x"_s, Object());
    ASSERT_FALSE(thrown);
    EXPECT_EQ(take_lines(), (std::vector<int>{1}));
    Object item;
    EXPECT_FALSE(it.next(item).value());
  }
  EXPECT_EQ(noted(), (Events{"local dies"}));
}

Generator<Object> delegates(Object inner) {
  Object value = co_await delegate(std::move(inner)).at(AT(4));
  co_yield at(std::move(value), AT(5));
  co_return {};
}

TEST(Generator, DelegatesToGeneratorsAndIterables) {
  Generator<Object> it = delegates(delegates(count(2)));
  EXPECT_EQ(text(it.send(None)), "0");
  EXPECT_EQ(text(it.send(None)), "1");
  EXPECT_EQ(text(it.send(None)), "100");
  EXPECT_EQ(text(it.send(None)), "None");
  EXPECT_EQ(text(it.send(None)), "StopIteration");
  Generator<Object> over_list = delegates(List<Int>::of(Int(7)));
  EXPECT_EQ(text(over_list.send(None)), "7");
  EXPECT_EQ(text(over_list.send(None)), "None");
  Generator<Object> over_int = delegates(Int(3));
  EXPECT_EQ(text(over_int.send(None)), "TypeError");
}

TEST(Generator, SentValuesAndErrorsReachTheDelegate) {
  Generator<Object> it = delegates(echo());
  EXPECT_EQ(text(it.send(None)), "0");
  EXPECT_EQ(text(it.send(Int(4))), "4");
  EXPECT_EQ(text(it.throw_(box(value_error_type), Object(), Object())), "'handled'");
  EXPECT_TRUE(it.close());
}

Generator<Object> stops() {
  co_yield at(None, AT(1));
  raise_stop_iteration();
  co_return aiocc::detail::raised_at(AT(2));
}

TEST(Generator, StopIterationBecomesRuntimeError) {
  Generator<Object> it = stops();
  EXPECT_EQ(text(it.send(None)), "None");
  EXPECT_EQ(text(it.send(None)), "RuntimeError");
}

}  // namespace
}  // namespace aiocc::tests
