// Raising, catching, chaining, and what the default hook prints.
#include <gtest/gtest.h>

#include "aiocc/objects/tuple.hpp"
#include "python.hpp"

using namespace aiocc;
using namespace python;

namespace {

extern Span const spans[];
#define AT(n) (&spans[n])

Result<void> inner() {
  TRY(Result<void>(raise_error(value_error_type, "bad")), AT(0));
  return {};
}
Result<void> outer() {
  TRY(inner(), AT(1));
  return {};
}

constexpr char const* source[] = {
    "def inner():", "    raise ValueError(\"bad\")", "", "def outer():", "    inner()", "",
    "def names():", "    x = print_somethin + 1",
};
// As `source`, with a call of several lines instead.
constexpr char const* long_source[] = {"", "", "", "", "    x = foo(", "        1,", "        2,", "    )"};
constexpr Code inner_code{"app.py", "inner", "inner", 1, nullptr, nullptr, nullptr, nullptr, source};
constexpr Code outer_code{"app.py", "outer", "outer", 4, nullptr, nullptr, nullptr, nullptr, source};
constexpr Code long_code{"app.py", "outer", "outer", 4, nullptr, nullptr, nullptr, nullptr, long_source};
GlobalName const globals[] = {{"print_something", nullptr}, {nullptr, nullptr}};
constexpr char const* locals[] = {"counter", nullptr};
Code const names_code{"app.py", "names", "names", 7, nullptr, "__main__", locals, globals, source};
Span const spans[] = {
    {&inner_code, 2, 2, 4, 27},
    {&outer_code, 5, 5, 4, 11, false, 5, 9, 5, 11},
    {&names_code, 8, 8, 8, 22},
    {&long_code, 5, 8, 8, 5, false, 5, 11, 8, 5},
};

TEST(Exceptions, show_their_arguments) {
  Object two = ok(call(box(value_error_type), Int(1), "x"_s));
  EXPECT_EQ(show(two), "ValueError(1, 'x')");
  EXPECT_EQ(ok(operators::str(two)).utf8(), "(1, 'x')");
  EXPECT_EQ(show(get(two, "args")), "(1, 'x')");
  EXPECT_EQ(show(ok(call(box(value_error_type)))), "ValueError()");
  EXPECT_EQ(ok(operators::str(ok(call(box(key_error_type), "k"_s)))).utf8(), "'k'");
  EXPECT_EQ(show(get(ok(call(box(stop_iteration_type), Int(3))), "value")), "3");
  EXPECT_EQ(show(get(ok(call(box(system_exit_type))), "code")), "None");
  EXPECT_EQ(show(get(ok(call(box(name_error_type), "x"_s)), "name")), "None");
  Object missing = ok(call(box(os_error_type), Int(2), "No such file or directory"_s, "f.txt"_s));
  EXPECT_EQ(ok(operators::str(missing)).utf8(), "[Errno 2] No such file or directory: 'f.txt'");
  EXPECT_EQ(show(missing), "FileNotFoundError(2, 'No such file or directory')");
  Object group = ok(call(box(base_exception_group_type), "eg"_s, pack_tuple(two)));
  EXPECT_EQ(ok(operators::str(group)).utf8(), "eg (1 sub-exception)");
  EXPECT_TRUE(is_instance(group, exception_group_type));
  EXPECT_TRUE(is_instance(group, exception_type));
}

TEST(Exceptions, tracebacks_have_frames_and_carets) {
  ASSERT_FALSE(outer());
  EXPECT_EQ(format_exception(take_error()),
            "Traceback (most recent call last):\n"
            "  File \"app.py\", line 5, in outer\n"
            "    inner()\n"
            "    ~~~~~^^\n"
            "  File \"app.py\", line 2, in inner\n"
            "    raise ValueError(\"bad\")\n"
            "ValueError: bad\n");
}

TEST(Exceptions, spans_of_several_lines) {
  EXPECT_EQ(detail::format_span(spans[3]),
            "  File \"app.py\", line 5, in outer\n"
            "    x = foo(\n"
            "        ~~~^\n"
            "        1,\n"
            "        ^^\n"
            "        2,\n"
            "        ^^\n"
            "    )\n"
            "    ^\n");
}

TEST(Exceptions, suggest_names) {
  EXPECT_FALSE(Result<void>(raise_name_error("print_somethin")));
  detail::add_traceback(AT(2));
  EXPECT_EQ(format_exception(take_error()),
            "Traceback (most recent call last):\n"
            "  File \"app.py\", line 8, in names\n"
            "    x = print_somethin + 1\n"
            "        ^^^^^^^^^^^^^^\n"
            "NameError: name 'print_somethin' is not defined. Did you mean: 'print_something'?\n");
  EXPECT_FALSE(Result<void>(raise_name_error("time")));
  EXPECT_EQ(take_error_text(), "NameError: name 'time' is not defined. Did you forget to import 'time'?");
  EXPECT_EQ(error_of(operators::get_attr("x"_s, "uper"_s)),
            "AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?");
}

TEST(Exceptions, contexts_and_causes_are_printed) {
  ASSERT_FALSE(inner());
  {
    Handling handling;
    EXPECT_FALSE(Result<void>(raise_error(type_error_type, "second")));
  }
  EXPECT_EQ(format_exception(state.error),
            "Traceback (most recent call last):\n"
            "  File \"app.py\", line 2, in inner\n"
            "    raise ValueError(\"bad\")\n"
            "ValueError: bad\n"
            "\n"
            "During handling of the above exception, another exception occurred:\n"
            "\n"
            "TypeError: second\n");
  {
    Handling handling;
    Object cause = ok(call(box(key_error_type), Int(1)));
    EXPECT_FALSE(Result<void>(raise_from(box(runtime_error_type), cause)));
  }
  EXPECT_EQ(format_exception(take_error()),
            "KeyError: 1\n"
            "\n"
            "The above exception was the direct cause of the following exception:\n"
            "\n"
            "RuntimeError\n");
}

TEST(Exceptions, raising_the_handled_one_again_makes_no_cycle) {
  EXPECT_FALSE(Result<void>(raise_error(value_error_type, "a")));
  Handling first;
  EXPECT_FALSE(Result<void>(raise_error(type_error_type, "b")));
  {
    Handling second;
    EXPECT_FALSE(Result<void>(raise(first.exception())));
  }
  Ref<BaseException> error = take_error();
  EXPECT_TRUE(error.is(first.exception()));
  EXPECT_EQ(show(error->context), "TypeError('b')");
  EXPECT_FALSE(error->context.as<BaseException>()->context.bound());
  EXPECT_EQ(error_of(Result<void>(reraise())), "ValueError: a");
  error->context.reset();
}

TEST(Exceptions, matching_and_wrong_uses) {
  EXPECT_EQ(error_of(Result<void>(reraise())), "RuntimeError: No active exception to reraise");
  EXPECT_EQ(error_of(Result<void>(raise(Int(1)))), "TypeError: exceptions must derive from BaseException");
  EXPECT_FALSE(Result<void>(raise(box(key_error_type))));
  EXPECT_TRUE(ok(error_matches(box(lookup_error_type))));
  EXPECT_FALSE(ok(error_matches(box(value_error_type))));
  EXPECT_TRUE(ok(error_matches(pack_tuple(box(value_error_type), box(key_error_type)))));
  EXPECT_EQ(error_of(error_matches(Int(1))),
            "TypeError: catching classes that do not inherit from BaseException is not allowed");
}

TEST(Exceptions, user_classes_derive_from_them) {
  Object cls = make_test_class("AppError", {}, {box(value_error_type)});
  Object error = ok(call(cls, "text"_s));
  ok(operators::set_attr(error, "extra"_s, Int(1)));
  ok(call_method(error, "add_note"_s, "a note"_s));
  EXPECT_EQ(show(get(error, "extra")), "1");
  EXPECT_FALSE(Result<void>(raise(error)));
  EXPECT_TRUE(error_is(value_error_type));
  EXPECT_EQ(take_error_text(), "AppError: text\na note");
}

TEST(Exceptions, groups_are_trees) {
  Object first = ok(call(box(value_error_type), Int(1)));
  Object inner_group =
      ok(call(box(exception_group_type), "inner"_s, pack_tuple(ok(call(box(type_error_type), "t"_s)))));
  Object group = ok(call(box(exception_group_type), "eg"_s, pack_tuple(first, inner_group)));
  EXPECT_EQ(format_exception(word_cast<Ref<BaseException>>(group)),
            "  | ExceptionGroup: eg (2 sub-exceptions)\n"
            "  +-+---------------- 1 ----------------\n"
            "    | ValueError: 1\n"
            "    +---------------- 2 ----------------\n"
            "    | ExceptionGroup: inner (1 sub-exception)\n"
            "    +-+---------------- 1 ----------------\n"
            "      | TypeError: t\n"
            "      +------------------------------------\n");
}

}  // namespace
