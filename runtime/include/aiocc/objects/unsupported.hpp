// What `--defer-unsupported` puts in place of what aiocc can't compile.
#pragma once

#include <string_view>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc {

/// Says on stderr that `what` isn't supported, and raises `aiocc.Unsupported`, which derives from BaseException. Whatever becomes of that,
/// the program's exit code is 70: nothing that it does from here on passes for what CPython does.
[[gnu::cold]] Result<Object> unsupported(std::string_view what);

namespace detail {

/// Whether `unsupported` was called.
bool reached_unsupported() noexcept;

}  // namespace detail
}  // namespace aiocc
