// The operands of numeric slots.
#pragma once

#include "aiocc/objects/int.hpp"

namespace aiocc::detail {

/// The value of an int, a bool, or an instance of a class derived from int; unbound for anything else.
Int int_operand(Object const& value) noexcept;

}  // namespace aiocc::detail
