// Checks what every stage may rely on of the IR that the stage before hands on.
#pragma once

#include <string>
#include <vector>

#include "ir/ir.hpp"

namespace aiocc::ir {

// A line for each breach, with the function and the instruction; empty where the module is sound.
//
// Operands are defined earlier in their own block or in one around it (or in a nested block of their user, which computes them) and have a
// value; values have types; conditions are bools; what can raise has a span; blocks end at what leaves them, a function's body with
// Return, Raise, Reraise or ClassBodyResult (or a loop or branch that control doesn't come out of); LoopItem, WithEntered,
// CurrentException, Break, Continue, Await and Yield stand where they mean something.
std::vector<std::string> verify(Module const& module);

}  // namespace aiocc::ir
