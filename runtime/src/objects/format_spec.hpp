// Laying out formatted values: padding, grouping, and the errors that the types share.
#pragma once

#include <string>
#include <string_view>

#include "aiocc/objects/format.hpp"
#include "aiocc/objects/str_builder.hpp"

namespace aiocc::detail {

/// "Unknown format code 'z' for object of type 'int'".
Raised unknown_format_code(char32_t code, std::string_view type_name);

/// A formatted number in parts; only `digits` is grouped.
struct NumberParts {
  bool negative = false;
  std::string prefix;
  std::string digits;
  /// The point with the fraction, the exponent, the percent sign; or "inf" and "nan".
  std::string rest;
};
Str lay_out_number(FormatSpec const& spec, NumberParts const& parts);

/// `text` padded to the width; `fallback` is the alignment where the specifier has none.
Str lay_out_text(FormatSpec const& spec, Str const& text, char32_t fallback);

/// A float's parts under a type (`r` for repr's digits, or one of eEfFgG) and a precision.
struct FloatStyle {
  char32_t type;
  int precision;
  bool alternate = false;
  /// A value that looks like an int gets ".0".
  bool add_point_zero = false;
  bool no_negative_zero = false;
};
NumberParts float_parts(double value, FloatStyle style);

}  // namespace aiocc::detail
