// Views of a str's units, and dispatch over their width: what the bodies of str's methods are written with.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "aiocc/objects/str.hpp"

namespace aiocc::detail {

/// Gives a StrObject's memory back; what is allocated is its length and what's spare.
void release_str(StrObject* text) noexcept;
/// Bytes of it and its text.
std::size_t size_of_str(StrObject const* text) noexcept;
/// The text as a plain str: itself, or a copy where it's an instance of a class derived from str.
Str exact_str(Object const& text) noexcept;

/// A view of `length` units.
template <class Unit>
struct Units {
  Unit const* data;
  std::int64_t length;

  Unit operator[](std::int64_t index) const noexcept { return data[index]; }
  Unit const* begin() const noexcept { return data; }
  Unit const* end() const noexcept { return data + length; }
  Units part(std::int64_t start, std::int64_t stop) const noexcept { return {data + start, stop - start}; }
};

template <class Unit>
Units<Unit> units_of(StrObject const* text) noexcept {
  return {text->units<Unit>(), text->length};
}

/// Calls `visit` with the text's units in their real width.
template <class Visit>
decltype(auto) visit_units(StrObject const* text, Visit&& visit) {
  if (text->width == 1) return visit(units_of<std::uint8_t>(text));
  if (text->width == 2) return visit(units_of<char16_t>(text));
  return visit(units_of<char32_t>(text));
}
template <class Visit>
decltype(auto) visit_units(Str const& text, Visit&& visit) {
  return visit_units(text.object(), std::forward<Visit>(visit));
}

/// The least width for code points up to `widest`.
inline std::uint8_t width_for(char32_t widest) noexcept { return widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4; }

/// The text's units in a width that is no narrower than its own.
template <class Unit>
class Widened {
 public:
  explicit Widened(StrObject const* text) {
    if (text->width == sizeof(Unit)) {
      units_ = units_of<Unit>(text);
      return;
    }
    visit_units(text, [&](auto units) {
      for (auto unit : units) copy_.push_back(static_cast<Unit>(unit));
    });
    units_ = {copy_.data(), text->length};
  }
  Units<Unit> units() const noexcept { return units_; }

 private:
  std::basic_string<Unit> copy_;
  Units<Unit> units_{};
};
template <>
class Widened<std::uint8_t> {
 public:
  explicit Widened(StrObject const* text) noexcept : units_(units_of<std::uint8_t>(text)) {}
  Units<std::uint8_t> units() const noexcept { return units_; }

 private:
  Units<std::uint8_t> units_;
};

/// The widest code point of some units, rounded up within its class (ASCII, Latin-1, 2 bytes, 4 bytes).
inline char32_t widest_of(Units<std::uint8_t> units) noexcept {
  std::int64_t i = 0;
  for (; i + 8 <= units.length; i += 8) {
    std::uint64_t chunk;
    std::memcpy(&chunk, units.data + i, 8);
    if (chunk & 0x8080808080808080u) return 0xFF;
  }
  for (; i < units.length; ++i)
    if (units[i] >= 0x80) return 0xFF;
  return 0x7F;
}
template <class Unit>
char32_t widest_of(Units<Unit> units) noexcept {
  char32_t bits = 0;
  for (Unit unit : units) bits |= unit;
  return bits;
}

/// Copies units into wider or equal ones.
template <class To, class From>
void copy_units(To* to, From const* from, std::int64_t count) noexcept {
  if constexpr (sizeof(To) == sizeof(From))
    std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(To));
  else
    for (std::int64_t i = 0; i < count; ++i) to[i] = static_cast<To>(from[i]);
}
/// Copies `from`'s units behind the first `at` of `to`, which is at least as wide.
void copy_text(StrObject* to, std::int64_t at, StrObject const* from, std::int64_t start, std::int64_t stop) noexcept;

/// A Str of these units in the least width that fits them.
template <class Unit>
Str str_of_units(Units<Unit> units) noexcept;

}  // namespace aiocc::detail
