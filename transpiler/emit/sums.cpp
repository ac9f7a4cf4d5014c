// `sum(...)` of a generator expression that runs in place: an Int, or the runtime's `Sum`, that each item is added to.
#include "emit/function_emitter.hpp"

namespace aiocc::emit {

void FunctionEmitter::emit(ir::InstId id, ir::StartSum const& node) {
  std::string const name = fresh("sum");
  if (has_value_kind(ir::TypeKind::Int, id))
    out_.line("Int {} = {};", name, node.start ? use(node.start) : "Int(0)");
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
    out_.line("if ({}) {} = {} + 1;", use(node.value), sum, sum);
  } else {
    out_.line("{} = {} + {};", sum, sum, sum_operand(node.value, use(node.value, true)));
  }
}

void FunctionEmitter::emit(ir::InstId id, ir::SumResult const& node) {
  if (node.start) use(node.start);
  std::string const sum = use(node.sum);
  if (has_value_kind(ir::TypeKind::Int, id))
    define(id, Pending{sum, true, {}, false});
  else
    define_effect(id, fmt::format("{}.total()", sum), false);
}

}  // namespace aiocc::emit
