// Helpers to read numbers from text, common to int and float.
#pragma once

#include <string>
#include <string_view>

#include "aiocc/objects/str.hpp"

namespace aiocc::detail {

/// Decimal digits of any script as ASCII digits, white space as blanks, other non-ASCII as `?`.
std::string ascii_numeral(Str const& text);
/// Bytes as text to read a number from: only ASCII counts, other bytes are `?`.
Str numeral_of_bytes(std::string_view bytes);
std::string_view strip_spaces(std::string_view text) noexcept;
/// As `%.200R` in CPython's messages.
Result<Str> shortened_repr(Object const& object);

}  // namespace aiocc::detail
