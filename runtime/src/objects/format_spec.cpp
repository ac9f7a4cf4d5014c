// Parsing format specifiers and laying out what they format.
#include "format_spec.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/unicode.hpp"

namespace aiocc {

namespace {

bool is_alignment(char32_t code) noexcept { return code == '<' || code == '>' || code == '=' || code == '^'; }

/// A code in quotes, or its number where it isn't printable ASCII.
std::string quoted_code(char32_t code) {
  if (code > 32 && code < 128) return fmt::format("'{}'", static_cast<char>(code));
  return fmt::format("'\\x{:x}'", static_cast<std::uint32_t>(code));
}

/// Reads a specifier from left to right.
class SpecReader {
 public:
  explicit SpecReader(Str const& spec) noexcept : spec_(spec) {}

  std::int64_t left() const noexcept { return spec_.length() - at_; }
  char32_t peek(std::int64_t ahead = 0) const noexcept { return left() > ahead ? spec_[at_ + ahead] : 0; }
  char32_t take() noexcept { return spec_[at_++]; }
  bool take_if(char32_t code) noexcept {
    if (left() == 0 || peek() != code) return false;
    ++at_;
    return true;
  }
  /// -1 when there are no digits.
  Result<std::int64_t> take_number() {
    std::int64_t value = -1;
    for (int digit; left() > 0 && (digit = unicode::decimal_value(peek())) >= 0; ++at_) {
      value = std::max<std::int64_t>(value, 0);
      if (value > (INT64_MAX - digit) / 10)
        return raise_error(value_error_type, "Too many decimal digits in format string");
      value = value * 10 + digit;
    }
    return value;
  }

 private:
  Str const& spec_;
  std::int64_t at_ = 0;
};

Raised both_separators() { return raise_error(value_error_type, "Cannot specify both ',' and '_'."); }

/// Separators go with decimal types; `_` also with the other bases.
bool separator_fits(char32_t separator, char32_t type) noexcept {
  if (type == 0 || std::u32string_view(U"defgEG%F").find(type) != std::u32string_view::npos) return true;
  return separator == '_' && std::u32string_view(U"boxX").find(type) != std::u32string_view::npos;
}

}  // namespace

Result<FormatSpec> parse_format_spec(Str const& spec, std::string_view type_name, char32_t default_type,
                                     char32_t default_align) {
  FormatSpec result;
  result.type = default_type;
  SpecReader reader(spec);
  bool has_fill = false;
  if (reader.left() >= 2 && is_alignment(reader.peek(1))) {
    result.fill = reader.take();
    result.align = reader.take();
    has_fill = true;
  } else if (reader.left() >= 1 && is_alignment(reader.peek())) {
    result.align = reader.take();
  }
  if (char32_t sign = reader.peek(); sign == '+' || sign == '-' || sign == ' ') result.sign = reader.take();
  result.no_negative_zero = reader.take_if('z');
  result.alternate = reader.take_if('#');
  if (!has_fill && reader.take_if('0')) {
    result.fill = '0';
    if (result.align == 0 && default_align == '>') result.align = '=';
  }
  result.width = PASS(reader.take_number());
  if (reader.take_if(',')) result.grouping = ',';
  if (reader.peek() == '_') {
    if (result.grouping) return both_separators();
    result.grouping = reader.take();
  }
  if (reader.peek() == ',' && result.grouping == '_') return both_separators();
  if (reader.take_if('.')) {
    result.precision = PASS(reader.take_number());
    if (result.precision < 0) return raise_error(value_error_type, "Format specifier missing precision");
  }
  if (reader.left() > 1)
    return raise_error(value_error_type, "Invalid format specifier '" + spec.utf8() + "' for object of type '" +
                                             std::string(type_name) + "'");
  if (reader.left() == 1) result.type = reader.take();
  if (result.grouping && !separator_fits(result.grouping, result.type))
    return raise_error(value_error_type, fmt::format("Cannot specify '{}' with {}.", static_cast<char>(result.grouping),
                                                     quoted_code(result.type)));
  return result;
}

namespace detail {

Raised unknown_format_code(char32_t code, std::string_view type_name) {
  return raise_error(value_error_type,
                     fmt::format("Unknown format code {} for object of type '{}'", quoted_code(code), type_name));
}

Str lay_out_text(FormatSpec const& spec, Str const& text, char32_t fallback) {
  std::int64_t padding = spec.width - text.length();
  if (padding <= 0) return text;
  char32_t align = spec.align ? spec.align : fallback;
  std::int64_t left = align == '>' || align == '=' ? padding : align == '^' ? padding / 2 : 0;
  StrBuilder builder(spec.width);
  builder.append_repeated(spec.fill, left);
  builder.append(text);
  builder.append_repeated(spec.fill, padding - left);
  return builder.finish();
}

namespace {

/// The digits in groups, with zeros in front up to `width` (one more where a separator would stand first).
std::string grouped(std::string_view digits, char32_t separator, std::size_t group, std::int64_t width) {
  if (digits.empty()) return {};
  std::string reversed;
  auto left = static_cast<std::int64_t>(digits.size());
  if (!separator)
    return std::string(static_cast<std::size_t>(std::max<std::int64_t>(width - left, 0)), '0') + std::string(digits);
  for (;;) {
    std::int64_t count =
        std::min<std::int64_t>(static_cast<std::int64_t>(group), std::max<std::int64_t>({left, width, 1}));
    for (std::int64_t i = 0; i < count; ++i) reversed += left > 0 ? digits[static_cast<std::size_t>(--left)] : '0';
    width -= count;
    if (left <= 0 && width <= 0) break;
    --width;
    reversed += static_cast<char>(separator);
  }
  return std::string(reversed.rbegin(), reversed.rend());
}

}  // namespace

Str lay_out_number(FormatSpec const& spec, NumberParts const& parts) {
  std::string sign = parts.negative                         ? "-"
                     : spec.sign == '+' || spec.sign == ' ' ? std::string(1, static_cast<char>(spec.sign))
                                                            : "";
  auto fixed = static_cast<std::int64_t>(sign.size() + parts.prefix.size() + parts.rest.size());
  char32_t align = spec.align ? spec.align : '>';
  bool zeros = spec.fill == '0' && align == '=';
  bool power_of_two = std::u32string_view(U"boxX").find(spec.type) != std::u32string_view::npos && spec.type;
  std::string digits = grouped(parts.digits, spec.grouping, power_of_two ? 4 : 3, zeros ? spec.width - fixed : 0);
  std::int64_t padding = std::max<std::int64_t>(spec.width - fixed - static_cast<std::int64_t>(digits.size()), 0);
  std::int64_t left = align == '>' ? padding : align == '^' ? padding / 2 : 0;
  std::int64_t inside = align == '=' ? padding : 0;
  StrBuilder builder(fixed + static_cast<std::int64_t>(digits.size()) + padding);
  builder.append_repeated(spec.fill, left);
  builder.append_ascii(sign);
  builder.append_ascii(parts.prefix);
  builder.append_repeated(spec.fill, inside);
  builder.append_ascii(digits);
  builder.append_ascii(parts.rest);
  builder.append_repeated(spec.fill, padding - left - inside);
  return builder.finish();
}

}  // namespace detail

}  // namespace aiocc
