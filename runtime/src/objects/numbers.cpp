// abs, round, divmod, pow, hex, oct, bin.
#include "aiocc/objects/numbers.hpp"

#include "aiocc/objects/complex.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"
#include "convert_arguments.hpp"
#include "number_operands.hpp"

namespace aiocc::builtins {

using aiocc::detail::int_operand;
using aiocc::detail::type_name;

namespace {

/// What the special method of a class of Python's gives; false for built-in types and where there's none.
Result<bool> call_own(Object const& number, Str const& name, Object& result, Object const* args, std::size_t count) {
  return type_of(number)->is_user_class ? operators::call_special(number, name, result, args, count)
                                        : Result<bool>(false);
}

bool is_any_float(Object const& x) noexcept { return is_instance(x, float_type); }

}  // namespace

Result<Object> abs(Object const& x) {
  Object own;
  if (PASS(call_own(x, "__abs__"_s, own, nullptr, 0))) return own;
  if (Int number = int_operand(x); number.bound()) return absolute(number);
  if (is_any_float(x)) return box(std::fabs(float_value(x)));
  Object result;
  if (PASS(operators::call_special(x, "__abs__"_s, result))) return result;
  return raise_error(type_error_type, "bad operand type for abs(): '" + type_name(x) + "'");
}

Result<Int> round(double number) {
  // Ties to even: the result is integral, so only infinities and NaN fail.
  return int_from_double(std::nearbyint(number));
}

namespace {

Result<Object> round_int(Int const& number, Object const& digits) {
  if (!digits.bound() || digits.is(None)) return number;
  std::int64_t count = PASS(aiocc::detail::index_argument(digits));
  if (count >= 0) return number;
  return PASS(round_to_power_of_ten(number, -count));
}

Result<Object> round_float(double number, Object const& digits) {
  if (!digits.bound() || digits.is(None)) return PASS(round(number));
  std::int64_t count = PASS(aiocc::detail::index_argument(digits));
  return box(PASS(round_double(number, count)));
}

}  // namespace

Result<Object> round(Object const& number, Object const& digits) {
  Object result;
  bool has_digits = digits.bound() && !digits.is(None);
  if (PASS(call_own(number, "__round__"_s, result, &digits, has_digits))) return result;
  if (is_any_float(number)) return round_float(float_value(number), digits);
  if (Int whole = int_operand(number); whole.bound()) return round_int(whole, digits);
  if (PASS(operators::call_special(number, "__round__"_s, result, &digits, has_digits))) return result;
  return raise_error(type_error_type, "type " + type_name(number) + " doesn't define __round__ method");
}

Result<double> round(double number, Int const& digits) {
  return round_double(number, PASS(aiocc::detail::index_argument(digits)));
}
Result<Int> round(Int const& number, Int const& digits) { return word_cast<Int>(PASS(round_int(number, digits))); }

Result<Tuple<Int, Int>> divmod(Int const& x, Int const& y) { return divide_modulo(x, y); }

Result<Object> divmod(Object const& x, Object const& y) {
  Object own;
  if (PASS(call_own(x, "__divmod__"_s, own, &y, 1)) && !own.is(NotImplemented)) return own;
  Int left = int_operand(x), right = int_operand(y);
  if (left.bound() && right.bound()) return PASS(divide_modulo(left, right));
  bool left_is_number = left.bound() || is_any_float(x), right_is_number = right.bound() || is_any_float(y);
  if (left_is_number && right_is_number) {
    double a = PASS(float_argument(x));
    double b = PASS(float_argument(y));
    return PASS(divide_modulo(a, b));
  }
  Object result;
  if (PASS(operators::call_special(x, "__divmod__"_s, result, &y, 1)) && !result.is(NotImplemented)) return result;
  if (PASS(operators::call_special(y, "__rdivmod__"_s, result, &x, 1)) && !result.is(NotImplemented)) return result;
  return raise_error(type_error_type,
                     "unsupported operand type(s) for divmod(): '" + type_name(x) + "' and '" + type_name(y) + "'");
}

namespace {

bool is_complex_operand(Object const& object) {
  return is_instance(object, complex_type) || is_any_float(object) || int_operand(object).bound();
}

/// What a float or a complex number among the three raises, by the first one's type (CPython: ternary_op).
Result<void> refuse_modulus(Object const& base, Object const& exponent, Object const& modulus) {
  for (Object const* each : {&base, &exponent, &modulus}) {
    if (is_any_float(*each))
      return raise_error(type_error_type, "pow() 3rd argument not allowed unless all arguments are integers");
    if (is_instance(*each, complex_type) && is_complex_operand(base) && is_complex_operand(exponent))
      return raise_error(value_error_type, "complex modulo");
  }
  return {};
}

}  // namespace

Result<Object> pow(Object const& base, Object const& exponent, Object const& modulus) {
  if (!modulus.bound() || modulus.is(None)) return operators::power(base, exponent);
  Object own;
  Object const arguments[] = {exponent, modulus};
  if (PASS(call_own(base, "__pow__"_s, own, arguments, 2)) && !own.is(NotImplemented)) return own;
  Int a = int_operand(base), b = int_operand(exponent), c = int_operand(modulus);
  if (a.bound() && b.bound() && c.bound()) return PASS(power_modulo(a, b, c));
  PASS(refuse_modulus(base, exponent, modulus));
  return raise_error(type_error_type, "unsupported operand type(s) for ** or pow(): '" + type_name(base) + "', '" +
                                          type_name(exponent) + "', '" + type_name(modulus) + "'");
}

namespace {

Result<Str> prefixed(Object const& number, char const* prefix, int base) {
  std::string digits = PASS(operators::index(number)).digits(base);
  digits.insert(digits[0] == '-', prefix);
  return Str::from_latin1(digits);
}

}  // namespace

Result<Str> hex(Object const& number) { return prefixed(number, "0x", 16); }
Result<Str> oct(Object const& number) { return prefixed(number, "0o", 8); }
Result<Str> bin(Object const& number) { return prefixed(number, "0b", 2); }

}  // namespace aiocc::builtins
