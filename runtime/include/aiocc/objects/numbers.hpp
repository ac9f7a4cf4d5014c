// The builtins that make and take numbers: int, float, bool, abs, round, divmod, pow, hex, oct, bin.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/complex.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::builtins {

AIOCC_PY("def int(x: int, /) -> int", retains)
inline Int int_(Int const& x) noexcept { return x; }
AIOCC_PY("def int(x: float, /) -> int")
inline Result<Int> int_(double x) { return int_from_double(x); }
AIOCC_PY("def int(x: object, /) -> int", retains)
Result<Int> int_(Object const& x);
AIOCC_PY("def int(x: object = ..., /, base: object = ...) -> int", retains)
Result<Int> int_(Object const& x, Object const& base);

AIOCC_PY("def float(x: float, /) -> float")
inline double float_(double x) noexcept { return x; }
AIOCC_PY("def float(x: int, /) -> float")
inline Result<double> float_(Int const& x) { return to_double(x); }
AIOCC_PY("def float(x: object = ..., /) -> float")
Result<double> float_(Object const& x);

AIOCC_PY("def bool(x: bool, /) -> bool")
inline bool bool_(bool x) noexcept { return x; }
AIOCC_PY("def bool(x: object = ..., /) -> bool")
Result<bool> bool_(Object const& x);

AIOCC_PY("def abs(x: int, /) -> int")
inline Int abs(Int const& x) noexcept { return absolute(x); }
AIOCC_PY("def abs(x: float, /) -> float")
inline double abs(double x) noexcept { return std::fabs(x); }
AIOCC_PY("def abs(x: complex, /) -> float", compared(Length))
inline Result<double> abs(Complex const& x) { return x.abs(); }
AIOCC_PY("def abs(x: object, /) -> object")
Result<Object> abs(Object const& x);

AIOCC_PY("def round(number: float) -> int")
Result<Int> round(double number);
AIOCC_PY("def round(number: float, ndigits: int) -> float")
Result<double> round(double number, Int const& digits);
AIOCC_PY("def round(number: int, ndigits: int) -> int")
Result<Int> round(Int const& number, Int const& digits);
AIOCC_PY("def round(number: object, ndigits: object = None) -> object")
Result<Object> round(Object const& number, Object const& digits);

AIOCC_PY("def divmod(x: int, y: int, /) -> tuple[int, int]")
Result<Tuple<Int, Int>> divmod(Int const& x, Int const& y);
AIOCC_PY("def divmod(x: object, y: object, /) -> object")
Result<Object> divmod(Object const& x, Object const& y);

AIOCC_PY("def pow(base: int, exp: int, mod: int) -> int")
inline Result<Int> pow(Int const& base, Int const& exponent, Int const& modulus) {
  return power_modulo(base, exponent, modulus);
}
AIOCC_PY("def pow(base: object, exp: object, mod: object = None) -> object")
Result<Object> pow(Object const& base, Object const& exponent, Object const& modulus);

AIOCC_PY("def hex(number: object, /) -> str")
Result<Str> hex(Object const& number);
AIOCC_PY("def oct(number: object, /) -> str")
Result<Str> oct(Object const& number);
AIOCC_PY("def bin(number: object, /) -> str")
Result<Str> bin(Object const& number);

}  // namespace aiocc::builtins
