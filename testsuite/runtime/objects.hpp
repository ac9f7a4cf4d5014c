// Shorthand for tests of the object model: values from C++ ones, results as text.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/range.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::testing {

inline Object value(int number) { return Int(number); }
inline Object value(std::int64_t number) { return Int(number); }
inline Object value(double number) { return box(number); }
inline Object value(IntOrFloat const& number) { return box(number); }
inline Object value(bool truth) { return box(truth); }
inline Object value(char const* text) { return Str::from_utf8(text); }
inline Object value(Object const& object) { return object; }

template <class... Items>
Object list(Items const&... items) {
  return List<Object>::of(value(items)...);
}
template <class... Items>
Object tuple(Items const&... items) {
  return pack_tuple(value(items)...);
}
template <class... Items>
Object set(Items const&... items) {
  return detail::set_of(Arguments{value(items)...}).value();
}
/// `dict(k1, v1, k2, v2)`.
inline void fill(DictObject*) {}
template <class Key, class Value, class... Rest>
void fill(DictObject* dict, Key const& key, Value const& item, Rest const&... rest) {
  EXPECT_TRUE(dict->set(value(key), value(item)));
  fill(dict, rest...);
}
template <class... Items>
Object dict(Items const&... items) {
  Object result = Object::adopt(make_dict_object());
  fill(result.as<DictObject>(), items...);
  return result;
}
inline Object slice(Object start, Object stop, Object step = None) { return Slice(start, stop, step); }

/// The error in flight as "ValueError: message"; it's over then.
inline std::string error_text() {
  Ref<BaseException> error = take_error();
  std::string name = type_of(error)->name;
  std::string message = operators::str(error).value().utf8();
  return message.empty() ? name : name + ": " + message;
}

inline std::string text(Object const& object) { return operators::repr(object).value().utf8(); }
inline std::string text(Raised) { return error_text(); }
template <class T>
std::string text(Result<T> result) {
  if (!result) return error_text();
  if constexpr (std::is_void_v<T>)
    return "None";
  else if constexpr (Word<T>)
    return text(static_cast<Object const&>(result.value()));
  else
    return text(value(result.value()));
}

/// What iterating gives, as a list's repr.
inline std::string items(Object const& iterable) { return text(list_from(iterable)); }
template <class T>
std::string items(Result<T> iterable) {
  return iterable ? items(static_cast<Object const&>(iterable.value())) : error_text();
}

/// A function of one argument as a Python callable.
template <Result<Object> (*body)(Object const&)>
Object function() {
  static constexpr char const* names[] = {"x"};
  static constexpr Signature signature{names, 0, 1, 0, false, false};
  static constexpr Code code{"test.py", "f", "f", 1};
  return make_function(
      [](FunctionObject*, Object const* args, std::size_t, KeywordNames const*) { return body(args[0]); }, signature,
      code);
}

}  // namespace aiocc::testing
