// Rows of unicodedata's tables, and what normal forms need of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace aiocc::unicodedata {

struct Record {
  char const* category;
  char const* bidirectional;
  std::uint8_t combining;
  char const* width;
  std::uint8_t mirrored;
};

/// A character that can be taken apart into `count` ones, from `first` on; a tag that isn't 0 says that they only look alike.
struct Decomposition {
  char32_t code;
  std::uint16_t first;
  std::uint8_t count;
  std::uint8_t tag;
  /// The two parts make the character up again.
  bool composes;
};

struct Number {
  char32_t code;
  /// -1 where it's none.
  std::int8_t decimal;
  std::int8_t digit;
  std::int64_t numerator;
  std::int64_t denominator;
};

struct Parts {
  std::span<char32_t const> codes;
  bool is_canonical = false;
};

/// Characters whose names are the prefix and their code.
struct NamedRange {
  char32_t first;
  char32_t last;
  char const* prefix;
};

/// Empty where the character has none.
std::string name_of(char32_t code);
/// The character or the sequence of that name, whatever the case; empty where there's none.
std::u32string named(std::string_view name);

int combining_class(char32_t code) noexcept;
/// What a character is made of, but for Hangul's; empty where it's one piece.
Parts parts_of(char32_t code) noexcept;
std::span<Decomposition const> all_decompositions() noexcept;
char32_t part(std::size_t index) noexcept;

}  // namespace aiocc::unicodedata
