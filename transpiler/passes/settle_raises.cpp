// Which functions can raise at all: the least fixpoint over direct calls. An exception that the function itself handles counts too.
#include "passes/settle_raises.hpp"

#include "ir/plain_operations.hpp"
#include "ir/safe_points.hpp"

namespace aiocc::passes {

namespace {

// Only what the body still contains counts: passes leave replaced instructions in the store.
bool block_raises(ir::Module const& module, ir::Function const& function, ir::BlockId block) {
  for (ir::InstId id : function.blocks[block].insts) {
    ir::Inst const& inst = function.insts[id];
    if (ir::may_raise(module, function, inst)) return true;
    bool const is_loop = std::holds_alternative<ir::While>(inst.node) || std::holds_alternative<ir::For>(inst.node);
    if (is_loop && ir::has_safe_points(module)) return true;
    bool nested = false;
    ir::for_each_block(inst.node, [&](ir::BlockId inner) { nested = nested || block_raises(module, function, inner); });
    if (nested) return true;
  }
  return false;
}

}  // namespace

void settle_raises(ir::Module& module) {
  for (ir::Function& function : module.functions)
    function.raises = function.counts_depth || function.kind == ir::FunctionKind::Module ||
                      function.kind == ir::FunctionKind::ClassBody;
  for (bool changed = true; changed;) {
    changed = false;
    for (ir::Function& function : module.functions) {
      if (function.raises) continue;
      function.raises = block_raises(module, function, function.body);
      changed |= function.raises;
    }
  }
}

}  // namespace aiocc::passes
