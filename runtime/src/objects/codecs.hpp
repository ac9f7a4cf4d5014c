// Encoding and decoding: UTF-8, UTF-16, UTF-32, tables of characters and escapes, with their error handlers.
#pragma once

#include <string>
#include <string_view>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/str_builder.hpp"

namespace aiocc::detail {

/// Appends `text` in UTF-8; what can't be encoded is up to the handler `errors` ("strict" raises UnicodeEncodeError).
Result<void> encode_utf8(Str const& text, Str const& errors, std::string& output);
Result<Str> decode_utf8(std::string_view bytes, Str const& errors);
/// In any of the encodings that aiocc knows; LookupError for others.
Result<Bytes> encode(Str const& text, Str const& encoding, Str const& errors);
Result<Str> decode(std::string_view bytes, Str const& encoding, Str const& errors);

/// UTF-16 and UTF-32, in units of 2 or 4 bytes. Those without an order of bytes in their name begin with a mark that tells.
struct WideCodec {
  char const* name = nullptr;
  std::size_t unit = 0;
  bool big_endian = false;
  bool marked = false;
};
Result<void> encode_wide(Str const& text, WideCodec const& codec, Str const& errors, std::string& output);
Result<Str> decode_wide(std::string_view bytes, WideCodec codec, Str const& errors);

/// Encodings of one byte per character that have a table. Null where `key`, in lower case with hyphens, means none of them.
struct CharacterMap;
CharacterMap const* find_character_map(std::string_view key);
Result<void> encode_charmap(Str const& text, CharacterMap const& map, Str const& errors, std::string& output);
Result<Str> decode_charmap(std::string_view bytes, CharacterMap const& map, Str const& errors);

/// Text as in a string literal: unicode_escape, or raw_unicode_escape, which knows only `\u` and `\U`.
void encode_escape(Str const& text, bool is_raw, std::string& output);
Result<Str> decode_escape(std::string_view bytes, bool is_raw, Str const& errors);

// What codecs do where they can't go on.

/// `\x`, `\u` or `\U` with as many digits as the code point needs.
std::string numeric_escape_of(char32_t code);
bool is_surrogate(char32_t code) noexcept;
Raised raise_unicode_error(Type& type, char const* codec, Object const& object, std::int64_t start, std::int64_t end,
                           char const* reason);
/// What the handler `errors` makes of the code points [start, end), which `codec` doesn't have.
Result<void> handle_encode_error(Str const& text, char const* codec, Str const& errors, std::int64_t start,
                                 std::int64_t end, char const* reason, std::string& output);
/// Bytes [start, end) can't be decoded.
Result<void> handle_decode_error(std::string_view bytes, char const* codec, Str const& errors, std::size_t start,
                                 std::size_t end, char const* reason, StrBuilder& builder);

}  // namespace aiocc::detail
