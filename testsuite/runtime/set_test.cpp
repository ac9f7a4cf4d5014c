// set and frozenset: the order of iteration is checked against what CPython 3.13 gives for the same operations.
#include "runtime/objects.hpp"

namespace aiocc {
namespace {

using namespace testing;

SetObject* raw(Object const& object) { return object.as<SetObject>(); }

TEST(Set, Repr) {
  EXPECT_EQ(text(set()), "set()");
  EXPECT_EQ(text(set(2, 1)), "{1, 2}");
  EXPECT_EQ(text(builtins::frozenset(Object())), "frozenset()");
  EXPECT_EQ(text(builtins::frozenset(list(1, 2))), "frozenset({1, 2})");
}

TEST(Set, OrderOfSmallSets) {
  Object const constants =
      detail::constant_set({Int(3), Int(1), Int(2), Int(99), Int(-1), Int(-2), Int(1000), Int(8), Int(16)});
  EXPECT_EQ(text(detail::set_of_constants(constants)), "{1, 2, 3, 99, 1000, 8, 16, -1, -2}");
  EXPECT_EQ(items(set(3, 1, 2, 99, -1, -2, 1000, 8, 16)), "[1, 2, 99, 3, 1000, 8, 16, -2, -1]");
  EXPECT_EQ(items(set(0, 8, 16, 24, 32, 40, 48)), "[0, 32, 8, 40, 16, 48, 24]");
}

// Mixes the items in their order into `check`.
void mix(Object const& s, std::uint64_t& check) {
  std::size_t position = 0;
  while (SetEntry* entry = raw(s)->next(position))
    check = check * 1000003 ^ static_cast<std::uint64_t>(entry->key.small());
}

// The same walk in Python gave the expected sums: random operations on three sets, the changed one mixed after each.
class OrderWalk {
 public:
  explicit OrderWalk(std::uint64_t seed) : state_(seed) {}

  std::uint64_t run(int steps, std::int64_t span) {
    span_ = span;
    for (int i = 0; i < steps; ++i) {
      auto a = static_cast<std::size_t>(random(3));
      auto b = static_cast<std::size_t>(random(3));
      step(a, b, random(16));
      mix(sets_[a], check_);
    }
    return check_;
  }

 private:
  std::int64_t random(std::int64_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::int64_t>((state_ >> 33) % static_cast<std::uint64_t>(limit));
  }
  Object number() { return Int(random(span_) - span_ / 4); }

  void step(std::size_t a, std::size_t b, std::int64_t operation) {
    Object s = sets_[a];
    Object t = sets_[b];
    if (operation < 6) ASSERT_TRUE(raw(s)->add(number()));
    if (operation == 6) ASSERT_TRUE(raw(s)->discard(number()));
    if (operation == 7) ASSERT_TRUE(operators::inplace_bit_or(s, t));
    if (operation == 8) sets_[a] = operators::bit_or(s, t).value();
    if (operation == 9) store(operators::bit_and(s, t));
    if (operation == 10) store(operators::subtract(s, t));
    if (operation == 11) store(operators::bit_xor(s, t));
    if (operation == 12 && raw(s)->used > 0) ASSERT_TRUE(raw(s)->pop());
    if (operation == 13) {
      std::int64_t low = random(span_);
      std::int64_t count = 1 + random(std::min<std::int64_t>(span_, 50000));
      ASSERT_TRUE(raw(s)->update(Range::make(Int(low), Int(low + count), Int(1))));
    }
    if (operation == 14 && a != b) ASSERT_TRUE(operators::inplace_subtract(s, t));
    if (operation == 15 && random(4) == 0) ASSERT_TRUE(operators::inplace_bit_xor(s, t));
  }
  // Python evaluates the value before the subscript of its target.
  void store(Result<Object> result) { sets_[static_cast<std::size_t>(random(3))] = std::move(result).value(); }

  std::uint64_t state_;
  std::int64_t span_ = 0;
  std::uint64_t check_ = 0;
  Object sets_[3] = {set(), set(), set()};
};

TEST(Set, OrderAfterRandomOperations) {
  EXPECT_EQ(OrderWalk(1).run(3000, 40), 18371619673417644029u);
  EXPECT_EQ(OrderWalk(2).run(3000, 2000), 17307888073488309709u);
  EXPECT_EQ(OrderWalk(3).run(2000, 200000), 6696684774123019378u);
  EXPECT_EQ(OrderWalk(4).run(300, std::int64_t{1} << 30), 3199916739619845494u);
}

TEST(Set, Operators) {
  EXPECT_EQ(text(operators::bit_or(set(1, 2), set(3))), "{1, 2, 3}");
  EXPECT_EQ(text(operators::bit_and(set(1, 2), set(2, 3))), "{2}");
  EXPECT_EQ(text(operators::subtract(set(1, 2), set(2, 3))), "{1}");
  EXPECT_EQ(text(operators::bit_xor(set(1, 2), set(2, 3))), "{1, 3}");
  EXPECT_EQ(text(operators::bit_or(set(1), list(2))), "TypeError: unsupported operand type(s) for |: 'set' and 'list'");
  EXPECT_EQ(text(operators::equal(set(1, 2), builtins::frozenset(list(2, 1)).value())), "True");
  EXPECT_EQ(text(operators::less(set(1), set(1, 2))), "True");
  EXPECT_EQ(text(operators::less_equal(set(1, 3), set(1, 2))), "False");
  EXPECT_EQ(text(operators::greater_equal(set(1, 2), set(1, 2))), "True");
  EXPECT_EQ(text(operators::less(set(1), list(1))),
            "TypeError: '<' not supported between instances of 'set' and 'list'");
  Object s = set(1, 2, 3);
  EXPECT_EQ(text(operators::inplace_bit_and(s, set(2, 3, 4))), "{2, 3}");
  EXPECT_EQ(text(operators::inplace_subtract(s, s)), "set()");
  EXPECT_EQ(text(s), "set()");
}

TEST(Set, Methods) {
  Set<Object> s = word_cast<Set<Object>>(set(1, 2));
  EXPECT_EQ(text(s.update({list(3), set(4)})), "None");
  EXPECT_EQ(text(s.intersection({list(1, 3, 9), tuple(3)})), "{3}");
  EXPECT_EQ(text(s.union_({list(8)})), "{1, 2, 3, 4, 8}");
  EXPECT_EQ(text(s.difference({list(1), tuple(2)})), "{3, 4}");
  EXPECT_EQ(text(s.symmetric_difference(list(4, 5))), "{1, 2, 3, 5}");
  EXPECT_EQ(text(s.isdisjoint(list(7))), "True");
  EXPECT_EQ(text(s.issubset(list(1, 2, 3, 4, 5))), "True");
  EXPECT_EQ(text(s.issuperset(list(1, 7))), "False");
  EXPECT_EQ(text(s.remove(value(9))), "KeyError: 9");
  EXPECT_EQ(text(s.discard(value(9))), "None");
  EXPECT_EQ(text(set().as<SetObject>()->pop()), "KeyError: 'pop from an empty set'");
  EXPECT_EQ(text(s.add(list(1))), "TypeError: unhashable type: 'list'");
  EXPECT_EQ(text(s.contains(list(1))), "TypeError: unhashable type: 'list'");
  EXPECT_EQ(text(s.update({value(5)})), "TypeError: 'int' object is not iterable");
  EXPECT_EQ(text(s.intersection_update({list(4, 1)})), "None");
  EXPECT_EQ(text(s), "{1, 4}");
}

TEST(Set, SetOfSets) {
  Object outer = set(builtins::frozenset(list(1, 2)).value());
  // A set is looked up as the frozenset of its items.
  EXPECT_EQ(text(raw(outer)->contains(set(2, 1))), "True");
  EXPECT_EQ(text(raw(outer)->remove(set(2, 1))), "None");
  EXPECT_EQ(text(outer), "set()");
}

TEST(Set, Hash) {
  EXPECT_EQ(text(operators::hash(builtins::frozenset(Object()).value())), "133146708735736");
  EXPECT_EQ(text(operators::hash(builtins::frozenset(list(1)).value())), "-558064481276695278");
  EXPECT_EQ(text(operators::hash(builtins::frozenset(list(1, 2, 3)).value())), "-272375401224217160");
  EXPECT_EQ(text(operators::hash(builtins::frozenset(Range::make(0, 100, 1)).value())), "4411996150312757951");
  EXPECT_EQ(text(operators::hash(set(1))), "TypeError: unhashable type: 'set'");
}

TEST(Set, ChangedDuringIteration) {
  Object s = set(1, 2);
  SetCursor<Int> cursor(s);
  Int item;
  EXPECT_EQ(text(cursor.next(item)), "True");
  ASSERT_TRUE(raw(s)->add(value(3)));
  EXPECT_EQ(text(cursor.next(item)), "RuntimeError: Set changed size during iteration");
  EXPECT_EQ(text(cursor.next(item)), "RuntimeError: Set changed size during iteration");
}

}  // namespace
}  // namespace aiocc
