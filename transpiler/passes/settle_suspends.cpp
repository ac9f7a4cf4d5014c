// Which coroutine functions can suspend at all: the least fixpoint over direct awaits.
#include "passes/settle_suspends.hpp"

#include <algorithm>

namespace aiocc::passes {

namespace {

bool suspends(ir::Module const& module, ir::Function const& function, ir::Inst const& inst) {
  switch (inst.kind()) {
    case ir::InstKind::For: return std::get<ir::For>(inst.node).is_async;
    case ir::InstKind::With: return std::get<ir::With>(inst.node).is_async;
    case ir::InstKind::Await: {
      ir::CallFunction const* const call = directly_awaited(module, function, std::get<ir::Await>(inst.node));
      return !call || module.functions[call->function].suspends;
    }
    default: return false;
  }
}

// Of what its blocks hold: an instruction that another has replaced is in none.
bool suspends(ir::Module const& module, ir::Function const& function) {
  return std::ranges::any_of(function.blocks, [&](ir::Block const& block) {
    return std::ranges::any_of(block.insts,
                               [&](ir::InstId id) { return suspends(module, function, function.insts[id]); });
  });
}

}  // namespace

ir::CallFunction const* directly_awaited(ir::Module const& module, ir::Function const& function,
                                         ir::Await const& await) {
  ir::Inst const& operand = function.insts[await.operand];
  // A value of type Coroutine has one use only.
  if (module.types[operand.type].kind != ir::TypeKind::Coroutine) return nullptr;
  auto const* const call = std::get_if<ir::CallFunction>(&operand.node);
  return call && module.functions[call->function].kind == ir::FunctionKind::Coroutine ? call : nullptr;
}

void settle_suspends(ir::Module& module) {
  for (ir::Function& function : module.functions) function.suspends = function.kind != ir::FunctionKind::Coroutine;
  for (bool changed = true; changed;) {
    changed = false;
    for (ir::Function& function : module.functions) {
      if (function.suspends) continue;
      function.suspends = suspends(module, function);
      changed |= function.suspends;
    }
  }
}

}  // namespace aiocc::passes
