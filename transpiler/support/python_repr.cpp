// repr() of str, bytes and float.
#include "support/python_repr.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "support/unicode.hpp"

namespace aiocc {
namespace {

// Python prefers single quotes, unless only they occur in the text.
char choose_quote(std::string_view text) {
  bool const has_single = text.find('\'') != std::string_view::npos;
  return has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

void append_hex(std::string& result, char const* format, unsigned value) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, format, value);
  result += buffer;
}

// Appends what both str and bytes escape alike; false if `value` isn't such a character.
bool append_common_escape(std::string& result, char32_t value, char quote) {
  switch (value) {
    case '\\': result += "\\\\"; return true;
    case '\n': result += "\\n"; return true;
    case '\r': result += "\\r"; return true;
    case '\t': result += "\\t"; return true;
    default: break;
  }
  if (value != static_cast<char32_t>(quote)) return false;
  result += '\\';
  result += quote;
  return true;
}

}  // namespace

std::string repr_str(std::string_view text) {
  char const quote = choose_quote(text);
  std::string result(1, quote);
  for (std::size_t at = 0; at < text.size();) {
    auto const [value, size] = decode_code_point(text, at);
    if (append_common_escape(result, value, quote)) {
    } else if (is_printable(value)) {
      result += text.substr(at, size);
    } else if (value < 0x100) {
      append_hex(result, "\\x%02x", value);
    } else {
      append_hex(result, value < 0x10000 ? "\\u%04x" : "\\U%08x", value);
    }
    at += std::max(size, 1u);
  }
  return result += quote;
}

std::string repr_bytes(std::string_view bytes) {
  char const quote = choose_quote(bytes);
  std::string result = "b";
  result += quote;
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    if (append_common_escape(result, byte, quote)) continue;
    if (byte >= 0x20 && byte < 0x7f) {
      result += c;
    } else {
      append_hex(result, "\\x%02x", byte);
    }
  }
  return result += quote;
}

std::string repr_float(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  char buffer[512];
  double const magnitude = std::fabs(value);
  bool const is_fixed = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
  auto const format = is_fixed ? std::chars_format::fixed : std::chars_format::scientific;
  std::string result(buffer, std::to_chars(buffer, buffer + sizeof buffer, value, format).ptr);
  if (is_fixed && result.find('.') == std::string::npos) result += ".0";
  return result;
}

std::string decimal_of_hex(std::string_view hex_digits) {
  constexpr std::uint32_t base = 1'000'000'000;
  // Least significant first.
  std::vector<std::uint32_t> parts{0};
  for (char const digit : hex_digits) {
    std::uint64_t carry = digit <= '9' ? digit - '0' : digit - 'a' + 10;
    for (std::uint32_t& part : parts) {
      carry += std::uint64_t{part} * 16;
      part = static_cast<std::uint32_t>(carry % base);
      carry /= base;
    }
    if (carry != 0) parts.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string result = std::to_string(parts.back());
  for (auto part = parts.rbegin() + 1; part != parts.rend(); ++part) append_hex(result, "%09u", *part);
  return result;
}

}  // namespace aiocc
