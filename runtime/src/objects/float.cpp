// Arithmetic of floats, with Python's results and errors.
#include "aiocc/objects/float.hpp"

#include <bit>
#include <cerrno>
#include <limits>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/int_or_float.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/objects/unsupported.hpp"

namespace aiocc {

namespace {

Raised divided_by_zero(char const* message) { return raise_error(zero_division_error_type, message); }

}  // namespace

Object box(double value) noexcept { return Object::adopt(new FloatObject(value)); }

namespace detail {
Raised float_division_by_zero() { return divided_by_zero("float division by zero"); }
}  // namespace detail

namespace {

/// Quotient and remainder as CPython's `_float_div_mod` finds them; `right` isn't 0.
void divide(double left, double right, double& quotient, double& remainder) noexcept {
  remainder = std::fmod(left, right);
  double division = (left - remainder) / right;
  if (remainder != 0) {
    if ((right < 0) != (remainder < 0)) {
      remainder += right;
      division -= 1.0;
    }
  } else {
    remainder = std::copysign(0.0, right);
  }
  if (division != 0) {
    quotient = std::floor(division);
    if (division - quotient > 0.5) quotient += 1.0;
  } else {
    quotient = std::copysign(0.0, left / right);
  }
}

}  // namespace

std::partial_ordering IntOrFloat::compare_mixed(IntOrFloat const& left, IntOrFloat const& right) noexcept {
  if (!left.is_int()) return 0 <=> compare_mixed(right, left);
  int const order = compare_int_double(left.int_, right.float_);
  return order == 2 ? std::partial_ordering::unordered : std::partial_ordering(order <=> 0);
}

Result<double> floor_divide(double left, double right) {
  if (right == 0) return divided_by_zero("float floor division by zero");
  double quotient, remainder;
  divide(left, right, quotient, remainder);
  return quotient;
}

Result<double> modulo(double left, double right) {
  if (right == 0) return divided_by_zero("float modulo by zero");
  double quotient, remainder;
  divide(left, right, quotient, remainder);
  return remainder;
}

Result<Tuple<double, double>> divide_modulo(double left, double right) {
  if (right == 0) return divided_by_zero("float divmod()");
  double quotient, remainder;
  divide(left, right, quotient, remainder);
  return Tuple<double, double>::of(quotient, remainder);
}

Result<double> power(double base, double exponent) {
  if (base == 0 && exponent < 0 && !std::isinf(exponent))
    return divided_by_zero("0.0 cannot be raised to a negative power");
  if (base < 0 && std::isfinite(base) && std::isfinite(exponent) && exponent != std::floor(exponent))
    PASS(unsupported("a negative number raised to a fractional power (a complex number)"));
  double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) {
    Object exception = PASS(call(box(overflow_error_type), Int(ERANGE), "Numerical result out of range"_s));
    return raise(exception);
  }
  return result;
}

namespace detail {

namespace {
// The upper half of the NaNs that `make_nan` makes; the lower half counts them.
constexpr std::uint64_t counted_nan = 0x7ff8'a10c'0000'0000;
constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
constexpr std::uint64_t count_mask = 0xffff'ffff;
}  // namespace

double make_nan() noexcept {
  static std::uint64_t count = 0;
  return std::bit_cast<double>(counted_nan | (++count & count_mask));
}

std::uint64_t bits_without_identity(double value) noexcept {
  auto const bits = std::bit_cast<std::uint64_t>(value);
  if ((bits & ~sign_bit & ~count_mask) != counted_nan) return bits;
  return (bits & sign_bit) | std::bit_cast<std::uint64_t>(std::numeric_limits<double>::quiet_NaN());
}

bool is_same_nan(Object const& left, Object const& right) noexcept {
  if (!is_float(left) || !is_float(right) || !std::isnan(float_value(left))) return false;
  return std::bit_cast<std::uint64_t>(float_value(left)) == std::bit_cast<std::uint64_t>(float_value(right));
}

}  // namespace detail

std::int64_t hash_double(double value) noexcept {
  constexpr int bits = 61;
  constexpr std::uint64_t modulus = (std::uint64_t{1} << bits) - 1;
  if (std::isinf(value)) return value > 0 ? 314159 : -314159;
  if (std::isnan(value)) return 0;
  int exponent;
  double mantissa = std::frexp(std::abs(value), &exponent);
  std::uint64_t hash = 0;
  // 28 bits a round, as CPython: the value modulo 2**61 - 1.
  while (mantissa != 0) {
    hash = ((hash << 28) & modulus) | hash >> (bits - 28);
    mantissa *= 268435456.0;
    exponent -= 28;
    auto digit = static_cast<std::uint64_t>(mantissa);
    mantissa -= static_cast<double>(digit);
    hash += digit;
    if (hash >= modulus) hash -= modulus;
  }
  int shift = exponent >= 0 ? exponent % bits : bits - 1 - ((-1 - exponent) % bits);
  hash = ((hash << shift) & modulus) | hash >> (bits - shift);
  auto result = static_cast<std::int64_t>(hash);
  if (value < 0) result = -result;
  return result == -1 ? -2 : result;
}

Result<double> float_argument(Object const& value) {
  if (is_float(value)) return float_value(value);
  if (value.is_small_int()) return static_cast<double>(value.small());
  return operators::to_float(value);
}

Result<Tuple<Int, Int>> Float::as_integer_ratio(double self) {
  if (std::isinf(self)) return raise_error(overflow_error_type, "cannot convert Infinity to integer ratio");
  if (std::isnan(self)) return raise_error(value_error_type, "cannot convert NaN to integer ratio");
  int exponent;
  double mantissa = std::frexp(self, &exponent);
  for (; mantissa != std::floor(mantissa); --exponent) mantissa *= 2;
  Int numerator = PASS(int_from_double(mantissa));
  if (exponent >= 0) return Tuple<Int, Int>::of(PASS(left_shift(numerator, Int(exponent))), Int(1));
  return Tuple<Int, Int>::of(numerator, PASS(left_shift(Int(1), Int(-exponent))));
}

}  // namespace aiocc
