// Follows values back to squares, absolute values and constants.
#include "types/never_negative.hpp"

#include <algorithm>
#include <set>

namespace aiocc::types {

namespace {

class Signs {
 public:
  Signs(World& world, ir::FunctionId id) : world_(world), id_(id), function_(world.module.functions[id]) {}

  bool is_never_negative(ir::InstId id) {
    ir::InstNode const& node = function_.insts[id].node;
    if (auto const* constant = std::get_if<ir::Constant>(&node)) return is_natural(*constant);
    if (auto const* load = std::get_if<ir::LoadLocal>(&node)) return is_never_negative(load->local);
    if (auto const* call = std::get_if<ir::Call>(&node)) return is_absolute(*call);
    if (auto const* binary = std::get_if<ir::Binary>(&node)) return of_binary(binary->op, binary->left, binary->right);
    if (auto const* in_place = std::get_if<ir::InPlace>(&node))
      return of_binary(in_place->op, in_place->left, in_place->right);
    return false;
  }

 private:
  static bool is_natural(ir::Constant const& constant) {
    if (constant.kind == ir::ConstantKind::Float) return constant.number >= 0;
    return constant.kind == ir::ConstantKind::Int && !constant.text.starts_with('-');
  }

  bool of_binary(syntax::Operator op, ir::InstId left, ir::InstId right) {
    using enum syntax::Operator;
    if (op == Mult && is_same_variable(left, right)) return true;
    if (op == Pow && is_even(right)) return is_number(left);
    bool const keeps = op == Add || op == Mult || op == Div;
    return keeps && is_never_negative(left) && is_never_negative(right);
  }

  // Loaded one right behind the other: nothing is stored between them.
  bool is_same_variable(ir::InstId left, ir::InstId right) {
    auto const* first = std::get_if<ir::LoadLocal>(&function_.insts[left].node);
    auto const* second = std::get_if<ir::LoadLocal>(&function_.insts[right].node);
    return first && second && first->local == second->local && right.index == left.index + 1 && is_number(left);
  }

  bool is_even(ir::InstId id) const {
    auto const* constant = std::get_if<ir::Constant>(&function_.insts[id].node);
    return constant && constant->kind == ir::ConstantKind::Int &&
           std::string_view("02468").find(constant->text.back()) != std::string_view::npos;
  }

  bool is_absolute(ir::Call const& call) {
    Value const& callee = world_.state(id_).insts[call.callee.index];
    if (callee.unknown || callee.atoms.size() != 1 || call.args.size() != 1) return false;
    Atom const& atom = world_.atoms[callee.atoms[0]];
    if (atom.kind != AtomKind::NativeFunction) return false;
    std::string_view const name = static_cast<bindings::Function const*>(atom.native)->name;
    return (name == "abs" || name == "fabs" || name == "sqrt") && is_number(call.args[0]);
  }

  bool is_number(ir::InstId id) {
    Value const& value = world_.state(id_).insts[id.index];
    return !value.unknown && std::ranges::all_of(value.atoms, [&](AtomId atom) {
      AtomKind const kind = world_.atoms[atom].kind;
      return kind == AtomKind::Bool || kind == AtomKind::Int || kind == AtomKind::Float;
    });
  }

  // All that is stored into it. In a circle the variable isn't negative if nothing else makes it so.
  bool is_never_negative(ir::LocalId local) {
    if (!visited_.insert(local).second) return true;
    ir::Local const& variable = function_.locals[local];
    bool const is_parameter =
        std::ranges::any_of(function_.parameters, [&](ir::Parameter const& each) { return each.local == local; });
    if (variable.captured || variable.free || is_parameter) return false;
    return std::ranges::all_of(function_.insts, [&](ir::Inst const& inst) {
      auto const* store = std::get_if<ir::StoreLocal>(&inst.node);
      return !store || store->local != local || is_never_negative(store->value);
    });
  }

  World& world_;
  ir::FunctionId id_;
  ir::Function const& function_;
  std::set<ir::LocalId> visited_;
};

}  // namespace

bool is_never_negative(World& world, ir::FunctionId function, ir::InstId id) {
  return Signs(world, function).is_never_negative(id);
}

}  // namespace aiocc::types
