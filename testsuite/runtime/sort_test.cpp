// list.sort and sorted.
#include <algorithm>

#include "aiocc/objects/reductions.hpp"
#include "runtime/objects.hpp"

namespace aiocc {
namespace {

using namespace testing;

// A reproducible sequence, for lists too long to write down.
class Random {
 public:
  std::int64_t next(std::int64_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::int64_t>((state_ >> 33) % static_cast<std::uint64_t>(limit));
  }

 private:
  std::uint64_t state_ = 1;
};

Result<Object> negated(Object const& x) { return operators::negative(x); }
Result<Object> tens(Object const& x) { return operators::floor_divide(x, value(10)); }

TEST(Sort, Kinds) {
  EXPECT_EQ(text(builtins::sorted(list(3, 1, 2), None, False)), "[1, 2, 3]");
  EXPECT_EQ(text(builtins::sorted(list("b", "ab", "a"), None, True)), "['b', 'ab', 'a']");
  EXPECT_EQ(text(builtins::sorted(list(2.5, -1.0, 0.0), None, False)), "[-1.0, 0.0, 2.5]");
  EXPECT_EQ(text(builtins::sorted(list(2.5, 1, true), None, False)), "[1, True, 2.5]");
  EXPECT_EQ(text(builtins::sorted(list(list(2), list(1, 5)), None, False)), "[[1, 5], [2]]");
  EXPECT_EQ(text(builtins::sorted(value("hello"), None, value("yes"))), "['o', 'l', 'l', 'h', 'e']");
}

TEST(Sort, Stability) {
  EXPECT_EQ(text(builtins::sorted(list(31, 12, 35, 11, 22), function<tens>(), False)), "[12, 11, 22, 31, 35]");
  EXPECT_EQ(text(builtins::sorted(list(31, 12, 35, 11, 22), function<tens>(), True)), "[31, 35, 22, 12, 11]");
  EXPECT_EQ(text(builtins::sorted(list(1, 3, 2), function<negated>(), False)), "[3, 2, 1]");
}

TEST(Sort, Errors) {
  EXPECT_EQ(text(builtins::sorted(list(1, "a"), None, False)),
            "TypeError: '<' not supported between instances of 'str' and 'int'");
  EXPECT_EQ(text(builtins::sorted(list("a", 3, 1), None, False)),
            "TypeError: '<' not supported between instances of 'int' and 'str'");
  EXPECT_EQ(text(builtins::sorted(list(1), value(1), False)), "TypeError: 'int' object is not callable");
  Object l = list(3, "x", 2, 1);
  EXPECT_EQ(text(l.as<ListObject>()->sort(None, false)),
            "TypeError: '<' not supported between instances of 'str' and 'int'");
  EXPECT_EQ(l.as<ListObject>()->items().size(), 4u);
}

Object being_sorted;
Result<Object> append_to_sorted(Object const& x) {
  being_sorted.as<ListObject>()->items().push_back(x);
  return x;
}

TEST(Sort, ModifiedMeanwhile) {
  being_sorted = list(3, 1, 2);
  EXPECT_EQ(text(being_sorted.as<ListObject>()->sort(function<append_to_sorted>(), false)),
            "ValueError: list modified during sort");
  EXPECT_EQ(text(being_sorted), "[1, 2, 3]");
  being_sorted = Object();
}

// Long lists go through runs and merges; floats that are equal to ints take the general comparison.
TEST(Sort, Long) {
  Random random;
  for (std::int64_t size : {63, 64, 65, 200, 1000, 5000}) {
    Object mixed = list();
    std::vector<std::int64_t> expected;
    for (std::int64_t i = 0; i < size; ++i) {
      std::int64_t number = i % 97 < 40 ? i : random.next(size / 2);
      expected.push_back(number);
      mixed.as<ListObject>()->items().push_back(i % 3 ? value(number) : value(static_cast<double>(number)));
    }
    std::sort(expected.begin(), expected.end());
    ASSERT_TRUE(mixed.as<ListObject>()->sort(None, false));
    for (std::size_t i = 0; i < expected.size(); ++i)
      ASSERT_TRUE(operators::test_equal(mixed.as<ListObject>()->items()[i], value(expected[i])).value())
          << size << " " << i;
  }
}

Result<Object> first_item(Object const& pair) { return pair.as<TupleObject>()->items()[0]; }

TEST(Sort, LongStability) {
  Random random;
  Object l = list();
  for (int i = 0; i < 3000; ++i) l.as<ListObject>()->items().push_back(tuple(random.next(50), i));
  for (bool reverse : {false, true}) {
    ASSERT_TRUE(l.as<ListObject>()->sort(function<first_item>(), reverse));
    auto const& items = l.as<ListObject>()->items();
    for (std::size_t i = 1; i < items.size(); ++i) {
      auto key = [&](std::size_t at, int part) { return items[at].as<TupleObject>()->items()[part].small(); };
      ASSERT_TRUE(reverse ? key(i - 1, 0) >= key(i, 0) : key(i - 1, 0) <= key(i, 0));
      if (key(i - 1, 0) == key(i, 0)) ASSERT_LT(key(i - 1, 1), key(i, 1));
    }
  }
}

// The comparisons that CPython 3.13 makes, seen through a logging `__lt__` there.
std::string comparisons;
Result<Object> log_less(Object const& left, Object const& right, CompareOp) {
  auto number = [](Object const& object) { return object.as<TupleObject>()->items()[0].small(); };
  comparisons += std::to_string(number(left)) + "<" + std::to_string(number(right)) + " ";
  return box(number(left) < number(right));
}
constinit Type logged_type("Logged", &tuple_type, sizeof(TupleObject), {.compare = log_less});

std::string comparisons_of(std::initializer_list<int> numbers) {
  Object l = list();
  for (int number : numbers) {
    Object item = tuple(number);
    item.heap()->type = &logged_type;
    l.as<ListObject>()->items().push_back(item);
  }
  comparisons.clear();
  EXPECT_TRUE(l.as<ListObject>()->sort(None, false));
  for (Object& item : l.as<ListObject>()->items()) item.heap()->type = &tuple_type;
  return comparisons;
}

TEST(Sort, ComparisonsOfShortLists) {
  EXPECT_EQ(comparisons_of({1, 2, 3}), "2<1 3<2 ");
  EXPECT_EQ(comparisons_of({3, 2, 1}), "2<3 1<2 ");
  EXPECT_EQ(comparisons_of({3, 1, 2}), "1<3 2<1 1<2 2<3 2<3 2<1 ");
  EXPECT_EQ(comparisons_of({2, 2, 1, 1, 0}), "2<2 1<2 2<2 1<1 1<1 0<1 ");
  EXPECT_EQ(comparisons_of({5, 3, 3, 1, 4}), "3<5 3<3 3<3 1<3 4<1 1<4 4<5 4<3 4<5 ");
  EXPECT_EQ(comparisons_of({1, 3, 2, 5, 4, 0}), "3<1 2<3 1<3 2<3 2<1 5<2 5<3 4<3 4<5 0<3 0<2 0<1 ");
}

}  // namespace
}  // namespace aiocc
