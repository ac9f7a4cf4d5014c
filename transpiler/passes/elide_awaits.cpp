// Awaits of functions that never suspend become plain calls.
#include "passes/elide_awaits.hpp"

#include <algorithm>

#include "passes/settle_suspends.hpp"

namespace aiocc::passes {

namespace {

void elide_in_block(ir::Module& module, ir::Function& function, ir::Block& block) {
  auto& insts = block.insts;
  for (std::size_t index = 1; index < insts.size(); ++index) {
    ir::Inst& inst = function.insts[insts[index]];
    auto const* const await = std::get_if<ir::Await>(&inst.node);
    if (!await || await->operand != insts[index - 1]) continue;
    ir::CallFunction const* const call = directly_awaited(module, function, *await);
    if (!call || module.functions[call->function].suspends) continue;
    // The await's own position stays: that's what a traceback shows of the caller.
    ir::InstNode elided = *call;
    inst.node = std::move(elided);
    insts.erase(insts.begin() + static_cast<std::ptrdiff_t>(index) - 1);
    --index;
  }
}

}  // namespace

void elide_awaits(ir::Module& module) {
  for (ir::Function& function : module.functions) {
    for (ir::Block& block : function.blocks) elide_in_block(module, function, block);
  }
}

}  // namespace aiocc::passes
