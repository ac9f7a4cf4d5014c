// The format mini-language, `!r !s !a` conversions, and what f-strings and str.format are made of.
#pragma once

#include <string_view>

#include "aiocc/objects/str.hpp"

namespace aiocc {

/// A parsed `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpec {
  char32_t fill = ' ';
  /// '<', '>', '=', '^', or 0 for the type's own.
  char32_t align = 0;
  /// '+', '-', ' ', or 0.
  char32_t sign = 0;
  bool no_negative_zero = false;
  bool alternate = false;
  bool zero_padded = false;
  std::int64_t width = -1;
  /// ',', '_', or 0.
  char32_t grouping = 0;
  std::int64_t precision = -1;
  /// 0 when none is given.
  char32_t type = 0;
};

/// ValueError in CPython's words for what isn't a specifier; `type_name` is the formatted object's type.
Result<FormatSpec> parse_format_spec(Str const& spec, std::string_view type_name, char32_t default_type,
                                     char32_t default_align);

Result<Str> format_int(Int const& value, Str const& spec);
Result<Str> format_double(double value, Str const& spec);
Result<Str> format_str(Str const& value, Str const& spec);
Result<Str> format_bool(bool value, Str const& spec);

/// `format(value, spec)`: through `__format__` for what isn't a built-in number or str.
Result<Str> format_object(Object const& value, Str const& spec);
/// One replacement field of an f-string: `conversion` is 'r', 's', 'a', or 0.
Result<Str> format_value(Object const& value, Str const& spec, char conversion = 0);
inline Result<Str> format_value(Str const& value) { return value; }
Result<Str> format_value(Int const& value);
Result<Str> format_value(double value);
Result<Str> format_value(bool value);
Result<Str> format_value(Object const& value);

}  // namespace aiocc
