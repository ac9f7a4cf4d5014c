// What the generated bodies of native functions are made of: from arguments to C++ parameters, from C++ results to Objects.
#pragma once

#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/native.hpp"

namespace aiocc::detail {

/// An Object that is known to be a T, in place.
template <Word T>
T const& word(Object const& value) noexcept {
  return static_cast<T const&>(value);
}

/// An optional argument: what was given, or the default.
inline Object argument_or(Object const& given, Object otherwise) { return given.bound() ? given : otherwise; }

// Each raises CPython's TypeError for what its parameter can't take.

/// "must be real number, not str".
Result<double> double_argument(NativeCall const& call, std::size_t index);
/// The argument's truth.
Result<bool> bool_argument(NativeCall const& call, std::size_t index);
/// "'str' object cannot be interpreted as an integer".
Result<Int> int_argument(NativeCall const& call, std::size_t index);
/// "f() argument 1 must be str, not int".
Result<void> check_argument(NativeCall const& call, std::size_t index, Type const& type);
template <Word T>
Result<T> word_argument(NativeCall const& call, std::size_t index, Type const& type) {
  PASS(check_argument(call, index, type));
  return word_cast<T>(call.args[index]);
}

template <Storable T>
Result<Object> native_result(T value) {
  return to_object<T>(std::move(value));
}
template <class T>
Result<Object> native_result(Result<T> result) {
  if (!result) [[unlikely]]
    return raised;
  if constexpr (std::is_void_v<T>)
    return Object(None);
  else
    return to_object<T>(std::move(result).value());
}

/// A coroutine function called by dynamic code gives a coroutine object.
Result<Object> native_coroutine(NativeCall const& call, Frame* frame);
template <class T>
Result<Object> native_coroutine(NativeCall const& call, Coroutine<T> coroutine) {
  return native_coroutine(call, coroutine.release());
}

}  // namespace aiocc::detail
