// Which functions count against the recursion limit.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::passes {

// def f(n): return g(n)    where g calls nothing that may recurse, and nothing unknown: f.counts_depth = false, so f needs no depth counter.
void settle_recursion(ir::Module& module);

}  // namespace aiocc::passes
