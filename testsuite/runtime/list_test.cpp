// list: expected texts are CPython 3.13's.
#include "runtime/objects.hpp"

namespace aiocc {
namespace {

using namespace testing;

ListObject* raw(Object const& object) { return object.as<ListObject>(); }

TEST(List, Repr) {
  EXPECT_EQ(text(list()), "[]");
  EXPECT_EQ(text(list(1, "a", 1.5, list(true, None))), "[1, 'a', 1.5, [True, None]]");
  Object self = list(1);
  raw(self)->items().push_back(self);
  EXPECT_EQ(text(self), "[1, [...]]");
  raw(self)->clear();
}

TEST(List, GetItem) {
  Object l = list(10, 20, 30);
  EXPECT_EQ(text(operators::get_item(l, value(-1))), "30");
  EXPECT_EQ(text(operators::get_item(l, True)), "20");
  EXPECT_EQ(text(operators::get_item(l, value(3))), "IndexError: list index out of range");
  EXPECT_EQ(text(operators::get_item(l, value(-4))), "IndexError: list index out of range");
  EXPECT_EQ(text(operators::get_item(l, value("a"))), "TypeError: list indices must be integers or slices, not str");
  EXPECT_EQ(text(operators::get_item(l, Int(INT64_MAX))), "IndexError: list index out of range");
  EXPECT_EQ(text(operators::get_item(l, int_literal("9223372036854775808"))),
            "IndexError: cannot fit 'int' into an index-sized integer");
}

TEST(List, Slices) {
  Object l = list(0, 1, 2, 3, 4, 5);
  EXPECT_EQ(text(operators::get_item(l, slice(value(1), value(4)))), "[1, 2, 3]");
  EXPECT_EQ(text(operators::get_item(l, slice(None, None, value(-2)))), "[5, 3, 1]");
  EXPECT_EQ(text(operators::get_item(l, slice(value(-100), value(100), value(4)))), "[0, 4]");
  EXPECT_EQ(text(operators::get_item(l, slice(value(4), value(1)))), "[]");
  EXPECT_EQ(text(operators::get_item(l, slice(value(4), value(-100), value(-3)))), "[4, 1]");
  EXPECT_EQ(text(operators::get_item(l, slice(None, None, value(0)))), "ValueError: slice step cannot be zero");
  EXPECT_EQ(text(operators::get_item(l, slice(value("a"), None))),
            "TypeError: slice indices must be integers or None or have an __index__ method");
}

TEST(List, SliceAssignment) {
  Object l = list(0, 1, 2, 3);
  EXPECT_EQ(text(operators::set_item(l, slice(value(1), value(3)), tuple("a", "b", "c"))), "None");
  EXPECT_EQ(text(l), "[0, 'a', 'b', 'c', 3]");
  EXPECT_EQ(text(operators::set_item(l, slice(value(1), value(4)), list())), "None");
  EXPECT_EQ(text(l), "[0, 3]");
  EXPECT_EQ(text(operators::set_item(l, slice(value(1), value(1)), l)), "None");
  EXPECT_EQ(text(l), "[0, 0, 3, 3]");
  EXPECT_EQ(text(operators::set_item(l, slice(None, None, value(2)), list(8, 9))), "None");
  EXPECT_EQ(text(l), "[8, 0, 9, 3]");
  EXPECT_EQ(text(operators::set_item(l, slice(None, None, value(-2)), list(1, 2, 3))),
            "ValueError: attempt to assign sequence of size 3 to extended slice of size 2");
  EXPECT_EQ(text(operators::set_item(l, slice(None, None), value(5))),
            "TypeError: must assign iterable to extended slice");
}

TEST(List, Delete) {
  Object l = list(0, 1, 2, 3, 4, 5, 6);
  EXPECT_EQ(text(operators::delete_item(l, slice(None, None, value(3)))), "None");
  EXPECT_EQ(text(l), "[1, 2, 4, 5]");
  EXPECT_EQ(text(operators::delete_item(l, slice(None, value(0), value(-2)))), "None");
  EXPECT_EQ(text(l), "[1, 4]");
  EXPECT_EQ(text(operators::delete_item(l, value(-1))), "None");
  EXPECT_EQ(text(operators::delete_item(l, value(1))), "IndexError: list assignment index out of range");
  EXPECT_EQ(text(l), "[1]");
}

TEST(List, Methods) {
  Object l = list(3, 1);
  EXPECT_EQ(text(raw(l)->extend(value("ab"))), "None");
  EXPECT_EQ(text(raw(l)->extend(l)), "None");
  EXPECT_EQ(text(l), "[3, 1, 'a', 'b', 3, 1, 'a', 'b']");
  EXPECT_EQ(text(raw(l)->insert(value(-100), value(9))), "None");
  EXPECT_EQ(text(raw(l)->insert(value(100), value(8))), "None");
  EXPECT_EQ(text(raw(l)->pop(value(0))), "9");
  EXPECT_EQ(text(raw(l)->pop(value(-1))), "8");
  EXPECT_EQ(text(raw(l)->pop(value(50))), "IndexError: pop index out of range");
  EXPECT_EQ(text(raw(l)->pop(value("a"))), "TypeError: 'str' object cannot be interpreted as an integer");
  EXPECT_EQ(text(raw(list())->pop(value(0))), "IndexError: pop from empty list");
  EXPECT_EQ(text(raw(l)->index(value("b"), value(0), Object())), "3");
  EXPECT_EQ(text(raw(l)->index(value("b"), value(4), Object())), "7");
  EXPECT_EQ(text(raw(l)->index(value("b"), value(4), value(-1))), "ValueError: 'b' is not in list");
  EXPECT_EQ(text(raw(l)->count(value(1.0))), "2");
  EXPECT_EQ(text(raw(l)->remove(True)), "None");
  EXPECT_EQ(text(raw(l)->remove(value("z"))), "ValueError: list.remove(x): x not in list");
  raw(l)->reverse();
  EXPECT_EQ(text(l), "['b', 'a', 1, 3, 'b', 'a', 3]");
  EXPECT_EQ(text(raw(l)->extend(value(5))), "TypeError: 'int' object is not iterable");
}

TEST(List, Operators) {
  EXPECT_EQ(text(operators::add(list(1), list(2))), "[1, 2]");
  EXPECT_EQ(text(operators::add(list(1), tuple(2))), "TypeError: can only concatenate list (not \"tuple\") to list");
  EXPECT_EQ(text(operators::add(list(1), value(2))), "TypeError: can only concatenate list (not \"int\") to list");
  EXPECT_EQ(text(operators::multiply(value(2), list(1, 2))), "[1, 2, 1, 2]");
  EXPECT_EQ(text(operators::multiply(list(1), value(-1))), "[]");
  EXPECT_EQ(text(operators::multiply(list(1), value(1.5))),
            "TypeError: can't multiply sequence by non-int of type 'float'");
  EXPECT_EQ(text(operators::multiply(list(1), list(2))),
            "TypeError: can't multiply sequence by non-int of type 'list'");
  EXPECT_EQ(text(operators::multiply(list(1), Int(Int::small_max))), "MemoryError");
  Object l = list(1);
  EXPECT_EQ(text(operators::inplace_add(l, tuple(2))), "[1, 2]");
  EXPECT_EQ(text(operators::inplace_multiply(l, value(2))), "[1, 2, 1, 2]");
  EXPECT_EQ(text(l), "[1, 2, 1, 2]");
  EXPECT_EQ(text(operators::hash(l)), "TypeError: unhashable type: 'list'");
}

TEST(List, Comparison) {
  EXPECT_EQ(text(operators::equal(list(1, 2.0), list(1.0, 2))), "True");
  EXPECT_EQ(text(operators::less(list(1, 2), list(1, 2, 0))), "True");
  EXPECT_EQ(text(operators::greater(list(1, 3), list(1, 2, 0))), "True");
  EXPECT_EQ(text(operators::not_equal(list(1), tuple(1))), "True");
  EXPECT_EQ(text(operators::less(list(1), list("a"))),
            "TypeError: '<' not supported between instances of 'int' and 'str'");
  EXPECT_EQ(text(operators::less(list(1), tuple(1))),
            "TypeError: '<' not supported between instances of 'list' and 'tuple'");
}

TEST(List, IterationSeesChanges) {
  List<Int> l = List<Int>::of(1, 2, 3);
  ListCursor<Int> cursor(l);
  Int item;
  std::string seen;
  while (cursor.next(item)) {
    seen += text(item);
    if (item == Int(1)) l.append(4);
    if (item == Int(2)) ASSERT_TRUE(l.erase(value(0)));
  }
  EXPECT_EQ(seen, "124");
}

TEST(List, Typed) {
  List<double> floats = List<double>::of(1.5, 2.0);
  floats.append(4);
  EXPECT_EQ(floats.get(-1).value(), 4.0);
  EXPECT_EQ(text(floats.get(7)), "IndexError: list index out of range");
  EXPECT_EQ(text(floats.set(0, 0.5)), "None");
  EXPECT_EQ(text(floats.set(9, 0.5)), "IndexError: list assignment index out of range");
  EXPECT_EQ(text(floats), "[0.5, 2.0, 4.0]");
  EXPECT_EQ(floats.pop().value(), 4.0);
  List<bool> flags = List<bool>::of(true, false);
  EXPECT_EQ(text(flags), "[True, False]");
  EXPECT_FALSE(flags.get(1).value());
  EXPECT_EQ(text(flags.concatenate(flags)), "[True, False, True, False]");
}

}  // namespace
}  // namespace aiocc
