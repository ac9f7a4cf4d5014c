// Look-ups in the generated Unicode table: a page for each 128 code points, a record for each distinct set of properties.
#include "aiocc/objects/unicode.hpp"

#include <algorithm>
#include <iterator>

namespace aiocc::unicode {

namespace {

struct Record {
  std::uint16_t flags;
  std::uint8_t digit;
  std::int32_t to_upper;
  std::int32_t to_lower;
  std::int32_t to_title;
};

struct SpecialCase {
  char32_t code;
  Mapped upper;
  Mapped lower;
  Mapped title;
  Mapped folded;
};

#include "unicode_tables.inc"

Record const& record(char32_t code) noexcept {
  if (code > 0x10FFFF) code = 0x10FFFF;
  std::size_t page = page_of[code >> page_bits];
  return records[record_of[(page << page_bits) + (code & ((1u << page_bits) - 1))]];
}

bool has(char32_t code, std::uint32_t flag) noexcept { return record(code).flags & flag; }

SpecialCase const& special_case(char32_t code) noexcept {
  return *std::lower_bound(std::begin(special_cases), std::end(special_cases), code,
                           [](SpecialCase const& entry, char32_t wanted) { return entry.code < wanted; });
}

Mapped mapped(char32_t code, Mapped SpecialCase::* special, std::int32_t Record::* delta) noexcept {
  Record const& properties = record(code);
  if (properties.flags & flag_special_case) return special_case(code).*special;
  return {{static_cast<char32_t>(static_cast<std::int32_t>(code) + properties.*delta), 0, 0}};
}

}  // namespace

bool is_alpha(char32_t code) noexcept { return has(code, flag_alpha); }
bool is_decimal(char32_t code) noexcept { return has(code, flag_decimal); }
bool is_digit(char32_t code) noexcept { return has(code, flag_digit); }
bool is_numeric(char32_t code) noexcept { return has(code, flag_numeric); }
bool is_space(char32_t code) noexcept { return has(code, flag_space); }
bool is_printable(char32_t code) noexcept { return has(code, flag_printable); }
bool is_lower(char32_t code) noexcept { return has(code, flag_lower); }
bool is_upper(char32_t code) noexcept { return has(code, flag_upper); }
bool is_title(char32_t code) noexcept { return has(code, flag_title); }
bool is_cased(char32_t code) noexcept { return has(code, flag_cased); }
bool is_case_ignorable(char32_t code) noexcept { return has(code, flag_case_ignorable); }
bool is_identifier_start(char32_t code) noexcept { return has(code, flag_identifier_start); }
bool is_identifier_part(char32_t code) noexcept { return has(code, flag_identifier_part); }

bool is_line_break(char32_t code) noexcept {
  return (code >= 0x0A && code <= 0x0D) || (code >= 0x1C && code <= 0x1E) || code == 0x85 || code == 0x2028 ||
         code == 0x2029;
}

int decimal_value(char32_t code) noexcept {
  if (code < 0x80) return code >= '0' && code <= '9' ? static_cast<int>(code - '0') : -1;
  Record const& properties = record(code);
  return properties.flags & flag_decimal ? properties.digit : -1;
}

Mapped to_upper(char32_t code) noexcept { return mapped(code, &SpecialCase::upper, &Record::to_upper); }
Mapped to_lower(char32_t code) noexcept { return mapped(code, &SpecialCase::lower, &Record::to_lower); }
Mapped to_title(char32_t code) noexcept { return mapped(code, &SpecialCase::title, &Record::to_title); }
Mapped to_folded(char32_t code) noexcept { return mapped(code, &SpecialCase::folded, &Record::to_lower); }

}  // namespace aiocc::unicode
