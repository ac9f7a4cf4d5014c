// Types, classes, functions and attributes as emitted code uses them.
#include <gtest/gtest.h>

#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/operators.hpp"
#include "python.hpp"

using namespace aiocc;
using namespace python;

namespace {

TEST(Types, name_and_mro_of_built_in_types) {
  EXPECT_EQ(show(box(int_type)), "<class 'int'>");
  EXPECT_EQ(show(get(box(bool_type), "__mro__")), "(<class 'bool'>, <class 'int'>, <class 'object'>)");
  EXPECT_EQ(show(get(box(value_error_type), "__name__")), "'ValueError'");
  EXPECT_EQ(show(get(box(value_error_type), "__bases__")), "(<class 'Exception'>,)");
}

TEST(Classes, instances_have_attributes) {
  Object cls = make_test_class("Point", {});
  Object point = ok(call(cls));
  EXPECT_TRUE(ok(operators::set_attr(point, "x"_s, Int(3))));
  EXPECT_EQ(show(get(point, "x")), "3");
  EXPECT_EQ(show(get(point, "__dict__")), "{'x': 3}");
  EXPECT_EQ(error_of(operators::get_attr(point, "y"_s)), "AttributeError: 'Point' object has no attribute 'y'");
  EXPECT_EQ(error_of(operators::delete_attr(point, "y"_s)), "AttributeError: 'Point' object has no attribute 'y'");
  EXPECT_EQ(error_of(call(cls, Int(1))), "TypeError: Point() takes no arguments");
  EXPECT_TRUE(show(point).starts_with("<__main__.Point object at 0x"));
}

TEST(Classes, built_in_instances_have_no_dict) {
  EXPECT_EQ(error_of(operators::set_attr(Int(1), "x"_s, Int(3))),
            "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes");
  EXPECT_EQ(error_of(operators::set_attr(box(int_type), "x"_s, Int(3))),
            "TypeError: cannot set 'x' attribute of immutable type 'int'");
}

TEST(Classes, inherit_methods_and_call_super) {
  Object base = make_test_class(
      "Base", {{"describe", method<1>("Base.describe", [](Object const*) -> Result<Object> { return "base"_s; })}});
  static Object derived;
  derived = make_test_class("Derived",
                            {{"describe", method<1>("Derived.describe",
                                                    [](Object const* args) -> Result<Object> {
                                                      Object parent = PASS(builtins::super(derived, args[0]));
                                                      Object text = PASS(call_method(parent, "describe"_s));
                                                      return operators::add("derived of "_s, text);
                                                    })}},
                            {base});
  Object instance = ok(call(derived));
  EXPECT_EQ(show(call_method(instance, "describe"_s)), "'derived of base'");
  EXPECT_TRUE(ok(builtins::isinstance(instance, base)));
  EXPECT_FALSE(ok(builtins::issubclass(base, derived)));
  derived.reset();
}

TEST(Classes, linearise_diamonds) {
  Object a = make_test_class("A", {});
  Object b = make_test_class("B", {}, {a});
  Object c = make_test_class("C", {}, {a});
  Object d = make_test_class("D", {}, {b, c});
  EXPECT_EQ(show(get(d, "__mro__")),
            "(<class '__main__.D'>, <class '__main__.B'>, <class '__main__.C'>, <class '__main__.A'>, "
            "<class 'object'>)");
  Object attributes = word_cast<Object>(Dict<Str, Object>::of());
  Object const bases[] = {a, d};
  EXPECT_EQ(error_of(make_class({"E", "E", "__main__", nullptr, 0, nullptr, 0}, bases, 2, attributes)),
            "TypeError: Cannot create a consistent method resolution order (MRO) for bases A, D");
}

TEST(Classes, special_methods_fill_slots) {
  Object cls = make_test_class(
      "Number",
      {{"__add__", method<2>("Number.__add__", [](Object const* args) { return operators::add(Int(100), args[1]); })},
       {"__radd__",
        method<2>("Number.__radd__", [](Object const* args) { return operators::add(Int(1000), args[1]); })},
       {"__len__", method<1>("Number.__len__", [](Object const*) -> Result<Object> { return Int(7); })},
       {"__eq__", method<2>("Number.__eq__", [](Object const*) -> Result<Object> { return True; })},
       {"__getitem__", method<2>("Number.__getitem__", [](Object const* args) -> Result<Object> { return args[1]; })},
       {"__call__", method<2>("Number.__call__", [](Object const* args) { return operators::negative(args[1]); })},
       {"__repr__", method<1>("Number.__repr__", [](Object const*) -> Result<Object> { return "Number!"_s; })}});
  Object number = ok(call(cls));
  EXPECT_EQ(show(operators::add(number, Int(5))), "105");
  EXPECT_EQ(show(operators::add(Int(5), number)), "1005");
  EXPECT_EQ(show(operators::inplace_add(number, Int(6))), "106");
  EXPECT_EQ(error_of(operators::subtract(number, Int(5))),
            "TypeError: unsupported operand type(s) for -: 'Number' and 'int'");
  EXPECT_EQ(ok(operators::length(number)), 7);
  EXPECT_TRUE(ok(operators::truth(number)));
  EXPECT_TRUE(ok(operators::test_equal(number, Int(1))));
  EXPECT_FALSE(ok(operators::test_not_equal(number, Int(1))));
  EXPECT_EQ(error_of(operators::hash(number)), "TypeError: unhashable type: 'Number'");
  EXPECT_EQ(error_of(operators::less(number, Int(1))),
            "TypeError: '<' not supported between instances of 'Number' and 'int'");
  EXPECT_EQ(show(operators::get_item(number, "k"_s)), "'k'");
  EXPECT_EQ(show(call(number, Int(4))), "-4");
  EXPECT_EQ(show(number), "Number!");
  EXPECT_EQ(ok(operators::str(number)).utf8(), "Number!");
}

TEST(Classes, special_methods_stored_later_count_for_subclasses_too) {
  Object base = make_test_class("Base", {});
  Object derived = make_test_class("Derived", {}, {base});
  Object instance = ok(call(derived));
  EXPECT_EQ(error_of(operators::length(instance)), "TypeError: object of type 'Derived' has no len()");
  Object length = method<1>("length", [](Object const*) -> Result<Object> { return Int(2); });
  ok(operators::set_attr(base, "__len__"_s, length));
  EXPECT_EQ(ok(operators::length(instance)), 2);
  ok(operators::delete_attr(base, "__len__"_s));
  EXPECT_EQ(error_of(operators::length(instance)), "TypeError: object of type 'Derived' has no len()");
}

TEST(Classes, changed_attributes_reach_the_method_cache) {
  Object cls = make_test_class("C", {{"x", Int(1)}});
  Object instance = ok(call(cls));
  EXPECT_EQ(show(get(instance, "x")), "1");
  ok(operators::set_attr(cls, "x"_s, Int(2)));
  EXPECT_EQ(show(get(instance, "x")), "2");
}

struct PointLayout : Instance {
  Object label;
  double height;
  bool visible;
  IntOrFloat size;
};

TEST(Classes, static_fields_are_attributes) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winvalid-offsetof"
  static Field const fields[] = {{"label", offsetof(PointLayout, label), Storage::Word},
                                 {"height", offsetof(PointLayout, height), Storage::Double},
                                 {"visible", offsetof(PointLayout, visible), Storage::Bool},
                                 {"size", offsetof(PointLayout, size), Storage::IntOrFloat}};
#pragma GCC diagnostic pop
  ClassSpec spec{"Point", "Point", "__main__", "A point.", sizeof(PointLayout), fields, 4};
  Object cls = ok(make_class(spec, nullptr, 0, word_cast<Object>(Dict<Str, Object>::of())));
  Object point = ok(call(cls));
  EXPECT_EQ(error_of(operators::get_attr(point, "height"_s)),
            "AttributeError: 'Point' object has no attribute 'height'");
  ok(operators::set_attr(point, "height"_s, box(1.5)));
  ok(operators::set_attr(point, "visible"_s, True));
  ok(operators::set_attr(point, "label"_s, "here"_s));
  ok(operators::set_attr(point, "other"_s, Int(1)));
  EXPECT_EQ(static_cast<PointLayout*>(point.heap())->height, 1.5);
  EXPECT_EQ(show(get(point, "__dict__")), "{'label': 'here', 'height': 1.5, 'visible': True, 'other': 1}");
  EXPECT_EQ(error_of(operators::get_attr(point, "size"_s)), "AttributeError: 'Point' object has no attribute 'size'");
  ok(operators::set_attr(point, "size"_s, box(0.5)));
  EXPECT_EQ(show(get(point, "size")), "0.5");
  // A big one is an object, which dies with the point.
  ok(operators::set_attr(point, "size"_s, int_literal("100000000000000000000")));
  EXPECT_EQ(show(get(point, "size")), "100000000000000000000");
  EXPECT_TRUE(static_cast<PointLayout*>(point.heap())->size.is_int());
  ok(operators::delete_attr(point, "height"_s));
  EXPECT_FALSE(ok(builtins::hasattr(point, "height"_s)));
  EXPECT_EQ(show(get(cls, "__doc__")), "'A point.'");
}

TEST(Classes, finalisers_run_once_when_the_last_reference_goes) {
  static int runs;
  runs = 0;
  Object cls = make_test_class("C", {{"__del__", method<1>("C.__del__", [](Object const*) -> Result<Object> {
                                        ++runs;
                                        return None;
                                      })}});
  Object instance = ok(call(cls));
  Object second = instance;
  instance.reset();
  EXPECT_EQ(runs, 0);
  second.reset();
  EXPECT_EQ(runs, 1);
}

TEST(Memory, a_chain_of_a_million_objects_dies_without_deep_recursion) {
  Object cls = make_test_class("Node", {});
  Object head = None;
  for (int i = 0; i < 50000; ++i) {
    Object node = ok(call(cls));
    ok(operators::set_attr(node, "next"_s, head));
    head = node;
  }
  head.reset();
  Object nested = None;
  for (int i = 0; i < 1000000; ++i) {
    ListObject* list = make_list_object();
    list->items().push_back(nested);
    nested = Object::adopt(list);
  }
  nested.reset();
}

TEST(Properties, read_write_and_complain) {
  Object getter = method<1>("C.x", [](Object const*) -> Result<Object> { return Int(42); });
  Object cls = make_test_class("C", {{"x", builtins::property(getter)}});
  Object instance = ok(call(cls));
  EXPECT_EQ(show(get(instance, "x")), "42");
  EXPECT_EQ(error_of(operators::set_attr(instance, "x"_s, Int(1))),
            "AttributeError: property 'x' of 'C' object has no setter");
  EXPECT_EQ(error_of(operators::delete_attr(instance, "x"_s)),
            "AttributeError: property 'x' of 'C' object has no deleter");
}

TEST(Methods, static_and_class_methods) {
  Object make = method<1>("C.make", [](Object const* args) -> Result<Object> { return get(args[0], "__name__"); });
  Object twice = method<1>("C.twice", [](Object const* args) { return operators::add(args[0], args[0]); });
  Object cls = make_test_class("C", {{"make", builtins::classmethod(make)}, {"twice", builtins::staticmethod(twice)}});
  Object instance = ok(call(cls));
  EXPECT_EQ(show(call_method(cls, "make"_s)), "'C'");
  EXPECT_EQ(show(call_method(instance, "make"_s)), "'C'");
  EXPECT_EQ(show(call_method(instance, "twice"_s, Int(4))), "8");
  Object plain = method<1>("C.plain", [](Object const* args) -> Result<Object> { return args[0]; });
  ok(operators::set_attr(cls, "plain"_s, plain));
  EXPECT_TRUE(show(get(instance, "plain")).starts_with("<bound method C.plain of <__main__.C object at 0x"));
  EXPECT_TRUE(call_method(instance, "plain"_s).value().is(instance));
}

TEST(Attributes, fall_back_to_getattr) {
  Object cls = make_test_class("C", {{"__getattr__", method<2>("C.__getattr__", [](Object const* args) {
                                        return operators::add("no "_s, args[1]);
                                      })}});
  Object instance = ok(call(cls));
  ok(operators::set_attr(instance, "x"_s, Int(1)));
  EXPECT_EQ(show(get(instance, "x")), "1");
  EXPECT_EQ(show(get(instance, "y")), "'no y'");
}

TEST(Attributes, of_built_in_types_are_methods) {
  EXPECT_EQ(show(get(box(int_type), "__add__")), "<slot wrapper '__add__' of 'int' objects>");
  EXPECT_EQ(show(call_method(Int(3), "__add__"_s, Int(4))), "7");
  EXPECT_EQ(show(call_method("abc"_s, "__len__"_s)), "3");
  EXPECT_EQ(error_of(call_method(Int(3), "__add__"_s)), "TypeError: expected 1 argument, got 0");
  EXPECT_EQ(show(call(get(box(object_type), "__repr__"), None)).substr(0, 20), "'<NoneType object at");
}

}  // namespace
