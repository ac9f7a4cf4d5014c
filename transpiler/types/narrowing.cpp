// What a condition tells of the variables that it tests.
#include "types/evaluator.hpp"

namespace aiocc::types {

void Evaluator::narrow(ir::InstId condition, bool holds) {
  ir::InstNode const& node = function_.insts[condition].node;
  if (auto const* inverted = std::get_if<ir::Not>(&node)) {
    narrow(inverted->operand, !holds);
  } else if (auto const* both = std::get_if<ir::BoolOp>(&node)) {
    bool const is_and = both->op == syntax::BoolOperator::And;
    // Both operands are known where `and` holds and where `or` doesn't.
    if (is_and != holds) return;
    narrow(both->left_truth, holds);
    narrow(both->right, holds);
  } else if (auto const* compare = std::get_if<ir::Compare>(&node)) {
    narrow_compare(*compare, holds);
  } else if (auto const* match = std::get_if<ir::MatchClass>(&node)) {
    narrow_class(*match, holds);
  } else if (auto const* match = std::get_if<ir::MatchSequence>(&node)) {
    narrow_sequence(*match, holds);
  } else if (auto const* truth = std::get_if<ir::Truth>(&node)) {
    ir::InstNode const& tested = function_.insts[truth->operand].node;
    if (auto const* call = std::get_if<ir::Call>(&tested)) return narrow_isinstance(*call, holds);
    if (holds) narrow_local(truth->operand, [](Atom const& atom) { return atom.kind != AtomKind::None; }, false);
  }
}

void Evaluator::narrow_compare(ir::Compare const& node, bool holds) {
  using enum syntax::CompareOperator;
  if (node.op != Is && node.op != IsNot) return;
  auto const* constant = std::get_if<ir::Constant>(&function_.insts[node.right].node);
  bool const is_none = constant && constant->kind == ir::ConstantKind::None;
  bool const is_marker = constant && constant->kind == ir::ConstantKind::FactoryMarker;
  if (!is_none && !is_marker) return;
  AtomKind const wanted = is_none ? AtomKind::None : AtomKind::FactoryMarker;
  bool const is_it = (node.op == Is) == holds;
  narrow_local(node.left, [&](Atom const& atom) { return (atom.kind == wanted) == is_it; }, is_it && is_none);
}

// `isinstance(x, C)`.
void Evaluator::narrow_isinstance(ir::Call const& node, bool holds) {
  auto const* builtin = std::get_if<ir::LoadBuiltin>(&function_.insts[node.callee].node);
  if (!builtin || builtin->name.text() != "isinstance" || node.args.size() != 2 || !node.keywords.empty()) return;
  Value const classes = value(node.args[1]);
  if (classes.unknown || classes.atoms.size() != 1) return;
  Atom const class_ = world_.atoms[classes.atoms[0]];
  ir::ClassId const wanted{class_.index};
  bool const is_known = class_.kind == AtomKind::Class && !world_.state(wanted).escaped && world_.is_regular(wanted);
  if (holds && is_known) narrow_exception(node.args[0], wanted);
  narrow_local(
      node.args[0], [&](Atom const& atom) { return is_instance_of(atom, classes).value_or(holds) == holds; }, false);
}

// What is known to be some exception may be an instance of the class, and is one then.
void Evaluator::narrow_exception(ir::InstId tested, ir::ClassId wanted) {
  auto const* load = std::get_if<ir::LoadLocal>(&function_.insts[tested].node);
  if (!load || in_cell(load->local)) return;
  Value& narrowed = flow_.locals[load->local.index];
  bool const is_some = std::ranges::any_of(narrowed.atoms, [&](AtomId id) {
    Atom const& atom = world_.atoms[id];
    return atom.kind == AtomKind::NativeObject && is_exception(*static_cast<bindings::Class const*>(atom.native));
  });
  if (!is_some) return;
  narrowed.atoms.erase_if([&](AtomId id) { return world_.atoms[id].kind == AtomKind::NativeObject; });
  for (ir::ClassId subclass : world_.state(wanted).subclasses)
    world_.join(narrowed, of(AtomKind::Instance, subclass.index));
}

// Keeps of the variable that `load` read what `keeps` allows, if nothing has been stored into it since.
void Evaluator::narrow_local(ir::InstId load, std::function<bool(Atom const&)> const& keeps, bool removes_unknown) {
  auto const* node = std::get_if<ir::LoadLocal>(&function_.insts[load].node);
  if (!node || in_cell(node->local)) return;
  auto const version = load_versions_.find(load.index);
  if (version == load_versions_.end() || version->second != versions_[node->local.index]) return;
  keep_atoms(node->local, keeps, removes_unknown);
  // What a `match` looks at is a copy of a variable.
  auto const copy = copies_.find(node->local.index);
  if (copy != copies_.end() && copy->second.version == versions_[copy->second.source.index])
    keep_atoms(copy->second.source, keeps, removes_unknown);
}

void Evaluator::keep_atoms(ir::LocalId local, std::function<bool(Atom const&)> const& keeps, bool removes_unknown) {
  Value& narrowed = flow_.locals[local.index];
  if (narrowed.unknown) {
    if (removes_unknown) narrowed = world_.none();
    return;
  }
  narrowed.atoms.erase_if([&](AtomId atom) { return !keeps(world_.atoms[atom]); });
  if (narrowed.atoms.empty()) stop();
}

}  // namespace aiocc::types
