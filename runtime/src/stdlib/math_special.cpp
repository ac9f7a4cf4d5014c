// The module math: the gamma function, and sums of products without intermediate rounding.
#include <array>
#include <bit>
#include <cmath>
#include <utility>
#include <vector>

#include "../objects/number_operands.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/stdlib/math.hpp"
#include "math_parts.hpp"

namespace aiocc::math {

namespace {

// The rational approximation of Lanczos with 13 terms and g = 6.0246..., as Boost's documentation ("The Lanczos Approximation") has it;
// CPython computes with the same one, so that the last digits agree.
constexpr double lanczos_g = 6.024680040776729583740234375;
constexpr std::array<double, 13> lanczos_numerator = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr std::array<double, 13> lanczos_denominator = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                                        45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                                        1925.0,     66.0,       1.0};

double lanczos_sum(double x) noexcept {
  double numerator = 0, denominator = 0;
  std::size_t const count = lanczos_numerator.size();
  // For large arguments in powers of 1/x, so that nothing overflows.
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t const term = x < 5 ? count - 1 - i : i;
    numerator = (x < 5 ? numerator * x : numerator / x) + lanczos_numerator[term];
    denominator = (x < 5 ? denominator * x : denominator / x) + lanczos_denominator[term];
  }
  return numerator / denominator;
}

/// sin(pi * x), exact at multiples of a half.
double sin_pi(double x) noexcept {
  double const y = std::fmod(std::fabs(x), 2.0);
  double result = 0;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: result = std::sin(pi * y); break;
    case 1: result = std::cos(pi * (y - 0.5)); break;
    case 2: result = std::sin(pi * (1.0 - y)); break;
    case 3: result = -std::cos(pi * (y - 1.5)); break;
    case 4: result = std::sin(pi * (y - 2.0)); break;
  }
  return std::copysign(1.0, x) * result;
}

Raised domain_error() { return raise_error(value_error_type, "math domain error"); }
Raised range_error() { return raise_error(overflow_error_type, "math range error"); }

/// (n - 1)! of small n, which is exact.
double factorial_below(double n) noexcept {
  double product = 1;
  for (double i = 2; i < n; ++i) product *= i;
  return product;
}

/// What was lost in rounding `absolute + g - 1/2` to `y`, relative to y and scaled by g.
double rounding_of(double absolute, double y) noexcept {
  constexpr double g_minus_half = lanczos_g - 0.5;
  double const lost = absolute > g_minus_half ? (y - absolute) - g_minus_half : (y - g_minus_half) - absolute;
  return lost * lanczos_g / y;
}

/// `value * y ** power` or the quotient, in two steps where one would overflow.
double scale(double value, double y, double absolute, bool divide) noexcept {
  if (absolute < 140.0) {
    double const factor = std::pow(y, absolute - 0.5);
    return divide ? value / factor : value * factor;
  }
  double const root = std::pow(y, absolute / 2.0 - 0.25);
  return divide ? value / root / root : value * root * root;
}

double gamma_by_lanczos(double x) noexcept {
  double const absolute = std::fabs(x), y = absolute + (lanczos_g - 0.5);
  double const lost = rounding_of(absolute, y);
  if (x < 0) {
    double result = -pi / sin_pi(absolute) / absolute * std::exp(y) / lanczos_sum(absolute);
    result -= lost * result;
    return scale(result, y, absolute, true);
  }
  double result = lanczos_sum(absolute) / std::exp(y);
  result += lost * result;
  return scale(result, y, absolute, false);
}

}  // namespace

Result<double> gamma(double x) {
  if (std::isnan(x) || x == inf) return x;
  if (x == -inf || x == 0.0) return domain_error();
  if (x == std::floor(x)) {
    if (x < 0) return domain_error();
    if (x <= 23) return factorial_below(x);
  }
  double const absolute = std::fabs(x);
  if (absolute < 1e-20) {
    double const result = 1.0 / x;
    if (std::isinf(result)) return range_error();
    return result;
  }
  if (absolute > 200.0) {
    if (x < 0) return 0.0 / sin_pi(x);
    return range_error();
  }
  double const result = gamma_by_lanczos(x);
  if (std::isinf(result)) return range_error();
  return result;
}

Result<double> lgamma(double x) {
  if (!std::isfinite(x)) return std::isnan(x) ? x : inf;
  if (x == std::floor(x) && x <= 2.0) {
    if (x <= 0.0) return domain_error();
    return 0.0;
  }
  double const absolute = std::fabs(x);
  if (absolute < 1e-20) return -std::log(absolute);
  double result = std::log(lanczos_sum(absolute)) - lanczos_g;
  result += (absolute - 0.5) * (std::log(absolute + lanczos_g - 0.5) - 1);
  if (x < 0) {
    constexpr double log_pi = 1.144729885849400174143427351353058711647;
    result = log_pi - std::log(std::fabs(sin_pi(absolute))) - std::log(absolute) - result;
  }
  if (std::isinf(result)) return range_error();
  return result;
}

Result<double> gamma(Object const& x) { return gamma(PASS(detail::number(x))); }
Result<double> lgamma(Object const& x) { return lgamma(PASS(detail::number(x))); }

Result<double> fma(Object const& x, Object const& y, Object const& z) {
  double const a = PASS(detail::number(x)), b = PASS(detail::number(y)), c = PASS(detail::number(z));
  double const result = std::fma(a, b, c);
  if (std::isfinite(result)) return result;
  if (std::isnan(result)) {
    if (!std::isnan(a) && !std::isnan(b) && !std::isnan(c))
      return raise_error(value_error_type, "invalid operation in fma");
  } else if (std::isfinite(a) && std::isfinite(b) && std::isfinite(c)) {
    return raise_error(overflow_error_type, "overflow in fma");
  }
  return result;
}

Result<double> nextafter(Object const& x, Object const& y, Object const& steps) {
  double value = PASS(detail::number(x));
  double const towards = PASS(detail::number(y));
  if (steps.is(None)) return std::nextafter(value, towards);
  Int const count = PASS(operators::index(steps));
  if (count < Int(0)) return raise_error(value_error_type, "steps must be a non-negative integer");
  if (std::isnan(value) || std::isnan(towards)) return nan;
  // Floats of one sign are ordered as their bits are.
  auto place = [](double number) {
    auto const bits = std::bit_cast<std::int64_t>(number);
    return bits < 0 ? INT64_MIN - bits : bits;
  };
  std::int64_t const from = place(value), to = place(towards);
  auto const distance = static_cast<std::uint64_t>(to > from ? to - from : from - to);
  bool const reaches = !count.is_small_int() || static_cast<std::uint64_t>(count.small()) >= distance;
  if (reaches) return towards;
  std::int64_t const end = to > from ? from + count.small() : from - count.small();
  return std::bit_cast<double>(end < 0 ? INT64_MIN - end : end);
}

namespace {

/// The sum of products so far: exact for ints, in parts for floats, by Python's operators for all else.
struct ProductSum {
  /// Two below this can be added.
  static constexpr double safe = 0x1p1022;

  Object total = Int(0);
  std::vector<double> parts;
  bool has_floats = false;

  Result<void> add(Object const& p, Object const& q);
  Result<Object> finish();
};

bool fits_float(Object const& value) noexcept { return is_float(value) || value.is_small_int(); }

Result<void> ProductSum::add(Object const& p, Object const& q) {
  if (fits_float(p) && fits_float(q) && (is_float(p) || is_float(q))) {
    double const a = is_float(p) ? float_value(p) : static_cast<double>(p.small());
    double const b = is_float(q) ? float_value(q) : static_cast<double>(q.small());
    double const high = a * b;
    if (std::fabs(high) < safe && (parts.empty() || std::fabs(parts.back()) < safe)) {
      has_floats = true;
      detail::add_exactly(parts, high);
      detail::add_exactly(parts, std::fma(a, b, -high));
      return {};
    }
    if (!parts.empty()) total = PASS(operators::add(total, box(detail::round_parts(std::exchange(parts, {})))));
  }
  Object product = PASS(operators::multiply(p, q));
  total = PASS(operators::add(total, product));
  return {};
}

Result<Object> ProductSum::finish() {
  if (!has_floats) return total;
  return operators::add(total, box(detail::round_parts(std::move(parts))));
}

}  // namespace

Result<Object> sumprod(Object const& p, Object const& q) {
  Iteration left = PASS(iterate(p)), right = PASS(iterate(q));
  ProductSum sum;
  Object a, b;
  while (true) {
    bool const more = PASS(left.next(a));
    if (more != PASS(right.next(b))) return raise_error(value_error_type, "Inputs are not the same length");
    if (!more) return sum.finish();
    PASS(sum.add(a, b));
  }
}

}  // namespace aiocc::math
