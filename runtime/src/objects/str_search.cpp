// str: find, count, startswith, replace, partition and their kin.
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/tuple.hpp"
#include "convert_arguments.hpp"
#include "search.hpp"
#include "short_texts.hpp"

namespace aiocc {

using detail::Units;
using detail::Widened;

namespace {

/// Calls `visit(units, needle)` with both in the text's width. The needle must not be wider.
template <class Visit>
auto with_needle(Str const& text, Str const& needle, Visit visit) {
  return detail::visit_units(text, [&](auto units) {
    using Unit = std::remove_const_t<std::remove_pointer_t<decltype(units.data)>>;
    Widened<Unit> widened(needle.object());
    return visit(units, widened.units());
  });
}

bool can_contain(Str const& text, Str const& needle) noexcept { return needle.object()->width <= text.object()->width; }

std::int64_t find_in(Str const& text, Str const& needle, std::int64_t start, std::int64_t stop) noexcept {
  if (!can_contain(text, needle)) return -1;
  return with_needle(text, needle,
                     [&](auto units, auto wanted) { return detail::find_first(units, wanted, start, stop); });
}

std::int64_t rfind_in(Str const& text, Str const& needle, std::int64_t start, std::int64_t stop) noexcept {
  if (!can_contain(text, needle)) return -1;
  return with_needle(text, needle,
                     [&](auto units, auto wanted) { return detail::find_last(units, wanted, start, stop); });
}

using Finder = std::int64_t (*)(Str const&, Str const&, std::int64_t, std::int64_t) noexcept;

Result<std::int64_t> find_with(Finder finder, Str const& text, char const* method, Object const& sub,
                               Object const& start, Object const& end) {
  Str needle = PASS(detail::str_argument(sub, method, "1"));
  std::int64_t first, last;
  PASS(detail::range_arguments(start, end, text.length(), first, last));
  return finder(text, needle, first, last);
}

Result<Int> found_or_error(Result<std::int64_t> found) {
  if (!found) return raised;
  if (found.value() < 0) return raise_error(value_error_type, "substring not found");
  return Int(found.value());
}

bool matches_at(Str const& text, Str const& part, std::int64_t at) noexcept {
  if (!can_contain(text, part)) return false;
  return with_needle(
      text, part, [&](auto units, auto wanted) { return std::equal(wanted.begin(), wanted.end(), units.data + at); });
}

bool matches_end(Str const& text, Str const& part, std::int64_t first, std::int64_t last, bool at_start) noexcept {
  if (last - first < part.length()) return false;
  return matches_at(text, part, at_start ? first : last - part.length());
}

Result<bool> match_ends(Str const& text, char const* method, Object const& part, Object const& start, Object const& end,
                        bool at_start) {
  std::int64_t first, last;
  PASS(detail::range_arguments(start, end, text.length(), first, last));
  if (is_any_str(part)) return matches_end(text, static_cast<Str const&>(part), first, last, at_start);
  if (!is_instance(part, tuple_type))
    return raise_error(type_error_type, std::string(method) + " first arg must be str or a tuple of str, not " +
                                            detail::type_name(part));
  for (Object const& item : part.as<TupleObject>()->words()) {
    if (!is_any_str(item))
      return raise_error(type_error_type,
                         "tuple for " + std::string(method) + " must only contain str, not " + detail::type_name(item));
    if (matches_end(text, static_cast<Str const&>(item), first, last, at_start)) return true;
  }
  return false;
}

}  // namespace

bool Str::contains(Str const& item) const noexcept { return find_in(*this, item, 0, length()) >= 0; }

Result<Int> Str::find(Object const& sub, Object const& start, Object const& end) const {
  return Int(PASS(find_with(find_in, *this, "find", sub, start, end)));
}
Result<Int> Str::rfind(Object const& sub, Object const& start, Object const& end) const {
  return Int(PASS(find_with(rfind_in, *this, "rfind", sub, start, end)));
}
Result<Int> Str::index(Object const& sub, Object const& start, Object const& end) const {
  return found_or_error(find_with(find_in, *this, "index", sub, start, end));
}
Result<Int> Str::rindex(Object const& sub, Object const& start, Object const& end) const {
  return found_or_error(find_with(rfind_in, *this, "rindex", sub, start, end));
}

Result<Int> Str::count(Object const& sub, Object const& start, Object const& end) const {
  Str needle = PASS(detail::str_argument(sub, "count", "1"));
  std::int64_t first, last;
  PASS(detail::range_arguments(start, end, length(), first, last));
  if (!can_contain(*this, needle)) return Int(0);
  return Int(with_needle(*this, needle, [&](auto units, auto wanted) {
    return detail::count_matches(units, wanted, first, last, INT64_MAX);
  }));
}

bool Str::startswith(Str const& prefix) const noexcept { return matches_end(*this, prefix, 0, length(), true); }
bool Str::endswith(Str const& suffix) const noexcept { return matches_end(*this, suffix, 0, length(), false); }
Result<bool> Str::startswith(Object const& prefix, Object const& start, Object const& end) const {
  return match_ends(*this, "startswith", prefix, start, end, true);
}
Result<bool> Str::endswith(Object const& suffix, Object const& start, Object const& end) const {
  return match_ends(*this, "endswith", suffix, start, end, false);
}

Result<Str> Str::removeprefix(Object const& prefix) const {
  Str part = PASS(detail::str_argument(prefix, "removeprefix", ""));
  return startswith(part) ? substring(part.length(), length()) : *this;
}
Result<Str> Str::removesuffix(Object const& suffix) const {
  Str part = PASS(detail::str_argument(suffix, "removesuffix", ""));
  return !part.is_empty() && endswith(part) ? substring(0, length() - part.length()) : *this;
}

namespace {

/// `new_text` before each code point and at the end, as often as `most` allows.
Str interleave(Str const& text, Str const& new_text, std::int64_t most) {
  StrBuilder builder(text.length() + new_text.length() * std::min(most, text.length() + 1));
  for (std::int64_t i = 0; i <= text.length(); ++i) {
    if (most-- > 0) builder.append(new_text);
    if (i < text.length()) builder.append(text[i]);
  }
  return builder.finish();
}

/// Of ASCII texts: the length of what comes out is known before it's written.
Str replace_ascii(Str const& text, Str const& from, Str const& to, std::int64_t most) {
  auto const units = detail::units_of<std::uint8_t>(text.object());
  auto const wanted = detail::units_of<std::uint8_t>(from.object());
  auto const given = detail::units_of<std::uint8_t>(to.object());
  std::int64_t const matches = detail::count_matches(units, wanted, 0, units.length, most);
  if (matches == 0) return text;
  std::int64_t const length = units.length + matches * (given.length - wanted.length);
  if (length == 0) return Str::empty();
  Str result = Str::adopt(detail::allocate_str(length, 1, true));
  std::uint8_t* out = result.object()->units();
  std::int64_t start = 0;
  for (std::int64_t i = 0; i < matches; ++i) {
    std::int64_t const found = detail::find_first(units, wanted, start, units.length);
    out = detail::copy_bytes(out, units.data + start, static_cast<std::size_t>(found - start));
    out = detail::copy_bytes(out, given.data, static_cast<std::size_t>(given.length));
    start = found + wanted.length;
  }
  detail::copy_bytes(out, units.data + start, static_cast<std::size_t>(units.length - start));
  return length == 1 ? Str::from_code_point(result[0]) : result;
}

}  // namespace

Result<Str> Str::replace(Object const& old_text, Object const& new_text, Object const& count) const {
  Str from = PASS(detail::str_argument(old_text, "replace", "1"));
  Str to = PASS(detail::str_argument(new_text, "replace", "2"));
  std::int64_t most = detail::limit(PASS(detail::index_argument(count)));
  if (most == 0 || !can_contain(*this, from) || from.length() > length() || from == to) return *this;
  if (from.is_empty()) return interleave(*this, to, most);
  if (is_ascii() && to.is_ascii()) return replace_ascii(*this, from, to, most);
  std::int64_t found = find_in(*this, from, 0, length());
  if (found < 0) return *this;
  StrBuilder builder(length());
  with_needle(*this, from, [&](auto units, auto wanted) {
    std::int64_t start = 0;
    for (; found >= 0 && most > 0; --most) {
      builder.append(*this, start, found);
      builder.append(to);
      start = found + from.length();
      found = detail::find_first(units, wanted, start, units.length);
    }
    builder.append(*this, start, length());
    return 0;
  });
  return builder.finish();
}

namespace {

Result<Str> partition_separator(Object const& separator) {
  if (!is_any_str(separator)) return raise_error(type_error_type, "must be str, not " + detail::type_name(separator));
  if (static_cast<Str const&>(separator).is_empty()) return raise_error(value_error_type, "empty separator");
  return word_cast<Str>(separator);
}

}  // namespace

Result<Tuple<Str, Str, Str>> Str::partition(Object const& sep) const {
  Str separator = PASS(partition_separator(sep));
  std::int64_t found = find_in(*this, separator, 0, length());
  if (found < 0) return Tuple<Str, Str, Str>::of(*this, empty(), empty());
  return Tuple<Str, Str, Str>::of(substring(0, found), separator, substring(found + separator.length(), length()));
}

Result<Tuple<Str, Str, Str>> Str::rpartition(Object const& sep) const {
  Str separator = PASS(partition_separator(sep));
  std::int64_t found = rfind_in(*this, separator, 0, length());
  if (found < 0) return Tuple<Str, Str, Str>::of(empty(), empty(), *this);
  return Tuple<Str, Str, Str>::of(substring(0, found), separator, substring(found + separator.length(), length()));
}

}  // namespace aiocc
