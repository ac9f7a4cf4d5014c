// `sum(...)` of a generator expression that runs in place: the runtime's `IntSum` or `Sum`, which each item is added to.
#include "emit/function_emitter.hpp"

namespace aiocc::emit {

void FunctionEmitter::emit(ir::InstId id, ir::StartSum const& node) {
  std::string const name = fresh("sum");
  if (has_value_kind(ir::TypeKind::Int, id))
    out_.line("IntSum {}{};", name, node.start ? fmt::format("({})", use(node.start)) : "");
  else
    out_.line("Sum {}({});", name, node.start ? use_object(node.start) : "Int(0)");
  note_temporary(type_of(id));
  pending_[id.index] = Pending{name, true, {}, false};
}

void FunctionEmitter::emit(ir::InstId id, ir::SumAdd const& node) {
  std::string const sum = use(node.sum);
  if (!has_value_kind(ir::TypeKind::Int, node.sum)) {
    bool const is_float = has_value_kind(ir::TypeKind::Float, node.value);
    effect(id, fmt::format("{}.add({})", sum, is_float ? use(node.value) : use_object(node.value)), true);
  } else if (has_value_kind(ir::TypeKind::Bool, node.value)) {
    out_.line("if ({}) {}.add(1);", use(node.value), sum);
  } else {
    out_.line("{}.add({});", sum, sum_operand(node.value, use(node.value)));
  }
}

void FunctionEmitter::emit(ir::InstId id, ir::SumResult const& node) {
  if (node.start) use(node.start);
  std::string const sum = use(node.sum);
  if (has_value_kind(ir::TypeKind::Int, id))
    define(id, Pending{fmt::format("{}.total()", sum), true, {}, false});
  else
    define_effect(id, fmt::format("{}.total()", sum), false);
}

}  // namespace aiocc::emit
