// Number tokens.
#include <fmt/format.h>

#include "frontend/tokenizer.hpp"

namespace aiocc::frontend {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_radix_digit(char c, int radix) {
  if (radix == 16) return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  return c >= '0' && c < '0' + radix;
}

bool is_identifier_char(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

void Tokenizer::tokenize_number() {
  std::uint32_t const begin = at_;
  char const marker = current() == '0' ? static_cast<char>(at(at_ + 1) | 0x20) : '\0';
  bool is_valid = false;
  if (marker == 'x') {
    is_valid = consume_radix_digits(16, "hexadecimal");
  } else if (marker == 'o') {
    is_valid = consume_radix_digits(8, "octal");
  } else if (marker == 'b') {
    is_valid = consume_radix_digits(2, "binary");
  } else {
    bool is_float = current() == '.';
    is_valid = (is_float || consume_decimal_digits()) && consume_fraction_and_exponent(is_float);
    std::uint32_t const digits_end = at_;
    bool const is_imaginary = is_valid && (current() | 0x20) == 'j';
    if (is_imaginary) ++at_;
    if (is_valid && !is_float && !is_imaginary && at(begin) == '0') {
      std::uint32_t zeros_end = begin;
      while (zeros_end < digits_end && (at(zeros_end) == '0' || at(zeros_end) == '_')) ++zeros_end;
      if (zeros_end != digits_end)
        return fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                    begin, zeros_end);
    }
    is_valid = is_valid && check_number_end(is_imaginary ? "imaginary" : "decimal");
  }
  if (is_valid) add(TokenKind::Number, begin);
}

// From the leading 0 of 0x, 0o or 0b.
bool Tokenizer::consume_radix_digits(int radix, char const* name) {
  at_ += 2;
  do {
    if (current() == '_') ++at_;
    if (!is_radix_digit(current(), radix)) {
      if (is_digit(current())) {
        ++at_;
        fail_here(fmt::format("invalid digit '{}' in {} literal", at(at_ - 1), name));
      } else {
        fail_here(fmt::format("invalid {} literal", name));
      }
      return false;
    }
    while (is_radix_digit(current(), radix)) ++at_;
  } while (current() == '_');
  if (is_digit(current())) {
    ++at_;
    fail_here(fmt::format("invalid digit '{}' in {} literal", at(at_ - 1), name));
    return false;
  }
  return check_number_end(name);
}

bool Tokenizer::consume_decimal_digits() {
  for (;;) {
    while (is_digit(current())) ++at_;
    if (current() != '_') return true;
    ++at_;
    if (!is_digit(current())) {
      fail_here("invalid decimal literal");
      return false;
    }
  }
}

bool Tokenizer::consume_fraction_and_exponent(bool& is_float) {
  if (current() == '.') {
    is_float = true;
    ++at_;
    if (is_digit(current()) && !consume_decimal_digits()) return false;
  }
  if ((current() | 0x20) != 'e') return true;
  bool const has_sign = at(at_ + 1) == '+' || at(at_ + 1) == '-';
  if (!is_digit(at(at_ + 1 + (has_sign ? 1 : 0)))) {
    if (!has_sign) return true;
    at_ += 2;
    fail_here("invalid decimal literal");
    return false;
  }
  is_float = true;
  at_ += has_sign ? 2 : 1;
  return consume_decimal_digits();
}

// A number may be followed by a keyword at once (`1if x else y`), but by no other name.
bool Tokenizer::check_number_end(char const* name) {
  for (std::string_view const keyword : {"and", "else", "for", "if", "in", "is", "or", "not"})
    if (matches(keyword)) {
      result_.warnings.push_back({{id_, at_ - 1, at_}, fmt::format("invalid {} literal", name)});
      return true;
    }
  if (!is_identifier_char(current())) return true;
  fail_here(fmt::format("invalid {} literal", name));
  return false;
}

}  // namespace aiocc::frontend
