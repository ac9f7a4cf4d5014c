// Formatting ints and floats.
#include <cmath>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "float_digits.hpp"
#include "format_spec.hpp"

namespace aiocc {

namespace detail {

namespace {

bool is_upper_type(char32_t type) noexcept { return type == 'E' || type == 'F' || type == 'G'; }

/// The decimal digits that a style shows, and how many stand in front of the point.
Decimal decimal_for(double value, char32_t type, int precision) {
  if (type == 'r') return shortest_decimal(value);
  Decimal result;
  if (std::uint64_t scaled; type == 'f' && scaled_decimal(value, precision, scaled)) {
    result.digits = std::to_string(scaled);
    auto missing = precision + 1 - static_cast<int>(result.digits.size());
    if (missing > 0) result.digits.insert(0, static_cast<std::size_t>(missing), '0');
    result.point = static_cast<int>(result.digits.size()) - precision;
    return result;
  }
  if (type == 'f') {
    std::string text = printed("%.*f", value, precision);
    result.point = static_cast<int>(std::min(text.find('.'), text.size()));
    if (precision > 0) text.erase(static_cast<std::size_t>(result.point), 1);
    result.digits = std::move(text);
    return result;
  }
  int shown = type == 'e' ? precision + 1 : std::max(precision, 1);
  std::string text = printed("%.*e", value, shown - 1);
  std::size_t exponent_at = text.find('e');
  result.point = std::atoi(text.c_str() + exponent_at + 1) + 1;
  text.resize(exponent_at);
  if (shown > 1) text.erase(1, 1);
  result.digits = std::move(text);
  return result;
}

bool uses_exponent(char32_t type, int point, int precision, bool add_point_zero) noexcept {
  switch (type) {
    case 'e': return true;
    case 'g': return point <= -4 || point > std::max(precision, 1) - (add_point_zero ? 1 : 0);
    case 'r': return point <= -4 || point > 16;
    default: return false;
  }
}

void strip_zeros(std::string& digits, std::size_t least) {
  while (digits.size() > least && digits.back() == '0') digits.pop_back();
}

NumberParts special_parts(double value, bool upper) {
  NumberParts parts;
  parts.negative = std::isinf(value) && value < 0;
  parts.rest = std::isinf(value) ? (upper ? "INF" : "inf") : (upper ? "NAN" : "nan");
  return parts;
}

}  // namespace

NumberParts float_parts(double value, FloatStyle style) {
  bool upper = is_upper_type(style.type);
  if (!std::isfinite(value)) return special_parts(value, upper);
  char32_t type = upper ? style.type | 0x20 : style.type;
  Decimal decimal = decimal_for(std::abs(value), type, style.precision);
  NumberParts parts;
  parts.negative = std::signbit(value);
  if (style.no_negative_zero && decimal.digits.find_first_not_of('0') == std::string::npos) parts.negative = false;
  bool zero = decimal.digits.find_first_not_of('0') == std::string::npos;
  if (zero && type != 'f') decimal.point = 1;
  if (type == 'g' && !style.alternate) strip_zeros(decimal.digits, 1);
  bool exponent = uses_exponent(type, decimal.point, style.precision, style.add_point_zero);
  int point = exponent ? 1 : decimal.point;
  std::string fraction;
  if (point <= 0) {
    parts.digits = "0";
    fraction = std::string(static_cast<std::size_t>(-point), '0') + decimal.digits;
  } else {
    auto whole = static_cast<std::size_t>(point);
    if (decimal.digits.size() < whole) decimal.digits.append(whole - decimal.digits.size(), '0');
    parts.digits = decimal.digits.substr(0, whole);
    fraction = decimal.digits.substr(whole);
  }
  if (fraction.empty() && style.add_point_zero && !exponent) fraction = "0";
  if (!fraction.empty() || style.alternate) parts.rest = "." + fraction;
  if (exponent) {
    int shown = decimal.point - 1;
    std::string number = std::to_string(std::abs(shown));
    parts.rest += upper ? 'E' : 'e';
    parts.rest += shown < 0 ? '-' : '+';
    parts.rest += number.size() < 2 ? "0" + number : number;
  }
  return parts;
}

namespace {

Result<Str> format_double_spec(double value, FormatSpec const& spec, std::string_view type_name) {
  FloatStyle style{
      .type = spec.type, .precision = 6, .alternate = spec.alternate, .no_negative_zero = spec.no_negative_zero};
  if (spec.precision > INT32_MAX) return raise_error(value_error_type, "precision too big");
  switch (spec.type) {
    case 0:
      style.type = spec.precision < 0 ? 'r' : 'g';
      style.add_point_zero = true;
      break;
    case 'n': style.type = 'g'; break;
    case '%':
      style.type = 'f';
      value *= 100;
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': break;
    default: return unknown_format_code(spec.type, type_name);
  }
  if (spec.precision >= 0) style.precision = static_cast<int>(spec.precision);
  NumberParts parts = float_parts(value, style);
  if (spec.type == '%') parts.rest += '%';
  return lay_out_number(spec, parts);
}

Result<Str> format_as_character(Int const& value, FormatSpec const& spec) {
  if (spec.sign) return raise_error(value_error_type, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate)
    return raise_error(value_error_type, "Alternate form (#) not allowed with integer format specifier 'c'");
  if (std::int64_t code; !value.to_int64(code))
    return raise_error(overflow_error_type, "Python int too large to convert to C long");
  if (value < Int(0) || value > Int(0x10FFFF)) return raise_error(overflow_error_type, "%c arg not in range(0x110000)");
  return lay_out_text(spec, Str::from_code_point(static_cast<char32_t>(value.small())), '>');
}

/// The text of the int is all that's shown, besides what fills it up.
bool is_plain_decimal(FormatSpec const& spec) noexcept {
  return spec.type == 'd' && spec.grouping == 0 && (spec.sign == 0 || spec.sign == '-');
}

Str lay_out_decimal(FormatSpec const& spec, Str const& text) {
  bool const is_split = spec.align == '=' && text[0] == '-';
  if (!is_split) return lay_out_text(spec, text, '>');
  std::int64_t const padding = spec.width - text.length();
  if (padding <= 0) return text;
  StrBuilder builder(spec.width);
  builder.append('-');
  builder.append_repeated(spec.fill, padding);
  builder.append(text, 1, text.length());
  return builder.finish();
}

Result<Str> format_int_spec(Int const& value, FormatSpec const& spec, std::string_view type_name) {
  switch (spec.type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': return format_double_spec(PASS(to_double(value)), spec, type_name);
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n': break;
    default: return unknown_format_code(spec.type, type_name);
  }
  if (spec.precision >= 0) return raise_error(value_error_type, "Precision not allowed in integer format specifier");
  if (spec.no_negative_zero)
    return raise_error(value_error_type, "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type == 'c') return format_as_character(value, spec);
  if (is_plain_decimal(spec)) return lay_out_decimal(spec, PASS(value.to_str()));
  NumberParts parts;
  char32_t type = spec.type | 0x20;
  if (type == 'd' || type == 'n')
    parts.digits = PASS(value.to_str()).utf8();
  else
    parts.digits = value.digits(type == 'b' ? 2 : type == 'o' ? 8 : 16);
  parts.negative = parts.digits[0] == '-';
  if (parts.negative) parts.digits.erase(0, 1);
  if (spec.type == 'X')
    for (char& c : parts.digits) c = c >= 'a' ? static_cast<char>(c & ~0x20) : c;
  if (spec.alternate && type != 'd' && type != 'n') parts.prefix = {'0', static_cast<char>(spec.type)};
  return lay_out_number(spec, parts);
}

Result<Str> format_int_named(Int const& value, Str const& spec, std::string_view type_name) {
  return format_int_spec(value, PASS(parse_format_spec(spec, type_name, 'd', '>')), type_name);
}

}  // namespace

}  // namespace detail

Result<Str> format_int(Int const& value, Str const& spec) {
  if (spec.is_empty()) return value.to_str();
  return detail::format_int_named(value, spec, "int");
}

Result<Str> format_bool(bool value, Str const& spec) {
  if (spec.is_empty()) return value ? "True"_s : "False"_s;
  return detail::format_int_named(Int(value), spec, "bool");
}

Result<Str> format_double(double value, Str const& spec) {
  if (spec.is_empty()) return Str::from_latin1(repr_double(value));
  return detail::format_double_spec(value, PASS(parse_format_spec(spec, "float", 0, '>')), "float");
}

}  // namespace aiocc
