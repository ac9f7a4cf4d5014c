// The module math: functions of ints.
#include "../objects/big_int.hpp"
#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/stdlib/math.hpp"

namespace aiocc::math {

using aiocc::detail::BigView;
using aiocc::detail::make_int;
using aiocc::detail::Scratch;

namespace {

Raised value_error(char const* message) { return raise_error(value_error_type, message); }

/// A count that GMP takes; what is past it would exceed all memory.
Result<unsigned long> machine_word(Int const& value, char const* message) {
  std::int64_t number;
  if (!value.to_int64(number)) return raise_error(overflow_error_type, message);
  return static_cast<unsigned long>(number);
}

}  // namespace

Result<Int> gcd(Arguments integers) {
  Int result(0);
  for (Object const& each : integers) result = greatest_common_divisor(result, PASS(operators::index(each)));
  return result;
}

Result<Int> lcm(Arguments integers) {
  Scratch result;
  mpz_set_ui(result, 1);
  for (Object const& each : integers) {
    Int value = PASS(operators::index(each));
    mpz_lcm(result, result, BigView(value));
  }
  return make_int(result);
}

Result<Int> isqrt(Object const& n) {
  Int value = PASS(operators::index(n));
  if (value < Int(0)) return value_error("isqrt() argument must be nonnegative");
  return integer_square_root(value);
}

Result<Int> factorial(Object const& n) {
  Int value = PASS(operators::index(n));
  if (value < Int(0)) return value_error("factorial() not defined for negative values");
  unsigned long count = PASS(machine_word(value, "factorial() argument should not exceed 9223372036854775807"));
  if (count > 100'000'000) return raise_error(memory_error_type, "");
  Scratch result;
  mpz_fac_ui(result, count);
  return make_int(result);
}

Result<Int> comb(Object const& n, Object const& k) {
  Int from = PASS(operators::index(n)), taken = PASS(operators::index(k));
  if (from < Int(0)) return value_error("n must be a non-negative integer");
  if (taken < Int(0)) return value_error("k must be a non-negative integer");
  if (taken > from) return Int(0);
  if (from - taken < taken) taken = from - taken;
  unsigned long count = PASS(machine_word(taken, "min(n - k, k) must not exceed 9223372036854775807"));
  Scratch result;
  mpz_bin_ui(result, BigView(from), count);
  return make_int(result);
}

Result<Int> perm(Object const& n, Object const& k) {
  if (k.is(None)) return factorial(n);
  Int from = PASS(operators::index(n)), taken = PASS(operators::index(k));
  if (from < Int(0)) return value_error("n must be a non-negative integer");
  if (taken < Int(0)) return value_error("k must be a non-negative integer");
  if (taken > from) return Int(0);
  unsigned long count = PASS(machine_word(taken, "k must not exceed 9223372036854775807"));
  Scratch result, factor;
  mpz_set_ui(result, 1);
  mpz_set(factor, BigView(from));
  for (; count > 0; --count) {
    mpz_mul(result, result, factor);
    mpz_sub_ui(factor, factor, 1);
  }
  return make_int(result);
}

}  // namespace aiocc::math
