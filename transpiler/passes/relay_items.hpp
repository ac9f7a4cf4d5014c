// Asynchronous generators that pass another's items on.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::passes {

// Marks each `async for item in generator: yield item` of an asynchronous generator, so that a consumer gets the items of a whole chain of
// those straight from its innermost one. Both must yield the same type, the variable must have no other use, and the end of an item's
// life no effect: its variable would have kept it until the next one came.
void relay_items(ir::Module& module);

}  // namespace aiocc::passes
