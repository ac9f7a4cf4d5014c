// range: expected texts are CPython 3.13's.
#include "runtime/objects.hpp"

namespace aiocc {
namespace {

using namespace testing;

Int huge() { return Int(std::int64_t{1} << 61) * Int(1000); }

TEST(Range, Basics) {
  EXPECT_EQ(text(builtins::range(5)), "range(0, 5)");
  EXPECT_EQ(text(builtins::range(1, 10, 3)), "range(1, 10, 3)");
  EXPECT_EQ(items(builtins::range(1, 10, 3)), "[1, 4, 7]");
  EXPECT_EQ(items(builtins::range(5, 0, -2)), "[5, 3, 1]");
  EXPECT_EQ(items(builtins::range(5, 0)), "[]");
  EXPECT_EQ(items(builtins::range(0, 10, 3).value().reversed()), "[9, 6, 3, 0]");
  EXPECT_EQ(text(builtins::range(1, 2, 0)), "ValueError: range() arg 3 must not be zero");
  EXPECT_EQ(text(builtins::range(value("a"), Object())), "TypeError: 'str' object cannot be interpreted as an integer");
}

TEST(Range, GetItem) {
  Range r = builtins::range(1, 20, 3).value();
  EXPECT_EQ(text(r.at(-1)), "19");
  EXPECT_EQ(text(r.at(7)), "IndexError: range object index out of range");
  EXPECT_EQ(text(r.at(slice(value(1), None, value(2)))), "range(4, 22, 6)");
  EXPECT_EQ(text(r.at(slice(None, None, value(-1)))), "range(19, -2, -3)");
  EXPECT_EQ(text(r.at(value("a"))), "TypeError: range indices must be integers or slices, not str");
}

TEST(Range, Search) {
  Range r = builtins::range(0, 20, 5).value();
  EXPECT_EQ(text(r.contains(value(15))), "True");
  EXPECT_EQ(text(r.contains(value(16))), "False");
  EXPECT_EQ(text(r.contains(value(5.0))), "True");
  EXPECT_EQ(text(r.contains(value("a"))), "False");
  EXPECT_EQ(text(r.index(value(10))), "2");
  EXPECT_EQ(text(r.index(value(9))), "ValueError: 9 is not in range");
  EXPECT_EQ(text(r.index(value("a"))), "ValueError: sequence.index(x): x not in sequence");
  EXPECT_EQ(text(r.count(value(5))), "1");
}

TEST(Range, EqualityAndHash) {
  EXPECT_EQ(text(operators::equal(builtins::range(0), builtins::range(2, 1))), "True");
  EXPECT_EQ(text(operators::equal(builtins::range(0, 3, 2).value(), builtins::range(0, 4, 2).value())), "True");
  EXPECT_EQ(text(operators::hash(builtins::range(0))), "2676694398852732306");
  EXPECT_EQ(text(operators::hash(builtins::range(3))), "-8338477496398685190");
}

TEST(Range, BigInts) {
  Range r = builtins::range(huge(), huge() + Int(30), 10).value();
  EXPECT_EQ(text(r.length()), "3");
  EXPECT_EQ(items(r), "[2305843009213693952000, 2305843009213693952010, 2305843009213693952020]");
  EXPECT_EQ(text(r.contains(huge() + Int(20))), "True");
  EXPECT_EQ(text(r.index(huge() + Int(10))), "1");
  EXPECT_EQ(text(builtins::range(huge()).length()), "OverflowError: Python int too large to convert to C ssize_t");
}

}  // namespace
}  // namespace aiocc
