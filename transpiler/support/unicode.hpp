// UTF-8, and the properties of code points that Python's syntax and repr() rest on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace aiocc {

struct DecodedCodePoint {
  char32_t value = 0;
  // Bytes taken; 0 where the bytes aren't UTF-8.
  unsigned size = 0;
};

// The code point at `offset` of `text`. Surrogates are accepted (WTF-8).
DecodedCodePoint decode_code_point(std::string_view text, std::size_t offset);

// Appends `value` as UTF-8; a surrogate is encoded like any other code point.
void append_code_point(std::string& text, char32_t value);

// The offset of the first byte that isn't part of valid UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

// As `str.isprintable` and `str.isidentifier`.
bool is_printable(char32_t value);
bool is_identifier_start(char32_t value);
bool is_identifier_part(char32_t value);

// Whether NFKC normalisation, which Python applies to identifiers, changes this code point by itself.
bool changes_under_nfkc(char32_t value);

}  // namespace aiocc
