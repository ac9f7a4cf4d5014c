// dict, its views and iterators: expected texts are CPython 3.13's.
#include "runtime/objects.hpp"

namespace aiocc {
namespace {

using namespace testing;

DictObject* raw(Object const& object) { return object.as<DictObject>(); }
Dict<Object, Object> typed(Object const& object) { return word_cast<Dict<Object, Object>>(object); }

TEST(Dict, Repr) {
  EXPECT_EQ(text(dict()), "{}");
  EXPECT_EQ(text(dict("a", 1, 2, list())), "{'a': 1, 2: []}");
  Object self = dict();
  dict_set_str(raw(self), Str::from_utf8("me"), self);
  EXPECT_EQ(text(self), "{'me': {...}}");
  raw(self)->clear();
}

TEST(Dict, KeysThatAreEqual) {
  Object d = dict(1, "int", 1.0, "float", true, "bool");
  EXPECT_EQ(text(d), "{1: 'bool'}");
  EXPECT_EQ(text(operators::get_item(d, value(1.0))), "'bool'");
  // -1 and -2 have the same hash.
  EXPECT_EQ(text(dict(-1, 1, -2, 2)), "{-1: 1, -2: 2}");
}

TEST(Dict, OrderSurvivesGrowthAndDeletion) {
  Object d = dict();
  for (int i = 0; i < 2000; ++i) ASSERT_TRUE(raw(d)->set(value(i * 7), value(i)));
  for (int i = 0; i < 2000; ++i) {
    if (i % 3 != 0) ASSERT_TRUE(raw(d)->delete_item(value(i * 7)));
  }
  for (int i = 0; i < 500; ++i) ASSERT_TRUE(raw(d)->set(Str::from_utf8("k" + std::to_string(i)), value(i)));
  EXPECT_EQ(raw(d)->used, 667u + 500u);
  std::size_t position = 0;
  for (int i = 0; i < 2000; i += 3) ASSERT_EQ(raw(d)->next(position)->key.small(), i * 7);
  EXPECT_EQ(text(raw(d)->next(position)->key), "'k0'");
  for (int i = 0; i < 2000; ++i) ASSERT_EQ(raw(d)->contains(value(i * 7)).value(), i % 3 == 0);
}

TEST(Dict, Names) {
  DictObject* names = make_dict_object();
  Object keeper = Object::adopt(names);
  dict_set_str(names, Str::from_utf8("alpha"), value(1));
  dict_set_str(names, Str::from_utf8("beta"), value(2));
  dict_set_str(names, Str::from_utf8("alpha"), value(3));
  EXPECT_EQ(text(*dict_get_str(names, Str::from_utf8("alpha"))), "3");
  EXPECT_EQ(dict_get_str(names, Str::from_utf8("gamma")), nullptr);
  EXPECT_TRUE(dict_delete_str(names, Str::from_utf8("alpha")));
  EXPECT_FALSE(dict_delete_str(names, Str::from_utf8("alpha")));
  EXPECT_EQ(text(keeper), "{'beta': 2}");
}

TEST(Dict, Errors) {
  Object d = dict("a", 1);
  EXPECT_EQ(text(operators::get_item(d, value("b"))), "KeyError: 'b'");
  EXPECT_EQ(text(operators::get_item(d, tuple(1, 2))), "KeyError: (1, 2)");
  EXPECT_EQ(text(operators::get_item(d, list())), "TypeError: unhashable type: 'list'");
  EXPECT_EQ(text(operators::delete_item(d, value(3))), "KeyError: 3");
  EXPECT_EQ(text(raw(d)->pop(value(3), Object())), "KeyError: 3");
  EXPECT_EQ(text(raw(dict())->pop_item()), "KeyError: 'popitem(): dictionary is empty'");
  EXPECT_EQ(text(operators::hash(d)), "TypeError: unhashable type: 'dict'");
}

TEST(Dict, Methods) {
  Object d = dict("a", 1, "b", 2);
  EXPECT_EQ(text(raw(d)->get(value("z"), None)), "None");
  EXPECT_EQ(text(raw(d)->set_default(value("a"), value(9))), "1");
  EXPECT_EQ(text(raw(d)->set_default(value("c"), value(3))), "3");
  EXPECT_EQ(text(raw(d)->pop(value("a"), Object())), "1");
  EXPECT_EQ(text(raw(d)->pop(value("a"), value("none"))), "'none'");
  EXPECT_EQ(text(raw(d)->pop_item()), "('c', 3)");
  EXPECT_EQ(text(Object::adopt(raw(d)->copy())), "{'b': 2}");
  EXPECT_EQ(text(Dict<Object, Object>::fromkeys(value("aba"), value(0))), "{'a': 0, 'b': 0}");
}

TEST(Dict, Update) {
  Object d = dict();
  EXPECT_EQ(text(raw(d)->update(list(tuple("a", 1), value("bc")))), "None");
  EXPECT_EQ(text(raw(d)->update(dict("a", 5))), "None");
  EXPECT_EQ(text(d), "{'a': 5, 'b': 'c'}");
  EXPECT_EQ(text(raw(d)->update(value(5))), "TypeError: 'int' object is not iterable");
  EXPECT_EQ(text(raw(d)->update(list(1))),
            "TypeError: cannot convert dictionary update sequence element #0 to a sequence");
  EXPECT_EQ(text(raw(d)->update(list(tuple(1, 2), tuple(1)))),
            "ValueError: dictionary update sequence element #1 has length 1; 2 is required");
}

TEST(Dict, Operators) {
  EXPECT_EQ(text(operators::bit_or(dict("a", 1), dict("b", 2))), "{'a': 1, 'b': 2}");
  EXPECT_EQ(text(operators::bit_or(dict(), list())), "TypeError: unsupported operand type(s) for |: 'dict' and 'list'");
  EXPECT_EQ(text(operators::inplace_bit_or(dict("a", 1), list(tuple("b", 2)))), "{'a': 1, 'b': 2}");
  EXPECT_EQ(text(operators::equal(dict("a", 1, "b", 2), dict("b", 2, "a", 1.0))), "True");
  EXPECT_EQ(text(operators::not_equal(dict("a", 1), dict("a", 2))), "True");
  EXPECT_EQ(text(operators::less(dict(), dict())),
            "TypeError: '<' not supported between instances of 'dict' and 'dict'");
}

TEST(Dict, Views) {
  Object d = dict("a", 1, "b", 2);
  Object keys = typed(d).keys();
  EXPECT_EQ(text(keys), "dict_keys(['a', 'b'])");
  EXPECT_EQ(text(typed(d).values()), "dict_values([1, 2])");
  EXPECT_EQ(text(typed(d).items()), "dict_items([('a', 1), ('b', 2)])");
  ASSERT_TRUE(raw(d)->set(value("c"), value(3)));
  EXPECT_EQ(items(keys), "['a', 'b', 'c']");
  EXPECT_EQ(text(operators::contains(typed(d).items(), tuple("c", 3.0))), "True");
  EXPECT_EQ(text(operators::contains(typed(d).items(), tuple("c", 4))), "False");
  EXPECT_EQ(text(operators::equal(keys, set("a", "b", "c"))), "True");
  EXPECT_EQ(text(operators::bit_and(keys, list("b", "x"))), "{'b'}");
  EXPECT_EQ(text(operators::subtract(keys, list("b", "c"))), "{'a'}");
  EXPECT_EQ(text(operators::length(keys)), "3");
  EXPECT_EQ(text(operators::hash(keys)), "TypeError: unhashable type: 'dict_keys'");
  EXPECT_EQ(items(typed(d).reversed()), "['c', 'b', 'a']");
  EXPECT_EQ(items(typed(d).items().reversed()), "[('c', 3), ('b', 2), ('a', 1)]");
}

TEST(Dict, ChangedDuringIteration) {
  Object d = dict(1, 1, 2, 2);
  DictCursor<Int, Int> cursor(d);
  Int key;
  EXPECT_EQ(text(cursor.next(key)), "True");
  ASSERT_TRUE(raw(d)->set(value(3), value(3)));
  EXPECT_EQ(text(cursor.next(key)), "RuntimeError: dictionary changed size during iteration");
  EXPECT_EQ(text(cursor.next(key)), "RuntimeError: dictionary changed size during iteration");

  DictCursor<Int, Int> other(d);
  for (int i = 1; i <= 3; ++i) EXPECT_EQ(text(other.next(key)), "True");
  ASSERT_TRUE(raw(d)->delete_item(value(1)));
  ASSERT_TRUE(raw(d)->set(value(4), value(4)));
  EXPECT_EQ(text(other.next(key)), "RuntimeError: dictionary keys changed during iteration");
}

TEST(Dict, Typed) {
  auto ages = Dict<Str, Int>::of();
  EXPECT_EQ(text(ages.set(Str::from_utf8("ann"), 30)), "None");
  EXPECT_EQ(text(ages.at(Str::from_utf8("ann"))), "30");
  EXPECT_EQ(text(ages.at(Str::from_utf8("bob"))), "KeyError: 'bob'");
  EXPECT_EQ(text(ages.get_or(Str::from_utf8("bob"), 7)), "7");
  auto rates = Dict<Int, double>::of();
  EXPECT_EQ(text(rates.set(1, 2.5)), "None");
  EXPECT_EQ(rates.at(1).value(), 2.5);
  EXPECT_EQ(text(rates.popitem()), "(1, 2.5)");
}

// A key whose `__eq__` empties the dict that is being searched.
DictObject* searched = nullptr;
Result<Object> equal_and_clear(Object const&, Object const&, CompareOp) {
  if (searched) std::exchange(searched, nullptr)->clear();
  return False;
}
Result<std::int64_t> hash_42(Object const&) { return std::int64_t{42}; }
void keep(HeapObject*) noexcept {}
constinit Type nasty_type("Nasty", &object_type, sizeof(HeapObject),
                          {.dealloc = keep, .hash = hash_42, .compare = equal_and_clear});
constinit HeapObject nasty_key(&nasty_type, immortal_references);

TEST(Dict, ChangedByEq) {
  Object key = Object::share(&nasty_key);
  Object d = dict(42, "x", 1, "y");
  searched = raw(d);
  EXPECT_EQ(text(raw(d)->get(key, value("missing"))), "'missing'");
  EXPECT_EQ(text(d), "{}");
  ASSERT_TRUE(raw(d)->set(value(42), value("x")));
  searched = raw(d);
  EXPECT_EQ(text(raw(d)->set(key, value("new"))), "None");
  EXPECT_EQ(raw(d)->used, 1u);
}

}  // namespace
}  // namespace aiocc
