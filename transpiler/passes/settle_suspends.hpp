// Which coroutine functions can suspend at all.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::passes {

// async def f(): return await g()    where g awaits nothing that suspends: f.suspends = g.suspends = false.
void settle_suspends(ir::Module& module);

// The call that `await` awaits, if it's a direct call of one of the program's coroutine functions; else null.
ir::CallFunction const* directly_awaited(ir::Module const& module, ir::Function const& function,
                                         ir::Await const& await);

}  // namespace aiocc::passes
