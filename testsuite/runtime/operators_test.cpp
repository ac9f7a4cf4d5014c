// Operators over objects and their TypeErrors; iteration and unpacking.
#include <gtest/gtest.h>

#include "aiocc/objects/float.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/range.hpp"
#include "aiocc/objects/tuple.hpp"
#include "python.hpp"

using namespace aiocc;
using namespace python;

namespace {

TEST(Operators, on_ints_and_floats) {
  EXPECT_EQ(show(operators::add(Int(2), Int(3))), "5");
  EXPECT_EQ(show(operators::add(Int(Int::small_max), Int(1))), "4611686018427387904");
  EXPECT_EQ(show(operators::multiply(Int(Int::small_max), Int(4))), "18446744073709551612");
  EXPECT_EQ(show(operators::floor_divide(Int(-7), Int(2))), "-4");
  EXPECT_EQ(show(operators::modulo(Int(-7), Int(2))), "1");
  EXPECT_EQ(show(operators::true_divide(Int(1), Int(4))), "0.25");
  EXPECT_EQ(show(operators::add(Int(1), box(0.5))), "1.5");
  EXPECT_EQ(show(operators::left_shift(Int(3), Int(70))), "3541774862152233910272");
  EXPECT_EQ(show(operators::left_shift(Int(-1), Int(61))), "-2305843009213693952");
  EXPECT_EQ(show(operators::right_shift(Int(-5), Int(100))), "-1");
  EXPECT_EQ(show(operators::power(Int(2), Int(100))), "1267650600228229401496703205376");
  EXPECT_EQ(show(operators::bit_xor(Int(6), Int(3))), "5");
  EXPECT_EQ(show(operators::floor_divide(Int(1), Int(0))), "ZeroDivisionError: integer division or modulo by zero");
  EXPECT_TRUE(ok(operators::test_less(Int(1), box(1.5))));
  EXPECT_EQ(show(operators::add(True, Int(1))), "2");
}

TEST(Operators, complain_as_CPython) {
  EXPECT_EQ(show(operators::add(Int(1), "a"_s)), "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
  EXPECT_EQ(show(operators::add("a"_s, Int(1))), "TypeError: can only concatenate str (not \"int\") to str");
  EXPECT_EQ(show(operators::inplace_subtract(Int(1), "a"_s)),
            "TypeError: unsupported operand type(s) for -=: 'int' and 'str'");
  EXPECT_EQ(show(operators::inplace_subtract("a"_s, Int(1))),
            "TypeError: unsupported operand type(s) for -=: 'str' and 'int'");
  EXPECT_EQ(show(operators::multiply("a"_s, "b"_s)), "TypeError: can't multiply sequence by non-int of type 'str'");
  EXPECT_EQ(show(operators::power(None, Int(1))),
            "TypeError: unsupported operand type(s) for ** or pow(): 'NoneType' and 'int'");
  EXPECT_EQ(show(operators::less(None, Int(1))),
            "TypeError: '<' not supported between instances of 'NoneType' and 'int'");
  EXPECT_EQ(show(operators::negative("a"_s)), "TypeError: bad operand type for unary -: 'str'");
  EXPECT_EQ(show(operators::get_item(Int(1), Int(0))), "TypeError: 'int' object is not subscriptable");
  EXPECT_EQ(error_of(operators::set_item(Int(1), Int(0), None)),
            "TypeError: 'int' object does not support item assignment");
  EXPECT_EQ(error_of(operators::delete_item(Int(1), Int(0))), "TypeError: 'int' object does not support item deletion");
  EXPECT_EQ(error_of(operators::contains(Int(1), Int(0))), "TypeError: argument of type 'int' is not iterable");
  EXPECT_EQ(error_of(operators::length(Int(1))), "TypeError: object of type 'int' has no len()");
  EXPECT_EQ(error_of(operators::index("a"_s)), "TypeError: 'str' object cannot be interpreted as an integer");
  EXPECT_EQ(error_of(get_iter(Int(1))), "TypeError: 'int' object is not iterable");
  EXPECT_EQ(error_of(operators::hash(List<Int>::of())), "TypeError: unhashable type: 'list'");
}

TEST(Operators, on_sequences) {
  EXPECT_EQ(show(operators::add("a"_s, "b"_s)), "'ab'");
  EXPECT_EQ(show(operators::multiply("ab"_s, Int(3))), "'ababab'");
  EXPECT_EQ(show(operators::multiply(Int(2), List<Int>::of(1, 2))), "[1, 2, 1, 2]");
  EXPECT_EQ(show(operators::add(List<Int>::of(1), List<Int>::of(2))), "[1, 2]");
  EXPECT_EQ(show(operators::get_item(List<Int>::of(1, 2, 3), Int(-1))), "3");
  EXPECT_TRUE(ok(operators::contains(List<Int>::of(1, 2, 3), Int(2))));
  EXPECT_TRUE(ok(operators::test_equal(pack_tuple(Int(1), "x"_s), pack_tuple(Int(1), "x"_s))));
  EXPECT_TRUE(ok(operators::test_less(List<Int>::of(1, 2), List<Int>::of(1, 3))));
  EXPECT_FALSE(ok(operators::truth(Str::empty())));
}

std::string items_of(Object const& iterable) {
  Iteration loop = ok(iterate(iterable));
  std::string text;
  Object item;
  while (ok(loop.next(item))) text += show(item) + " ";
  EXPECT_FALSE(ok(loop.next(item)));
  return text;
}

TEST(Iteration, over_built_in_types) {
  EXPECT_EQ(items_of(List<Int>::of(1, 2)), "1 2 ");
  EXPECT_EQ(items_of(pack_tuple("a"_s)), "'a' ");
  EXPECT_EQ(items_of(ok(builtins::range(Int(5), Int(0), Int(-2)))), "5 3 1 ");
  EXPECT_EQ(items_of("xy"_s), "'x' 'y' ");
  Object dict = Object::adopt(make_dict_object());
  ok(dict.as<DictObject>()->set(Int(1), Int(2)));
  EXPECT_EQ(items_of(dict), "1 ");
}

TEST(Iteration, over_classes) {
  Object sequence =
      make_test_class("Seq", {{"__getitem__", method<2>("Seq.__getitem__", [](Object const* args) -> Result<Object> {
                                 if (args[1].small() == 2) return raise_error(index_error_type, "end");
                                 return operators::multiply(args[1], Int(10));
                               })}});
  EXPECT_EQ(items_of(ok(call(sequence))), "0 10 ");
  Object iterator = make_test_class(
      "Count", {{"__iter__", method<1>("Count.__iter__", [](Object const* args) -> Result<Object> { return args[0]; })},
                {"n", Int(0)},
                {"__next__", method<1>("Count.__next__", [](Object const* args) -> Result<Object> {
                   Object n = PASS(operators::get_attr(args[0], "n"_s));
                   if (n.small() == 2) return raise_stop_iteration();
                   PASS(operators::set_attr(args[0], "n"_s, Int(n.small() + 1)));
                   return n;
                 })}});
  EXPECT_EQ(items_of(ok(call(iterator))), "0 1 ");
}

TEST(Unpacking, fills_targets_or_complains) {
  Object targets[4];
  ok(unpack(pack_tuple(Int(1), Int(2)), 2, targets));
  EXPECT_EQ(show(targets[1]), "2");
  EXPECT_EQ(error_of(unpack(List<Int>::of(1), 2, targets)),
            "ValueError: not enough values to unpack (expected 2, got 1)");
  EXPECT_EQ(error_of(unpack(List<Int>::of(1, 2, 3), 2, targets)), "ValueError: too many values to unpack (expected 2)");
  EXPECT_EQ(error_of(unpack(Int(1), 2, targets)), "TypeError: cannot unpack non-iterable int object");
  ok(unpack_starred(List<Int>::of(1, 2, 3, 4), 1, 1, targets));
  EXPECT_EQ(show(targets[1]), "[2, 3]");
  EXPECT_EQ(show(targets[2]), "4");
  EXPECT_EQ(error_of(unpack_starred(List<Int>::of(1), 1, 1, targets)),
            "ValueError: not enough values to unpack (expected at least 2, got 1)");
}

}  // namespace
