// The module cmath: Kahan's formulas ("Branch Cuts for Complex Elementary Functions") for finite numbers, the C library's for the others.
#include "aiocc/stdlib/cmath.hpp"

#include <cmath>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::cmath {

namespace {

using Number = std::complex<double>;

/// Never destroyed: they may be read while the program ends.
union Immortal {
  constexpr Immortal() noexcept : value() {}
  constexpr ~Immortal() {}
  Complex value;
};
constinit Immortal infj_storage;
constinit Immortal nanj_storage;

[[gnu::constructor]] void make_constants() {
  infj = word_cast<Complex>(box(Number(0, inf)));
  nanj = word_cast<Complex>(box(Number(0, nan)));
}

bool is_finite(Number z) noexcept { return std::isfinite(z.real()) && std::isfinite(z.imag()); }

Complex boxed(Number z) { return word_cast<Complex>(box(z)); }

/// The result of an operation on a finite number: infinities are out of range.
Result<Complex> checked(Number argument, Number result) {
  if (is_finite(argument) && !is_finite(result)) return raise_error(overflow_error_type, "math range error");
  return boxed(result);
}
Raised domain_error() { return raise_error(value_error_type, "math domain error"); }

/// z times i, and divided by it.
Number times_i(Number z) noexcept { return {-z.imag(), z.real()}; }
Number over_i(Number z) noexcept { return {z.imag(), -z.real()}; }

Number root(Number z) noexcept {
  if (!is_finite(z)) return std::sqrt(z);
  if (z == 0.0) return {0, z.imag()};
  double real = std::abs(z.real());
  double const imag = std::abs(z.imag());
  double scaled;
  constexpr double least = 0x1p-1022;
  if (real < least && imag < least && (real > 0 || imag > 0)) {
    // Subnormal: scaled up first.
    real = std::ldexp(real, 54);
    scaled = std::ldexp(std::sqrt((real + std::hypot(real, std::ldexp(imag, 54))) / 2), -27);
  } else {
    real /= 8;
    scaled = 2 * std::sqrt(real + std::hypot(real, imag / 8));
  }
  double const other = imag / (2 * scaled);
  if (z.real() >= 0) return {scaled, std::copysign(other, z.imag())};
  return {other, std::copysign(scaled, z.imag())};
}

Number logarithm(Number z) noexcept {
  double const real = std::abs(z.real());
  double const imag = std::abs(z.imag());
  double const larger = std::max(real, imag);
  double const smaller = std::min(real, imag);
  double const length = std::hypot(real, imag);
  double result;
  if (larger > 0x1p1022)
    result = std::log(std::hypot(real / 2, imag / 2)) + std::log(2.0);
  else if (larger < 0x1p-1022)
    result = std::log(std::hypot(std::ldexp(real, 53), std::ldexp(imag, 53))) - 53 * std::log(2.0);
  else if (0.71 <= length && length <= 1.73)
    result = std::log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2;
  else
    result = std::log(length);
  return {result, std::atan2(z.imag(), z.real())};
}

// Signs that the C library leaves open where a part is NaN are positive in Python.
Number positive_real(Number z) noexcept { return {std::abs(z.real()), z.imag()}; }
Number positive_imag(Number z) noexcept { return {z.real(), std::abs(z.imag())}; }

/// Past it the hyperbolic functions of the real part alone may overflow.
constexpr double large_exponent = 708;

/// Stands for a number in sinh and cosh: their values are `factor` times those at `x`.
struct Scaled {
  explicit Scaled(double number) noexcept : x(number) {
    if (std::abs(number) <= large_exponent) return;
    x -= std::copysign(1.0, number);
    factor = e;
  }
  double x;
  double factor = 1;
};

Number hyperbolic_sine(Number z) noexcept {
  if (!is_finite(z)) return std::isnan(z.imag()) ? positive_real(std::sinh(z)) : std::sinh(z);
  Scaled const real(z.real());
  return {std::cos(z.imag()) * std::sinh(real.x) * real.factor, std::sin(z.imag()) * std::cosh(real.x) * real.factor};
}
Number hyperbolic_cosine(Number z) noexcept {
  if (!is_finite(z)) return std::isnan(z.real()) ? positive_imag(std::cosh(z)) : std::cosh(z);
  Scaled const real(z.real());
  return {std::cos(z.imag()) * std::cosh(real.x) * real.factor, std::sin(z.imag()) * std::sinh(real.x) * real.factor};
}
Number hyperbolic_tangent(Number z) noexcept {
  if (z.real() == 0 && std::isnan(z.imag())) return {nan, nan};
  if (!is_finite(z)) return std::isinf(z.imag()) ? positive_imag(std::tanh(z)) : std::tanh(z);
  constexpr double large = 354.8;
  if (std::abs(z.real()) > large)
    return {std::copysign(1.0, z.real()),
            4 * std::sin(z.imag()) * std::cos(z.imag()) * std::exp(-2 * std::abs(z.real()))};
  double const tanh_real = std::tanh(z.real());
  double const tan_imag = std::tan(z.imag());
  double const inverse = 1 / std::cosh(z.real());
  double const product = tanh_real * tan_imag;
  double const divisor = 1 + product * product;
  return {tanh_real * (1 + tan_imag * tan_imag) / divisor, tan_imag / divisor * inverse * inverse};
}

constexpr double huge = 0x1p1022;
bool is_huge(Number z) noexcept { return std::abs(z.real()) > huge || std::abs(z.imag()) > huge; }
/// The logarithm of twice a huge number's length.
double huge_logarithm(Number z) noexcept {
  return std::log(std::hypot(z.real() / 2, z.imag() / 2)) + 2 * std::log(2.0);
}

Number inverse_hyperbolic_sine(Number z) noexcept {
  if (!is_finite(z)) return std::isnan(z.real()) ? positive_real(std::asinh(z)) : std::asinh(z);
  if (is_huge(z)) return {std::copysign(huge_logarithm(z), z.real()), std::atan2(z.imag(), std::abs(z.real()))};
  Number const first = root({1 + z.imag(), -z.real()});
  Number const second = root({1 - z.imag(), z.real()});
  return {std::asinh(first.real() * second.imag() - second.real() * first.imag()),
          std::atan2(z.imag(), first.real() * second.real() - first.imag() * second.imag())};
}
Number inverse_cosine(Number z) noexcept {
  if (!is_finite(z)) return std::isnan(z.imag()) ? positive_imag(std::acos(z)) : std::acos(z);
  if (is_huge(z)) return {std::atan2(std::abs(z.imag()), z.real()), std::copysign(huge_logarithm(z), -z.imag())};
  Number const first = root({1 - z.real(), -z.imag()});
  Number const second = root({1 + z.real(), z.imag()});
  return {2 * std::atan2(first.real(), second.real()),
          std::asinh(second.real() * first.imag() - second.imag() * first.real())};
}
Number inverse_hyperbolic_cosine(Number z) noexcept {
  if (z.real() == 0 && std::isnan(z.imag())) return {nan, nan};
  if (!is_finite(z)) return std::acosh(z);
  if (is_huge(z)) return {huge_logarithm(z), std::atan2(z.imag(), z.real())};
  Number const first = root({z.real() - 1, z.imag()});
  Number const second = root({z.real() + 1, z.imag()});
  return {std::asinh(first.real() * second.real() + first.imag() * second.imag()),
          2 * std::atan2(first.imag(), second.real())};
}
Number inverse_hyperbolic_tangent(Number z) noexcept {
  if (!is_finite(z)) return std::isnan(z.real()) ? positive_real(std::atanh(z)) : std::atanh(z);
  if (z.real() < 0 || (z.real() == 0 && std::signbit(z.real()))) return -inverse_hyperbolic_tangent(-z);
  double const imag = std::abs(z.imag());
  constexpr double large = 0x1p510;
  if (z.real() > large || imag > large) {
    double const length = std::hypot(z.real() / 2, z.imag() / 2);
    return {z.real() / 4 / length / length, -std::copysign(pi / 2, -z.imag())};
  }
  if (z.real() == 1 && imag < 0x1p-511)
    return {-std::log(std::sqrt(imag) / std::sqrt(std::hypot(imag, 2.0))),
            std::copysign(std::atan2(2.0, -imag) / 2, z.imag())};
  double const real = 1 - z.real();
  return {std::log1p(4 * z.real() / (real * real + imag * imag)) / 4,
          -std::atan2(-2 * z.imag(), real * (1 + z.real()) - imag * imag) / 2};
}

}  // namespace

constinit Complex& infj = infj_storage.value;
constinit Complex& nanj = nanj_storage.value;

Result<Complex> sqrt(Object const& z) { return boxed(root(PASS(complex_argument(z)))); }

Result<Complex> exp(Object const& z) {
  Number const value = PASS(complex_argument(z));
  if (!is_finite(value)) {
    if (std::isinf(value.imag()) && !(std::isinf(value.real()) && value.real() < 0) && !std::isnan(value.real()))
      return domain_error();
    return boxed(std::isinf(value.imag()) ? positive_imag(std::exp(value)) : std::exp(value));
  }
  bool const is_large = value.real() > large_exponent;
  double const length = std::exp(is_large ? value.real() - 1 : value.real());
  double const factor = is_large ? e : 1;
  return checked(value, {length * std::cos(value.imag()) * factor, length * std::sin(value.imag()) * factor});
}

Result<Complex> log(Object const& z, Object const& base) {
  Number const value = PASS(complex_argument(z));
  if (value == 0.0) return domain_error();
  Number result = logarithm(value);
  if (!base.bound()) return boxed(result);
  Number const divisor = PASS(complex_argument(base));
  if (divisor == 0.0) return domain_error();
  Object const quotient = PASS(operators::true_divide(box(result), box(logarithm(divisor))));
  return word_cast<Complex>(quotient);
}

Result<Complex> log10(Object const& z) {
  Number const value = PASS(complex_argument(z));
  if (value == 0.0) return domain_error();
  Number const result = logarithm(value);
  double const ten = std::log(10.0);
  return boxed({result.real() / ten, result.imag() / ten});
}

namespace {

/// Functions whose infinite arguments have no value where the other part decides the sign.
Result<Complex> periodic(Object const& z, Number (*function)(Number), Number (*before)(Number),
                         Number (*after)(Number)) {
  Number const value = before(PASS(complex_argument(z)));
  bool const has_value = std::isnan(value.real()) || (std::isinf(value.real()) && function == hyperbolic_tangent);
  if (std::isinf(value.imag()) && !has_value) return domain_error();
  return checked(value, after(function(value)));
}

Number same(Number z) { return z; }

}  // namespace

Result<Complex> sinh(Object const& z) { return periodic(z, hyperbolic_sine, same, same); }
Result<Complex> cosh(Object const& z) { return periodic(z, hyperbolic_cosine, same, same); }
Result<Complex> tanh(Object const& z) { return periodic(z, hyperbolic_tangent, same, same); }
Result<Complex> sin(Object const& z) { return periodic(z, hyperbolic_sine, times_i, over_i); }
Result<Complex> cos(Object const& z) { return periodic(z, hyperbolic_cosine, times_i, same); }
Result<Complex> tan(Object const& z) { return periodic(z, hyperbolic_tangent, times_i, over_i); }

Result<Complex> asinh(Object const& z) { return boxed(inverse_hyperbolic_sine(PASS(complex_argument(z)))); }
Result<Complex> acosh(Object const& z) { return boxed(inverse_hyperbolic_cosine(PASS(complex_argument(z)))); }
Result<Complex> acos(Object const& z) { return boxed(inverse_cosine(PASS(complex_argument(z)))); }
Result<Complex> asin(Object const& z) {
  return boxed(over_i(inverse_hyperbolic_sine(times_i(PASS(complex_argument(z))))));
}
Result<Complex> atanh(Object const& z) {
  Number const value = PASS(complex_argument(z));
  if (value == 1.0 || value == -1.0) return domain_error();
  return boxed(inverse_hyperbolic_tangent(value));
}
Result<Complex> atan(Object const& z) {
  Number const value = PASS(complex_argument(z));
  if (value == Number(0, 1) || value == Number(0, -1)) return domain_error();
  return boxed(over_i(inverse_hyperbolic_tangent(times_i(value))));
}

Result<double> phase(Object const& z) {
  Number const value = PASS(complex_argument(z));
  return std::atan2(value.imag(), value.real());
}

Result<Tuple<double, double>> polar(Object const& z) {
  Number const value = PASS(complex_argument(z));
  double const length = std::hypot(value.real(), value.imag());
  if (std::isinf(length) && is_finite(value)) return raise_error(overflow_error_type, "math range error");
  return Tuple<double, double>::of(length, std::atan2(value.imag(), value.real()));
}

Result<Complex> rect(Object const& r, Object const& phi) {
  double const length = PASS(float_argument(r));
  double const angle = PASS(float_argument(phi));
  if (length == 0 && !std::isfinite(angle)) return boxed({0, 0});
  if (std::isinf(angle) && !std::isnan(length)) return domain_error();
  if (angle == 0) return boxed({length, std::isnan(length) ? 0 : std::copysign(1.0, length) * angle});
  if (std::isinf(length) && std::isnan(angle)) return boxed({inf, nan});
  return boxed({length * std::cos(angle), length * std::sin(angle)});
}

Result<bool> isfinite(Object const& z) { return is_finite(PASS(complex_argument(z))); }
Result<bool> isinf(Object const& z) {
  Number const value = PASS(complex_argument(z));
  return std::isinf(value.real()) || std::isinf(value.imag());
}
Result<bool> isnan(Object const& z) {
  Number const value = PASS(complex_argument(z));
  return std::isnan(value.real()) || std::isnan(value.imag());
}

Result<bool> isclose(Object const& a, Object const& b, Object const& rel_tol, Object const& abs_tol) {
  Number const first = PASS(complex_argument(a));
  Number const second = PASS(complex_argument(b));
  double const relative = PASS(float_argument(rel_tol));
  double const absolute = PASS(float_argument(abs_tol));
  if (relative < 0 || absolute < 0) return raise_error(value_error_type, "tolerances must be non-negative");
  if (first == second) return true;
  if (std::isinf(first.real()) || std::isinf(first.imag()) || std::isinf(second.real()) || std::isinf(second.imag()))
    return false;
  double const difference = std::abs(first - second);
  return difference <= relative * std::abs(second) || difference <= relative * std::abs(first) ||
         difference <= absolute;
}

}  // namespace aiocc::cmath
