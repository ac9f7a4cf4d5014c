// str: split, join, strip.
#include <algorithm>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/unicode.hpp"
#include "convert_arguments.hpp"
#include "search.hpp"
#include "short_texts.hpp"

namespace aiocc {

using detail::Units;
using detail::Widened;

namespace {

template <class Unit>
bool is_space(Unit unit) noexcept {
  if (unit > ' ' && unit < 0x80) [[likely]]
    return false;
  if (unit < 0x80) return unit == ' ' || (unit >= 0x09 && unit <= 0x0D) || (unit >= 0x1C && unit <= 0x1F);
  return unicode::is_space(unit);
}

template <class Unit>
bool is_line_break(Unit unit) noexcept {
  if (unit >= ' ' && unit < 0x80) [[likely]]
    return false;
  return unicode::is_line_break(unit);
}

/// None, or a separator that isn't empty.
Result<void> check_separator(Object const& separator) {
  if (separator.is(None)) return {};
  if (!is_any_str(separator))
    return raise_error(type_error_type, "must be str or None, not " + detail::type_name(separator));
  if (static_cast<Str const&>(separator).is_empty()) return raise_error(value_error_type, "empty separator");
  return {};
}

template <class Unit, class Emit>
void split_units(Units<Unit> units, Object const& separator, std::int64_t most, bool reversed, Emit emit) {
  auto space = [](Unit unit) { return is_space(unit); };
  if (separator.is(None)) {
    reversed ? detail::split_by_space_reversed(units, most, space, emit)
             : detail::split_by_space(units, most, space, emit);
    return;
  }
  StrObject const* wanted = separator.as<StrObject>();
  if (wanted->width > sizeof(Unit)) {
    emit(0, units.length);
    return;
  }
  Widened<Unit> needle(wanted);
  reversed ? detail::split_by_reversed(units, needle.units(), most, emit)
           : detail::split_by(units, needle.units(), most, emit);
}

Result<List<Str>> split_text(Str const& text, Object const& separator, Object const& max_split, bool reversed) {
  std::int64_t most = detail::limit(PASS(detail::index_argument(max_split)));
  PASS(check_separator(separator));
  auto pieces = List<Str>::of();
  // As many words as a line of text has; CPython does the same.
  constexpr std::size_t usual_count = 12;
  pieces.reserve(usual_count);
  detail::visit_units(text, [&](auto units) {
    split_units(units, separator, most, reversed,
                [&](std::int64_t start, std::int64_t stop) { pieces.append(text.substring(start, stop)); });
  });
  if (reversed) pieces.reverse();
  return pieces;
}

Result<Str> strip_text(Str const& text, char const* method, Object const& chars, detail::Side side) {
  if (chars.is(None)) {
    auto [start, stop] = detail::visit_units(
        text, [&](auto units) { return detail::stripped(units, side, [](auto unit) { return is_space(unit); }); });
    return text.substring(start, stop);
  }
  if (!is_any_str(chars)) return raise_error(type_error_type, std::string(method) + " arg must be None or str");
  std::u32string set = static_cast<Str const&>(chars).code_points();
  auto [start, stop] = detail::visit_units(text, [&](auto units) {
    return detail::stripped(units, side, [&](auto unit) { return set.find(unit) != set.npos; });
  });
  return text.substring(start, stop);
}

}  // namespace

Result<List<Str>> Str::split(Object const& sep, Object const& maxsplit) const {
  return split_text(*this, sep, maxsplit, false);
}
Result<List<Str>> Str::rsplit(Object const& sep, Object const& maxsplit) const {
  return split_text(*this, sep, maxsplit, true);
}

Result<List<Str>> Str::splitlines(Object const& keepends) const {
  bool keep = PASS(operators::truth(keepends));
  auto lines = List<Str>::of();
  detail::visit_units(*this, [&](auto units) {
    detail::split_lines(
        units, keep, [](auto unit) { return is_line_break(unit); },
        [&](std::int64_t start, std::int64_t stop) { lines.append(substring(start, stop)); });
  });
  return lines;
}

Result<Str> Str::strip(Object const& chars) const { return strip_text(*this, "strip", chars, detail::Side::Both); }
Result<Str> Str::lstrip(Object const& chars) const { return strip_text(*this, "lstrip", chars, detail::Side::Left); }
Result<Str> Str::rstrip(Object const& chars) const { return strip_text(*this, "rstrip", chars, detail::Side::Right); }

namespace {

/// To a text of `length` code points, two or more.
Str join_ascii(Str const& separator, std::span<Object const> words, std::int64_t length) noexcept {
  Str result = Str::adopt(detail::allocate_str(length, 1, true));
  std::uint8_t* to = result.object()->units();
  StrObject const* const between = separator.object();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && between->length == 1)
      *to++ = between->units()[0];
    else if (i > 0)
      to = detail::copy_bytes(to, between->units(), static_cast<std::size_t>(between->length));
    auto const word = words[i].as<StrObject const>();
    to = detail::copy_bytes(to, word->units(), static_cast<std::size_t>(word->length));
  }
  return result;
}

Result<Str> join_words(Str const& separator, std::span<Object const> words) {
  std::int64_t length = 0;
  bool are_ascii = separator.is_ascii();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_any_str(words[i]))
      return raise_error(type_error_type, "sequence item " + std::to_string(i) + ": expected str instance, " +
                                              detail::type_name(words[i]) + " found");
    length += static_cast<Str const&>(words[i]).length() + separator.length();
    are_ascii = are_ascii && static_cast<Str const&>(words[i]).is_ascii();
  }
  if (words.size() == 1) return detail::exact_str(words[0]);
  if (are_ascii && length > separator.length() + 1) return join_ascii(separator, words, length - separator.length());
  StrBuilder builder(length);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) builder.append(separator);
    builder.append(static_cast<Str const&>(words[i]));
  }
  return builder.finish();
}

}  // namespace

Result<Str> Str::join(Object const& iterable) const {
  if (type_of(iterable) == &list_type) return join_words(*this, iterable.as<ListObject>()->items());
  if (type_of(iterable) == &tuple_type) return join_words(*this, iterable.as<TupleObject>()->words());
  if (!type_of(iterable)->slots.iter && !type_of(iterable)->slots.get_item)
    return raise_error(type_error_type, "can only join an iterable");
  Object list = PASS(list_from(PASS(get_iter(iterable))));
  return join_words(*this, list.as<ListObject>()->items());
}

}  // namespace aiocc
