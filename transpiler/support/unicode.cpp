// UTF-8 decoding and look-ups in the generated tables.
#include "support/unicode.hpp"

#include <algorithm>
#include <iterator>

namespace aiocc {
namespace {

struct CodePointRange {
  char32_t first;
  char32_t last;
};

#include "support/unicode_tables.inc"

template <std::size_t count>
bool contains(CodePointRange const (&ranges)[count], char32_t value) {
  auto const after =
      std::upper_bound(std::begin(ranges), std::end(ranges), value,
                       [](char32_t wanted, CodePointRange const& range) { return wanted < range.first; });
  return after != std::begin(ranges) && value <= std::prev(after)->last;
}

unsigned sequence_size(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  if (first >= 0xf0 && first <= 0xf4) return 4;
  return 0;
}

}  // namespace

DecodedCodePoint decode_code_point(std::string_view text, std::size_t offset) {
  auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(text[offset + at]); };
  unsigned const size = sequence_size(byte(0));
  if (size == 0 || offset + size > text.size()) return {};
  if (size == 1) return {byte(0), 1};
  char32_t value = byte(0) & (0xff >> (size + 1));
  for (unsigned at = 1; at < size; ++at) {
    if ((byte(at) & 0xc0) != 0x80) return {};
    value = value << 6 | (byte(at) & 0x3f);
  }
  bool const is_overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (is_overlong || value > 0x10ffff) return {};
  return {value, size};
}

void append_code_point(std::string& text, char32_t value) {
  auto const push = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    push(value);
  } else if (value < 0x800) {
    push(0xc0 | value >> 6);
    push(0x80 | (value & 0x3f));
  } else if (value < 0x10000) {
    push(0xe0 | value >> 12);
    push(0x80 | (value >> 6 & 0x3f));
    push(0x80 | (value & 0x3f));
  } else {
    push(0xf0 | value >> 18);
    push(0x80 | (value >> 12 & 0x3f));
    push(0x80 | (value >> 6 & 0x3f));
    push(0x80 | (value & 0x3f));
  }
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    DecodedCodePoint const decoded = decode_code_point(text, at);
    if (decoded.size == 0 || (decoded.value >= 0xd800 && decoded.value <= 0xdfff)) return at;
    at += decoded.size;
  }
  return std::string_view::npos;
}

bool is_printable(char32_t value) { return contains(printable_ranges, value); }
bool is_identifier_start(char32_t value) { return contains(identifier_start_ranges, value); }
bool is_identifier_part(char32_t value) { return contains(identifier_part_ranges, value); }
bool changes_under_nfkc(char32_t value) { return contains(not_nfkc_ranges, value); }

}  // namespace aiocc
