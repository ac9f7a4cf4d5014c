// Python's texts as C++ tokens.
#include "emit/literals.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "support/unicode.hpp"

namespace aiocc::emit {

namespace {

bool is_surrogate(char32_t value) { return value >= 0xD800 && value <= 0xDFFF; }

void append_octal(std::string& out, std::string_view bytes) {
  for (char byte : bytes) out += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
}

bool stands_for_itself(char character) {
  return character >= 0x20 && character < 0x7F && character != '"' && character != '\\' && character != '?';
}

void append_ascii(std::string& out, char character) {
  switch (character) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\t': out += "\\t"; return;
    case '\r': out += "\\r"; return;
    default: break;
  }
  bool const forms_trigraph = character == '?' && out.back() == '?';
  if (forms_trigraph)
    out += "\\?";
  else if (static_cast<unsigned char>(character) < 0x20 || character == 0x7F)
    append_octal(out, {&character, 1});
  else
    out += character;
}

}  // namespace

std::string string_literal(std::string_view bytes) {
  std::string out = "\"";
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t const plain = std::find_if_not(bytes.begin() + at, bytes.end(), stands_for_itself) - bytes.begin();
    out += bytes.substr(at, plain - at);
    at = plain;
    if (at == bytes.size()) break;
    DecodedCodePoint const point = decode_code_point(bytes, at);
    std::size_t const size = point.size == 0 ? 1 : point.size;
    std::string_view const piece = bytes.substr(at, size);
    if (size == 1 && static_cast<unsigned char>(piece[0]) < 0x80)
      append_ascii(out, piece[0]);
    else if (point.size == 0 || is_surrogate(point.value) || !is_printable(point.value))
      append_octal(out, piece);
    else
      out += piece;
    at += size;
  }
  return out + '"';
}

std::string comment_text(std::string_view text) {
  std::string out;
  for (char character : text) {
    if (character == '/' && out.ends_with("??")) out.insert(out.size() - 1, " ");
    bool const control = static_cast<unsigned char>(character) < 0x20 && character != '\t';
    out += control ? ' ' : character;
  }
  while (out.ends_with(' ') || out.ends_with('\t')) out.pop_back();
  // A backslash at the end would join the next line to the comment, with blanks behind it as well.
  if (out.ends_with('\\')) out += '.';
  return out;
}

std::string double_literal(double value) {
  if (std::isnan(value)) return std::signbit(value) ? "-NAN" : "NAN";
  if (std::isinf(value)) return value < 0 ? "-HUGE_VAL" : "HUGE_VAL";
  std::string text = fmt::format("{}", value);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

}  // namespace aiocc::emit
