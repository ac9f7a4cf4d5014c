// The type float: slots over the arithmetic of doubles.
#include <bit>

#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/complex.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/numbers.hpp"
#include "aiocc/objects/operators.hpp"
#include "constructor_arguments.hpp"
#include "core.hpp"
#include "float_digits.hpp"
#include "held_bytes.hpp"
#include "native_instance.hpp"
#include "number_operands.hpp"
#include "numeral.hpp"

namespace aiocc {

namespace {

constexpr std::size_t slot(BinaryOp op) noexcept { return static_cast<std::size_t>(op); }

/// One operand of float arithmetic: found, or not a number (NotImplemented), or an int past the range.
enum class Operand { Found, Foreign, Raised };

Operand operand(Object const& value, double& result) {
  if (value.is_small_int()) {
    result = static_cast<double>(value.small());
    return Operand::Found;
  }
  if (is_instance(value, float_type)) {
    result = float_value(value);
    return Operand::Found;
  }
  Int number = detail::int_operand(value);
  if (!number.bound()) return Operand::Foreign;
  Result<double> converted = to_double(number);
  if (!converted) return Operand::Raised;
  result = converted.value();
  return Operand::Found;
}

template <auto operation>
Result<Object> binary(Object const& left, Object const& right) {
  double a, b;
  Operand of_left = operand(left, a);
  if (of_left == Operand::Raised) return raised;
  if (of_left == Operand::Foreign) return NotImplemented;
  Operand of_right = operand(right, b);
  if (of_right == Operand::Raised) return raised;
  if (of_right == Operand::Foreign) return NotImplemented;
  return box(PASS(operation(a, b)));
}

Result<double> add(double a, double b) { return a + b; }
Result<double> subtract(double a, double b) { return a - b; }
Result<double> multiply(double a, double b) { return a * b; }
Result<double> quotient(double a, double b) { return true_divide(a, b); }
Result<double> floor_quotient(double a, double b) { return floor_divide(a, b); }
Result<double> remainder(double a, double b) { return modulo(a, b); }

/// A negative number's fractional power is complex.
Result<Object> raise_floats(Object const& left, Object const& right) {
  double a, b;
  Operand const of_left = operand(left, a);
  Operand const of_right = of_left == Operand::Found ? operand(right, b) : Operand::Foreign;
  if (of_left == Operand::Raised || of_right == Operand::Raised) return raised;
  if (of_left == Operand::Foreign || of_right == Operand::Foreign) return NotImplemented;
  bool const is_complex = a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b);
  if (is_complex) return box(PASS(power(std::complex<double>(a), std::complex<double>(b))));
  return box(PASS(power(a, b)));
}

/// `order` is -1, 0, 1, or 2 for unordered.
bool holds(int order, CompareOp op) noexcept {
  switch (op) {
    case CompareOp::Lt: return order == -1;
    case CompareOp::Le: return order == -1 || order == 0;
    case CompareOp::Eq: return order == 0;
    case CompareOp::Ne: return order != 0;
    case CompareOp::Gt: return order == 1;
    case CompareOp::Ge: return order == 1 || order == 0;
  }
  return false;
}

int compare_doubles(double a, double b) noexcept { return a < b ? -1 : a > b ? 1 : a == b ? 0 : 2; }

Result<Object> compare_floats(Object const& left, Object const& right, CompareOp op) {
  bool left_is_float = is_instance(left, float_type);
  bool right_is_float = is_instance(right, float_type);
  if (left_is_float && right_is_float) return box(holds(compare_doubles(float_value(left), float_value(right)), op));
  Int number = detail::int_operand(left_is_float ? right : left);
  if (!number.bound()) return NotImplemented;
  int order = compare_int_double(number, float_value(left_is_float ? left : right));
  if (left_is_float && order != 2) order = -order;
  return box(holds(order, op));
}

Result<Object> repr_float(Object const& self) { return Str::from_latin1(repr_double(float_value(self))); }
Result<std::int64_t> hash_float(Object const& self) {
  double value = float_value(self);
  // By its identity, which are its bits.
  if (std::isnan(value)) return static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(value) & 0x7fff'ffff'ffff'ffff);
  return hash_double(value);
}
Result<bool> truth_float(Object const& self) { return float_value(self) != 0; }
Result<Object> negative_float(Object const& self) { return box(-float_value(self)); }
Result<Object> same_float(Object const& self) {
  if (is_float(self)) return self;
  return box(float_value(self));
}
Result<Object> int_of_float(Object const& self) { return PASS(int_from_double(float_value(self))); }

constexpr char const* float_parameters[] = {"x"};

Result<Object> construct_float(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  Object argument;
  // Keywords are for the `__init__` of a class that has one.
  if (names && detail::has_init(type)) count -= std::exchange(names, nullptr)->names.size();
  PASS(detail::constructor_arguments("float", float_parameters, 1, args, count, names, &argument));
  double value = PASS(builtins::float_(argument));
  if (type == &float_type) return box(value);
  return Object::adopt(detail::make_native<FloatObject>(type, float_type, value));
}

constexpr Slots float_slots() {
  Slots slots{.dealloc = detail::dealloc_native<FloatObject, float_type>,
              .repr = repr_float,
              .hash = hash_float,
              .truth = truth_float,
              .compare = compare_floats,
              .negative = negative_float,
              .positive = same_float,
              .to_int = int_of_float,
              .to_float = same_float,
              .construct = construct_float,
              .members = members<float_type>};
  slots.binary[slot(BinaryOp::Add)] = binary<add>;
  slots.binary[slot(BinaryOp::Subtract)] = binary<subtract>;
  slots.binary[slot(BinaryOp::Multiply)] = binary<multiply>;
  slots.binary[slot(BinaryOp::TrueDivide)] = binary<quotient>;
  slots.binary[slot(BinaryOp::FloorDivide)] = binary<floor_quotient>;
  slots.binary[slot(BinaryOp::Modulo)] = binary<remainder>;
  slots.binary[slot(BinaryOp::Power)] = raise_floats;
  return slots;
}

}  // namespace

constinit Type float_type("float", &object_type, sizeof(FloatObject), float_slots(), "builtins",
                          /*python_may_derive=*/true);

namespace builtins {

Result<double> float_(Object const& x) {
  if (!x.bound()) return 0.0;
  if (is_any_str(x)) return parse_float(static_cast<Str const&>(x));
  if (is_any_bytes(x))
    return detail::parse_float_quoting(detail::numeral_of_bytes(static_cast<Bytes const&>(x).view()), x);
  if (detail::has_plain_buffer(x)) {
    Bytes const bytes = PASS(detail::buffer_bytes(x));
    return detail::parse_float_quoting(detail::numeral_of_bytes(bytes.view()), x);
  }
  return operators::to_float(x);
}

}  // namespace builtins

}  // namespace aiocc
