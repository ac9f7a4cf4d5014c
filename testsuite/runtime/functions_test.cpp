// Calls, argument binding and its TypeErrors, recursion.
#include <gtest/gtest.h>

#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"
#include "python.hpp"

using namespace aiocc;
using namespace python;

namespace {

/// Gives back its bound arguments as a tuple.
template <std::size_t count>
Result<Object> echo(FunctionObject* self, Object const* args, std::size_t given, KeywordNames const* names) {
  BoundArguments<count> bound;
  PASS(bound.bind(self, args, given, names));
  return make_tuple({&bound[0], count});
}

constexpr Code code{"test.py", "f", "f", 1};

// def f(aa, bb, /, cc, dd=1, *, ee, ff=2)
constexpr char const* f_names[] = {"aa", "bb", "cc", "dd", "ee", "ff"};
constexpr Signature f_signature{f_names, 2, 4, 2, false, false};
Object make_f() {
  Object keyword_defaults = Object::adopt(make_dict_object());
  dict_set_str(keyword_defaults.as<DictObject>(), "ff"_s, Int(2));
  return make_function(echo<6>, f_signature, code, pack_tuple(Int(1)), keyword_defaults);
}

// def f(a, *args, k=None, **kwargs)
constexpr char const* v_names[] = {"a", "k", "args", "kwargs"};
constexpr Signature v_signature{v_names, 0, 1, 1, true, true};
Object make_v() {
  Object keyword_defaults = Object::adopt(make_dict_object());
  dict_set_str(keyword_defaults.as<DictObject>(), "k"_s, None);
  return make_function(echo<4>, v_signature, code, Object(), keyword_defaults);
}

// def f(a, b=1)
constexpr char const* g_names[] = {"a", "b"};
constexpr Signature g_signature{g_names, 0, 2, 0, false, false};
Object make_g() { return make_function(echo<2>, g_signature, code, pack_tuple(Int(1))); }

std::string try_call(Object const& function, std::vector<Object> args, std::vector<Str> keywords = {}) {
  KeywordNames names{keywords};
  return show(call_array(function, args.data(), args.size(), keywords.empty() ? nullptr : &names));
}

TEST(Binding, fills_parameters) {
  Object f = make_f();
  EXPECT_EQ(try_call(f, {Int(1), Int(2), Int(3), Int(4)}, {"ee"_s}), "(1, 2, 3, 1, 4, 2)");
  EXPECT_EQ(try_call(f, {Int(1), Int(2), Int(9), Int(8), Int(7)}, {"ee"_s, "dd"_s, "cc"_s}), "(1, 2, 7, 8, 9, 2)");
  Object v = make_v();
  EXPECT_EQ(try_call(v, {Int(1)}), "(1, None, (), {})");
  EXPECT_EQ(try_call(v, {Int(1), Int(2), Int(3), Int(4), Int(5)}, {"k"_s, "z"_s}), "(1, 4, (2, 3), {'z': 5})");
  Object g = make_g();
  EXPECT_EQ(try_call(g, {Int(1)}), "(1, 1)");
  EXPECT_EQ(try_call(g, {Int(1), Int(2)}), "(1, 2)");
}

TEST(Binding, complains_as_CPython) {
  Object f = make_f();
  EXPECT_EQ(try_call(f, {}), "TypeError: f() missing 3 required positional arguments: 'aa', 'bb', and 'cc'");
  EXPECT_EQ(try_call(f, {Int(1)}), "TypeError: f() missing 2 required positional arguments: 'bb' and 'cc'");
  EXPECT_EQ(try_call(f, {Int(1), Int(2), Int(3)}), "TypeError: f() missing 1 required keyword-only argument: 'ee'");
  EXPECT_EQ(try_call(f, {Int(1), Int(2), Int(3), Int(4), Int(5), Int(6)}, {"ee"_s}),
            "TypeError: f() takes from 3 to 4 positional arguments but 5 positional arguments (and 1 keyword-only "
            "argument) were "
            "given");
  EXPECT_EQ(try_call(f, {Int(1), Int(2), Int(3), Int(4), Int(5)}, {"cc"_s, "ee"_s}),
            "TypeError: f() got multiple values for argument 'cc'");
  EXPECT_EQ(try_call(f, {Int(1), Int(2), Int(3), Int(4)}, {"eee"_s}),
            "TypeError: f() got an unexpected keyword argument 'eee'. Did you mean 'ee'?");
  EXPECT_EQ(try_call(f, {Int(1), Int(2), Int(3), Int(4)}, {"zz"_s}),
            "TypeError: f() got an unexpected keyword argument 'zz'");
  EXPECT_EQ(try_call(f, {Int(1), Int(2), Int(3)}, {"aa"_s, "bb"_s, "cc"_s}),
            "TypeError: f() got some positional-only arguments passed as keyword arguments: 'aa, bb'");
  Object g = make_g();
  EXPECT_EQ(try_call(g, {Int(1), Int(2), Int(3)}),
            "TypeError: f() takes from 1 to 2 positional arguments but 3 were given");
  EXPECT_EQ(try_call(g, {}), "TypeError: f() missing 1 required positional argument: 'a'");
}

TEST(Calls, unpack_arguments) {
  Object v = make_v();
  Object args = Object::adopt(make_list_object());
  ok(add_arguments(args, pack_tuple(Int(1), Int(2)), v));
  Object keywords = Object::adopt(make_dict_object());
  Object mapping = Object::adopt(make_dict_object());
  dict_set_str(mapping.as<DictObject>(), "z"_s, Int(3));
  ok(add_keywords(keywords, mapping, v));
  EXPECT_EQ(show(call_unpacked(v, args, keywords)), "(1, None, (2,), {'z': 3})");
  EXPECT_EQ(error_of(add_keywords(keywords, mapping, v)),
            "TypeError: f() got multiple values for keyword argument 'z'");
  EXPECT_EQ(error_of(add_arguments(args, Int(5), v)), "TypeError: f() argument after * must be an iterable, not int");
  EXPECT_EQ(error_of(add_keywords(keywords, Int(5), v)), "TypeError: f() argument after ** must be a mapping, not int");
  EXPECT_EQ(show(call(Int(1))), "TypeError: 'int' object is not callable");
}

TEST(Functions, have_attributes) {
  Object g = make_g();
  EXPECT_EQ(show(get(g, "__name__")), "'f'");
  EXPECT_EQ(show(get(g, "__doc__")), "None");
  EXPECT_EQ(show(get(g, "__defaults__")), "(1,)");
  ok(operators::set_attr(g, "calls"_s, Int(0)));
  EXPECT_EQ(show(get(g, "calls")), "0");
  ok(operators::set_attr(g, "__name__"_s, "other"_s));
  EXPECT_EQ(show(get(g, "__name__")), "'other'");
  EXPECT_TRUE(show(g).starts_with("<function f at 0x"));
  EXPECT_EQ(error_of(operators::get_attr(g, "nothing"_s)),
            "AttributeError: 'function' object has no attribute 'nothing'");
}

Result<Object> descend(std::int64_t depth) {
  RecursionGuard guard;
  if (!guard.entered()) return raised;
  Object deepest = PASS(descend(depth + 1));
  return deepest;
}

TEST(Recursion, ends_with_an_error) {
  EXPECT_EQ(show(descend(0)), "RecursionError: maximum recursion depth exceeded");
  EXPECT_EQ(state.depth, 0u);
}

}  // namespace
