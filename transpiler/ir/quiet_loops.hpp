// Loops that change nothing but numbers in local variables.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::ir {

// Whether the body of the loop runs no Python code, ends the life of no object but of numbers, and changes no container: what the loop goes
// over stays as it is until it ends.
bool is_quiet(Module const& module, Function const& function, For const& loop);

}  // namespace aiocc::ir
