// Awaits of functions that never suspend become plain calls.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::passes {

// %2 = call_function g(%1) : coroutine[int]      ->      %3 = call_function g(%1) : int
// %3 = await %2 : int
void elide_awaits(ir::Module& module);

}  // namespace aiocc::passes
