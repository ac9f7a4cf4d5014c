// The TypeErrors of calls of native functions, in the words of CPython's argument parsers.
#pragma once

#include <fmt/format.h>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::detail {

/// A call's arguments: `positional` of them, then the values of `names`.
struct NativeArguments {
  Object const* args;
  std::size_t positional;
  KeywordNames const* names;
};

/// No argument for `self`, or one of another class.
AIOCC_COLD Raised raise_wrong_receiver(NativeFunction const& function, Object const* args, std::size_t positional);
/// Complains about too many arguments, about keywords where there may be none, and, where C's words count arguments, about too few.
Result<void> check_counts(NativeFunction const& function, NativeArguments const& given);
AIOCC_COLD Raised raise_given_twice(NativeFunction const& function, Str const& name, std::size_t place);
AIOCC_COLD Raised raise_unexpected_keyword(NativeFunction const& function, Str const& name);
/// Some required parameter has no argument in `slots`.
AIOCC_COLD Raised raise_missing(NativeFunction const& function, Object const* slots);
/// "f() argument 1 must be str, not int".
AIOCC_COLD Raised raise_wrong_argument(NativeCall const& call, std::size_t index, Type const& type);

}  // namespace aiocc::detail
