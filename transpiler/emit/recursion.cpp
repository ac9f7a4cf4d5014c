// How a function that may be part of a recursion counts against Python's limit:
//
//   if (too_deep()) return raised;
//   if (n < 2) return n;              // what calls nothing comes first
//   CountedCall counted_1;
#include <algorithm>

#include "emit/function_emitter.hpp"
#include "ir/plain_operations.hpp"

namespace aiocc::emit {

namespace {

// Past this many instructions a frame may be so large that each call looks at the machine's stack.
constexpr std::size_t large_function = 1000;

}  // namespace

bool FunctionEmitter::counts_calls() const {
  bool const is_plain = function_.kind == ir::FunctionKind::Function || function_.kind == ir::FunctionKind::Coroutine;
  return is_plain && !is_coroutine() && function_.counts_depth;
}

void FunctionEmitter::write_recursion_check(Writer& out) const {
  if (!counts_calls()) return;
  bool const is_large = function_.insts.size() > large_function;
  out.line("if (too_deep({})) return raised;", is_large ? "large_frame" : "");
}

// Before the statement at `position` of the function's body, unless that calls nothing and may leave the function.
void FunctionEmitter::count_call_before(std::size_t position) {
  if (counted_ || !counts_calls()) return;
  std::vector<ir::InstId> const& insts = function_.blocks[function_.body].insts;
  std::size_t end = position + 1;
  while (end < insts.size() && inst(insts[end]).kind() != ir::InstKind::Statement) ++end;
  bool const is_branch = std::holds_alternative<ir::If>(inst(insts[end - 1]).node);
  if (is_branch && calls_nothing({insts.begin() + static_cast<std::ptrdiff_t>(position),
                                  insts.begin() + static_cast<std::ptrdiff_t>(end)}))
    return;
  counted_ = true;
  out_.line("CountedCall counted_1;");
}

bool FunctionEmitter::calls_nothing(std::span<ir::InstId const> insts) const {
  return std::ranges::all_of(insts, [&](ir::InstId id) { return calls_nothing(id); });
}

bool FunctionEmitter::calls_nothing(ir::InstId id) const {
  ir::Inst const& instruction = inst(id);
  switch (instruction.kind()) {
    case ir::InstKind::Statement:
    case ir::InstKind::Constant:
    case ir::InstKind::Coerce:
    case ir::InstKind::Not:
    case ir::InstKind::Return: return true;
    case ir::InstKind::LoadLocal:
    case ir::InstKind::LoadGlobal:
    case ir::InstKind::LoadModuleGlobal:
    case ir::InstKind::GetField: return !ir::may_raise(context_.module, function_, instruction);
    case ir::InstKind::If: {
      auto const& branch = std::get<ir::If>(instruction.node);
      bool const does_else = branch.else_block && !calls_nothing(function_.blocks[branch.else_block].insts);
      return !does_else && calls_nothing(function_.blocks[branch.then_block].insts);
    }
    default: return ir::is_plain_operation(context_.module, function_, instruction);
  }
}

}  // namespace aiocc::emit
