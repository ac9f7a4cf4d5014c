// The module math: everyday functions of numbers.
#pragma once

#include <cmath>
#include <limits>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::math {

namespace detail {
/// The square root of what may be negative or no number.
Result<double> sqrt_of_any(double x);
}  // namespace detail

AIOCC_PY_CONSTANT("pi: float")
inline constexpr double pi = 3.141592653589793;
AIOCC_PY_CONSTANT("e: float")
inline constexpr double e = 2.718281828459045;
AIOCC_PY_CONSTANT("tau: float")
inline constexpr double tau = 6.283185307179586;
AIOCC_PY_CONSTANT("inf: float")
inline constexpr double inf = std::numeric_limits<double>::infinity();
AIOCC_PY_CONSTANT("nan: float")
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Each function of one float: typed, and for whatever can be made a float. ValueError "math domain error", OverflowError
// "math range error".
#define AIOCC_MATH_FUNCTION(name)                       \
  AIOCC_PY("def " #name "(x: float, /) -> float", pure) \
  Result<double> name(double x);                        \
  AIOCC_PY("def " #name "(x: object, /) -> float")      \
  Result<double> name(Object const& x);
AIOCC_PY("def sqrt(x: float, /) -> float", pure)
inline Result<double> sqrt(double x) {
  if (x >= 0) [[likely]]
    return std::sqrt(x);
  return detail::sqrt_of_any(x);
}
AIOCC_PY("def sqrt(x: object, /) -> float")
Result<double> sqrt(Object const& x);
AIOCC_MATH_FUNCTION(cbrt)
AIOCC_MATH_FUNCTION(exp)
AIOCC_MATH_FUNCTION(exp2)
AIOCC_MATH_FUNCTION(expm1)
AIOCC_MATH_FUNCTION(log1p)
AIOCC_MATH_FUNCTION(sin)
AIOCC_MATH_FUNCTION(cos)
AIOCC_MATH_FUNCTION(tan)
AIOCC_MATH_FUNCTION(asin)
AIOCC_MATH_FUNCTION(acos)
AIOCC_MATH_FUNCTION(atan)
AIOCC_MATH_FUNCTION(sinh)
AIOCC_MATH_FUNCTION(cosh)
AIOCC_MATH_FUNCTION(tanh)
AIOCC_MATH_FUNCTION(asinh)
AIOCC_MATH_FUNCTION(acosh)
AIOCC_MATH_FUNCTION(atanh)
AIOCC_MATH_FUNCTION(erf)
AIOCC_MATH_FUNCTION(erfc)
AIOCC_MATH_FUNCTION(gamma)
AIOCC_MATH_FUNCTION(lgamma)
#undef AIOCC_MATH_FUNCTION

/// Natural logarithm, or to any base; ints of any size.
AIOCC_PY("def log(x: object, base: object = ..., /) -> float")
Result<double> log(Object const& x, Object const& base = {});
AIOCC_PY("def log2(x: object, /) -> float")
Result<double> log2(Object const& x);
AIOCC_PY("def log10(x: object, /) -> float")
Result<double> log10(Object const& x);

AIOCC_PY("def pow(x: object, y: object, /) -> float")
Result<double> pow(Object const& x, Object const& y);
AIOCC_PY("def fmod(x: object, y: object, /) -> float")
Result<double> fmod(Object const& x, Object const& y);
AIOCC_PY("def remainder(x: object, y: object, /) -> float")
Result<double> remainder(Object const& x, Object const& y);
AIOCC_PY("def atan2(y: object, x: object, /) -> float")
Result<double> atan2(Object const& y, Object const& x);
AIOCC_PY("def copysign(x: object, y: object, /) -> float")
Result<double> copysign(Object const& x, Object const& y);
AIOCC_PY("def fabs(x: object, /) -> float")
Result<double> fabs(Object const& x);
AIOCC_PY("def degrees(x: object, /) -> float")
Result<double> degrees(Object const& x);
AIOCC_PY("def radians(x: object, /) -> float")
Result<double> radians(Object const& x);
AIOCC_PY("def hypot(*coordinates: object) -> float")
Result<double> hypot(Arguments coordinates);
AIOCC_PY("def dist(p: object, q: object, /) -> float")
Result<double> dist(Object const& p, Object const& q);
AIOCC_PY("def ldexp(x: object, i: object, /) -> float")
Result<double> ldexp(Object const& x, Object const& exponent);
AIOCC_PY("def frexp(x: object, /) -> tuple[float, int]")
Result<Tuple<double, Int>> frexp(Object const& x);
AIOCC_PY("def modf(x: object, /) -> tuple[float, float]")
Result<Tuple<double, double>> modf(Object const& x);
AIOCC_PY("def ulp(x: object, /) -> float")
Result<double> ulp(Object const& x);
AIOCC_PY("def nextafter(x: object, y: object, /, *, steps: object = None) -> float")
Result<double> nextafter(Object const& x, Object const& y, Object const& steps = None);
/// x * y + z, rounded once.
AIOCC_PY("def fma(x: object, y: object, z: object, /) -> float")
Result<double> fma(Object const& x, Object const& y, Object const& z);

AIOCC_PY("def isnan(x: object, /) -> bool")
Result<bool> isnan(Object const& x);
AIOCC_PY("def isinf(x: object, /) -> bool")
Result<bool> isinf(Object const& x);
AIOCC_PY("def isfinite(x: object, /) -> bool")
Result<bool> isfinite(Object const& x);
AIOCC_PY("def isclose(a: object, b: object, *, rel_tol: object = 1e-09, abs_tol: object = 0.0) -> bool")
Result<bool> isclose(Object const& a, Object const& b, Object const& relative, Object const& absolute);

AIOCC_PY("def floor(x: float, /) -> int")
Result<Int> floor(double x);
AIOCC_PY("def floor(x: object, /) -> object")
Result<Object> floor(Object const& x);
AIOCC_PY("def ceil(x: float, /) -> int")
Result<Int> ceil(double x);
AIOCC_PY("def ceil(x: object, /) -> object")
Result<Object> ceil(Object const& x);
AIOCC_PY("def trunc(x: object, /) -> object")
Result<Object> trunc(Object const& x);

AIOCC_PY("def gcd(*integers: object) -> int")
Result<Int> gcd(Arguments integers);
AIOCC_PY("def lcm(*integers: object) -> int")
Result<Int> lcm(Arguments integers);
AIOCC_PY("def isqrt(n: object, /) -> int")
Result<Int> isqrt(Object const& n);
AIOCC_PY("def factorial(n: object, /) -> int")
Result<Int> factorial(Object const& n);
AIOCC_PY("def comb(n: object, k: object, /) -> int")
Result<Int> comb(Object const& n, Object const& k);
AIOCC_PY("def perm(n: object, k: object = None, /) -> int")
Result<Int> perm(Object const& n, Object const& k);

/// The exact sum, rounded once.
AIOCC_PY("def fsum(seq: object, /) -> float")
Result<double> fsum(Object const& iterable);
/// The sum of the products of corresponding items.
AIOCC_PY("def sumprod(p: object, q: object, /) -> object")
Result<Object> sumprod(Object const& p, Object const& q);
AIOCC_PY("def prod(iterable: object, /, *, start: object = 1) -> object")
Result<Object> prod(Object const& iterable, Object const& start);

}  // namespace aiocc::math
