// Binary, in-place and unary operators: dispatch over slots as CPython's abstract.c has it, and the TypeErrors.
#include "aiocc/objects/float.hpp"
#include "core.hpp"

namespace aiocc::operators {
namespace {

using aiocc::detail::raise_format;
using aiocc::detail::ready_type;
using aiocc::detail::type_name;

constexpr char const* symbols[binary_op_count] = {"+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"};

BinarySlot native_slot(Type const* type, std::size_t op) noexcept { return type->native_base->slots.binary[op]; }

/// Whether `left` adds or repeats a sequence: that comes after what the right operand's class says of `+` and `*`, in-place or not.
bool gives_way(Type const* left, Type const* right, BinaryOp op) noexcept {
  if ((op != BinaryOp::Add && op != BinaryOp::Multiply) || !right->is_user_class) return false;
  auto const index = static_cast<std::size_t>(op);
  bool const is_own = right->slots.binary[index] != native_slot(right, index);
  bool const is_sequence = left->native_base->slots.get_item && left->slots.binary[index] == native_slot(left, index);
  return is_own && is_sequence;
}

/// What `left op right` tries, in order: the right operand's slot first if its class is derived from the left's.
Result<Object> dispatch(Object const& left, Object const& right, BinaryOp op) {
  auto index = static_cast<std::size_t>(op);
  Type* left_type = ready_type(left);
  Type* right_type = ready_type(right);
  BinarySlot of_left = left_type->slots.binary[index];
  BinarySlot of_right = right_type != left_type ? right_type->slots.binary[index] : nullptr;
  if (of_right == of_left) of_right = nullptr;
  if (of_left) {
    if (of_right && (is_subtype(right_type, left_type) || gives_way(left_type, right_type, op))) {
      Object result = PASS(of_right(left, right));
      if (!result.is(NotImplemented)) return result;
      of_right = nullptr;
    }
    Object result = PASS(of_left(left, right));
    if (!result.is(NotImplemented)) return result;
  }
  if (of_right) return of_right(left, right);
  return NotImplemented;
}

/// `print >> stream`, as in Python 2.
bool is_old_print(Object const& left, BinaryOp op) noexcept {
  if (op != BinaryOp::RightShift || type_of(left) != &builtin_function_type) return false;
  Code const* const code = left.as<FunctionObject>()->code;
  return code && std::strcmp(code->name, "print") == 0;
}

Raised raise_unsupported(Object const& left, Object const& right, BinaryOp op, bool in_place) {
  std::string symbol = symbols[static_cast<std::size_t>(op)];
  if (in_place)
    symbol += "=";
  else if (op == BinaryOp::Power)
    symbol = "** or pow()";
  char const* const hint =
      !in_place && is_old_print(left, op) ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "";
  return raise_format(type_error_type, "unsupported operand type(s) for {}: '{}' and '{}'{}", symbol, type_name(left),
                      type_name(right), hint);
}

/// The value of a float or small int.
bool as_double(Object const& object, double& value) noexcept {
  if (object.is_small_int()) {
    value = static_cast<double>(object.small());
    return true;
  }
  if (object.heap()->type != &float_type) return false;
  value = object.as<FloatObject>()->value;
  return true;
}

/// Ints that floats are exact for.
bool is_exact(std::int64_t value) noexcept {
  constexpr std::int64_t limit = std::int64_t{1} << 53;
  return value >= -limit && value <= limit;
}

/// `left / right` of small ints; unbound where it fails, or would be rounded twice.
Object fast_quotient(std::int64_t left, std::int64_t right) noexcept {
  if (right == 0 || !is_exact(left) || !is_exact(right)) return {};
  return box(static_cast<double>(left) / static_cast<double>(right));
}

/// Float arithmetic that can't fail, without the slots; unbound where it isn't that.
Object fast_float(Object const& left, Object const& right, BinaryOp op) noexcept {
  // Two ints, of which the sum was too big for the fast path, aren't floats.
  if (left.is_small_int() && right.is_small_int())
    return op == BinaryOp::TrueDivide ? fast_quotient(left.small(), right.small()) : Object();
  double a;
  double b;
  if (!as_double(left, a) || !as_double(right, b)) return {};
  switch (op) {
    case BinaryOp::Add: return box(a + b);
    case BinaryOp::Subtract: return box(a - b);
    case BinaryOp::Multiply: return box(a * b);
    case BinaryOp::TrueDivide: return b == 0 ? Object() : box(a / b);
    default: return {};
  }
}

Result<Object> unary(Object const& operand, UnarySlot Slots::* slot, char const* symbol) {
  UnarySlot operation = ready_type(operand)->slots.*slot;
  if (!operation)
    return raise_format(type_error_type, "bad operand type for unary {}: '{}'", symbol, type_name(operand));
  return operation(operand);
}

}  // namespace

Result<Object> detail::binary_slow(Object const& left, Object const& right, BinaryOp op) {
  Object result = fast_float(left, right, op);
  if (result.bound()) return result;
  result = PASS(dispatch(left, right, op));
  if (result.is(NotImplemented)) [[unlikely]]
    return raise_unsupported(left, right, op, false);
  return result;
}

Result<Object> detail::inplace_slow(Object const& left, Object const& right, BinaryOp op) {
  // Numbers have no in-place forms.
  Object result = fast_float(left, right, op);
  if (result.bound()) return result;
  auto const index = static_cast<std::size_t>(op);
  if (BinarySlot slot = ready_type(left)->slots.inplace[index]) {
    Type* const right_type = ready_type(right);
    if (gives_way(type_of(left), right_type, op)) {
      result = PASS(right_type->slots.binary[index](left, right));
      if (!result.is(NotImplemented)) return result;
    }
    result = PASS(slot(left, right));
    if (!result.is(NotImplemented)) return result;
  }
  result = PASS(dispatch(left, right, op));
  if (result.is(NotImplemented)) [[unlikely]]
    return raise_unsupported(left, right, op, true);
  return result;
}

Result<Object> negative(Object const& operand) { return unary(operand, &Slots::negative, "-"); }
Result<Object> positive(Object const& operand) { return unary(operand, &Slots::positive, "+"); }
Result<Object> invert(Object const& operand) { return unary(operand, &Slots::invert, "~"); }

}  // namespace aiocc::operators
