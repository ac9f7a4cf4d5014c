// Names of characters: unpacked when a program first asks for one.
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "unicodedata.hpp"

namespace aiocc::unicodedata {

namespace {

#include "unicodedata_names.inc"

// Hangul's syllables are named after their letters.
constexpr char32_t first_syllable = 0xAC00, syllable_count = 11172, vowel_count = 21, trailing_count = 28;
constexpr char const* leading[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                   "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
constexpr char const* vowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                  "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr char const* trailing[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
                                    "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
constexpr std::string_view syllable_prefix = "HANGUL SYLLABLE ";

std::string syllable_name(char32_t code) {
  char32_t const syllable = code - first_syllable;
  return std::string(syllable_prefix) + leading[syllable / (vowel_count * trailing_count)] +
         vowels[syllable % (vowel_count * trailing_count) / trailing_count] + trailing[syllable % trailing_count];
}

struct Names {
  std::string text;
  /// In the order of the codes.
  std::vector<std::pair<char32_t, std::string_view>> by_code;
  std::unordered_map<std::string_view, std::u32string> by_name;

  Names() : text(text_size, '\0') {
    uLongf size = text_size;
    uncompress(reinterpret_cast<Bytef*>(text.data()), &size, reinterpret_cast<Bytef const*>(packed), packed_size);
    char32_t last = 0;
    for (std::string_view rest = text; !rest.empty();) {
      std::string_view const line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      add(line, last);
    }
  }

 private:
  void add(std::string_view line, char32_t& last) {
    std::size_t const blank = line.find(' ');
    std::string_view const name = line.substr(blank + 1);
    if (line.front() == '=') {
      by_name.emplace(name, codes_in(std::string(line.substr(1, blank - 1))));
      return;
    }
    last += static_cast<char32_t>(std::stoul(std::string(line.substr(0, blank)), nullptr, 16));
    by_code.emplace_back(last, name);
    by_name.emplace(name, std::u32string(1, last));
  }

  static std::u32string codes_in(std::string const& list) {
    std::u32string codes;
    for (std::size_t start = 0; start < list.size();) {
      std::size_t used = 0;
      codes += static_cast<char32_t>(std::stoul(list.substr(start), &used, 16));
      start += used + 1;
    }
    return codes;
  }
};

Names const& all_names() {
  static Names const& names = *new Names;
  return names;
}

}  // namespace

std::string name_of(char32_t code) {
  if (code - first_syllable < syllable_count) return syllable_name(code);
  for (NamedRange const& range : ranges)
    if (code >= range.first && code <= range.last)
      return fmt::format("{}{:04X}", range.prefix, static_cast<std::uint32_t>(code));
  auto const& names = all_names().by_code;
  auto const found = std::lower_bound(names.begin(), names.end(), code,
                                      [](auto const& entry, char32_t wanted) { return entry.first < wanted; });
  return found != names.end() && found->first == code ? std::string(found->second) : std::string();
}

std::u32string named(std::string_view name) {
  std::string upper(name);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (auto const found = all_names().by_name.find(upper); found != all_names().by_name.end()) return found->second;
  if (upper.starts_with(syllable_prefix))
    for (char32_t code = first_syllable; code < first_syllable + syllable_count; ++code)
      if (syllable_name(code) == upper) return {code};
  for (NamedRange const& range : ranges)
    for (char32_t code = range.first; upper.starts_with(range.prefix) && code <= range.last; ++code)
      if (name_of(code) == upper) return {code};
  return {};
}

}  // namespace aiocc::unicodedata
