// Floats from text and to text, and rounding, which goes through text.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdlib>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/str.hpp"
#include "convert_arguments.hpp"
#include "float_digits.hpp"
#include "numeral.hpp"

namespace aiocc {

std::string repr_double(double value) {
  if (std::isnan(value)) return "nan";
  std::string text = fmt::format(FMT_STRING("{}"), value);
  if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
  return text;
}

namespace detail {

Decimal shortest_decimal(double value) {
  Decimal result;
  std::string text = fmt::format(FMT_STRING("{}"), std::abs(value));
  std::size_t exponent_at = text.find('e');
  int exponent = exponent_at == std::string::npos ? 0 : std::atoi(text.c_str() + exponent_at + 1);
  text.resize(std::min(exponent_at, text.size()));
  std::size_t point = text.find('.');
  result.point = exponent + static_cast<int>(std::min(point, text.size()));
  if (point != std::string::npos) text.erase(point, 1);
  std::size_t zeros = std::min(text.find_first_not_of('0'), text.size() - 1);
  result.digits = text.substr(zeros);
  result.point -= static_cast<int>(zeros);
  while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
  return result;
}

std::string printed(char const* format, double value, int precision) {
  char buffer[64];
  auto size = static_cast<std::size_t>(std::snprintf(buffer, sizeof(buffer), format, precision, value));
  if (size < sizeof(buffer)) return std::string(buffer, size);
  std::string text(size, '\0');
  std::snprintf(text.data(), text.size() + 1, format, precision, value);
  return text;
}

bool scaled_decimal(double magnitude, int precision, std::uint64_t& scaled) noexcept {
  static constexpr std::uint64_t powers[] = {1,       10,        100,        1'000,       10'000,
                                             100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
  if (precision > 9 || !(magnitude < 1e9)) return false;
  int exponent;
  auto mantissa = static_cast<std::uint64_t>(std::ldexp(std::frexp(magnitude, &exponent), 53));
  int shift = 53 - exponent;
  unsigned __int128 product = static_cast<unsigned __int128>(mantissa) * powers[precision];
  // The product has 83 bits at most.
  if (shift > 100) {
    scaled = 0;
    return true;
  }
  unsigned __int128 half = static_cast<unsigned __int128>(1) << (shift - 1);
  unsigned __int128 below = product & (2 * half - 1);
  scaled = static_cast<std::uint64_t>(product >> shift);
  if (below > half || (below == half && (scaled & 1))) ++scaled;
  return true;
}

}  // namespace detail

namespace {

/// Checks `text` against Python's grammar of floats and takes the underscores out.
bool read_float(std::string_view text, std::string& digits) {
  std::size_t at = 0;
  auto peek = [&]() -> char { return at < text.size() ? text[at] : '\0'; };
  auto take_digits = [&] {
    std::size_t start = digits.size();
    bool after_digit = false;
    for (; at < text.size(); ++at) {
      char c = text[at];
      if (c == '_') {
        bool before_digit = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (!after_digit || !before_digit) return std::size_t{0};
        after_digit = false;
        continue;
      }
      if (c < '0' || c > '9') break;
      digits += c;
      after_digit = true;
    }
    return digits.size() - start;
  };
  auto take_sign = [&] {
    if (peek() == '+' || peek() == '-') digits += text[at++];
  };
  take_sign();
  std::size_t count = take_digits();
  if (peek() == '.') {
    digits += text[at++];
    count += take_digits();
  }
  if (count == 0) return false;
  if (peek() == 'e' || peek() == 'E') {
    digits += text[at++];
    take_sign();
    if (take_digits() == 0) return false;
  }
  return at == text.size();
}

bool read_special(std::string_view text, double& value) {
  bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  if (lower == "inf" || lower == "infinity")
    value = HUGE_VAL;
  else if (lower == "nan")
    value = detail::make_nan();
  else
    return false;
  if (negative) value = -value;
  return true;
}

/// The digits of a hexadecimal numeral: their first bits, and what follows those.
struct HexDigits {
  std::uint64_t bits = 0;
  /// Of the lowest of the bits.
  std::int64_t exponent = 0;
  bool has_more = false;
};

HexDigits read_hex_digits(std::string_view numeral) {
  HexDigits read;
  bool behind_point = false;
  for (char const each : numeral) {
    if (each == '.') {
      behind_point = true;
      continue;
    }
    if ((each | 0x20) == 'p') break;
    auto const digit = static_cast<std::uint64_t>(each <= '9' ? each - '0' : (each | 0x20) - 'a' + 10);
    bool const fits = read.bits >> 56 == 0;
    if (fits) read.bits = read.bits << 4 | digit;
    read.has_more |= !fits && digit != 0;
    read.exponent += (behind_point ? -4 : 0) + (fits ? 0 : 4);
  }
  return read;
}

/// Half to even, subnormal numbers too, which strtod rounds down at times.
double value_of_hex(std::string_view numeral) {
  HexDigits const read = read_hex_digits(numeral);
  if (read.bits == 0) return 0;
  std::int64_t exponent = read.exponent;
  if (std::size_t const at = numeral.find_first_of("pP"); at != std::string_view::npos) {
    // Beyond these it's zero or too large anyway.
    std::int64_t const written = std::strtol(std::string(numeral.substr(at + 1)).c_str(), nullptr, 10);
    exponent += std::clamp<std::int64_t>(written, -(std::int64_t{1} << 50), std::int64_t{1} << 50);
  }
  constexpr std::int64_t precision = 53, least_exponent = -1074;
  std::int64_t const lowest =
      std::max(exponent + static_cast<std::int64_t>(std::bit_width(read.bits)) - precision, least_exponent);
  std::int64_t const dropped = lowest - exponent;
  if (dropped <= 0) {
    int const power = static_cast<int>(std::clamp<std::int64_t>(exponent, -5000, 5000));
    return std::ldexp(static_cast<double>(read.bits), power);
  }
  if (dropped > 63) return 0;
  std::uint64_t kept = read.bits >> dropped;
  std::uint64_t const rest = read.bits & ((std::uint64_t{1} << dropped) - 1);
  std::uint64_t const half = std::uint64_t{1} << (dropped - 1);
  if (rest > half || (rest == half && (read.has_more || kept & 1))) ++kept;
  return std::ldexp(static_cast<double>(kept), static_cast<int>(std::min<std::int64_t>(lowest, 5000)));
}

}  // namespace

namespace detail {

Result<double> parse_float_quoting(Str const& text, Object const& shown) {
  std::string ascii = ascii_numeral(text);
  std::string_view numeral = strip_spaces(ascii);
  std::string digits;
  if (read_float(numeral, digits)) return std::strtod(digits.c_str(), nullptr);
  double special;
  if (read_special(numeral, special)) return special;
  Str quoted = PASS(shortened_repr(shown));
  return raise_error(value_error_type, "could not convert string to float: " + quoted.utf8());
}

}  // namespace detail

Result<double> parse_float(Str const& text) { return detail::parse_float_quoting(text, text); }

Result<double> round_double(double value, std::int64_t digits) {
  if (!std::isfinite(value) || value == 0 || digits > 323) return value;
  if (digits < -308) return std::copysign(0.0, value);
  if (std::uint64_t scaled; digits >= 0 && digits <= 9 &&
                            detail::scaled_decimal(std::abs(value), static_cast<int>(digits), scaled) &&
                            scaled < (std::uint64_t{1} << 53)) {
    // Both are exact, so that the quotient is rounded just once.
    static constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    return std::copysign(static_cast<double>(scaled) / powers[digits], value);
  }
  if (digits >= 0) return std::strtod(detail::printed("%.*f", value, static_cast<int>(digits)).c_str(), nullptr);
  double magnitude = std::abs(value);
  // Digits before the decimal point, and how many of them stay.
  auto whole = static_cast<std::int64_t>(detail::printed("%.*f", std::floor(magnitude), 0).size());
  std::int64_t kept = whole + digits;
  double result = 0;
  if (kept > 0) {
    result = std::strtod(detail::printed("%.*e", magnitude, static_cast<int>(kept - 1)).c_str(), nullptr);
  } else if (kept == 0) {
    double half = std::strtod(fmt::format("5e{}", whole - 1).c_str(), nullptr);
    if (magnitude > half) result = std::strtod(fmt::format("1e{}", whole).c_str(), nullptr);
  }
  if (std::isinf(result)) return raise_error(overflow_error_type, "rounded value too large to represent");
  return std::copysign(result, value);
}

Str Float::hex(double self) {
  if (!std::isfinite(self)) return Str::from_utf8(repr_double(self));
  if (self == 0) return std::signbit(self) ? "-0x0.0p+0"_s : "0x0.0p+0"_s;
  std::string text = std::signbit(self) ? "-0x" : "0x";
  int exponent;
  double mantissa = std::frexp(std::abs(self), &exponent);
  // One bit before the point, fewer where the value is subnormal.
  int shift = 1 - std::max(-1021 - exponent, 0);
  mantissa = std::ldexp(mantissa, shift);
  exponent -= shift;
  text += static_cast<char>('0' + static_cast<int>(mantissa));
  mantissa -= std::floor(mantissa);
  auto fraction = static_cast<std::uint64_t>(std::ldexp(mantissa, 52));
  return Str::from_utf8(text + fmt::format(".{:013x}p{:+d}", fraction, exponent));
}

Result<double> Float::fromhex(Object const& text) {
  if (!is_any_str(text)) return raise_error(type_error_type, "bad argument type for built-in operation");
  auto const& source = static_cast<Str const&>(text);
  // Other scripts' digits are none here.
  std::string ascii = source.is_ascii() ? detail::ascii_numeral(source) : "?";
  std::string_view numeral = detail::strip_spaces(ascii);
  double value;
  if (read_special(numeral, value)) return value;
  bool negative = !numeral.empty() && numeral[0] == '-';
  if (!numeral.empty() && (numeral[0] == '-' || numeral[0] == '+')) numeral.remove_prefix(1);
  if (numeral.size() > 1 && numeral[0] == '0' && (numeral[1] | 0x20) == 'x') numeral.remove_prefix(2);
  bool plausible =
      !numeral.empty() && numeral.find_first_not_of("0123456789abcdefABCDEF.pP+-") == std::string_view::npos;
  std::string prefixed = "0x" + std::string(numeral);
  char* end = nullptr;
  value = plausible && numeral[0] != '+' && numeral[0] != '-' ? std::strtod(prefixed.c_str(), &end) : 0;
  if (!end || *end != '\0' || end == prefixed.c_str() + 1)
    return raise_error(value_error_type, "invalid hexadecimal floating-point string");
  value = value_of_hex(numeral);
  if (std::isinf(value)) return raise_error(overflow_error_type, "hexadecimal value too large to represent as a float");
  return negative ? -value : value;
}

}  // namespace aiocc
