// Properties and case mappings of code points, from a table generated from the Unicode database.
#pragma once

#include <cstdint>

namespace aiocc::unicode {

bool is_alpha(char32_t code) noexcept;
bool is_decimal(char32_t code) noexcept;
bool is_digit(char32_t code) noexcept;
bool is_numeric(char32_t code) noexcept;
bool is_space(char32_t code) noexcept;
bool is_printable(char32_t code) noexcept;
bool is_lower(char32_t code) noexcept;
bool is_upper(char32_t code) noexcept;
bool is_title(char32_t code) noexcept;
bool is_cased(char32_t code) noexcept;
bool is_case_ignorable(char32_t code) noexcept;
bool is_identifier_start(char32_t code) noexcept;
bool is_identifier_part(char32_t code) noexcept;
/// Where str.splitlines() cuts.
bool is_line_break(char32_t code) noexcept;
/// 0 to 9, or -1 if it isn't a decimal digit.
int decimal_value(char32_t code) noexcept;

/// Full case mappings: up to three code points, the unused ones 0.
struct Mapped {
  char32_t codes[3];
};
Mapped to_upper(char32_t code) noexcept;
Mapped to_lower(char32_t code) noexcept;
Mapped to_title(char32_t code) noexcept;
Mapped to_folded(char32_t code) noexcept;

}  // namespace aiocc::unicode
