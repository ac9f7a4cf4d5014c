// `sum(...)` of a folded generator expression: plain additions where all items and the start are ints.
#include "types/rewriter.hpp"

namespace aiocc::types {

// The type of the variable that adds up: int, or `object` for the runtime's own accumulator.
ir::TypeId Rewriter::sum_type(ir::InstId start) {
  ir::TypeId const int_type = types_.simple(ir::TypeKind::Int);
  ir::InstId const first = std::get<ir::StartSum>(inst(start).node).start;
  if (first && !has_kind(first, ir::TypeKind::Int)) return types_.object();
  for (ir::InstId user : users_[start.index]) {
    bool const is_result = inst(user).kind() == ir::InstKind::SumResult;
    if (is_result && (value(user).is_empty() || wanted(user) != int_type)) return types_.object();
  }
  return int_type;
}

// Ints add ints, or bools.
void Rewriter::rewrite_sum_add(ir::InstId id) {
  auto const node = std::get<ir::SumAdd>(inst(id).node);
  if (has_kind(node.sum, ir::TypeKind::Int) && !has_kind(node.value, ir::TypeKind::Bool)) {
    ir::InstId const item = coerced(node.value, types_.simple(ir::TypeKind::Int));
    std::get<ir::SumAdd>(inst(id).node).value = item;
  }
  push(id);
}

void Rewriter::rewrite_sum_result(ir::InstId id) { finish(id, type_of(std::get<ir::SumResult>(inst(id).node).sum)); }

}  // namespace aiocc::types
