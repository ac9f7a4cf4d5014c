// Loops that change nothing but numbers in local variables.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::ir {

// Whether the body of the loop runs no Python code, ends the life of no object but of numbers, and changes no container: what the loop goes
// over stays as it is until it ends.
bool is_quiet(Module const& module, Function const& function, For const& loop);

// The same of a loop that also stores its item, which may be anything, into a variable of its own, by the instruction that's returned: it
// ends the life of what the variable had before the loop. Unset where it isn't one.
InstId quiet_item_store(Module const& module, Function const& function, For const& loop);

}  // namespace aiocc::ir
