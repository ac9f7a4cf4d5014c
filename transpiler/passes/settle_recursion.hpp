// Which functions may be part of a recursion.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::passes {

// def f(n): return g(n)    where g calls neither f nor anything unknown: f.recursive = false, so f needs no depth counter.
void settle_recursion(ir::Module& module);

}  // namespace aiocc::passes
