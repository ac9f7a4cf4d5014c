// Python's complex: a pair of doubles in a heap object.
#pragma once

#include <complex>
#include <string>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

extern Type complex_type;

struct ComplexObject : LeafObject {
  explicit ComplexObject(std::complex<double> number) noexcept : LeafObject(&complex_type), value(number) {}
  std::complex<double> value;
};

/// A complex as Python's object.
Object box(std::complex<double> value);

/// What cmath's functions and `complex(x)` take but a str: a complex, `__complex__`, a float, `__float__`, `__index__`. TypeError "must be real
/// number, not X".
Result<std::complex<double>> complex_argument(Object const& value);
/// As `repr`.
std::string repr_complex(std::complex<double> value);
/// Python's `**`: OverflowError past the range, ZeroDivisionError for zero to a negative or complex power.
Result<std::complex<double>> power(std::complex<double> base, std::complex<double> exponent);
/// As `format(value, spec)`.
Result<Str> format_complex(std::complex<double> value, Str const& spec);

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("complex", subclassable) Complex : public Object {
 public:
  constexpr Complex() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, complex_type); }
  std::complex<double> value() const noexcept { return as<ComplexObject>()->value; }

  /// Return the complex conjugate of its argument.
  AIOCC_PY("def conjugate(self) -> complex")
  Complex conjugate() const { return word_cast<Complex>(box(std::conj(value()))); }
  AIOCC_PY("def __abs__(self) -> float")
  Result<double> abs() const;
  AIOCC_PY("def __complex__(self) -> complex")
  Complex complex() const;
  AIOCC_PY("def __format__(self, format_spec: object, /) -> str")
  Result<Str> format(Object const& spec) const;
  AIOCC_PY("def __getnewargs__(self) -> tuple[float, float]")
  Tuple<double, double> getnewargs() const { return Tuple<double, double>::of(value().real(), value().imag()); }
  /// the real part of a complex number
  AIOCC_PY_PROPERTY("real: float")
  double real() const noexcept { return value().real(); }
  /// the imaginary part of a complex number
  AIOCC_PY_PROPERTY("imag: float")
  double imag() const noexcept { return value().imag(); }
};

/// `2.5j` of the source.
inline Complex imaginary(double value) { return word_cast<Complex>(box(std::complex<double>(0, value))); }

namespace detail {
/// `value` in the object of `left` where nobody else has that, else in a new one.
inline Complex in_place(Complex left, std::complex<double> value) {
  bool const is_only = left.heap()->references == 1 && left.heap()->type == &complex_type;
  if (!is_only) return word_cast<Complex>(box(value));
  left.as<ComplexObject>()->value = value;
  return left;
}
}  // namespace detail

// As CPython computes them, without the care of C's operators for infinities.
inline Complex operator+(Complex left, Complex const& right) {
  std::complex<double> const x = left.value();
  std::complex<double> const y = right.value();
  return detail::in_place(std::move(left), {x.real() + y.real(), x.imag() + y.imag()});
}
inline Complex operator-(Complex left, Complex const& right) {
  std::complex<double> const x = left.value();
  std::complex<double> const y = right.value();
  return detail::in_place(std::move(left), {x.real() - y.real(), x.imag() - y.imag()});
}
inline Complex operator*(Complex left, Complex const& right) {
  std::complex<double> const x = left.value();
  std::complex<double> const y = right.value();
  return detail::in_place(std::move(left), {x.real() * y.real() - x.imag() * y.imag(), x.real() * y.imag() + x.imag() * y.real()});
}

namespace builtins {
AIOCC_PY("def complex(real: object = ..., imag: object = ...) -> complex")
Result<Complex> complex(Object const& real = {}, Object const& imag = {});
}  // namespace builtins

}  // namespace aiocc
