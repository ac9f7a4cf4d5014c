// Decoding of literals.
#include "frontend/literals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>

#include "frontend/unicode_names.hpp"
#include "support/unicode.hpp"

namespace aiocc::frontend {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

int digit_value(char c) {
  auto const value = hex_digits.find(static_cast<char>(c | 0x20));
  if (c >= '0' && c <= '9') return c - '0';
  return value == std::string_view::npos || value < 10 ? -1 : static_cast<int>(value);
}

std::string_view strip_leading_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

// Binary or octal digits (`bits` each) as hexadecimal ones.
std::string to_hex(std::string_view digits, unsigned bits) {
  std::string reversed;
  unsigned pending = 0;
  unsigned pending_bits = 0;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    pending |= static_cast<unsigned>(*digit - '0') << pending_bits;
    for (pending_bits += bits; pending_bits >= 4; pending_bits -= 4, pending >>= 4)
      reversed += hex_digits[pending & 15];
  }
  if (pending_bits > 0) reversed += hex_digits[pending & 15];
  return {reversed.rbegin(), reversed.rend()};
}

syntax::IntValue make_int(std::string_view digits, int base, Arena& arena) {
  syntax::IntValue value{arena.copy(strip_leading_zeros(digits)), base, std::nullopt};
  std::int64_t small = 0;
  auto const [end, error] =
      std::from_chars(value.digits.data(), value.digits.data() + value.digits.size(), small, base);
  if (error == std::errc()) value.small = small;
  return value;
}

struct NumericEscape {
  std::size_t digits;
  char const* problem;
};

// Reads the escapes of one literal.
class EscapeDecoder {
 public:
  EscapeDecoder(std::string_view text, EscapeMode mode) : text_(text), mode_(mode) {}

  DecodedText decode() {
    while (at_ < text_.size() && !error_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        decode_one();
      } else {
        result_ += text_[at_++];
      }
    }
    return {std::move(result_), error_, std::move(warning_)};
  }

 private:
  void decode_one() {
    begin_ = at_;
    char const c = text_[at_ + 1];
    at_ += 2;
    constexpr std::string_view simple = "\\'\"abfnrtv";
    constexpr std::string_view values = "\\'\"\a\b\f\n\r\t\v";
    if (c == '\n') return;
    if (auto const found = simple.find(c); found != std::string_view::npos) {
      result_ += values[found];
    } else if (c >= '0' && c <= '7') {
      decode_octal();
    } else if (c == 'x') {
      decode_hex({2, "truncated \\xXX escape"});
    } else if (mode_ == EscapeMode::str && c == 'u') {
      decode_hex({4, "truncated \\uXXXX escape"});
    } else if (mode_ == EscapeMode::str && c == 'U') {
      decode_hex({8, "truncated \\UXXXXXXXX escape"});
    } else if (mode_ == EscapeMode::str && c == 'N') {
      decode_name();
    } else {
      // Not an escape: the backslash stays.
      bool const is_ascii = static_cast<unsigned char>(c) < 0x80;
      if (is_ascii && warning_.empty()) warning_ = fmt::format("invalid escape sequence '\\{}'", c);
      result_ += '\\';
      --at_;
      result_ += text_[at_++];
    }
  }

  void append(char32_t value) {
    if (mode_ == EscapeMode::bytes) {
      result_ += static_cast<char>(value & 0xff);
    } else {
      append_code_point(result_, value);
    }
  }

  void decode_octal() {
    std::size_t const begin = --at_;
    char32_t value = 0;
    for (std::size_t end = at_ + 3; at_ < text_.size() && at_ < end && text_[at_] >= '0' && text_[at_] <= '7'; ++at_)
      value = value * 8 + static_cast<char32_t>(text_[at_] - '0');
    if (value > 0xff && warning_.empty())
      warning_ = fmt::format("invalid octal escape sequence '\\{}'", text_.substr(begin, at_ - begin));
    append(value);
  }

  void decode_hex(NumericEscape escape) {
    char32_t value = 0;
    std::size_t count = 0;
    for (; count < escape.digits && at_ < text_.size() && digit_value(text_[at_]) >= 0; ++count, ++at_)
      value = value * 16 + static_cast<char32_t>(digit_value(text_[at_]));
    if (count < escape.digits) return fail_hex(escape);
    if (value > 0x10ffff) return fail("illegal Unicode character");
    append(value);
  }

  void fail_hex(NumericEscape escape) {
    if (mode_ == EscapeMode::str) return fail(escape.problem);
    error_ = fmt::format("(value error) invalid \\x escape at position {}", begin_);
  }

  void decode_name() {
    auto const end = text_.find('}', at_);
    bool const is_braced = at_ < text_.size() && text_[at_] == '{';
    if (!is_braced || end == std::string_view::npos || end == at_ + 1) {
      if (is_braced) at_ = end == std::string_view::npos ? text_.size() : end;
      return fail("malformed \\N character escape");
    }
    std::optional<char32_t> const found = find_unicode_name(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    if (!found) return fail("unknown Unicode character name");
    append(*found);
  }

  // CPython counts bytes of the text with non-ASCII characters written as ten-byte escapes.
  std::size_t reported_position(std::size_t offset) const {
    std::size_t position = 0;
    for (std::size_t at = 0; at < offset;) {
      unsigned const size = std::max(decode_code_point(text_, at).size, 1u);
      position += size == 1 ? 1 : 10;
      at += size;
    }
    return position;
  }

  void fail(char const* problem) {
    error_ = fmt::format("(unicode error) 'unicodeescape' codec can't decode bytes in position {}-{}: {}",
                         reported_position(begin_), reported_position(at_) - 1, problem);
  }

  std::string_view text_;
  EscapeMode mode_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::string result_;
  std::string warning_;
  std::optional<std::string> error_;
};

}  // namespace

syntax::ConstantValue parse_number(std::string_view text, Arena& arena) {
  std::string digits;
  for (char const c : text)
    if (c != '_') digits += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  std::string_view const rest = std::string_view(digits).substr(std::min<std::size_t>(2, digits.size()));
  if (digits.starts_with("0x")) return make_int(rest, 16, arena);
  if (digits.starts_with("0o")) return make_int(to_hex(rest, 3), 16, arena);
  if (digits.starts_with("0b")) return make_int(to_hex(rest, 1), 16, arena);
  if (digits.ends_with('j')) return syntax::ImaginaryValue{std::strtod(digits.c_str(), nullptr)};
  if (digits.find_first_of(".e") != std::string::npos) return std::strtod(digits.c_str(), nullptr);
  return make_int(digits, 10, arena);
}

DecodedText decode_escapes(std::string_view text, EscapeMode mode) { return EscapeDecoder(text, mode).decode(); }

}  // namespace aiocc::frontend
