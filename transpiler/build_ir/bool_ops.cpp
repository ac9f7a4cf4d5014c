// What decides by truth: conditions, `and` and `or`, comparisons and chains of them, conditional expressions. In a condition each
// operand's truth is taken once, as CPython's jumps do; as a value the deciding operand itself comes out.
#include "build_ir/function_builder.hpp"
#include "ir/plain_operations.hpp"

namespace aiocc::build_ir {
namespace {

bool is_truthy(syntax::ConstantValue const& value) {
  if (auto const* boolean = std::get_if<bool>(&value)) return *boolean;
  if (auto const* integer = std::get_if<syntax::IntValue>(&value)) return integer->small != 0;
  if (auto const* number = std::get_if<double>(&value)) return *number != 0;
  if (auto const* imaginary = std::get_if<syntax::ImaginaryValue>(&value)) return imaginary->imaginary != 0;
  if (auto const* str = std::get_if<syntax::StrValue>(&value)) return !str->text.empty();
  if (auto const* bytes = std::get_if<syntax::BytesValue>(&value)) return !bytes->bytes.empty();
  return std::holds_alternative<syntax::EllipsisValue>(value);
}

bool gives_bool(syntax::CompareOperator op) {
  using enum syntax::CompareOperator;
  return op == Is || op == IsNot || op == In || op == NotIn;
}

}  // namespace

ir::InstId FunctionBuilder::condition(syntax::ExprId expr) {
  if (auto const* node = ast().get_if<syntax::Constant>(expr)) {
    return add_bool(place(expr),
                    ir::Constant{.kind = ir::ConstantKind::Bool, .boolean = is_truthy(node->value), .text = {}});
  }
  if (auto const* node = ast().get_if<syntax::BoolOp>(expr)) return bool_op_from(*node, expr, 0, Comparing::Condition);
  if (auto const* node = ast().get_if<syntax::IfExp>(expr)) return if_exp(*node, expr, Comparing::Condition);
  if (auto const* node = ast().get_if<syntax::Compare>(expr)) {
    return compare_from(*node, expr, 0, value(node->left), Comparing::Condition);
  }
  return truth(raw_value(expr), place(expr));
}

ir::InstId FunctionBuilder::build(syntax::BoolOp const& node, syntax::ExprId id) {
  return bool_op_from(node, id, 0, Comparing::Value);
}

ir::InstId FunctionBuilder::bool_op_from(syntax::BoolOp const& node, syntax::ExprId id, std::size_t at, Comparing as) {
  ir::InstId const left = expr_as(node.values[at], as);
  if (at + 1 == node.values.size()) return left;
  ir::BoolOp inst{.op = node.op, .left = left, .left_truth = truth(left, place(id)), .right_block = {}, .right = {}};
  inst.right_block = block([&] { inst.right = bool_op_from(node, id, at + 1, as); });
  return as == Comparing::Condition ? add_bool(place(id), inst) : add(place(id), inst);
}

ir::InstId FunctionBuilder::build(syntax::Compare const& node, syntax::ExprId id) {
  return compare_from(node, id, 0, value(node.left), Comparing::Value);
}

// `a < b < c` is `a < b and b < c` with `b` evaluated once.
ir::InstId FunctionBuilder::compare_from(syntax::Compare const& node, syntax::ExprId id, std::size_t at,
                                         ir::InstId left, Comparing as) {
  Place const whole = place(id);
  bool const is_inclusion =
      node.ops[at] == syntax::CompareOperator::In || node.ops[at] == syntax::CompareOperator::NotIn;
  bool const is_last = at + 1 == node.ops.size();
  ir::InstId const right = is_inclusion && is_last ? searched(node.comparators[at]) : value(node.comparators[at]);
  ir::InstId first = compare_one(node.ops[at], left, right, whole, as);
  if (as == Comparing::Value && !is_last) first = as_object(first, whole);
  if (is_last) return first;
  ir::BoolOp inst{.op = syntax::BoolOperator::And,
                  .left = first,
                  .left_truth = truth(first, whole),
                  .right_block = {},
                  .right = {}};
  inst.right_block = block([&] {
    inst.right = compare_from(node, id, at + 1, right, as);
    if (as == Comparing::Value) inst.right = as_object(inst.right, whole);
  });
  return as == Comparing::Condition ? add_bool(whole, inst) : add(whole, inst);
}

// What stands behind `in`: nobody else sees a display there, so that one of constants needs not be made anew, and a list may be a tuple.
ir::InstId FunctionBuilder::searched(syntax::ExprId expr) {
  auto const* list = ast().get_if<syntax::List>(expr);
  auto const* set = ast().get_if<syntax::Set>(expr);
  if (!(list || set) || has_star(list ? list->elts : set->elts)) return value(expr);
  std::vector<ir::InstId> elements = values(list ? list->elts : set->elts);
  bool const are_constants = ir::are_constants(function_, elements);
  if (set) return add(place(expr), ir::MakeSet{std::move(elements), are_constants});
  if (are_constants) return add(place(expr), ir::MakeTuple{std::move(elements)});
  return add(place(expr), ir::MakeList{std::move(elements)});
}

ir::InstId FunctionBuilder::compare_one(syntax::CompareOperator op, ir::InstId left, ir::InstId right, Place place,
                                        Comparing as) {
  ir::Compare const inst{op, left, right};
  return as == Comparing::Condition || gives_bool(op) ? add_bool(place, inst) : add(place, inst);
}

ir::InstId FunctionBuilder::build(syntax::IfExp const& node, syntax::ExprId id) {
  return if_exp(node, id, Comparing::Value);
}

ir::InstId FunctionBuilder::if_exp(syntax::IfExp const& node, syntax::ExprId id, Comparing as) {
  ir::IfExp inst{
      .condition = condition(node.test), .then_block = {}, .then_value = {}, .else_block = {}, .else_value = {}};
  inst.then_block = block([&] { inst.then_value = expr_as(node.body, as); });
  inst.else_block = block([&] { inst.else_value = expr_as(node.orelse, as); });
  return as == Comparing::Condition ? add_bool(place(id), inst) : add(place(id), inst);
}

}  // namespace aiocc::build_ir
