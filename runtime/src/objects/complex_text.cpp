// Complex numbers to text and from it, and from other objects.
#include "complex_text.hpp"

#include <cmath>
#include <cstdlib>

#include "aiocc/core/warn.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/operators.hpp"
#include "convert_arguments.hpp"
#include "format_spec.hpp"
#include "number_operands.hpp"
#include "numeral.hpp"

namespace aiocc {

namespace {

using Number = std::complex<double>;

/// As repr of a float without ".0"; `signed_always` for imaginary parts behind a real one.
std::string part_text(double value, bool signed_always) {
  detail::NumberParts const parts = detail::float_parts(value, {.type = 'r', .precision = 0});
  return (parts.negative ? "-" : signed_always ? "+" : "") + parts.digits + parts.rest;
}

}  // namespace

std::string repr_complex(Number value) {
  if (value.real() == 0 && !std::signbit(value.real())) return part_text(value.imag(), false) + "j";
  return "(" + part_text(value.real(), false) + part_text(value.imag(), true) + "j)";
}

namespace detail {
namespace {

/// The longest beginning that is a number: digits, "inf", "nan", with a sign. 0: there's none.
std::size_t number_length(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  auto is_digit = [&](std::size_t place) { return place < text.size() && text[place] >= '0' && text[place] <= '9'; };
  auto digits = [&] {
    std::size_t const start = at;
    while (is_digit(at)) ++at;
    return at - start;
  };
  for (std::string_view word : {"infinity", "inf", "nan"}) {
    auto matches = [&](char a, char b) { return (a | 0x20) == b; };
    if (text.size() - at >= word.size() &&
        std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                   [&](char b, char a) { return matches(a, b); }))
      return at + word.size();
  }
  std::size_t count = digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    count += digits();
  }
  if (count == 0) return 0;
  if (at < text.size() && (text[at] | 0x20) == 'e') {
    std::size_t const before = at++;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) at = before;
  }
  return at;
}

double number_value(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }

/// Takes out the underscores. False: one doesn't stand between digits.
bool drop_underscores(std::string& text) {
  auto is_digit = [&](std::size_t place) { return place < text.size() && text[place] >= '0' && text[place] <= '9'; };
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '_' && !(at > 0 && is_digit(at - 1) && is_digit(at + 1))) return false;
  std::erase(text, '_');
  return true;
}

bool is_j(std::string_view text) { return text.size() == 1 && (text[0] | 0x20) == 'j'; }

/// `<number>`, `<number>j`, `<number><signed number>j`; the number in front of `j` may be just a sign or nothing.
bool read_complex(std::string_view text, Number& result) {
  std::size_t const length = number_length(text);
  if (length == 0) {
    double const unit = !text.empty() && text[0] == '-' ? -1 : 1;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
    result = {0, unit};
    return is_j(text);
  }
  double const first = number_value(text.substr(0, length));
  text.remove_prefix(length);
  if (is_j(text)) {
    result = {0, first};
    return true;
  }
  result = first;
  if (text.empty()) return true;
  if (text[0] != '+' && text[0] != '-') return false;
  std::size_t const second = number_length(text);
  double const imag = second ? number_value(text.substr(0, second)) : text[0] == '-' ? -1 : 1;
  result = {first, imag};
  return is_j(text.substr(second ? second : 1));
}

}  // namespace

Result<Number> parse_complex(Str const& text) {
  std::string ascii = ascii_numeral(text);
  if (!drop_underscores(ascii))
    return raise_error(value_error_type, "could not convert string to complex: " + PASS(operators::repr(text)).utf8());
  std::string_view numeral = strip_spaces(ascii);
  if (numeral.size() > 1 && numeral.front() == '(' && numeral.back() == ')')
    numeral = strip_spaces(numeral.substr(1, numeral.size() - 2));
  Number result;
  if (read_complex(numeral, result)) return result;
  return raise_error(value_error_type, "complex() arg is a malformed string");
}

Result<bool> find_real(Object const& value, Number& number) {
  if (is_instance(value, float_type)) {
    number = float_value(value);
    return true;
  }
  Type* type = type_of(value);
  ensure_ready(type);
  if (!value.is_small_int() && !type->slots.to_float && !type->slots.index) return false;
  if (is_str(value)) return false;
  number = PASS(operators::to_float(value));
  return true;
}

Result<bool> find_complex(Object const& value, Number& number) {
  if (type_of(value) == &complex_type) {
    number = value.as<ComplexObject>()->value;
    return true;
  }
  Object result;
  if (!is_float(value) && PASS(operators::call_special(value, "__complex__"_s, result))) {
    if (!is_instance(result, complex_type))
      return raise_error(type_error_type, "__complex__ returned non-complex (type " + type_name(result) + ")");
    if (type_of(result) != &complex_type)
      PASS(warn(deprecation_warning_type, "__complex__ returned non-complex (type " + type_name(result) +
                                              ").  The ability to return an instance of a strict subclass of complex "
                                              "is deprecated, and may be removed in a future version of Python."));
    number = result.as<ComplexObject>()->value;
    return true;
  }
  return find_real(value, number);
}

}  // namespace detail

Result<Number> complex_argument(Object const& value) {
  Number number;
  if (PASS(detail::find_complex(value, number))) return number;
  return raise_error(type_error_type, "must be real number, not " + detail::type_name(value));
}

Result<Str> format_complex(Number value, Str const& spec) {
  if (spec.is_empty()) return Str::from_utf8(repr_complex(value));
  FormatSpec parsed = PASS(parse_format_spec(spec, "complex", 0, '>'));
  switch (parsed.type) {
    case 0:
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'n': break;
    default: return detail::unknown_format_code(parsed.type, "complex");
  }
  if (parsed.zero_padded || (parsed.fill == '0' && parsed.align == '='))
    return raise_error(value_error_type, "Zero padding is not allowed in complex format specifier");
  if (parsed.align == '=')
    return raise_error(value_error_type, "'=' alignment flag is not allowed in complex format specifier");
  if (parsed.precision > INT32_MAX) return raise_error(value_error_type, "precision too big");
  detail::FloatStyle style{
      .type = parsed.type, .precision = 6, .alternate = parsed.alternate, .no_negative_zero = parsed.no_negative_zero};
  if (parsed.type == 0) style.type = parsed.precision < 0 ? 'r' : 'g';
  if (parsed.type == 'n') style.type = 'g';
  if (parsed.precision >= 0) style.precision = static_cast<int>(parsed.precision);
  FormatSpec part = parsed;
  part.width = -1;
  bool const is_plain = parsed.type == 0;
  bool const only_imaginary = is_plain && value.real() == 0 && !std::signbit(value.real());
  Str const real =
      only_imaginary ? Str::empty() : detail::lay_out_number(part, detail::float_parts(value.real(), style));
  if (!only_imaginary) part.sign = '+';
  Str const imag = detail::lay_out_number(part, detail::float_parts(value.imag(), style));
  bool const in_parentheses = is_plain && !only_imaginary;
  std::string const text = (in_parentheses ? "(" : "") + real.utf8() + imag.utf8() + (in_parentheses ? "j)" : "j");
  return detail::lay_out_text(parsed, Str::from_utf8(text), '>');
}

}  // namespace aiocc
