// Arguments of the classes that are written in C in CPython, with its TypeErrors.
#pragma once

#include <span>

#include "aiocc/objects/function.hpp"

namespace aiocc::detail {

/// Spreads a call's arguments over `slots`, one per name; what isn't given stays unbound. The first `positional_only` names
/// can't be keywords.
Result<void> constructor_arguments(char const* type_name, std::span<char const* const> parameters, std::size_t positional_only,
                                   Object const* args, std::size_t count, KeywordNames const* names, Object* slots);

}  // namespace aiocc::detail
