// Operators that C++ has for the operands' types.
#include "types/rewriter.hpp"

namespace aiocc::types {

// What the emitter's operation on operands of these types gives; `object` where it's the dynamic one.
ir::TypeId Rewriter::binary_type(syntax::Operator op, ir::InstId left, ir::InstId right) {
  using enum syntax::Operator;
  auto const both = [&](ir::TypeKind kind) { return has_kind(left, kind) && has_kind(right, kind); };
  bool const is_plain = op == Add || op == Sub || op == Mult;
  bool const divides = op == FloorDiv || op == Mod;
  bool const is_bitwise = op == BitAnd || op == BitOr || op == BitXor || op == LShift || op == RShift;
  if (both(ir::TypeKind::Int) && (is_plain || divides || is_bitwise)) return types_.simple(ir::TypeKind::Int);
  if (both(ir::TypeKind::Int) && op == Div) return types_.simple(ir::TypeKind::Float);
  if (both(ir::TypeKind::Float) && (is_plain || divides || op == Div)) return types_.simple(ir::TypeKind::Float);
  if (both(ir::TypeKind::Str) && op == Add) return types_.simple(ir::TypeKind::Str);
  // The int becomes a float.
  bool const are_real = ir::is_real(static_type(left).kind) && ir::is_real(static_type(right).kind);
  if (are_real && (is_plain || divides || op == Div)) {
    bool const is_float = op == Div || has_kind(left, ir::TypeKind::Float) || has_kind(right, ir::TypeKind::Float);
    return types_.simple(is_float ? ir::TypeKind::Float : ir::TypeKind::IntOrFloat);
  }
  bool const are_complex = ir::is_complex(static_type(left)) && ir::is_complex(static_type(right));
  if (are_complex && is_plain) return type_of(left);
  return types_.object();
}

// Of int and int, or float and float, where inference says that the result is of the same type.
ir::TypeId Rewriter::power_type(ir::InstId id, ir::Binary const& node) {
  for (ir::TypeKind kind : {ir::TypeKind::Int, ir::TypeKind::Float}) {
    if (has_kind(node.left, kind) && has_kind(node.right, kind) && wanted(id) == types_.simple(kind))
      return types_.simple(kind);
  }
  return types_.object();
}

// Errors of the others name the operands' types.
bool Rewriter::is_float_operator(syntax::Operator op) {
  using enum syntax::Operator;
  return op == Add || op == Sub || op == Mult || op == Div || op == FloorDiv || op == Mod || op == Pow;
}

// A bool in arithmetic is the int that it is.
void Rewriter::promote_bools(syntax::Operator op, ir::InstId& left, ir::InstId& right) {
  if (!is_float_operator(op) || op == syntax::Operator::Pow) return;
  auto const is_number = [&](ir::InstId each) {
    return has_kind(each, ir::TypeKind::Bool) || ir::is_real(static_type(each).kind);
  };
  if (!is_number(left) || !is_number(right)) return;
  for (ir::InstId* each : {&left, &right}) {
    if (has_kind(*each, ir::TypeKind::Bool)) *each = insert(ir::Coerce{*each}, *each, types_.simple(ir::TypeKind::Int));
  }
}

// `x * 2` of a float is `x * 2.0`.
void Rewriter::promote_constants(ir::InstId& left, ir::InstId& right) {
  auto const promote = [&](ir::InstId& constant, ir::InstId other) {
    auto const* node = std::get_if<ir::Constant>(&inst(constant).node);
    bool const is_small = node && node->kind == ir::ConstantKind::Int && node->text.size() < 15;
    if (!is_small || !has_kind(other, ir::TypeKind::Float)) return;
    double const number = std::stod(node->text);
    constant = insert(ir::Constant{.kind = ir::ConstantKind::Float, .number = number, .text = {}}, constant,
                      types_.simple(ir::TypeKind::Float));
  };
  promote(left, right);
  promote(right, left);
}

}  // namespace aiocc::types
