// Normal forms of Unicode (UAX 15): characters are taken apart, marks put in order, and pairs composed again.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/stdlib/unicodedata.hpp"
#include "unicodedata.hpp"

namespace aiocc::unicodedata {

namespace {

// Hangul's syllables are computed: a leading consonant, a vowel, and maybe a trailing consonant.
constexpr char32_t first_syllable = 0xAC00, first_leading = 0x1100, first_vowel = 0x1161, before_trailing = 0x11A7;
constexpr char32_t leading_count = 19, vowel_count = 21, trailing_count = 28;
constexpr char32_t syllable_count = leading_count * vowel_count * trailing_count;

struct Form {
  bool composes;
  bool is_compatible;
};

void take_apart(char32_t code, bool is_compatible, std::u32string& output) {
  if (code - first_syllable < syllable_count) {
    char32_t const syllable = code - first_syllable;
    output += first_leading + syllable / (vowel_count * trailing_count);
    output += first_vowel + syllable % (vowel_count * trailing_count) / trailing_count;
    if (char32_t const trailing = syllable % trailing_count) output += before_trailing + trailing;
    return;
  }
  Parts const parts = parts_of(code);
  if (parts.codes.empty() || (!parts.is_canonical && !is_compatible)) {
    output += code;
    return;
  }
  for (char32_t const each : parts.codes) take_apart(each, is_compatible, output);
}

void put_marks_in_order(std::u32string& text) {
  auto by_class = [](char32_t left, char32_t right) { return combining_class(left) < combining_class(right); };
  for (auto start = text.begin(); start != text.end();) {
    if (combining_class(*start) == 0) {
      ++start;
      continue;
    }
    auto const end = std::find_if(start, text.end(), [](char32_t code) { return combining_class(code) == 0; });
    // Few marks stand together: each goes behind those of its class and before those of higher ones.
    for (auto mark = start; mark != end; ++mark)
      std::rotate(std::upper_bound(start, mark, *mark, by_class), mark, mark + 1);
    start = end;
  }
}

/// The character that two make up; 0 for most.
char32_t composed(char32_t first, char32_t second) {
  if (first - first_leading < leading_count && second - first_vowel < vowel_count)
    return first_syllable + ((first - first_leading) * vowel_count + (second - first_vowel)) * trailing_count;
  if (first - first_syllable < syllable_count && (first - first_syllable) % trailing_count == 0 &&
      second > before_trailing && second - before_trailing < trailing_count)
    return first + (second - before_trailing);
  static auto const& pairs = *[] {
    auto* made = new std::unordered_map<std::uint64_t, char32_t>;
    for (Decomposition const& row : all_decompositions())
      if (row.composes) (*made)[std::uint64_t{part(row.first)} << 32 | part(row.first + 1u)] = row.code;
    return made;
  }();
  auto const found = pairs.find(std::uint64_t{first} << 32 | second);
  return found == pairs.end() ? 0 : found->second;
}

std::u32string compose(std::u32string const& text) {
  std::u32string output;
  std::size_t starter = std::u32string::npos;
  int last_class = 0;
  for (char32_t const code : text) {
    int const own_class = combining_class(code);
    bool const is_blocked = starter == std::u32string::npos || (output.size() - 1 > starter && last_class >= own_class);
    if (char32_t const made = is_blocked ? 0 : composed(output[starter], code)) {
      output[starter] = made;
      continue;
    }
    if (own_class == 0) starter = output.size();
    last_class = own_class;
    output += code;
  }
  return output;
}

Result<Form> form_named(Object const& name) {
  if (!is_any_str(name))
    return raise_error(type_error_type, std::string("normalize() argument 1 must be str, not ") + type_of(name)->name);
  std::string const text = static_cast<Str const&>(name).utf8();
  if (text == "NFC") return Form{true, false};
  if (text == "NFKC") return Form{true, true};
  if (text == "NFD") return Form{false, false};
  if (text == "NFKD") return Form{false, true};
  return raise_error(value_error_type, "invalid normalization form");
}

}  // namespace

Result<Str> normalize(Object const& form, Object const& text) {
  Form const wanted = PASS(form_named(form));
  if (!is_any_str(text))
    return raise_error(type_error_type, std::string("normalize() argument 2 must be str, not ") + type_of(text)->name);
  auto const& given = static_cast<Str const&>(text);
  if (given.is_ascii()) return given;
  std::u32string apart;
  for (char32_t const code : given.code_points()) take_apart(code, wanted.is_compatible, apart);
  put_marks_in_order(apart);
  return Str::from_code_points(wanted.composes ? compose(apart) : apart);
}

Result<bool> is_normalized(Object const& form, Object const& text) {
  Str const normal = PASS(normalize(form, text));
  return normal == static_cast<Str const&>(text);
}

}  // namespace aiocc::unicodedata
