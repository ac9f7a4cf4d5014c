// The module math: functions of floats.
#include "aiocc/stdlib/math.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "../objects/big_int.hpp"
#include "../objects/convert_arguments.hpp"
#include "../objects/number_operands.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"
#include "math_parts.hpp"

namespace aiocc::math {

namespace detail {

Result<double> number(Object const& x) {
  if (is_instance(x, float_type)) return float_value(x);
  if (x.is_small_int()) return static_cast<double>(x.small());
  Slots const& slots = type_of(x)->slots;
  bool is_number = slots.to_float || slots.index || aiocc::detail::int_operand(x).bound();
  if (is_any_str(x) || !is_number)
    return raise_error(type_error_type, "must be real number, not " + aiocc::detail::type_name(x));
  return operators::to_float(x);
}

}  // namespace detail

using detail::number;

namespace {

Raised domain_error() { return raise_error(value_error_type, "math domain error"); }
Raised range_error() { return raise_error(overflow_error_type, "math range error"); }

/// NaN out of a number is a domain error, infinity out of a finite one is too, unless the function can overflow.
Result<double> checked(double result, bool inputs_finite, bool inputs_nan, bool can_overflow = false) {
  if (std::isnan(result) && !inputs_nan) return domain_error();
  if (std::isinf(result) && inputs_finite) {
    if (can_overflow) return range_error();
    return domain_error();
  }
  return result;
}
Result<double> checked(double result, double x, bool can_overflow) {
  return checked(result, std::isfinite(x), std::isnan(x), can_overflow);
}

}  // namespace

#define AIOCC_MATH_FUNCTION(name, can_overflow)                                    \
  Result<double> name(double x) { return checked(std::name(x), x, can_overflow); } \
  Result<double> name(Object const& x) { return name(PASS(number(x))); }
namespace detail {
Result<double> sqrt_of_any(double x) { return checked(std::sqrt(x), x, false); }
}  // namespace detail
Result<double> sqrt(Object const& x) { return sqrt(PASS(number(x))); }
AIOCC_MATH_FUNCTION(cbrt, false)
AIOCC_MATH_FUNCTION(exp, true)
AIOCC_MATH_FUNCTION(exp2, true)
AIOCC_MATH_FUNCTION(expm1, true)
AIOCC_MATH_FUNCTION(log1p, false)
AIOCC_MATH_FUNCTION(sin, false)
AIOCC_MATH_FUNCTION(cos, false)
AIOCC_MATH_FUNCTION(tan, false)
AIOCC_MATH_FUNCTION(asin, false)
AIOCC_MATH_FUNCTION(acos, false)
AIOCC_MATH_FUNCTION(atan, false)
AIOCC_MATH_FUNCTION(sinh, true)
AIOCC_MATH_FUNCTION(cosh, true)
AIOCC_MATH_FUNCTION(tanh, false)
AIOCC_MATH_FUNCTION(asinh, false)
AIOCC_MATH_FUNCTION(acosh, false)
AIOCC_MATH_FUNCTION(atanh, false)
AIOCC_MATH_FUNCTION(erf, false)
AIOCC_MATH_FUNCTION(erfc, false)
#undef AIOCC_MATH_FUNCTION

namespace {

/// Logarithm of a positive number; an int past the range of floats is taken apart.
Result<double> logarithm(Object const& x, double (*function)(double)) {
  Int whole = aiocc::detail::int_operand(x);
  if (whole.bound() && !whole.is_small_int()) {
    if (whole < Int(0)) return domain_error();
    long exponent;
    double mantissa = mpz_get_d_2exp(&exponent, aiocc::detail::BigView(whole));
    if (exponent > 1024) return function(mantissa) + function(2.0) * static_cast<double>(exponent);
  }
  double value = PASS(number(x));
  if (value <= 0) return domain_error();
  return function(value);
}

}  // namespace

Result<double> log(Object const& x, Object const& base) {
  double numerator = PASS(logarithm(x, std::log));
  if (!base.bound()) return numerator;
  return true_divide(numerator, PASS(logarithm(base, std::log)));
}
Result<double> log2(Object const& x) { return logarithm(x, std::log2); }
Result<double> log10(Object const& x) { return logarithm(x, std::log10); }

namespace {

Result<double> checked_pair(double result, double x, double y, bool can_overflow) {
  return checked(result, std::isfinite(x) && std::isfinite(y), std::isnan(x) || std::isnan(y), can_overflow);
}

}  // namespace

Result<double> pow(Object const& x, Object const& y) {
  double base = PASS(number(x)), exponent = PASS(number(y));
  if (base == 0 && exponent < 0 && std::isfinite(exponent)) return domain_error();
  return checked_pair(std::pow(base, exponent), base, exponent, true);
}
Result<double> fmod(Object const& x, Object const& y) {
  double a = PASS(number(x)), b = PASS(number(y));
  return checked_pair(std::fmod(a, b), a, b, false);
}
Result<double> remainder(Object const& x, Object const& y) {
  double a = PASS(number(x)), b = PASS(number(y));
  return checked_pair(std::remainder(a, b), a, b, false);
}
Result<double> atan2(Object const& y, Object const& x) {
  double a = PASS(number(y));
  return std::atan2(a, PASS(number(x)));
}
Result<double> copysign(Object const& x, Object const& y) {
  double a = PASS(number(x));
  return std::copysign(a, PASS(number(y)));
}
Result<double> fabs(Object const& x) { return std::fabs(PASS(number(x))); }
Result<double> degrees(Object const& x) { return PASS(number(x)) * (180.0 / pi); }
Result<double> radians(Object const& x) { return PASS(number(x)) * (pi / 180.0); }

Result<double> ulp(Object const& x) {
  double value = std::fabs(PASS(number(x)));
  if (!std::isfinite(value)) return value;
  double above = std::nextafter(value, inf);
  return std::isinf(above) ? value - std::nextafter(value, -inf) : above - value;
}

namespace {

/// The root of the sum of squares; the wider type neither overflows nor loses a rounding.
double norm(std::vector<double> const& coordinates) {
  long double sum = 0;
  bool has_nan = false;
  for (double each : coordinates) {
    if (std::isinf(each)) return inf;
    has_nan = has_nan || std::isnan(each);
    sum += static_cast<long double>(each) * each;
  }
  return has_nan ? nan : static_cast<double>(std::sqrt(sum));
}

Result<std::vector<double>*> collect(Object const& iterable, std::vector<double>& values) {
  Object list = PASS(list_from(iterable));
  for (Object const& item : list.as<ListObject>()->items()) values.push_back(PASS(number(item)));
  return &values;
}

}  // namespace

Result<double> hypot(Arguments coordinates) {
  std::vector<double> values;
  for (Object const& each : coordinates) values.push_back(PASS(number(each)));
  return norm(values);
}

Result<double> dist(Object const& p, Object const& q) {
  std::vector<double> from, to;
  PASS(collect(p, from));
  PASS(collect(q, to));
  if (from.size() != to.size())
    return raise_error(value_error_type, "both points must have the same number of dimensions");
  for (std::size_t i = 0; i < from.size(); ++i) from[i] -= to[i];
  return norm(from);
}

Result<double> ldexp(Object const& x, Object const& exponent) {
  double value = PASS(number(x));
  if (!aiocc::detail::int_operand(exponent).bound())
    return raise_error(type_error_type, "Expected an int as second argument to ldexp.");
  std::int64_t shift = PASS(aiocc::detail::index_argument(exponent));
  double result = std::ldexp(value, static_cast<int>(std::clamp<std::int64_t>(shift, -100000, 100000)));
  if (std::isinf(result) && std::isfinite(value)) return range_error();
  return result;
}

Result<Tuple<double, Int>> frexp(Object const& x) {
  int exponent = 0;
  double value = PASS(number(x));
  double mantissa = std::isfinite(value) ? std::frexp(value, &exponent) : value;
  return Tuple<double, Int>::of(mantissa, Int(exponent));
}

Result<Tuple<double, double>> modf(Object const& x) {
  double whole;
  double fraction = std::modf(PASS(number(x)), &whole);
  return Tuple<double, double>::of(fraction, whole);
}

Result<bool> isnan(Object const& x) { return std::isnan(PASS(number(x))); }
Result<bool> isinf(Object const& x) { return std::isinf(PASS(number(x))); }
Result<bool> isfinite(Object const& x) { return std::isfinite(PASS(number(x))); }

Result<bool> isclose(Object const& a, Object const& b, Object const& relative, Object const& absolute) {
  double left = PASS(number(a)), right = PASS(number(b));
  double relative_tolerance = PASS(number(relative)), absolute_tolerance = PASS(number(absolute));
  if (relative_tolerance < 0 || absolute_tolerance < 0)
    return raise_error(value_error_type, "tolerances must be non-negative");
  if (left == right) return true;
  if (std::isinf(left) || std::isinf(right)) return false;
  double difference = std::fabs(right - left);
  return difference <= std::fabs(relative_tolerance * right) || difference <= std::fabs(relative_tolerance * left) ||
         difference <= absolute_tolerance;
}

namespace {

/// An int as it is, a float rounded by `function`, anything else by its special method.
Result<Object> rounded(Object const& x, double (*function)(double), Str const& method) {
  if (Int whole = aiocc::detail::int_operand(x); whole.bound()) return whole;
  if (is_float(x)) return PASS(int_from_double(function(float_value(x))));
  Object result;
  if (PASS(operators::call_special(x, method, result))) return result;
  if (function == static_cast<double (*)(double)>(std::trunc))
    return raise_error(type_error_type, "type " + aiocc::detail::type_name(x) + " doesn't define __trunc__ method");
  return PASS(int_from_double(function(PASS(number(x)))));
}

}  // namespace

Result<Int> floor(double x) { return int_from_double(std::floor(x)); }
Result<Int> ceil(double x) { return int_from_double(std::ceil(x)); }
Result<Object> floor(Object const& x) { return rounded(x, std::floor, "__floor__"_s); }
Result<Object> ceil(Object const& x) { return rounded(x, std::ceil, "__ceil__"_s); }
Result<Object> trunc(Object const& x) { return rounded(x, std::trunc, "__trunc__"_s); }

namespace detail {

void add_exactly(std::vector<double>& parts, double x) {
  std::size_t kept = 0;
  for (double part : parts) {
    if (std::fabs(x) < std::fabs(part)) std::swap(x, part);
    double high = x + part;
    double low = part - (high - x);
    if (low != 0) parts[kept++] = low;
    x = high;
  }
  parts.resize(kept);
  parts.push_back(x);
}

double round_parts(std::vector<double> parts) {
  if (parts.empty()) return 0.0;
  double high = parts.back(), low = 0;
  parts.pop_back();
  while (!parts.empty() && low == 0) {
    double x = high, y = parts.back();
    parts.pop_back();
    high = x + y;
    low = y - (high - x);
  }
  // Exactly half-way so far: what is left decides.
  if (!parts.empty() && ((low < 0 && parts.back() < 0) || (low > 0 && parts.back() > 0))) {
    double twice = low * 2, x = high + twice;
    if (twice == x - high) high = x;
  }
  return high;
}

}  // namespace detail

Result<double> fsum(Object const& iterable) {
  std::vector<double> values, parts;
  PASS(collect(iterable, values));
  double special = 0, infinite = 0;
  bool all_finite = true;
  for (double value : values) {
    if (!std::isfinite(value)) {
      special += value;
      if (std::isinf(value)) infinite += value;
      all_finite = false;
      continue;
    }
    detail::add_exactly(parts, value);
    if (!std::isfinite(parts.back())) return raise_error(overflow_error_type, "intermediate overflow in fsum");
  }
  if (std::isnan(infinite)) return raise_error(value_error_type, "-inf + inf in fsum");
  return all_finite ? detail::round_parts(std::move(parts)) : special;
}

Result<Object> prod(Object const& iterable, Object const& start) {
  Iteration iteration = PASS(iterate(iterable));
  Object product = start, item;
  while (PASS(iteration.next(item))) product = PASS(operators::multiply(product, item));
  return product;
}

}  // namespace aiocc::math
