// Special methods of built-in types that have no slots.
#pragma once

#include "core.hpp"

namespace aiocc::detail {

/// Of int and float.
void add_protocol_methods(Type* type);

}  // namespace aiocc::detail
