// The module unicodedata: the properties of characters.
#include "aiocc/stdlib/unicodedata.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "unicodedata.hpp"

namespace aiocc::unicodedata {

namespace {

#include "unicodedata_tables.inc"

template <std::size_t count, class Row>
Row const* find_row(Row const (&rows)[count], char32_t code) noexcept {
  auto const found = std::lower_bound(std::begin(rows), std::end(rows), code,
                                      [](Row const& row, char32_t wanted) { return row.code < wanted; });
  return found != std::end(rows) && found->code == code ? found : nullptr;
}

Record const& record_of(char32_t code) noexcept {
  constexpr char32_t mask = (1u << page_bits) - 1;
  return records[pages[(std::size_t{page_of[code >> page_bits]} << page_bits) + (code & mask)]];
}

Result<char32_t> character(char const* argument, Object const& value) {
  if (!is_any_str(value) || static_cast<Str const&>(value).length() != 1)
    return raise_error(type_error_type,
                       std::string(argument) + " must be a unicode character, not " + type_of(value)->name);
  return static_cast<Str const&>(value)[0];
}

}  // namespace

int combining_class(char32_t code) noexcept { return record_of(code).combining; }

Parts parts_of(char32_t code) noexcept {
  Decomposition const* row = find_row(decompositions, code);
  if (!row) return {};
  return {{parts + row->first, row->count}, row->tag == 0};
}

std::span<Decomposition const> all_decompositions() noexcept { return decompositions; }
char32_t part(std::size_t index) noexcept { return parts[index]; }

Str unidata_version() { return Str::from_utf8(version); }

Result<Str> category(Object const& chr) {
  char32_t const code = PASS(character("category() argument", chr));
  return Str::from_utf8(record_of(code).category);
}

Result<Str> bidirectional(Object const& chr) {
  char32_t const code = PASS(character("bidirectional() argument", chr));
  return Str::from_utf8(record_of(code).bidirectional);
}

Result<Int> combining(Object const& chr) {
  char32_t const code = PASS(character("combining() argument", chr));
  return Int(record_of(code).combining);
}

Result<Str> east_asian_width(Object const& chr) {
  char32_t const code = PASS(character("east_asian_width() argument", chr));
  return Str::from_utf8(record_of(code).width);
}

Result<Int> mirrored(Object const& chr) {
  char32_t const code = PASS(character("mirrored() argument", chr));
  return Int(record_of(code).mirrored);
}

Result<Str> decomposition(Object const& chr) {
  char32_t const code = PASS(character("decomposition() argument", chr));
  Decomposition const* row = find_row(decompositions, code);
  if (!row) return Str::empty();
  std::string text = tags[row->tag];
  for (std::size_t i = 0; i < row->count; ++i)
    text += fmt::format("{}{:04X}", text.empty() ? "" : " ", static_cast<std::uint32_t>(parts[row->first + i]));
  return Str::from_utf8(text);
}

Result<Object> decimal(Object const& chr, Object const& fallback) {
  char32_t const code = PASS(character("decimal() argument 1", chr));
  Number const* number = find_row(numbers, code);
  if (number && number->decimal >= 0) return Int(number->decimal);
  return fallback.bound() ? Result<Object>(fallback) : raise_error(value_error_type, "not a decimal");
}

Result<Object> digit(Object const& chr, Object const& fallback) {
  char32_t const code = PASS(character("digit() argument 1", chr));
  Number const* number = find_row(numbers, code);
  if (number && number->digit >= 0) return Int(number->digit);
  return fallback.bound() ? Result<Object>(fallback) : raise_error(value_error_type, "not a digit");
}

Result<Object> numeric(Object const& chr, Object const& fallback) {
  char32_t const code = PASS(character("numeric() argument 1", chr));
  if (Number const* number = find_row(numbers, code))
    return box(static_cast<double>(number->numerator) / static_cast<double>(number->denominator));
  return fallback.bound() ? Result<Object>(fallback) : raise_error(value_error_type, "not a numeric character");
}

Result<Object> name(Object const& chr, Object const& fallback) {
  char32_t const code = PASS(character("name() argument 1", chr));
  std::string const found = name_of(code);
  if (!found.empty()) return Str::from_utf8(found);
  return fallback.bound() ? Result<Object>(fallback) : raise_error(value_error_type, "no such name");
}

Result<Str> lookup(Object const& name) {
  if (!is_any_str(name))
    return raise_error(type_error_type,
                       std::string("a bytes-like object is required, not '") + type_of(name)->name + "'");
  std::string const text = static_cast<Str const&>(name).utf8();
  std::u32string const found = named(text);
  if (found.empty()) return raise_value(key_error_type, Str::from_utf8("undefined character name '" + text + "'"));
  return Str::from_code_points(found);
}

}  // namespace aiocc::unicodedata
