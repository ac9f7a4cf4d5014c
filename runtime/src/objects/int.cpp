// The slow halves of integer arithmetic: at least one operand is big, or the result is.
#include "aiocc/objects/int.hpp"

#include <cmath>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/tuple.hpp"
#include "big_int.hpp"
#include "pools.hpp"

namespace aiocc {

using detail::BigView;
using detail::make_int;
using detail::Scratch;

namespace detail {

void pool_big_ints() noexcept { mp_set_memory_functions(allocate_memory, reallocate_memory, release_memory); }

Int make_int(Scratch& value) noexcept {
  if (mpz_fits_slong_p(value)) {
    long number = mpz_get_si(value);
    if (number >= Int::small_min && number <= Int::small_max) return Int(std::int64_t{number});
  }
  auto* big = new BigIntObject;
  mpz_swap(big->value, value);
  return word_cast<Int>(Object::adopt(big));
}

namespace {

template <class Operation>
Int combine(std::uintptr_t left, std::uintptr_t right, Operation operation) noexcept {
  Scratch result;
  operation(result, BigView(left), BigView(right));
  return make_int(result);
}

}  // namespace

Int add_big(std::uintptr_t left, std::uintptr_t right) noexcept { return combine(left, right, mpz_add); }
Int add_big_taken(std::uintptr_t left, std::uintptr_t right) noexcept {
  Int const taken[] = {Int::from_word(left), Int::from_word(right)};
  return add_big(left, right);
}
Int subtract_big(std::uintptr_t left, std::uintptr_t right) noexcept { return combine(left, right, mpz_sub); }
Int multiply_big(std::uintptr_t left, std::uintptr_t right) noexcept { return combine(left, right, mpz_mul); }
Int add_product_big(std::uintptr_t term, std::uintptr_t left, std::uintptr_t right) noexcept {
  Scratch result;
  mpz_set(result, BigView(term));
  mpz_addmul(result, BigView(left), BigView(right));
  return make_int(result);
}
Int subtract_product_big(std::uintptr_t term, std::uintptr_t left, std::uintptr_t right) noexcept {
  Scratch result;
  mpz_set(result, BigView(term));
  mpz_submul(result, BigView(left), BigView(right));
  return make_int(result);
}
Int and_big(std::uintptr_t left, std::uintptr_t right) noexcept { return combine(left, right, mpz_and); }
Int or_big(std::uintptr_t left, std::uintptr_t right) noexcept { return combine(left, right, mpz_ior); }
Int xor_big(std::uintptr_t left, std::uintptr_t right) noexcept { return combine(left, right, mpz_xor); }

Int negate_big(std::uintptr_t operand) noexcept {
  Scratch result;
  mpz_neg(result, BigView(operand));
  return make_int(result);
}

Int invert_big(std::uintptr_t operand) noexcept {
  Scratch result;
  mpz_com(result, BigView(operand));
  return make_int(result);
}

int compare_big(std::uintptr_t left, std::uintptr_t right) noexcept { return mpz_cmp(BigView(left), BigView(right)); }

Result<Int> floor_divide_slow(std::uintptr_t left, std::uintptr_t right) noexcept {
  if (BigView divisor(right); divisor.sign() == 0)
    return raise_error(zero_division_error_type, "integer division or modulo by zero");
  return combine(left, right, mpz_fdiv_q);
}

Result<Int> modulo_slow(std::uintptr_t left, std::uintptr_t right) noexcept {
  if (BigView divisor(right); divisor.sign() == 0)
    return raise_error(zero_division_error_type, "integer modulo by zero");
  return combine(left, right, mpz_fdiv_r);
}

namespace {

/// Bits that an int may have. GMP ends the process where memory runs out, so the limit is what an ordinary machine has.
constexpr std::int64_t max_bits = std::int64_t{1} << 33;

Raised negative_shift() { return raise_error(value_error_type, "negative shift count"); }

bool is_negative(std::uintptr_t word) noexcept { return BigView(word).sign() < 0; }

}  // namespace

Result<Int> left_shift_slow(std::uintptr_t left, std::uintptr_t right) noexcept {
  if (is_negative(right)) return negative_shift();
  BigView operand(left), count(right);
  if (operand.sign() == 0) return Int(0);
  if (mpz_cmp_si(count.get(), max_bits) > 0) return raise_error(memory_error_type, "");
  Scratch result;
  mpz_mul_2exp(result, operand, mpz_get_ui(count));
  return make_int(result);
}

Result<Int> right_shift_slow(std::uintptr_t left, std::uintptr_t right) noexcept {
  if (is_negative(right)) return negative_shift();
  BigView operand(left), count(right);
  if (!mpz_fits_ulong_p(count)) return Int(operand.sign() < 0 ? -1 : 0);
  Scratch result;
  mpz_fdiv_q_2exp(result, operand, mpz_get_ui(count));
  return make_int(result);
}

std::int64_t hash_big(std::uintptr_t operand) noexcept {
  constexpr unsigned long modulus = (1ul << 61) - 1;
  BigView value(operand);
  auto hash = static_cast<std::int64_t>(mpz_tdiv_ui(value, modulus));
  if (value.sign() < 0) hash = -hash;
  return hash == -1 ? -2 : hash;
}

}  // namespace detail

Int Int::big_from(std::int64_t value) noexcept {
  auto* big = new BigIntObject;
  mpz_set_si(big->value, value);
  return word_cast<Int>(Object::adopt(big));
}

Int Int::from_unsigned(std::uint64_t value) noexcept {
  if (value <= static_cast<std::uint64_t>(small_max)) return Int(static_cast<std::int64_t>(value));
  auto* big = new BigIntObject;
  mpz_set_ui(big->value, value);
  return word_cast<Int>(Object::adopt(big));
}

int Int::sign() const noexcept { return BigView(*this).sign(); }

bool Int::to_int64(std::int64_t& value) const noexcept {
  if (is_small_int()) {
    value = small();
    return true;
  }
  BigView view(*this);
  if (!mpz_fits_slong_p(view)) return false;
  value = mpz_get_si(view);
  return true;
}

std::int64_t Int::clamped() const noexcept {
  std::int64_t value;
  if (to_int64(value)) return value;
  return sign() < 0 ? INT64_MIN : INT64_MAX;
}

Int Int::bit_length() const noexcept {
  if (*this == Int(0)) return Int(0);
  return Int(static_cast<std::int64_t>(mpz_sizeinbase(BigView(*this), 2)));
}

Int Int::bit_count() const noexcept {
  Scratch magnitude;
  mpz_abs(magnitude, BigView(*this));
  return Int(static_cast<std::int64_t>(mpz_popcount(magnitude)));
}

Tuple<Int, Int> Int::as_integer_ratio() const { return Tuple<Int, Int>::of(*this, Int(1)); }

Int absolute(Int const& value) noexcept { return value < Int(0) ? -value : value; }

Result<Int> power_int(Int const& base, Int const& exponent) {
  if (exponent == Int(0) || base == Int(1)) return Int(1);
  if (base == Int(0)) return Int(0);
  if (base == Int(-1)) return Int((exponent & Int(1)) == Int(0) ? 1 : -1);
  std::int64_t bits;
  if (!exponent.is_small_int() || __builtin_mul_overflow(base.bit_length().small(), exponent.small(), &bits) ||
      bits > detail::max_bits)
    return raise_error(memory_error_type, "");
  Scratch result;
  mpz_pow_ui(result, BigView(base), static_cast<unsigned long>(exponent.small()));
  return make_int(result);
}

Result<Object> power(Int const& base, Int const& exponent) {
  if (exponent >= Int(0)) return PASS(power_int(base, exponent));
  double left = PASS(to_double(base));
  double right = PASS(to_double(exponent));
  return box(PASS(power(left, right)));
}

Result<Int> power_modulo(Int const& base, Int const& exponent, Int const& modulus) {
  if (modulus == Int(0)) return raise_error(value_error_type, "pow() 3rd argument cannot be 0");
  Scratch magnitude, factor;
  mpz_abs(magnitude, BigView(modulus));
  mpz_set(factor, BigView(base));
  Int positive_exponent = exponent;
  if (exponent < Int(0)) {
    if (mpz_cmp_ui(magnitude.value, 1) != 0 && !mpz_invert(factor, factor, magnitude))
      return raise_error(value_error_type, "base is not invertible for the given modulus");
    positive_exponent = -exponent;
  }
  Scratch result;
  mpz_powm(result, factor, BigView(positive_exponent), magnitude);
  if (modulus < Int(0) && mpz_sgn(result.value) != 0) mpz_sub(result, result, magnitude);
  return make_int(result);
}

Result<Tuple<Int, Int>> divide_modulo(Int const& left, Int const& right) {
  if (right == Int(0)) return raise_error(zero_division_error_type, "integer division or modulo by zero");
  return Tuple<Int, Int>::of(PASS(floor_divide(left, right)), PASS(modulo(left, right)));
}

Result<Int> round_to_power_of_ten(Int const& value, std::int64_t digits) {
  if (digits > static_cast<std::int64_t>(mpz_sizeinbase(BigView(value), 10)) + 1) return Int(0);
  Int unit = PASS(power_int(Int(10), Int(digits)));
  Int remainder = PASS(modulo(value, unit));
  Int below = value - remainder;
  Int twice = remainder + remainder;
  bool up = twice > unit || (twice == unit && PASS(modulo(PASS(floor_divide(below, unit)), Int(2))) != Int(0));
  return up ? below + unit : below;
}

Int greatest_common_divisor(Int const& left, Int const& right) noexcept {
  Scratch result;
  mpz_gcd(result, BigView(left), BigView(right));
  return make_int(result);
}

Int integer_square_root(Int const& value) noexcept {
  Scratch result;
  mpz_sqrt(result, BigView(value));
  return make_int(result);
}

namespace {

/// The double nearest to an integer of any size, half to even; infinite past the range.
double nearest_double(mpz_srcptr value) noexcept {
  std::size_t bits = mpz_sizeinbase(value, 2);
  if (bits > 1100) return mpz_sgn(value) < 0 ? -HUGE_VAL : HUGE_VAL;
  if (bits <= 64) {
    auto magnitude = static_cast<double>(mpz_getlimbn(value, 0));
    return mpz_sgn(value) < 0 ? -magnitude : magnitude;
  }
  Scratch top;
  mpz_tdiv_q_2exp(top, value, bits - 64);
  std::uint64_t head = mpz_getlimbn(top, 0);
  // The lowest bit stands for everything below it, which is enough to round correctly.
  if (mpz_scan1(value, 0) < bits - 64) head |= 1;
  double magnitude = std::ldexp(static_cast<double>(head), static_cast<int>(bits - 64));
  return mpz_sgn(value) < 0 ? -magnitude : magnitude;
}

}  // namespace

Result<double> to_double(Int const& value) {
  if (value.is_small_int()) return static_cast<double>(value.small());
  double result = nearest_double(BigView(value));
  if (std::isinf(result)) return raise_error(overflow_error_type, "int too large to convert to float");
  return result;
}

Result<double> true_divide(Int const& left, Int const& right) {
  constexpr std::int64_t exact = std::int64_t{1} << 53;
  if (right == Int(0)) return raise_error(zero_division_error_type, "division by zero");
  if (detail::both_small(left, right) && left.small() <= exact && left.small() >= -exact && right.small() <= exact &&
      right.small() >= -exact)
    return static_cast<double>(left.small()) / static_cast<double>(right.small());
  if (left == Int(0)) return right < Int(0) ? -0.0 : 0.0;
  BigView dividend(left), divisor(right);
  auto difference =
      static_cast<std::int64_t>(mpz_sizeinbase(dividend, 2)) - static_cast<std::int64_t>(mpz_sizeinbase(divisor, 2));
  bool negative = left.sign() * right.sign() < 0;
  auto too_large = [] { return raise_error(overflow_error_type, "integer division result too large for a float"); };
  if (difference > 1024) return too_large();
  if (difference < -1021 - 54) return negative ? -0.0 : 0.0;
  // A quotient of at least 55 bits (fewer where the result is subnormal), in units of 2**shift, rounded by hand.
  std::int64_t shift = std::max<std::int64_t>(difference, -1021) - 55;
  Scratch numerator, denominator, quotient, remainder;
  mpz_abs(numerator, dividend);
  mpz_abs(denominator, divisor);
  if (shift <= 0)
    mpz_mul_2exp(numerator, numerator, static_cast<unsigned long>(-shift));
  else
    mpz_mul_2exp(denominator, denominator, static_cast<unsigned long>(shift));
  mpz_tdiv_qr(quotient, remainder, numerator, denominator);
  std::uint64_t bits = mpz_get_ui(quotient);
  if (mpz_sgn(remainder.value) != 0) bits |= 1;
  auto size = static_cast<std::int64_t>(mpz_sizeinbase(quotient, 2));
  auto extra = static_cast<int>(std::max<std::int64_t>(size, -1021 - shift) - 53);
  std::uint64_t half = std::uint64_t{1} << (extra - 1);
  std::uint64_t below = bits & (2 * half - 1);
  bits -= below;
  if (below > half || (below == half && (bits & (2 * half)))) bits += 2 * half;
  double result = std::ldexp(static_cast<double>(bits), static_cast<int>(shift));
  if (std::isinf(result)) return too_large();
  return negative ? -result : result;
}

int compare_int_double(Int const& left, double right) noexcept {
  if (std::isnan(right)) return 2;
  if (left.is_small_int() && std::abs(right) < 0x1p53) {
    auto value = static_cast<double>(left.small());
    // A small int past 2**53 rounds, but not across a value below that.
    return value < right ? -1 : value > right;
  }
  int order = mpz_cmp_d(BigView(left), right);
  return order < 0 ? -1 : order > 0;
}

Result<Int> int_from_double(double value) {
  if (std::isnan(value)) return raise_error(value_error_type, "cannot convert float NaN to integer");
  if (std::isinf(value)) return raise_error(overflow_error_type, "cannot convert float infinity to integer");
  if (std::abs(value) < 0x1p61) return Int(static_cast<std::int64_t>(value));
  Scratch result;
  mpz_set_d(result, value);
  return make_int(result);
}

}  // namespace aiocc
