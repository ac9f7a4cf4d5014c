// Encodings of one byte per character other than Latin-1 and ASCII: the C library's `iconv` has their tables.
#include <iconv.h>

#include <array>
#include <cerrno>
#include <string>
#include <unordered_map>

#include "codecs.hpp"

namespace aiocc::detail {

/// What each byte means, and back.
struct CharacterMap {
  static constexpr char32_t undefined = 0xFFFF'FFFF;

  std::array<char32_t, 256> codes;
  std::unordered_map<char32_t, unsigned char> bytes;
};

namespace {

constexpr char const* codec_name = "charmap";
constexpr char const* reason = "character maps to <undefined>";

/// Code pages whose tables are the same everywhere; in 1255 and 1258 characters combine, which makes `iconv` wait for the next byte.
constexpr std::string_view code_pages[] = {"037",  "437",  "500",  "737",  "775",  "850",  "852",  "855", "857", "858",
                                           "860",  "861",  "862",  "863",  "864",  "865",  "866",  "869", "874", "1125",
                                           "1140", "1250", "1251", "1252", "1253", "1254", "1256", "1257"};
constexpr std::string_view iso_parts[] = {"2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "13", "14", "15", "16"};

struct Alias {
  std::string_view key;
  char const* table;
};
constexpr Alias aliases[] = {
    {"koi8-r", "KOI8-R"},      {"cskoi8r", "KOI8-R"},      {"koi8-u", "KOI8-U"},      {"latin2", "ISO-8859-2"},
    {"latin3", "ISO-8859-3"},  {"latin4", "ISO-8859-4"},   {"latin5", "ISO-8859-9"},  {"latin6", "ISO-8859-10"},
    {"latin7", "ISO-8859-13"}, {"latin8", "ISO-8859-14"},  {"latin9", "ISO-8859-15"}, {"latin10", "ISO-8859-16"},
    {"l2", "ISO-8859-2"},      {"l3", "ISO-8859-3"},       {"l4", "ISO-8859-4"},      {"l5", "ISO-8859-9"},
    {"l6", "ISO-8859-10"},     {"l7", "ISO-8859-13"},      {"l8", "ISO-8859-14"},     {"l9", "ISO-8859-15"},
    {"l10", "ISO-8859-16"},    {"cyrillic", "ISO-8859-5"}, {"arabic", "ISO-8859-6"},  {"greek", "ISO-8859-7"},
    {"hebrew", "ISO-8859-8"},  {"thai", "ISO-8859-11"},
};

template <std::size_t count>
bool has(std::string_view const (&names)[count], std::string_view name) noexcept {
  for (std::string_view known : names)
    if (known == name) return true;
  return false;
}

/// `iconv`'s name of the table that `key` means; empty where it means none.
std::string table_of(std::string_view key) {
  for (Alias const& alias : aliases)
    if (key == alias.key) return alias.table;
  for (std::string_view prefix : {"iso8859-", "iso-8859-"})
    if (key.starts_with(prefix) && has(iso_parts, key.substr(prefix.size())))
      return "ISO-8859-" + std::string(key.substr(prefix.size()));
  for (std::string_view prefix : {"windows-", "cp", "ibm", ""})
    if (key.starts_with(prefix) && has(code_pages, key.substr(prefix.size())))
      return "CP" + std::string(key.substr(prefix.size()));
  return "";
}

/// Null where the C library doesn't know the table.
CharacterMap const* read_map(std::string const& table) {
  iconv_t const converter = iconv_open("UTF-32LE", table.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return nullptr;
  auto* const map = new CharacterMap;
  for (unsigned byte = 0; byte < map->codes.size(); ++byte) {
    char input = static_cast<char>(byte);
    char* from = &input;
    std::size_t from_left = 1;
    unsigned char output[4] = {};
    char* to = reinterpret_cast<char*>(output);
    std::size_t to_left = sizeof output;
    bool const is_read = iconv(converter, &from, &from_left, &to, &to_left) == 0 && to_left == 0;
    map->codes[byte] =
        is_read ? output[0] | char32_t{output[1]} << 8 | char32_t{output[2]} << 16 : CharacterMap::undefined;
    if (is_read) map->bytes.try_emplace(map->codes[byte], static_cast<unsigned char>(byte));
  }
  iconv_close(converter);
  return map;
}

}  // namespace

CharacterMap const* find_character_map(std::string_view key) {
  // Kept for the life of the program, as the values of the other codecs' tables are.
  static auto* const maps = new std::unordered_map<std::string, CharacterMap const*>;
  std::string const table = table_of(key);
  if (table.empty()) return nullptr;
  auto const [place, is_new] = maps->try_emplace(table, nullptr);
  if (is_new) place->second = read_map(table);
  return place->second;
}

Result<void> encode_charmap(Str const& text, CharacterMap const& map, Str const& errors, std::string& output) {
  std::int64_t const length = text.length();
  for (std::int64_t at = 0; at < length;) {
    auto const found = map.bytes.find(text[at]);
    if (found != map.bytes.end()) {
      output += static_cast<char>(found->second);
      ++at;
      continue;
    }
    std::int64_t const start = at;
    while (at < length && !map.bytes.contains(text[at])) ++at;
    PASS(handle_encode_error(text, codec_name, errors, start, at, reason, output));
  }
  return {};
}

Result<Str> decode_charmap(std::string_view bytes, CharacterMap const& map, Str const& errors) {
  StrBuilder builder(static_cast<std::int64_t>(bytes.size()));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    char32_t const code = map.codes[static_cast<unsigned char>(bytes[at])];
    if (code == CharacterMap::undefined)
      PASS(handle_decode_error(bytes, codec_name, errors, at, at + 1, reason, builder));
    else
      builder.append(code);
  }
  return builder.finish();
}

}  // namespace aiocc::detail
