// The module cmath.
#pragma once

#include "aiocc/objects/complex.hpp"

namespace aiocc::cmath {

AIOCC_PY_CONSTANT("pi: float")
inline constexpr double pi = 3.141592653589793;
AIOCC_PY_CONSTANT("e: float")
inline constexpr double e = 2.718281828459045;
AIOCC_PY_CONSTANT("tau: float")
inline constexpr double tau = 6.283185307179586;
AIOCC_PY_CONSTANT("inf: float")
inline constexpr double inf = __builtin_inf();
AIOCC_PY_CONSTANT("nan: float")
inline constexpr double nan = __builtin_nan("");
AIOCC_PY_CONSTANT("infj: complex")
extern Complex& infj;
AIOCC_PY_CONSTANT("nanj: complex")
extern Complex& nanj;

// ValueError "math domain error" where there's no value, OverflowError "math range error" past the range.
AIOCC_PY("def sqrt(z: object, /) -> complex")
Result<Complex> sqrt(Object const& z);
AIOCC_PY("def exp(z: object, /) -> complex")
Result<Complex> exp(Object const& z);
AIOCC_PY("def log(z: object, base: object = ..., /) -> complex")
Result<Complex> log(Object const& z, Object const& base);
AIOCC_PY("def log10(z: object, /) -> complex")
Result<Complex> log10(Object const& z);
AIOCC_PY("def sin(z: object, /) -> complex")
Result<Complex> sin(Object const& z);
AIOCC_PY("def cos(z: object, /) -> complex")
Result<Complex> cos(Object const& z);
AIOCC_PY("def tan(z: object, /) -> complex")
Result<Complex> tan(Object const& z);
AIOCC_PY("def asin(z: object, /) -> complex")
Result<Complex> asin(Object const& z);
AIOCC_PY("def acos(z: object, /) -> complex")
Result<Complex> acos(Object const& z);
AIOCC_PY("def atan(z: object, /) -> complex")
Result<Complex> atan(Object const& z);
AIOCC_PY("def sinh(z: object, /) -> complex")
Result<Complex> sinh(Object const& z);
AIOCC_PY("def cosh(z: object, /) -> complex")
Result<Complex> cosh(Object const& z);
AIOCC_PY("def tanh(z: object, /) -> complex")
Result<Complex> tanh(Object const& z);
AIOCC_PY("def asinh(z: object, /) -> complex")
Result<Complex> asinh(Object const& z);
AIOCC_PY("def acosh(z: object, /) -> complex")
Result<Complex> acosh(Object const& z);
AIOCC_PY("def atanh(z: object, /) -> complex")
Result<Complex> atanh(Object const& z);

/// Return argument, also known as the phase angle, of a complex.
AIOCC_PY("def phase(z: object, /) -> float")
Result<double> phase(Object const& z);
/// Convert a complex from rectangular coordinates to polar coordinates.
AIOCC_PY("def polar(z: object, /) -> tuple[float, float]")
Result<Tuple<double, double>> polar(Object const& z);
/// Convert from polar coordinates to rectangular coordinates.
AIOCC_PY("def rect(r: object, phi: object, /) -> complex")
Result<Complex> rect(Object const& r, Object const& phi);

AIOCC_PY("def isfinite(z: object, /) -> bool")
Result<bool> isfinite(Object const& z);
AIOCC_PY("def isinf(z: object, /) -> bool")
Result<bool> isinf(Object const& z);
AIOCC_PY("def isnan(z: object, /) -> bool")
Result<bool> isnan(Object const& z);
AIOCC_PY("def isclose(a: object, b: object, *, rel_tol: object = 1e-09, abs_tol: object = 0.0) -> bool")
Result<bool> isclose(Object const& a, Object const& b, Object const& rel_tol, Object const& abs_tol);

}  // namespace aiocc::cmath
