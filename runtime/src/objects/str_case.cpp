// str: case mappings and the predicates isX.
#include <utility>

#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/unicode.hpp"
#include "text.hpp"

namespace aiocc {

namespace {

constexpr char32_t capital_sigma = 0x3A3, small_sigma = 0x3C3, final_sigma = 0x3C2;

/// A sigma at the end of a word has a form of its own: cased before it, nothing cased behind it, case-ignorables aside.
bool is_final_sigma(Str const& text, std::int64_t at) noexcept {
  std::int64_t before = at - 1;
  while (before >= 0 && unicode::is_case_ignorable(text[before])) --before;
  if (before < 0 || !unicode::is_cased(text[before])) return false;
  std::int64_t behind = at + 1;
  while (behind < text.length() && unicode::is_case_ignorable(text[behind])) ++behind;
  return behind == text.length() || !unicode::is_cased(text[behind]);
}

void append_mapped(StrBuilder& builder, unicode::Mapped mapped) {
  builder.append(mapped.codes[0]);
  for (int i = 1; i < 3 && mapped.codes[i] != 0; ++i) builder.append(mapped.codes[i]);
}

void append_lower(StrBuilder& builder, Str const& text, std::int64_t at) {
  if (text[at] == capital_sigma)
    builder.append(is_final_sigma(text, at) ? final_sigma : small_sigma);
  else
    append_mapped(builder, unicode::to_lower(text[at]));
}

/// ASCII text mapped unit by unit.
template <class Map>
Str map_ascii(Str const& text, Map map) {
  if (text.is_empty()) return text;
  Str result = Str::adopt(detail::allocate_str(text.length(), 1, true));
  std::int64_t const length = text.length();
  std::uint8_t const* from = text.object()->units();
  // The new text's alone, so that several units are mapped at once.
  std::uint8_t* __restrict to = result.object()->units();
  for (std::int64_t i = 0; i < length; ++i) to[i] = map(from[i]);
  return result;
}

bool is_ascii_upper(std::uint8_t c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_ascii_lower(std::uint8_t c) noexcept { return c >= 'a' && c <= 'z'; }
std::uint8_t ascii_upper(std::uint8_t c) noexcept { return is_ascii_lower(c) ? c & ~0x20 : c; }
std::uint8_t ascii_lower(std::uint8_t c) noexcept { return is_ascii_upper(c) ? c | 0x20 : c; }

template <class Predicate>
bool all_of(Str const& text, Predicate predicate) noexcept {
  if (text.is_empty()) return false;
  return detail::visit_units(text, [&](auto units) {
    return std::all_of(units.begin(), units.end(), [&](char32_t code) { return predicate(code); });
  });
}

}  // namespace

Str Str::upper() const {
  if (is_ascii()) return map_ascii(*this, ascii_upper);
  StrBuilder builder(length());
  for (std::int64_t i = 0; i < length(); ++i) append_mapped(builder, unicode::to_upper((*this)[i]));
  return builder.finish();
}

Str Str::lower() const {
  if (is_ascii()) return map_ascii(*this, ascii_lower);
  StrBuilder builder(length());
  for (std::int64_t i = 0; i < length(); ++i) append_lower(builder, *this, i);
  return builder.finish();
}

Str Str::casefold() const {
  if (is_ascii()) return lower();
  StrBuilder builder(length());
  for (std::int64_t i = 0; i < length(); ++i) append_mapped(builder, unicode::to_folded((*this)[i]));
  return builder.finish();
}

Str Str::swapcase() const {
  StrBuilder builder(length());
  for (std::int64_t i = 0; i < length(); ++i) {
    char32_t code = (*this)[i];
    if (unicode::is_upper(code))
      append_lower(builder, *this, i);
    else if (unicode::is_lower(code))
      append_mapped(builder, unicode::to_upper(code));
    else
      builder.append(code);
  }
  return builder.finish();
}

Str Str::capitalize() const {
  if (is_ascii() && !is_empty()) {
    Str result = map_ascii(*this, ascii_lower);
    std::uint8_t& first = *result.object()->units();
    first = ascii_upper(first);
    return result;
  }
  StrBuilder builder(length());
  for (std::int64_t i = 0; i < length(); ++i) {
    if (i == 0)
      append_mapped(builder, unicode::to_title((*this)[0]));
    else
      append_lower(builder, *this, i);
  }
  return builder.finish();
}

Str Str::title() const {
  StrBuilder builder(length());
  bool after_cased = false;
  for (std::int64_t i = 0; i < length(); ++i) {
    if (after_cased)
      append_lower(builder, *this, i);
    else
      append_mapped(builder, unicode::to_title((*this)[i]));
    after_cased = unicode::is_cased((*this)[i]);
  }
  return builder.finish();
}

bool Str::isalpha() const noexcept { return all_of(*this, unicode::is_alpha); }
bool Str::isdigit() const noexcept { return all_of(*this, unicode::is_digit); }
bool Str::isdecimal() const noexcept { return all_of(*this, unicode::is_decimal); }
bool Str::isnumeric() const noexcept { return all_of(*this, unicode::is_numeric); }
bool Str::isspace() const noexcept { return all_of(*this, unicode::is_space); }
bool Str::isalnum() const noexcept {
  return all_of(*this, [](char32_t code) {
    return unicode::is_alpha(code) || unicode::is_decimal(code) || unicode::is_digit(code) || unicode::is_numeric(code);
  });
}
bool Str::isprintable() const noexcept { return is_empty() || all_of(*this, unicode::is_printable); }

bool Str::isupper() const noexcept {
  bool some = false;
  for (std::int64_t i = 0; i < length(); ++i) {
    if (unicode::is_lower((*this)[i]) || unicode::is_title((*this)[i])) return false;
    some = some || unicode::is_upper((*this)[i]);
  }
  return some;
}

bool Str::islower() const noexcept {
  bool some = false;
  for (std::int64_t i = 0; i < length(); ++i) {
    if (unicode::is_upper((*this)[i]) || unicode::is_title((*this)[i])) return false;
    some = some || unicode::is_lower((*this)[i]);
  }
  return some;
}

bool Str::istitle() const noexcept {
  bool some = false, after_cased = false;
  for (std::int64_t i = 0; i < length(); ++i) {
    char32_t code = (*this)[i];
    bool starts = unicode::is_upper(code) || unicode::is_title(code);
    bool goes_on = unicode::is_lower(code);
    if ((starts && after_cased) || (goes_on && !after_cased)) return false;
    after_cased = starts || goes_on;
    some = some || after_cased;
  }
  return some;
}

bool Str::isidentifier() const noexcept {
  if (is_empty() || !unicode::is_identifier_start((*this)[0])) return false;
  return all_of(*this, unicode::is_identifier_part);
}

}  // namespace aiocc
