// The builtins over iterables: expected texts are CPython 3.13's.
#include "aiocc/objects/lazy_iterators.hpp"
#include "aiocc/objects/reductions.hpp"
#include "runtime/objects.hpp"

namespace aiocc {
namespace {

using namespace testing;

TEST(Reductions, Len) {
  EXPECT_EQ(text(builtins::len(static_cast<Object const&>(list(1, 2)))), "2");
  EXPECT_EQ(text(builtins::len(value(5))), "TypeError: object of type 'int' has no len()");
}

TEST(Reductions, Sum) {
  EXPECT_EQ(text(builtins::sum(list(1, 2, true))), "4");
  EXPECT_EQ(text(builtins::sum(list())), "0");
  EXPECT_EQ(text(builtins::sum(list(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))), "1.0");
  EXPECT_EQ(text(builtins::sum(list(1, 0.5, 2), value(10))), "13.5");
  EXPECT_EQ(text(builtins::sum(list(1e308, 1e308))), "inf");
  EXPECT_EQ(text(builtins::sum(list(-0.0), value(-0.0))), "-0.0");
  EXPECT_EQ(text(builtins::sum(list(list(1), list(2)), list())), "[1, 2]");
  EXPECT_EQ(text(builtins::sum(list("a"))), "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
  EXPECT_EQ(text(builtins::sum(list("a"), value(""))), "TypeError: sum() can't sum strings [use ''.join(seq) instead]");
  EXPECT_EQ(text(builtins::sum(value(5))), "TypeError: 'int' object is not iterable");
  EXPECT_EQ(builtins::sum(List<double>::of(0.1, 0.2, 0.3), 0.0).value(), 0.6);
}

Result<Object> negated(Object const& x) { return operators::negative(x); }

TEST(Reductions, MinAndMax) {
  EXPECT_EQ(text(builtins::min({list(3, 1, 2)})), "1");
  EXPECT_EQ(text(builtins::max({value(3), value(7), value(5)})), "7");
  EXPECT_EQ(text(builtins::max({list(3, 1, 2)}, function<negated>())), "1");
  EXPECT_EQ(text(builtins::max({value(1), value(1.0)})), "1");
  EXPECT_EQ(text(builtins::min({list()}, None, value("d"))), "'d'");
  EXPECT_EQ(text(builtins::min({list()})), "ValueError: min() iterable argument is empty");
  EXPECT_EQ(text(builtins::max(Arguments())), "TypeError: max expected at least 1 argument, got 0");
  EXPECT_EQ(text(builtins::max({value(1), value(2)}, None, value(3))),
            "TypeError: Cannot specify a default for max() with multiple positional arguments");
  EXPECT_EQ(text(builtins::min({list(1, "a")})), "TypeError: '<' not supported between instances of 'str' and 'int'");
  EXPECT_EQ(text(builtins::min(List<Int>::of(4, 2))), "2");
}

TEST(Reductions, AnyAndAll) {
  EXPECT_EQ(text(builtins::any(list(0, "", 1))), "True");
  EXPECT_EQ(text(builtins::any(list())), "False");
  EXPECT_EQ(text(builtins::all(list(1, "a"))), "True");
  EXPECT_EQ(text(builtins::all(list(1, 0))), "False");
}

TEST(LazyIterators, Enumerate) {
  EXPECT_EQ(items(builtins::enumerate(value("ab"))), "[(0, 'a'), (1, 'b')]");
  EXPECT_EQ(items(builtins::enumerate(value("ab"), value(5))), "[(5, 'a'), (6, 'b')]");
  EXPECT_EQ(text(builtins::enumerate(value(5))), "TypeError: 'int' object is not iterable");
  EXPECT_EQ(text(builtins::enumerate(list(), value("a"))),
            "TypeError: 'str' object cannot be interpreted as an integer");
}

TEST(LazyIterators, Zip) {
  EXPECT_EQ(items(builtins::zip({list(1, 2, 3), value("ab")})), "[(1, 'a'), (2, 'b')]");
  EXPECT_EQ(items(builtins::zip({})), "[]");
  EXPECT_EQ(items(builtins::zip({list(1), list(1, 2)}, True)),
            "ValueError: zip() argument 2 is longer than argument 1");
  EXPECT_EQ(items(builtins::zip({list(1, 2), list(1)}, True)),
            "ValueError: zip() argument 2 is shorter than argument 1");
  EXPECT_EQ(items(builtins::zip({list(1, 2), list(1, 2), list(1)}, True)),
            "ValueError: zip() argument 3 is shorter than arguments 1-2");
  EXPECT_EQ(items(builtins::zip({list(1), list(1), list(1, 2)}, True)),
            "ValueError: zip() argument 3 is longer than arguments 1-2");
}

Result<Object> is_odd(Object const& x) { return operators::modulo(x, value(2)); }

TEST(LazyIterators, MapAndFilter) {
  EXPECT_EQ(items(builtins::map({function<negated>(), list(1, 2)})), "[-1, -2]");
  EXPECT_EQ(items(builtins::map({function<negated>(), list("a")})), "TypeError: bad operand type for unary -: 'str'");
  EXPECT_EQ(text(builtins::map({function<negated>()})), "TypeError: map() must have at least two arguments.");
  EXPECT_EQ(items(builtins::filter(function<is_odd>(), list(1, 2, 3))), "[1, 3]");
  EXPECT_EQ(items(builtins::filter(None, list(0, "a", ""))), "['a']");
}

TEST(LazyIterators, Reversed) {
  EXPECT_EQ(items(builtins::reversed(static_cast<Object const&>(list(1, 2, 3)))), "[3, 2, 1]");
  EXPECT_EQ(items(builtins::reversed(tuple(1, 2))), "[2, 1]");
  EXPECT_EQ(items(builtins::reversed(value("ab"))), "['b', 'a']");
  EXPECT_EQ(items(builtins::reversed(dict(1, 2, 3, 4))), "[3, 1]");
  EXPECT_EQ(text(builtins::reversed(set(1))), "TypeError: 'set' object is not reversible");
  EXPECT_EQ(text(builtins::reversed(value(5))), "TypeError: 'int' object is not reversible");
}

}  // namespace
}  // namespace aiocc
