// Expressions that evaluate their operands and do one thing with them.
#include "build_ir/function_builder.hpp"

#include "support/overloaded.hpp"
#include "support/python_repr.hpp"

namespace aiocc::build_ir {
namespace {

std::string int_digits(syntax::IntValue const& value) {
  return value.base == 16 ? decimal_of_hex(value.digits) : std::string(value.digits);
}

ir::Constant constant_of(syntax::ConstantValue const& value) {
  using ir::ConstantKind;
  auto const with_text = [](ConstantKind kind, std::string text) {
    return ir::Constant{.kind = kind, .text = std::move(text)};
  };
  return std::visit(
      Overloaded{
          [&](syntax::NoneValue) { return with_text(ConstantKind::None, {}); },
          [&](bool boolean) { return ir::Constant{.kind = ConstantKind::Bool, .boolean = boolean, .text = {}}; },
          [&](syntax::EllipsisValue) { return with_text(ConstantKind::Ellipsis, {}); },
          [&](syntax::IntValue const& integer) { return with_text(ConstantKind::Int, int_digits(integer)); },
          [&](double number) { return ir::Constant{.kind = ConstantKind::Float, .number = number, .text = {}}; },
          [&](syntax::ImaginaryValue imaginary) {
            return ir::Constant{.kind = ConstantKind::Imaginary, .number = imaginary.imaginary, .text = {}};
          },
          [&](syntax::StrValue str) { return with_text(ConstantKind::Str, std::string(str.text)); },
          [&](syntax::BytesValue bytes) { return with_text(ConstantKind::Bytes, std::string(bytes.bytes)); },
      },
      value);
}

// `-1` is a constant, as CPython folds it; unset where it isn't one.
std::optional<ir::Constant> negative_constant(syntax::ConstantValue const& value) {
  ir::Constant constant = constant_of(value);
  if (constant.kind == ir::ConstantKind::Int) {
    if (constant.text != "0") constant.text.insert(0, "-");
    return constant;
  }
  if (constant.kind == ir::ConstantKind::Float) {
    constant.number = -constant.number;
    return constant;
  }
  return std::nullopt;
}

std::optional<ir::Constant> inverse_of_bool(syntax::ConstantValue const& value) {
  ir::Constant const constant = constant_of(value);
  if (constant.kind != ir::ConstantKind::Bool) return std::nullopt;
  return ir::Constant{.kind = ir::ConstantKind::Int, .text = constant.boolean ? "-2" : "-1"};
}

}  // namespace

ir::InstId FunctionBuilder::build(syntax::Constant const& node, syntax::ExprId id) {
  return add(place(id), constant_of(node.value));
}

ir::InstId FunctionBuilder::build(syntax::Attribute const& node, syntax::ExprId id) {
  if (std::string const missing = missing_member(node); !missing.empty())
    return unsupported(ast().span(id), fmt::format("`{}`", missing));
  ir::InstId const object = attribute_owner(node, id);
  import_member(node, object, place(id));
  return add(attribute_place(ast(), module_.file, id, id), ir::GetAttr{object, model().mangle(scope_, node.attr)});
}

ir::InstId FunctionBuilder::build(syntax::Await const& node, syntax::ExprId id) {
  ir::InstId const operand = value(node.value);
  return add(place(id), ir::Await{operand});
}

ir::InstId FunctionBuilder::build(syntax::BinOp const& node, syntax::ExprId id) {
  ir::InstId const left = value(node.left);
  ir::InstId const right = value(node.right);
  return add(place(id), ir::Binary{node.op, left, right});
}

ir::InstId FunctionBuilder::build(syntax::NamedExpr const& node, syntax::ExprId) {
  ir::InstId const result = value(node.value);
  store(node.target, result);
  return result;
}

ir::InstId FunctionBuilder::build(syntax::Slice const& node, syntax::ExprId id) {
  ir::InstId const lower = value_or_none(node.lower, place(id));
  ir::InstId const upper = value_or_none(node.upper, place(id));
  ir::InstId const step = value_or_none(node.step, place(id));
  return add(place(id), ir::MakeSlice{lower, upper, step});
}

// It's part of a display, a call or a target, whose handlers look into it; elsewhere it's a syntax error.
ir::InstId FunctionBuilder::build(syntax::Starred const&, syntax::ExprId id) {
  return unsupported(ast().span(id), "a starred expression in this place");
}

ir::InstId FunctionBuilder::build(syntax::Subscript const& node, syntax::ExprId id) {
  ir::InstId const object = value(node.value);
  ir::InstId const key = value(node.slice);
  return add(place(id), ir::GetItem{object, key});
}

ir::InstId FunctionBuilder::build(syntax::UnaryOp const& node, syntax::ExprId id) {
  if (node.op == syntax::UnaryOperator::Not) return add_bool(place(id), ir::Not{condition(node.operand)});
  auto const* constant = ast().get_if<syntax::Constant>(node.operand);
  if (constant && node.op == syntax::UnaryOperator::USub) {
    if (auto negative = negative_constant(constant->value)) return add(place(id), std::move(*negative));
  }
  // CPython's compiler computes it, where the inverse of a bool doesn't warn.
  if (constant && node.op == syntax::UnaryOperator::Invert) {
    if (auto inverse = inverse_of_bool(constant->value)) return add(place(id), std::move(*inverse));
  }
  ir::InstId const operand = value(node.operand);
  return add(place(id), ir::Unary{node.op, operand});
}

ir::InstId FunctionBuilder::build(syntax::Yield const& node, syntax::ExprId id) {
  ir::InstId const yielded = value_or_none(node.value, place(id));
  return add(place(id), ir::Yield{yielded});
}

ir::InstId FunctionBuilder::build(syntax::YieldFrom const& node, syntax::ExprId id) {
  ir::InstId const iterable = value(node.value);
  return add(place(id), ir::YieldFrom{iterable});
}

}  // namespace aiocc::build_ir
