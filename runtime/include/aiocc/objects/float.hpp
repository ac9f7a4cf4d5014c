// Python's float: a plain double in typed code, a FloatObject where an Object is needed.
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

class Str;
template <class... T>
class Tuple;

struct FloatObject : LeafObject {
  double value;
  explicit FloatObject(double number) noexcept : LeafObject(&float_type), value(number) {}
};

/// A float as Python's object.
Object box(double value) noexcept;
inline bool is_float(Object const& object) noexcept { return object.is_heap() && object.heap()->type == &float_type; }
/// The value of an object that is known to be a float.
inline double float_value(Object const& object) noexcept { return object.as<FloatObject>()->value; }

namespace detail {
/// A NaN that has bits of its own. Typed code keeps doubles rather than objects, so a NaN's bits are its identity, by which
/// containers find it although it equals nothing.
double make_nan() noexcept;
/// The bits that CPython's NaN has: without the identity that `make_nan` put there.
std::uint64_t bits_without_identity(double value) noexcept;
/// Whether both are the same NaN.
bool is_same_nan(Object const& left, Object const& right) noexcept;

AIOCC_COLD Raised float_division_by_zero();
}  // namespace detail

/// Python's `/`: ZeroDivisionError for a zero divisor.
inline Result<double> true_divide(double left, double right) {
  if (right == 0) [[unlikely]]
    return detail::float_division_by_zero();
  return left / right;
}
Result<double> true_divide(Int const& left, Int const& right);
Result<double> floor_divide(double left, double right);
Result<double> modulo(double left, double right);
Result<Tuple<double, double>> divide_modulo(double left, double right);
/// Python's `**` of floats. A negative base with a broken exponent is complex in Python, which aiocc doesn't have: the
/// run ends with a report.
Result<double> power(double base, double exponent);

/// As `repr`: the shortest text that reads back as the same value.
std::string repr_double(double value);
/// An int's nearest float; OverflowError past the range.
Result<double> to_double(Int const& value);
namespace operators {
// An int and a float: the int becomes a float, or raises OverflowError.
#define AIOCC_MIXED_OPERATOR(name, result)                    \
  inline Result<double> name(Int const& left, double right) { \
    double const x = PASS(int_operand_as_double(left));       \
    double const y = right;                                   \
    return result;                                            \
  }                                                           \
  inline Result<double> name(double left, Int const& right) { \
    double const x = left;                                    \
    double const y = PASS(int_operand_as_double(right));      \
    return result;                                            \
  }
inline Result<double> int_operand_as_double(Int const& value) {
  if (value.is_small_int()) [[likely]]
    return static_cast<double>(value.small());
  return to_double(value);
}
AIOCC_MIXED_OPERATOR(add, x + y)
AIOCC_MIXED_OPERATOR(subtract, x - y)
AIOCC_MIXED_OPERATOR(multiply, x* y)
AIOCC_MIXED_OPERATOR(true_divide, aiocc::true_divide(x, y))
AIOCC_MIXED_OPERATOR(floor_divide, aiocc::floor_divide(x, y))
AIOCC_MIXED_OPERATOR(modulo, aiocc::modulo(x, y))
#undef AIOCC_MIXED_OPERATOR
}  // namespace operators

/// What `float(x)` and a parameter of type float accept: a float, an int, `__float__`, `__index__`.
Result<double> float_argument(Object const& value);
/// -1, 0, 1, or 2 where `right` is a NaN: exact, whatever the sizes.
int compare_int_double(Int const& left, double right) noexcept;
std::int64_t hash_double(double value) noexcept;
/// The int of the same value, rounded toward zero: OverflowError for infinities, ValueError for NaN.
Result<Int> int_from_double(double value);
/// Parses what `float(text)` accepts; ValueError otherwise.
Result<double> parse_float(Str const& text);
/// `round(value, digits)`: half to even, on the exact decimal value.
Result<double> round_double(double value, std::int64_t digits);

/// Methods of float; `self` is a plain double.
struct AIOCC_PY_CLASS("float") Float : Object {
  AIOCC_PY("def is_integer(self) -> bool")
  static bool is_integer(double self) noexcept { return std::isfinite(self) && std::floor(self) == self; }
  AIOCC_PY("def as_integer_ratio(self) -> tuple[int, int]")
  static Result<Tuple<Int, Int>> as_integer_ratio(double self);
  AIOCC_PY("def hex(self) -> str")
  static Str hex(double self);
  AIOCC_PY("def fromhex(string: object, /) -> float", staticmethod)
  static Result<double> fromhex(Object const& text);
  AIOCC_PY("def conjugate(self) -> float")
  static double conjugate(double self) noexcept { return self; }
  AIOCC_PY_PROPERTY("real: float")
  static double real(double self) noexcept { return self; }
  AIOCC_PY_PROPERTY("imag: float")
  static double imag(double) noexcept { return 0.0; }
};

}  // namespace aiocc
