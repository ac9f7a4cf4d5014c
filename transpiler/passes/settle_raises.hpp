// Which functions can raise at all.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::passes {

// def f(n): return n + 1    with n an int: f.raises = false, so f returns Int rather than Result<Int>.
void settle_raises(ir::Module& module);

}  // namespace aiocc::passes
