#include "ir/quiet_loops.hpp"

#include <algorithm>

#include "bindings/bindings.hpp"
#include "ir/plain_operations.hpp"
#include "ir/safe_points.hpp"
#include "support/overloaded.hpp"

namespace aiocc::ir {

namespace {

bool is_identity(syntax::CompareOperator op) {
  return op == syntax::CompareOperator::Is || op == syntax::CompareOperator::IsNot;
}

class QuietLoop {
 public:
  QuietLoop(Module const& module, Function const& function, InstId item_store = {})
      : module_(module), function_(function), item_store_(item_store) {}

  bool is_quiet_block(BlockId block) const {
    return !block || std::ranges::all_of(function_.blocks[block].insts,
                                         [&](InstId id) { return id == item_store_ || is_quiet(function_.insts[id]); });
  }

 private:
  bool is_number(TypeId type) const {
    switch (module_.types[type].kind) {
      case TypeKind::Bool:
      case TypeKind::Int:
      case TypeKind::Float: return true;
      default: return false;
    }
  }
  bool is_number(InstId id) const { return is_number(function_.insts[id].type); }

  // The others of their operators may raise, which leaves the loop.
  bool is_arithmetic(Inst const& inst, InstId left, InstId right) const {
    return is_number(inst.type) && is_number(left) && is_number(right);
  }

  bool is_number_variable(LocalId local) const {
    Local const& variable = function_.locals[local];
    return is_number(variable.type) && !variable.captured && !variable.free;
  }

  // A number there needn't be released, so no other object than a number ends by a store.
  bool is_number_field(ClassId class_id, std::uint32_t field) const {
    return is_number(module_.classes[class_id].fields[field].type);
  }

  bool is_quiet(Inst const& inst) const {
    return std::visit(
        Overloaded{
            [](Statement const&) { return true; },
            [](Constant const&) { return true; },
            [](LoopItem const&) { return true; },
            [](UnpackItem const&) { return true; },
            [](Break const&) { return true; },
            [](Continue const&) { return true; },
            [](LoadLocal const& node) { return !node.may_be_unbound; },
            // What a call of a known function was found by.
            [](LoadGlobal const&) { return true; },
            [](LoadBuiltin const&) { return true; },
            [&](StoreLocal const& node) { return is_number_variable(node.local); },
            [&](DeleteLocal const& node) { return node.quiet && is_number_variable(node.local); },
            [&](Unpack const& node) { return is_plain_unpack(module_, function_, node); },
            [&](Binary const& node) { return is_arithmetic(inst, node.left, node.right); },
            [&](InPlace const& node) { return is_arithmetic(inst, node.left, node.right); },
            [&](Compare const& node) { return !is_identity(node.op) && is_arithmetic(inst, node.left, node.right); },
            [&](Unary const& node) { return is_number(inst.type) && is_number(node.operand); },
            [&](Truth const& node) { return is_number(node.operand); },
            [&](Not const& node) { return is_number(node.operand); },
            // For an unset one `__getattr__` is asked.
            [&](GetField const& node) { return node.always_set && is_number_field(node.class_id, node.field); },
            [&](SetField const& node) { return is_number_field(node.class_id, node.field) && is_number(node.value); },
            [&](CallNative const& node) { return node.overload->effects.pure && is_number(inst.type); },
            [&](SumAdd const& node) { return is_number(node.sum) && is_number(node.value); },
            [&](If const& node) { return is_quiet_block(node.then_block) && is_quiet_block(node.else_block); },
            [&](IfExp const& node) {
              return is_number(inst.type) && is_quiet_block(node.then_block) && is_quiet_block(node.else_block);
            },
            [&](BoolOp const& node) { return is_number(inst.type) && is_quiet_block(node.right_block); },
            [](auto const&) { return false; },
        },
        inst.node);
  }

  Module const& module_;
  Function const& function_;
  InstId item_store_;
};

}  // namespace

// At a safe point other threads and signal handlers run.
bool is_quiet(Module const& module, Function const& function, For const& loop) {
  return !loop.is_async && !has_safe_points(module) && QuietLoop(module, function).is_quiet_block(loop.body);
}

InstId quiet_item_store(Module const& module, Function const& function, For const& loop) {
  if (loop.is_async || has_safe_points(module)) return {};
  std::vector<InstId> const& insts = function.blocks[loop.body].insts;
  auto const found = std::ranges::find_if(insts, [&](InstId id) {
    auto const* const store = std::get_if<StoreLocal>(&function.insts[id].node);
    return store && store->value == insts.front();
  });
  if (found == insts.end()) return {};
  Local const& variable = function.locals[std::get<StoreLocal>(function.insts[*found].node).local];
  bool const is_plain = !variable.captured && !variable.free;
  return is_plain && QuietLoop(module, function, *found).is_quiet_block(loop.body) ? *found : InstId();
}

}  // namespace aiocc::ir
