// Warnings that the runtime itself issues.
#pragma once

#include <string_view>

#include "aiocc/objects/type.hpp"

namespace aiocc {

/// Prints a warning to stderr as CPython's `warnings` does by default, pointing to `state.position`.
void warn(Type const& category, std::string_view message) noexcept;

}  // namespace aiocc
