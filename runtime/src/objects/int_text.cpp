// Ints from text and to text.
#include <charconv>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/unicode.hpp"
#include "big_int.hpp"
#include "numeral.hpp"

namespace aiocc {

using detail::BigView;
using detail::make_int;
using detail::Scratch;

std::int64_t int_max_str_digits = 4300;

namespace detail {

std::string ascii_numeral(Str const& text) {
  std::string result;
  result.reserve(static_cast<std::size_t>(text.length()));
  for (std::int64_t i = 0; i < text.length(); ++i) {
    char32_t code = text[i];
    if (code < 0x80) {
      result += code < ' ' && unicode::is_space(code) ? ' ' : static_cast<char>(code);
    } else if (unicode::is_space(code)) {
      result += ' ';
    } else {
      int digit = unicode::decimal_value(code);
      result += digit < 0 ? '?' : static_cast<char>('0' + digit);
    }
  }
  return result;
}

Str numeral_of_bytes(std::string_view bytes) {
  std::string text(bytes);
  for (char& c : text)
    if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  return Str::from_latin1(text);
}

std::string_view strip_spaces(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

Result<Str> shortened_repr(Object const& object) {
  Str text = PASS(operators::repr(object));
  return text.length() > 200 ? text.substring(0, 200) : text;
}

}  // namespace detail

namespace {

int digit_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

std::int64_t prefix_base(std::string_view text) noexcept {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

/// A numeral taken apart: its digits without underscores.
struct Numeral {
  bool valid = false;
  bool negative = false;
  std::int64_t base = 10;
  std::string digits;
};

Numeral read_numeral(std::string_view text, std::int64_t base) {
  Numeral numeral;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    numeral.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  bool only_zeros = false;
  if (std::int64_t prefixed = prefix_base(text); prefixed != 0 && (base == 0 || base == prefixed)) {
    base = prefixed;
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  } else if (base == 0) {
    base = 10;
    only_zeros = !text.empty() && text[0] == '0';
  }
  numeral.base = base;
  bool after_digit = false;
  for (char c : text) {
    if (c == '_') {
      if (!after_digit) return numeral;
      after_digit = false;
      continue;
    }
    if (digit_value(c) >= base || (only_zeros && c != '0')) return numeral;
    numeral.digits += c;
    after_digit = true;
  }
  numeral.valid = after_digit;
  return numeral;
}

Result<Int> convert(Numeral const& numeral) {
  bool power_of_two = (numeral.base & (numeral.base - 1)) == 0;
  auto count = static_cast<std::int64_t>(numeral.digits.size());
  if (!power_of_two && int_max_str_digits != 0 && count > int_max_str_digits) {
    return raise_error(value_error_type, "Exceeds the limit (" + std::to_string(int_max_str_digits) +
                                             " digits) for integer string conversion: value has " +
                                             std::to_string(count) +
                                             " digits; use sys.set_int_max_str_digits() to increase the limit");
  }
  std::int64_t value;
  char const* end = numeral.digits.data() + numeral.digits.size();
  if (std::from_chars(numeral.digits.data(), end, value, static_cast<int>(numeral.base)).ec == std::errc())
    return Int(numeral.negative ? -value : value);
  Scratch result;
  mpz_set_str(result, numeral.digits.c_str(), static_cast<int>(numeral.base));
  if (numeral.negative) mpz_neg(result, result);
  return make_int(result);
}

}  // namespace

Result<Int> parse_int(Str const& text, std::int64_t base, Object const& shown) {
  if (base != 0 && (base < 2 || base > 36))
    return raise_error(value_error_type, "int() base must be >= 2 and <= 36, or 0");
  std::string ascii = detail::ascii_numeral(text);
  Numeral numeral = read_numeral(detail::strip_spaces(ascii), base);
  if (!numeral.valid) {
    Str quoted = PASS(detail::shortened_repr(shown));
    return raise_error(value_error_type,
                       "invalid literal for int() with base " + std::to_string(base) + ": " + quoted.utf8());
  }
  return convert(numeral);
}

Int int_literal(std::string_view decimal) noexcept {
  Scratch result;
  mpz_set_str(result, std::string(decimal).c_str(), 10);
  return make_int(result);
}

std::string Int::digits(int base) const {
  if (is_small_int()) {
    char buffer[72];
    auto end = std::to_chars(buffer, buffer + sizeof(buffer), small(), base).ptr;
    return std::string(buffer, end);
  }
  BigView value(*this);
  std::string text(mpz_sizeinbase(value, base) + 2, '\0');
  mpz_get_str(text.data(), base, value);
  text.resize(std::char_traits<char>::length(text.data()));
  return text;
}

Result<Str> Int::to_str() const {
  auto too_long = [](std::size_t digit_count) {
    return int_max_str_digits != 0 && digit_count > static_cast<std::size_t>(int_max_str_digits);
  };
  auto refuse = [] {
    return raise_error(value_error_type, "Exceeds the limit (" + std::to_string(int_max_str_digits) +
                                             " digits) for integer string conversion; use sys.set_int_max_str_digits() "
                                             "to increase the limit");
  };
  // The estimate is exact or one too large.
  if (!is_small_int() && too_long(mpz_sizeinbase(BigView(*this), 10) - 1)) return refuse();
  std::string text = digits(10);
  if (!is_small_int() && too_long(text.size() - (text[0] == '-'))) return refuse();
  return Str::from_latin1(text);
}

}  // namespace aiocc
