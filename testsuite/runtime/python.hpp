// Helpers of the runtime's tests: functions and classes made as emitted code makes them, results as text.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <initializer_list>
#include <string>
#include <utility>

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"

namespace python {

using namespace aiocc;

/// "ValueError: text" of an error in flight, which is taken.
inline std::string take_error_text() {
  Ref<BaseException> error = take_error();
  if (!error.bound()) return "no error";
  std::string text = detail::format_exception_only(error);
  text.pop_back();
  return text;
}

template <class T>
std::string error_of(Result<T> result) {
  return result ? "no error" : take_error_text();
}

/// The value; an error fails the test.
template <class T>
T ok(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << take_error_text();
    std::abort();
  }
  return std::move(result).value();
}
inline bool ok(Result<void> result) {
  if (!result) ADD_FAILURE() << take_error_text();
  return static_cast<bool>(result);
}

inline std::string show(Object const& object) { return ok(operators::repr(object)).utf8(); }
inline std::string show(Result<Object> result) { return result ? show(result.value()) : take_error_text(); }
inline Object get(Object const& object, char const* name) { return ok(operators::get_attr(object, Str::intern(name))); }

inline constexpr char const* parameter_names[] = {"self", "a", "b", "c", "d"};

/// A function of `count` positional parameters: `body` gets them as an array.
template <std::size_t count>
Object method(char const* qualified_name, Result<Object> (*body)(Object const* args)) {
  static constexpr Signature signature{parameter_names, 0, count, 0, false, false};
  static std::deque<Code> codes;
  Code const& code = codes.emplace_back(Code{"test.py", qualified_name, qualified_name, 1});
  Entry entry = [](FunctionObject* self, Object const* args, std::size_t given,
                   KeywordNames const* names) -> Result<Object> {
    BoundArguments<count> bound;
    PASS(bound.bind(self, args, given, names));
    return reinterpret_cast<Result<Object> (*)(Object const*)>(self->data)(&bound[0]);
  };
  auto function = make_function(entry, signature, code);
  function->data = reinterpret_cast<std::uintptr_t>(body);
  return function;
}

inline Object make_test_class(char const* name, std::initializer_list<std::pair<char const*, Object>> attributes,
                              std::initializer_list<Object> bases = {}) {
  Object dict = Object::adopt(make_dict_object());
  for (auto const& [key, value] : attributes) dict_set_str(dict.as<DictObject>(), Str::intern(key), value);
  // The name must live as long as the class.
  ClassSpec spec{name, name, "__main__", nullptr, 0, nullptr, 0};
  return ok(make_class(spec, bases.begin(), bases.size(), dict));
}

}  // namespace python
