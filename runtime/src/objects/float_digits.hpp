// A float's decimal digits: what repr, format and round are made of.
#pragma once

#include <string>

#include "aiocc/objects/str.hpp"

namespace aiocc::detail {

/// 0.DIGITS times 10 to the power of `point`; no trailing zeros.
struct Decimal {
  std::string digits;
  int point = 0;
};
/// The fewest digits that read back as the same (finite) value.
Decimal shortest_decimal(double value);

/// `magnitude` times 10 to the power of `precision`, rounded half to even, where that's quickly exact: for up to 9 places and
/// values below a billion. False otherwise.
bool scaled_decimal(double magnitude, int precision, std::uint64_t& scaled) noexcept;

/// The C library's exact printing: `format` is "%.*f" or "%.*e", `precision` the digits behind the point.
std::string printed(char const* format, double value, int precision);

/// parse_float, quoting `shown` in the error.
Result<double> parse_float_quoting(Str const& text, Object const& shown);

}  // namespace aiocc::detail
