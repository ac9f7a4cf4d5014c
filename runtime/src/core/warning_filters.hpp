// Filters for the runtime's own warnings in programs that don't run the module `warnings`: CPython's at its start, and those before them
// that $PYTHONWARNINGS asks for.
#pragma once

#include <string_view>

#include "aiocc/objects/traceback.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::detail {

enum class WarningAction : std::uint8_t { Default, Error, Ignore, Always, Module, Once };

/// What becomes of a warning that points to `span`, or to no place.
WarningAction warning_action(Span const* span, Type const& category, std::string_view message);

}  // namespace aiocc::detail
