// The walk over a function's blocks.
#include "types/evaluator.hpp"

namespace aiocc::types {

Evaluator::Evaluator(World& world, ir::FunctionId id)
    : world_(world), id_(id), function_(world.module.functions[id]), self_(world.state(id)) {
  versions_.assign(function_.locals.size(), 0);
}

void Evaluator::run() {
  flow_.locals.assign(function_.locals.size(), World::unbound());
  for (std::size_t index = 0; index < function_.parameters.size(); ++index) {
    ir::LocalId const local = function_.parameters[index].local;
    Value const given = self_.parameters[index];
    if (given.is_empty()) return;
    flow_.locals[local.index] = given;
    world_.grow(self_.locals[local.index], given);
    if (in_cell(local)) world_.grow(cell(local), given);
  }
  block(function_.body);
}

void Evaluator::block(ir::BlockId id) {
  ++depth_;
  for (ir::InstId each : function_.blocks[id].insts) {
    if (!flow_.reachable) break;
    inst(each);
  }
  --depth_;
}

void Evaluator::inst(ir::InstId id) {
  ir::Inst const& each = function_.insts[id];
  current_ = id;
  bool const is_kept = each.is_annotation && !world_.module.reads_fields &&
                       (each.kind() == ir::InstKind::GetItem || each.kind() == ir::InstKind::Binary);
  Value const result =
      is_kept ? keep_annotation(each) : std::visit([&](auto const& node) { return evaluate(node, id); }, each.node);
  if (ir::traits_of(each).has_value) record(id, result);
}

bool Evaluator::join(Flow& into, Flow const& from) {
  if (!from.reachable) return false;
  if (!into.reachable) {
    into = from;
    return true;
  }
  bool grown = false;
  for (std::size_t index = 0; index < into.locals.size(); ++index)
    grown |= world_.join(into.locals[index], from.locals[index]);
  return grown;
}

void Evaluator::note_handlers() {
  for (Flow* collected : raised_) join(*collected, flow_);
}

}  // namespace aiocc::types
