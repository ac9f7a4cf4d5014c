// tuple and slice: expected texts are CPython 3.13's.
#include "runtime/objects.hpp"

namespace aiocc {
namespace {

using namespace testing;

TEST(Tuple, Repr) {
  EXPECT_EQ(text(tuple()), "()");
  EXPECT_EQ(text(tuple(1)), "(1,)");
  EXPECT_EQ(text(tuple(1, tuple("a", None))), "(1, ('a', None))");
}

TEST(Tuple, GetItem) {
  Object t = tuple(1, 2, 3);
  EXPECT_EQ(text(operators::get_item(t, value(-1))), "3");
  EXPECT_EQ(text(operators::get_item(t, value(3))), "IndexError: tuple index out of range");
  EXPECT_EQ(text(operators::get_item(t, value("a"))), "TypeError: tuple indices must be integers or slices, not str");
  EXPECT_EQ(text(operators::get_item(t, slice(None, None, value(-1)))), "(3, 2, 1)");
  EXPECT_TRUE(operators::get_item(t, slice(None, None)).value().is(t));
}

TEST(Tuple, Operators) {
  EXPECT_EQ(text(operators::add(tuple(1), tuple(2))), "(1, 2)");
  EXPECT_EQ(text(operators::add(tuple(1), list(2))), "TypeError: can only concatenate tuple (not \"list\") to tuple");
  EXPECT_EQ(text(operators::multiply(tuple(1, 2), value(2))), "(1, 2, 1, 2)");
  EXPECT_EQ(text(operators::less(tuple(1, 2), tuple(1, 3))), "True");
  EXPECT_EQ(text(operators::equal(tuple(1, "a"), tuple(1.0, "a"))), "True");
  EXPECT_EQ(text(tuple(1, 2, 1).as<TupleObject>()->count(value(1))), "2");
  EXPECT_EQ(text(tuple(1, 2).as<TupleObject>()->index(value(5), value(0), Object())),
            "ValueError: tuple.index(x): x not in tuple");
}

TEST(Tuple, Hash) {
  EXPECT_EQ(text(operators::hash(tuple())), "5740354900026072187");
  EXPECT_EQ(text(operators::hash(tuple(1))), "-6644214454873602895");
  EXPECT_EQ(text(operators::hash(tuple(1, 2, 3))), "529344067295497451");
  EXPECT_EQ(text(operators::hash(tuple(tuple(1, 2), tuple(3)))), "-8303551883679707139");
  EXPECT_EQ(text(operators::hash(tuple(1, list()))), "TypeError: unhashable type: 'list'");
}

TEST(Tuple, Typed) {
  auto pair = Tuple<Int, double>::of(1, 2.5);
  EXPECT_EQ(text(pair.get<0>()), "1");
  EXPECT_EQ(pair.get<1>(), 2.5);
  auto many = TupleOf<Int>::of(1, 2, 3);
  EXPECT_EQ(text(many.get(-3)), "1");
  EXPECT_EQ(text(many.get(3)), "IndexError: tuple index out of range");
}

TEST(Slice, Everything) {
  EXPECT_EQ(text(slice(value(1), None)), "slice(1, None, None)");
  auto indices = [](Object start, Object stop, Object step, int length) {
    return text(Slice(start, stop, step).indices(value(length)));
  };
  EXPECT_EQ(indices(None, None, None, 5), "(0, 5, 1)");
  EXPECT_EQ(indices(None, None, value(-1), 5), "(4, -1, -1)");
  EXPECT_EQ(indices(value(-2), value(100), value(2), 5), "(3, 5, 2)");
  EXPECT_EQ(indices(None, None, None, -1), "ValueError: length should not be negative");
  EXPECT_EQ(indices(None, None, value(0), 1), "ValueError: slice step cannot be zero");
  EXPECT_EQ(text(operators::equal(slice(value(1), value(2)), slice(value(1.0), value(2)))), "True");
}

}  // namespace
}  // namespace aiocc
