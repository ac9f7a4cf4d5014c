// Python's complex: a pair of doubles in a heap object.
#pragma once

#include <cmath>
#include <complex>
#include <string>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

extern Type complex_type;
class Complex;

struct ComplexObject : LeafObject {
  explicit ComplexObject(std::complex<double> number) noexcept : LeafObject(&complex_type), value(number) {}
  std::complex<double> value;
};

/// A complex as Python's object.
Object box(std::complex<double> value);

/// What arithmetic on complex numbers gives, until it becomes an object. It's read and written as one register: parts that were written
/// one by one and are read together make the processor wait.
struct ComplexNumber {
  using Parts [[gnu::vector_size(16)]] = double;
  Parts parts;

  AIOCC_INLINE explicit ComplexNumber(double real, double imag) noexcept : parts{real, imag} {}
  AIOCC_INLINE explicit ComplexNumber(std::complex<double> const& value) noexcept {
    __builtin_memcpy(&parts, &value, sizeof parts);
  }
  AIOCC_INLINE double real() const noexcept { return parts[0]; }
  AIOCC_INLINE double imag() const noexcept { return parts[1]; }
  operator Complex() const;
  AIOCC_INLINE void store(std::complex<double>& place) const noexcept {
    __builtin_memcpy(static_cast<void*>(&place), &parts, sizeof parts);
  }
};

inline Object box(ComplexNumber number) {
  auto const object = new ComplexObject(std::complex<double>());
  number.store(object->value);
  return Object::adopt(object);
}

/// What cmath's functions and `complex(x)` take but a str: a complex, `__complex__`, a float, `__float__`, `__index__`. TypeError "must be real
/// number, not X".
Result<std::complex<double>> complex_argument(Object const& value);
/// As `repr`.
std::string repr_complex(std::complex<double> value);
/// Python's `**`: OverflowError past the range, ZeroDivisionError for zero to a negative or complex power.
Result<std::complex<double>> power(std::complex<double> base, std::complex<double> exponent);
/// As `format(value, spec)`.
Result<Str> format_complex(std::complex<double> value, Str const& spec);

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("complex", subclassable) Complex : public HeapWord {
 public:
  constexpr Complex() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, complex_type); }
  /// The object changes its value where nobody else has it: nobody can tell it from a new one.
  AIOCC_INLINE Complex& operator=(ComplexNumber number) {
    if (bound() && heap()->references == 1 && heap()->type == &complex_type) [[likely]]
      number.store(as<ComplexObject>()->value);
    else
      *this = static_cast<Complex>(number);
    return *this;
  }
  std::complex<double> value() const noexcept { return as<ComplexObject>()->value; }
  AIOCC_INLINE ComplexNumber number() const noexcept { return ComplexNumber(as<ComplexObject>()->value); }

  /// Return the complex conjugate of its argument.
  AIOCC_PY("def conjugate(self) -> complex")
  Complex conjugate() const { return word_cast<Complex>(box(std::conj(value()))); }
  AIOCC_PY("def __abs__(self) -> float")
  Result<double> abs() const {
    double const length = std::hypot(real(), imag());
    if (std::isinf(length)) [[unlikely]]
      return infinite_length();
    return length;
  }
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

 private:
  /// OverflowError where both parts are finite.
  AIOCC_COLD Result<double> infinite_length() const;
};

/// `abs(z)` where it's only compared: its square tells most of the time, and takes no root.
class Length {
 public:
  AIOCC_INLINE explicit Length(ComplexNumber number) noexcept : number_(number) {}
  AIOCC_INLINE explicit Length(Complex const& value) noexcept : Length(value.number()) {}

#define AIOCC_LENGTH_COMPARISON(op)                                                  \
  AIOCC_INLINE friend Result<bool> operator op(Length const& length, double bound) { \
    if (int const order = length.plain_order(bound)) [[likely]]                      \
      return order op 0;                                                             \
    return PASS(length.value()) op bound;                                            \
  }
  AIOCC_LENGTH_COMPARISON(<)
  AIOCC_LENGTH_COMPARISON(<=)
  AIOCC_LENGTH_COMPARISON(>)
  AIOCC_LENGTH_COMPARISON(>=)
#undef AIOCC_LENGTH_COMPARISON

 private:
  /// -1 or 1 where the length differs from the bound by more than rounding does, and no square leaves the range of floats; else 0.
  AIOCC_INLINE int plain_order(double bound) const noexcept {
    constexpr double margin = 1e-14, least = 1e-140, most = 1e140;
    if (!(bound > least && bound < most)) return 0;
    double const square = number_.real() * number_.real() + number_.imag() * number_.imag();
    if (square < bound * bound * (1 - margin)) return -1;
    return square > bound * bound * (1 + margin) && square < most * most ? 1 : 0;
  }
  /// As Complex::abs.
  AIOCC_COLD Result<double> value() const;

  ComplexNumber number_;
};

inline ComplexNumber::operator Complex() const { return word_cast<Complex>(box(*this)); }

/// `2.5j` of the source.
inline Complex imaginary(double value) { return word_cast<Complex>(box(std::complex<double>(0, value))); }

// As CPython computes them, without the care of C's operators for infinities.
AIOCC_INLINE inline ComplexNumber operator+(ComplexNumber x, ComplexNumber y) noexcept {
  return ComplexNumber(x.real() + y.real(), x.imag() + y.imag());
}
AIOCC_INLINE inline ComplexNumber operator-(ComplexNumber x, ComplexNumber y) noexcept {
  return ComplexNumber(x.real() - y.real(), x.imag() - y.imag());
}
AIOCC_INLINE inline ComplexNumber operator*(ComplexNumber x, ComplexNumber y) noexcept {
  return ComplexNumber(x.real() * y.real() - x.imag() * y.imag(), x.real() * y.imag() + x.imag() * y.real());
}
#define AIOCC_COMPLEX_OPERATOR(op)                                                             \
  AIOCC_INLINE inline ComplexNumber operator op(Complex const& x, Complex const& y) noexcept { \
    return x.number() op y.number();                                                           \
  }                                                                                            \
  AIOCC_INLINE inline ComplexNumber operator op(ComplexNumber x, Complex const& y) noexcept {  \
    return x op y.number();                                                                    \
  }                                                                                            \
  AIOCC_INLINE inline ComplexNumber operator op(Complex const& x, ComplexNumber y) noexcept { return x.number() op y; }
AIOCC_COMPLEX_OPERATOR(+)
AIOCC_COMPLEX_OPERATOR(-)
AIOCC_COMPLEX_OPERATOR(*)
#undef AIOCC_COMPLEX_OPERATOR

namespace builtins {
AIOCC_PY("def complex(real: float, imag: float) -> complex")
inline Complex complex(double real, double imag) { return ComplexNumber(real, imag); }
AIOCC_PY("def complex(real: object = ..., imag: object = ...) -> complex")
Result<Complex> complex(Object const& real = {}, Object const& imag = {});
}  // namespace builtins

}  // namespace aiocc
