// Warnings that the runtime itself issues.
#pragma once

#include <string_view>

#include "aiocc/objects/traceback.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

/// Prints a warning to stderr as CPython's `warnings` does by default, pointing to `span`; null: to no place of the program.
void warn_at(Span const* span, Type const& category, std::string_view message) noexcept;

/// The same, pointing to `state.position`.
void warn(Type const& category, std::string_view message) noexcept;

/// RuntimeWarning: the coroutine of this function dies without having begun. With `method`: what this method of its async generator gave.
void warn_never_awaited(Code const& code, char const* method = nullptr) noexcept;

}  // namespace aiocc
