// Numbers that can't be negative, as far as the text of a function shows.
#pragma once

#include "types/world.hpp"

namespace aiocc::types {

// Whether a number that the instruction gives is NaN, zero or more, whatever its operands are: such a float's powers are floats, others' may be
// complex. Squares, absolute values, and sums, products and quotients of such numbers are.
bool is_never_negative(World& world, ir::FunctionId function, ir::InstId id);

}  // namespace aiocc::types
