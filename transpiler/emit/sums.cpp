// `sum(...)` of a generator expression that runs in place: the runtime's `IntSum` or `Sum`, which each item is added to.
#include <map>

#include "emit/function_emitter.hpp"

namespace aiocc::emit {

namespace {

// Reads the body of a loop over rows of two ints that does nothing but add their product to a sum.
class SumOfProducts {
 public:
  SumOfProducts(ir::Module const& module, ir::Function const& function) : module_(module), function_(function) {}

  // The sum; unset where the body does anything else.
  ir::InstId find(ir::BlockId body) {
    bool is_plain = true;
    for (ir::InstId const id : function_.blocks[body].insts)
      is_plain = is_plain && std::visit([&](auto const& node) { return read(id, node); }, function_.insts[id].node);
    return is_plain ? sum_ : ir::InstId();
  }

 private:
  bool is_int(ir::InstId id) const { return module_.types[function_.insts[id].type].kind == ir::TypeKind::Int; }

  bool read(ir::InstId, ir::LoopItem const&) { return true; }
  bool read(ir::InstId, ir::Unpack const& node) { return node.before == 2 && node.after == 0 && !node.has_star; }
  bool read(ir::InstId id, ir::UnpackItem const& node) {
    parts_[id.index] = node.index;
    return is_int(id);
  }
  bool read(ir::InstId, ir::StoreLocal const& node) {
    auto const part = parts_.find(node.value.index);
    if (part == parts_.end()) return false;
    variables_[node.local.index] = part->second;
    return true;
  }
  bool read(ir::InstId id, ir::LoadLocal const& node) {
    auto const variable = variables_.find(node.local.index);
    if (variable == variables_.end()) return false;
    parts_[id.index] = variable->second;
    return is_int(id);
  }
  bool read(ir::InstId id, ir::Binary const& node) {
    auto const left = parts_.find(node.left.index), right = parts_.find(node.right.index);
    bool const is_product = node.op == syntax::Operator::Mult && left != parts_.end() && right != parts_.end();
    if (product_ || !is_product || left->second == right->second) return false;
    product_ = id;
    return true;
  }
  bool read(ir::InstId, ir::SumAdd const& node) {
    if (sum_ || node.value != product_ || !is_int(node.sum)) return false;
    sum_ = node.sum;
    return true;
  }
  template <class Node>
  bool read(ir::InstId, Node const&) {
    return false;
  }

  ir::Module const& module_;
  ir::Function const& function_;
  // Which part of the row each value and each variable is.
  std::map<std::uint32_t, std::uint32_t> parts_, variables_;
  ir::InstId product_, sum_;
};

}  // namespace

// Of a loop over rows that it only borrows: the sum, if all that it does is to add the products of its two parts.
ir::InstId FunctionEmitter::sum_of_products(ir::For const& node) const {
  if (has_statements(node.else_block) || !views_.contains(node.iterable.index)) return {};
  return SumOfProducts(context_.module, function_).find(node.body);
}

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
