// The type complex: arithmetic with ints and floats too, comparison, hash, construction.
#include "aiocc/objects/complex.hpp"

#include <limits>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "complex_text.hpp"
#include "constructor_arguments.hpp"
#include "convert_arguments.hpp"
#include "native_instance.hpp"
#include "number_operands.hpp"

namespace aiocc {

namespace {

using Number = std::complex<double>;

Number value_of(Object const& self) noexcept { return self.as<ComplexObject>()->value; }

/// A complex, float or int as a complex number. False without an error: it's something else.
Result<bool> operand(Object const& value, Number& result) {
  if (is_instance(value, complex_type)) {
    result = value_of(value);
    return true;
  }
  if (is_instance(value, float_type)) {
    result = float_value(value);
    return true;
  }
  Int const number = detail::int_operand(value);
  if (!number.bound()) return false;
  result = PASS(to_double(number));
  return true;
}

template <Result<Number> (*operation)(Number, Number)>
Result<Object> binary(Object const& left, Object const& right) {
  Number a, b;
  if (!PASS(operand(left, a)) || !PASS(operand(right, b))) return NotImplemented;
  return box(PASS(operation(a, b)));
}

Result<Number> add(Number a, Number b) { return a + b; }
Result<Number> subtract(Number a, Number b) { return a - b; }

/// Without the recovery of infinities that C's multiplication has.
Number product(Number a, Number b) noexcept {
  return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}
Result<Number> multiply(Number a, Number b) { return product(a, b); }

/// Smith's method: scales by the divisor's larger part, so that nothing overflows on the way.
Result<Number> divide(Number a, Number b) {
  double const real = std::abs(b.real());
  double const imag = std::abs(b.imag());
  if (real >= imag) {
    if (real == 0) return raise_error(zero_division_error_type, "complex division by zero");
    double const ratio = b.imag() / b.real();
    double const scale = b.real() + b.imag() * ratio;
    return Number((a.real() + a.imag() * ratio) / scale, (a.imag() - a.real() * ratio) / scale);
  }
  if (!(imag >= real)) return Number(std::nan(""), std::nan(""));
  double const ratio = b.real() / b.imag();
  double const scale = b.real() * ratio + b.imag();
  return Number((a.real() * ratio + a.imag()) / scale, (a.imag() * ratio - a.real()) / scale);
}

Number whole_power(Number base, int exponent) noexcept {
  Number result = 1;
  for (Number square = base; exponent > 0; exponent >>= 1, square = product(square, square))
    if (exponent & 1) result = product(result, square);
  return result;
}

Result<Object> compare(Object const& left, Object const& right, CompareOp op) {
  if (op != CompareOp::Eq && op != CompareOp::Ne) return NotImplemented;
  bool const left_is_complex = is_instance(left, complex_type);
  Number const value = value_of(left_is_complex ? left : right);
  Object const& other = left_is_complex ? right : left;
  bool equal;
  if (is_instance(other, complex_type)) {
    equal = value == value_of(other);
  } else if (is_instance(other, float_type)) {
    equal = value.imag() == 0 && value.real() == float_value(other);
  } else {
    Int const number = detail::int_operand(other);
    if (!number.bound()) return NotImplemented;
    equal = value.imag() == 0 && compare_int_double(number, value.real()) == 0;
  }
  return box(equal == (op == CompareOp::Eq));
}

Result<Object> repr(Object const& self) { return Str::from_utf8(repr_complex(value_of(self))); }

Result<std::int64_t> hash(Object const& self) {
  Number const value = value_of(self);
  if (std::isnan(value.real()) || std::isnan(value.imag())) return static_cast<std::int64_t>(self.bits() >> 4);
  auto const sum = static_cast<std::uint64_t>(hash_double(value.real())) +
                   1000003u * static_cast<std::uint64_t>(hash_double(value.imag()));
  return sum == ~std::uint64_t{0} ? -2 : static_cast<std::int64_t>(sum);
}

Result<bool> truth(Object const& self) { return value_of(self) != 0.0; }
Result<Object> negative(Object const& self) { return box(-value_of(self)); }
Result<Object> positive(Object const& self) { return box(value_of(self)); }

constexpr char const* parameters[] = {"real", "imag"};

/// What `complex(real)` makes of a number; `z.imag` is kept apart, as the second argument's real part is added to it.
Result<Number> first_argument(Object const& value) {
  Number number;
  if (PASS(detail::find_complex(value, number))) return number;
  return raise_error(type_error_type,
                     "complex() first argument must be a string or a number, not '" + detail::type_name(value) + "'");
}

Result<Number> second_argument(Object const& value) {
  Number number;
  if (is_instance(value, complex_type)) return value_of(value);
  if (PASS(detail::find_real(value, number))) return number;
  return raise_error(type_error_type,
                     "complex() second argument must be a number, not '" + detail::type_name(value) + "'");
}

Result<Number> from_arguments(Object const& real, Object const& imag) {
  if (real.bound() && is_instance(real, str_type)) {
    if (imag.bound()) return raise_error(type_error_type, "complex() can't take second arg if first is a string");
    return detail::parse_complex(word_cast<Str>(real));
  }
  if (imag.bound() && is_instance(imag, str_type))
    return raise_error(type_error_type, "complex() second arg can't be a string");
  Number const first = real.bound() ? PASS(first_argument(real)) : Number();
  if (!imag.bound()) return first;
  Number const second = PASS(second_argument(imag));
  // Only where the part is there: 0.0 - 0.0 would lose a sign.
  double const real_part = is_instance(imag, complex_type) ? first.real() - second.imag() : first.real();
  bool const adds_imag = real.bound() && first.imag() != 0;
  return Number(real_part, adds_imag ? first.imag() + second.real() : second.real());
}

Result<Object> construct(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  Object arguments[2];
  PASS(detail::constructor_arguments("complex", parameters, 0, args, count, names, arguments));
  if (type == &complex_type && !arguments[1].bound() && arguments[0].is_heap() && arguments[0].heap()->type == type)
    return arguments[0];
  Number const value = PASS(from_arguments(arguments[0], arguments[1]));
  if (type == &complex_type) return box(value);
  return Object::adopt(detail::make_native<ComplexObject>(type, complex_type, value));
}

constexpr Slots complex_slots() {
  Slots slots;
  slots.dealloc = detail::dealloc_native<ComplexObject, complex_type>;
  slots.repr = repr;
  slots.hash = hash;
  slots.truth = truth;
  slots.compare = compare;
  slots.negative = negative;
  slots.positive = positive;
  slots.binary[static_cast<std::size_t>(BinaryOp::Add)] = binary<add>;
  slots.binary[static_cast<std::size_t>(BinaryOp::Subtract)] = binary<subtract>;
  slots.binary[static_cast<std::size_t>(BinaryOp::Multiply)] = binary<multiply>;
  slots.binary[static_cast<std::size_t>(BinaryOp::TrueDivide)] = binary<divide>;
  slots.binary[static_cast<std::size_t>(BinaryOp::Power)] = binary<power>;
  slots.construct = construct;
  slots.members = members<complex_type>;
  return slots;
}

}  // namespace

constinit Type complex_type("complex", &object_type, sizeof(ComplexObject), complex_slots(), "builtins",
                            /*python_may_derive=*/true);

Object box(Number value) { return Object::adopt(new ComplexObject(value)); }

Result<Number> power(Number base, Number exponent) {
  Number result;
  bool const is_whole =
      exponent.imag() == 0 && exponent.real() == std::floor(exponent.real()) && std::abs(exponent.real()) <= 100;
  if (exponent == 0.0) return Number(1);
  if (base == 0.0) {
    if (exponent.imag() != 0 || exponent.real() < 0)
      return raise_error(zero_division_error_type, "0.0 to a negative or complex power");
    return Number();
  }
  if (is_whole) {
    auto const whole = static_cast<int>(exponent.real());
    result = whole > 0 ? whole_power(base, whole) : PASS(divide(1, whole_power(base, -whole)));
  } else {
    double const magnitude = std::hypot(base.real(), base.imag());
    double const angle = std::atan2(base.imag(), base.real());
    double length = std::pow(magnitude, exponent.real());
    double phase = angle * exponent.real();
    if (exponent.imag() != 0) {
      length *= std::exp(-angle * exponent.imag());
      phase += exponent.imag() * std::log(magnitude);
    }
    result = {length * std::cos(phase), length * std::sin(phase)};
  }
  if (std::isinf(result.real()) || std::isinf(result.imag()))
    return raise_error(overflow_error_type, "complex exponentiation");
  return result;
}

Result<double> Complex::infinite_length() const {
  if (std::isfinite(real()) && std::isfinite(imag()))
    return raise_error(overflow_error_type, "absolute value too large");
  return std::numeric_limits<double>::infinity();
}

Result<double> Length::value() const { return static_cast<Complex>(number_).abs(); }

Complex Complex::complex() const { return type_of(*this) == &complex_type ? *this : word_cast<Complex>(box(value())); }

Result<Str> Complex::format(Object const& spec) const {
  if (!is_str(spec))
    return raise_error(type_error_type, "__format__() argument must be str, not " + detail::type_name(spec));
  return format_complex(value(), static_cast<Str const&>(spec));
}

Result<Complex> builtins::complex(Object const& real, Object const& imag) {
  if (!imag.bound() && real.bound() && type_of(real) == &complex_type) return word_cast<Complex>(real);
  return word_cast<Complex>(box(PASS(from_arguments(real, imag))));
}

}  // namespace aiocc
