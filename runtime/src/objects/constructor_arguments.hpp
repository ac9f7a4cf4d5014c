// Arguments of classes whose parameters no signature in a header tells, with CPython's TypeErrors.
#pragma once

#include <span>
#include <string>

#include "aiocc/objects/function.hpp"

namespace aiocc::detail {

/// For classes that are written in C in CPython. Spreads a call's arguments over `slots`, one per name; what isn't given stays unbound. The first `positional_only` names
/// can't be keywords.
Result<void> constructor_arguments(char const* type_name, std::span<char const* const> parameters,
                                   std::size_t positional_only, Object const* args, std::size_t count,
                                   KeywordNames const* names, Object* slots);
/// The same for the `__init__` of those that are written in Python, where all parameters have defaults; `class_name` is its class's.
Result<void> init_arguments(char const* class_name, std::span<char const* const> parameters, Object const* args,
                            std::size_t count, KeywordNames const* names, Object* slots);

/// TypeError, with the parameter that may have been meant.
AIOCC_COLD Raised unexpected_keyword(std::string const& name, std::span<char const* const> parameters,
                                     std::string const& keyword);

}  // namespace aiocc::detail
