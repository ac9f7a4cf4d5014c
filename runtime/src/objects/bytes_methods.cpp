// bytes: searching, splitting, stripping, padding, and the predicates.
#include <fmt/format.h>

#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"
#include "byte_transforms.hpp"
#include "convert_arguments.hpp"
#include "held_bytes.hpp"
#include "search.hpp"

namespace aiocc {

using detail::Units;

namespace {

using ByteUnits = Units<std::uint8_t>;

ByteUnits units_of(std::string_view view) noexcept {
  return {reinterpret_cast<std::uint8_t const*>(view.data()), static_cast<std::int64_t>(view.size())};
}
ByteUnits units_of(Bytes const& bytes) noexcept { return units_of(bytes.view()); }

Bytes part_of(Bytes const& bytes, std::int64_t start, std::int64_t stop) {
  if (start == 0 && stop == bytes.length()) return bytes;
  return Bytes::from(bytes.view().substr(static_cast<std::size_t>(start),
                                         static_cast<std::size_t>(std::max(stop - start, std::int64_t{0}))));
}

/// What is searched for: bytes, or an int as one byte.
Result<Bytes> needle_of(Object const& sub) {
  if (detail::has_buffer(sub)) return detail::buffer_bytes(sub);
  if (!type_of(sub)->slots.index)
    return raise_error(type_error_type,
                       "argument should be integer or bytes-like object, not '" + detail::type_name(sub) + "'");
  Int byte = PASS(operators::index(sub));
  if (byte < Int(0) || byte > Int(255)) return raise_error(value_error_type, "byte must be in range(0, 256)");
  char data = static_cast<char>(byte.small());
  return Bytes::from({&data, 1});
}

Result<std::int64_t> search(Bytes const& bytes, Object const& sub, Object const& start, Object const& end,
                            bool from_right) {
  Bytes needle = PASS(needle_of(sub));
  std::int64_t first, last;
  PASS(detail::range_arguments(start, end, bytes.length(), first, last));
  ByteUnits units = units_of(bytes), wanted = units_of(needle);
  return from_right ? detail::find_last(units, wanted, first, last) : detail::find_first(units, wanted, first, last);
}

Result<Int> found_or_error(Result<std::int64_t> found) {
  if (!found) return raised;
  if (found.value() < 0) return raise_error(value_error_type, "subsection not found");
  return Int(found.value());
}

bool matches_end(std::string_view view, std::string_view part, bool at_start) noexcept {
  return at_start ? view.starts_with(part) : view.ends_with(part);
}

Result<bool> match_ends(Bytes const& bytes, char const* method, Object const& given, Object const& start,
                        Object const& end, bool at_start) {
  Object const part = PASS(detail::without_buffer(given));
  std::int64_t first, last;
  PASS(detail::range_arguments(start, end, bytes.length(), first, last));
  bool is_tuple = is_instance(part, tuple_type);
  if (!is_tuple && !is_any_bytes(part))
    return raise_error(type_error_type, std::string(method) + " first arg must be bytes or a tuple of bytes, not " +
                                            detail::type_name(part));
  bool outside = first > last;
  std::string_view view =
      outside ? std::string_view()
              : bytes.view().substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
  if (!is_tuple) return !outside && matches_end(view, static_cast<Bytes const&>(part).view(), at_start);
  for (Object const& item : part.as<TupleObject>()->words()) {
    Bytes wanted = PASS(detail::bytes_like(item));
    if (!outside && matches_end(view, wanted.view(), at_start)) return true;
  }
  return false;
}

}  // namespace

Result<bool> Bytes::contains(Object const& item) const {
  if (detail::has_buffer(item)) return view().find(PASS(detail::buffer_bytes(item)).view()) != std::string_view::npos;
  if (!type_of(item)->slots.index) return PASS(detail::bytes_like(item)).bound();
  return view().find(PASS(needle_of(item)).view()) != std::string_view::npos;
}

Bytes Bytes::capitalize() const { return from(detail::capitalized(view())); }
Bytes Bytes::swapcase() const { return from(detail::case_swapped(view())); }
Bytes Bytes::title() const { return from(detail::titled(view())); }
bool Bytes::istitle() const noexcept { return detail::is_titled(view()); }
Result<Bytes> Bytes::expandtabs(Object const& tabsize) const {
  return from(detail::tabs_expanded(view(), PASS(detail::ssize_argument(tabsize))));
}
Result<Bytes> Bytes::translate(Object const& table, Object const& deleted) const {
  return from(PASS(detail::translated(view(), table, deleted)));
}
Result<Bytes> Bytes::maketrans(Object const& from, Object const& to) { return detail::translation_table(from, to); }

Result<Int> Bytes::find(Object const& sub, Object const& start, Object const& end) const {
  return Int(PASS(search(*this, sub, start, end, false)));
}
Result<Int> Bytes::rfind(Object const& sub, Object const& start, Object const& end) const {
  return Int(PASS(search(*this, sub, start, end, true)));
}
Result<Int> Bytes::index(Object const& sub, Object const& start, Object const& end) const {
  return found_or_error(search(*this, sub, start, end, false));
}
Result<Int> Bytes::rindex(Object const& sub, Object const& start, Object const& end) const {
  return found_or_error(search(*this, sub, start, end, true));
}

Result<Int> Bytes::count(Object const& sub, Object const& start, Object const& end) const {
  Bytes needle = PASS(needle_of(sub));
  std::int64_t first, last;
  PASS(detail::range_arguments(start, end, length(), first, last));
  return Int(detail::count_matches(units_of(*this), units_of(needle), first, last, INT64_MAX));
}

Result<bool> Bytes::startswith(Object const& prefix, Object const& start, Object const& end) const {
  return match_ends(*this, "startswith", prefix, start, end, true);
}
Result<bool> Bytes::endswith(Object const& suffix, Object const& start, Object const& end) const {
  return match_ends(*this, "endswith", suffix, start, end, false);
}

Result<Bytes> Bytes::removeprefix(Object const& prefix) const {
  Bytes part = PASS(detail::bytes_like(prefix));
  return view().starts_with(part.view()) ? part_of(*this, part.length(), length()) : *this;
}
Result<Bytes> Bytes::removesuffix(Object const& suffix) const {
  Bytes part = PASS(detail::bytes_like(suffix));
  return view().ends_with(part.view()) ? part_of(*this, 0, length() - part.length()) : *this;
}

namespace {

bool is_space(std::uint8_t byte) noexcept { return byte == ' ' || (byte >= 0x09 && byte <= 0x0D); }

Result<List<Bytes>> split_bytes(Bytes const& bytes, Object const& separator, Object const& max_split, bool reversed) {
  std::int64_t most = detail::limit(PASS(detail::index_argument(max_split)));
  auto pieces = List<Bytes>::of();
  auto emit = [&](std::int64_t start, std::int64_t stop) { pieces.append(part_of(bytes, start, stop)); };
  ByteUnits units = units_of(bytes);
  if (separator.is(None)) {
    reversed ? detail::split_by_space_reversed(units, most, is_space, emit)
             : detail::split_by_space(units, most, is_space, emit);
  } else {
    Bytes wanted = PASS(detail::bytes_like(separator));
    if (wanted.length() == 0) return raise_error(value_error_type, "empty separator");
    reversed ? detail::split_by_reversed(units, units_of(wanted), most, emit)
             : detail::split_by(units, units_of(wanted), most, emit);
  }
  if (reversed) pieces.reverse();
  return pieces;
}

Result<Bytes> strip_bytes(Bytes const& bytes, Object const& set, detail::Side side) {
  ByteUnits units = units_of(bytes);
  if (set.is(None)) {
    auto [start, stop] = detail::stripped(units, side, is_space);
    return part_of(bytes, start, stop);
  }
  Bytes dropped = PASS(detail::bytes_like(set));
  auto [start, stop] = detail::stripped(units, side, [&](std::uint8_t byte) {
    return dropped.view().find(static_cast<char>(byte)) != std::string_view::npos;
  });
  return part_of(bytes, start, stop);
}

}  // namespace

Result<List<Bytes>> Bytes::split(Object const& sep, Object const& maxsplit) const {
  return split_bytes(*this, sep, maxsplit, false);
}
Result<List<Bytes>> Bytes::rsplit(Object const& sep, Object const& maxsplit) const {
  return split_bytes(*this, sep, maxsplit, true);
}

Result<List<Bytes>> Bytes::splitlines(Object const& keepends) const {
  bool keep = PASS(operators::truth(keepends));
  auto lines = List<Bytes>::of();
  detail::split_lines(
      units_of(*this), keep, [](std::uint8_t byte) { return byte == '\n' || byte == '\r'; },
      [&](std::int64_t start, std::int64_t stop) { lines.append(part_of(*this, start, stop)); });
  return lines;
}

Result<Bytes> Bytes::strip(Object const& bytes) const { return strip_bytes(*this, bytes, detail::Side::Both); }
Result<Bytes> Bytes::lstrip(Object const& bytes) const { return strip_bytes(*this, bytes, detail::Side::Left); }
Result<Bytes> Bytes::rstrip(Object const& bytes) const { return strip_bytes(*this, bytes, detail::Side::Right); }

namespace {

Result<Tuple<Bytes, Bytes, Bytes>> partition_bytes(Bytes const& bytes, Object const& separator, bool from_right) {
  using Parts = Tuple<Bytes, Bytes, Bytes>;
  Bytes wanted = PASS(detail::bytes_like(separator));
  if (wanted.length() == 0) return raise_error(value_error_type, "empty separator");
  std::size_t found = from_right ? bytes.view().rfind(wanted.view()) : bytes.view().find(wanted.view());
  if (found == std::string_view::npos) return from_right ? Parts::of(""_b, ""_b, bytes) : Parts::of(bytes, ""_b, ""_b);
  auto at = static_cast<std::int64_t>(found);
  return Parts::of(part_of(bytes, 0, at), wanted, part_of(bytes, at + wanted.length(), bytes.length()));
}

}  // namespace

Result<Tuple<Bytes, Bytes, Bytes>> Bytes::partition(Object const& sep) const {
  return partition_bytes(*this, sep, false);
}
Result<Tuple<Bytes, Bytes, Bytes>> Bytes::rpartition(Object const& sep) const {
  return partition_bytes(*this, sep, true);
}

Result<Bytes> Bytes::join(Object const& iterable) const {
  if (!type_of(iterable)->slots.iter && !type_of(iterable)->slots.get_item)
    return raise_error(type_error_type, "can only join an iterable");
  Object list = PASS(list_from(PASS(get_iter(iterable))));
  std::string joined;
  auto const& items = list.as<ListObject>()->items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!detail::has_plain_buffer(items[i]))
      return raise_error(type_error_type, fmt::format("sequence item {}: expected a bytes-like object, {} found", i,
                                                      detail::type_name(items[i])));
    if (i > 0) joined += view();
    joined += PASS(detail::buffer_bytes(items[i])).view();
  }
  return Bytes::from(joined);
}

Result<Bytes> Bytes::replace(Object const& old_bytes, Object const& new_bytes, Object const& count) const {
  Bytes from = PASS(detail::bytes_like(old_bytes));
  Bytes to = PASS(detail::bytes_like(new_bytes));
  std::int64_t most = detail::limit(PASS(detail::index_argument(count)));
  std::string result;
  std::size_t at = 0;
  for (; most > 0; --most) {
    std::size_t found = view().find(from.view(), at);
    if (found == std::string_view::npos || (from.length() == 0 && at > view().size())) break;
    result += view().substr(at, found - at);
    result += to.view();
    at = found + from.view().size();
    if (from.length() != 0) continue;
    if (at < view().size()) result += view()[at];
    ++at;
  }
  if (at < view().size()) result += view().substr(at);
  return Bytes::from(result);
}

namespace {

Result<char> fill_byte(Object const& given, char const* method) {
  Object const fill = PASS(detail::without_buffer(given));
  if (!is_any_bytes(fill) || static_cast<Bytes const&>(fill).length() != 1)
    return raise_error(
        type_error_type,
        std::string(method) + "() argument 2 must be a byte string of length 1, not " +
            (is_any_bytes(fill) ? "a bytes object of length " + std::to_string(static_cast<Bytes const&>(fill).length())
                                : detail::type_name(fill)));
  return static_cast<Bytes const&>(fill).view()[0];
}

Bytes padded(Bytes const& bytes, std::int64_t left, std::int64_t right, char fill) {
  auto count = [](std::int64_t number) { return static_cast<std::size_t>(std::max<std::int64_t>(number, 0)); };
  if (left <= 0 && right <= 0) return bytes;
  return Bytes::from(std::string(count(left), fill) + std::string(bytes.view()) + std::string(count(right), fill));
}

}  // namespace

Result<Bytes> Bytes::center(Object const& width, Object const& fill) const {
  std::int64_t wanted = PASS(detail::ssize_argument(width));
  char byte = PASS(fill_byte(fill, "center"));
  std::int64_t margin = std::max<std::int64_t>(wanted - length(), 0);
  std::int64_t left = margin / 2 + (margin & wanted & 1);
  return padded(*this, left, margin - left, byte);
}
Result<Bytes> Bytes::ljust(Object const& width, Object const& fill) const {
  std::int64_t wanted = PASS(detail::ssize_argument(width));
  return padded(*this, 0, wanted - length(), PASS(fill_byte(fill, "ljust")));
}
Result<Bytes> Bytes::rjust(Object const& width, Object const& fill) const {
  std::int64_t wanted = PASS(detail::ssize_argument(width));
  return padded(*this, wanted - length(), 0, PASS(fill_byte(fill, "rjust")));
}
Result<Bytes> Bytes::zfill(Object const& width) const {
  std::int64_t zeros = PASS(detail::ssize_argument(width)) - length();
  if (zeros <= 0) return *this;
  std::string text(view());
  text.insert(!text.empty() && (text[0] == '+' || text[0] == '-'), static_cast<std::size_t>(zeros), '0');
  return Bytes::from(text);
}

namespace {

bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

template <class Predicate>
bool all_of(std::string_view view, Predicate predicate) noexcept {
  return !view.empty() && std::all_of(view.begin(), view.end(), predicate);
}

template <class Map>
Bytes mapped(Bytes const& bytes, Map map) {
  Bytes result = Bytes::allocate(bytes.length());
  std::transform(bytes.view().begin(), bytes.view().end(), result.object()->data(), map);
  return result;
}

}  // namespace

Bytes Bytes::upper() const {
  return mapped(*this, [](char c) { return is_lower(c) ? static_cast<char>(c & ~0x20) : c; });
}
Bytes Bytes::lower() const {
  return mapped(*this, [](char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; });
}
bool Bytes::isalpha() const noexcept {
  return all_of(view(), [](char c) { return is_upper(c) || is_lower(c); });
}
bool Bytes::isdigit() const noexcept { return all_of(view(), is_digit); }
bool Bytes::isalnum() const noexcept {
  return all_of(view(), [](char c) { return is_upper(c) || is_lower(c) || is_digit(c); });
}
bool Bytes::isspace() const noexcept {
  return all_of(view(), [](char c) { return is_space(static_cast<std::uint8_t>(c)); });
}
bool Bytes::isupper() const noexcept {
  return std::any_of(view().begin(), view().end(), is_upper) && std::none_of(view().begin(), view().end(), is_lower);
}
bool Bytes::islower() const noexcept {
  return std::any_of(view().begin(), view().end(), is_lower) && std::none_of(view().begin(), view().end(), is_upper);
}
bool Bytes::isascii() const noexcept { return detail::widest_of(units_of(*this)) < 0x80; }

Result<Str> Bytes::hex(Object const& separator, Object const& bytes_per_separator) const {
  std::int64_t group = PASS(detail::index_argument(bytes_per_separator));
  std::string between;
  if (separator.bound()) {
    std::int64_t size = PASS(operators::length(separator));
    if (size != 1) return raise_error(value_error_type, "sep must be length 1.");
    if (!is_any_str(separator) && !is_any_bytes(separator))
      return raise_error(type_error_type, "sep must be str or bytes.");
    between = is_any_str(separator) ? static_cast<Str const&>(separator).utf8()
                                    : std::string(static_cast<Bytes const&>(separator).view());
    if (static_cast<unsigned char>(between[0]) >= 0x80) return raise_error(value_error_type, "sep must be ASCII.");
  }
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * static_cast<std::size_t>(length()));
  bool const has_groups = group != 0 && !between.empty();
  for (std::int64_t i = 0; i < length(); ++i) {
    // Groups are counted from the right, or from the left where the number is negative.
    std::int64_t const position = group > 0 ? length() - i : i;
    if (has_groups && i > 0 && position % std::abs(group) == 0) text += between;
    text += digits[(*this)[i] >> 4];
    text += digits[(*this)[i] & 15];
  }
  return Str::from_latin1(text);
}

Result<Bytes> Bytes::fromhex(Object const& text) {
  Str source = PASS(detail::str_argument(text, "fromhex", ""));
  auto digit = [&](std::int64_t at) -> int {
    char32_t code = at < source.length() ? source[at] : 0;
    if (code >= '0' && code <= '9') return static_cast<int>(code - '0');
    char32_t lower = code | 0x20;
    return code < 0x80 && lower >= 'a' && lower <= 'f' ? static_cast<int>(lower - 'a') + 10 : -1;
  };
  std::string result;
  for (std::int64_t at = 0; at < source.length(); at += 2) {
    while (at < source.length() && source[at] < 0x80 && is_space(static_cast<std::uint8_t>(source[at]))) ++at;
    if (at == source.length()) break;
    std::int64_t wrong = digit(at) < 0 ? at : digit(at + 1) < 0 ? at + 1 : -1;
    if (wrong >= 0)
      return raise_error(value_error_type,
                         fmt::format("non-hexadecimal number found in fromhex() arg at position {}", wrong));
    result += static_cast<char>(digit(at) << 4 | digit(at + 1));
  }
  return Bytes::from(result);
}

}  // namespace aiocc
