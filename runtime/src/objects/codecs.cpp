// Encoding and decoding: UTF-8, Latin-1 and ASCII, and which codec a name means.
#include "codecs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "core.hpp"
#include "text.hpp"

namespace aiocc::detail {

/// Null where the program hasn't linked it.
[[gnu::weak]] std::string character_name(char32_t code);

namespace {

enum class Encoding { Utf8, Utf8Signed, Latin1, Ascii, Wide, Escape, RawEscape, Charmap, Unknown };

struct Codec {
  Encoding encoding = Encoding::Unknown;
  WideCodec wide = {};
  CharacterMap const* map = nullptr;
};

using Aliases = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view key, Aliases aliases) {
  return std::find(aliases.begin(), aliases.end(), key) != aliases.end();
}

/// Encodings of CPython's that the runtime hasn't. What is neither there nor here is an unknown encoding there too.
bool is_missing(std::string_view key) {
  for (std::string_view prefix : {"mac-", "euc-", "iso2022-", "iso-2022-", "shift-jis", "windows-125"})
    if (key.starts_with(prefix)) return true;
  return is_one_of(
      key, {"cp273",     "cp424",  "cp720",  "cp856",   "cp932",     "cp949",   "cp950", "cp1006", "cp1026",  "cp1255",
            "cp1258",    "koi8-t", "kz1048", "ptcp154", "hp-roman8", "tis-620", "gbk",   "gb2312", "gb18030", "big5",
            "big5hkscs", "sjis",   "utf-7",  "utf7",    "punycode",  "idna",    "hz",    "johab"});
}

/// Case, and the difference between `-`, `_` and blanks, don't count.
std::string key_of(Str const& name) {
  std::string key;
  for (char c : name.utf8()) key += c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return key;
}

Codec find_codec(std::string_view key) {
  if (is_one_of(key, {"utf-8", "utf8", "u8", "utf", "cp65001"})) return {Encoding::Utf8};
  if (is_one_of(key, {"utf-8-sig", "utf8-sig"})) return {Encoding::Utf8Signed};
  if (is_one_of(key, {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1", "latin"}))
    return {Encoding::Latin1};
  if (is_one_of(key, {"ascii", "us-ascii", "646", "ansi-x3.4-1968"})) return {Encoding::Ascii};
  if (is_one_of(key, {"utf-16", "utf16", "u16"})) return {Encoding::Wide, {"utf-16", 2, false, true}};
  if (is_one_of(key, {"utf-16-le", "utf-16le", "utf16-le"})) return {Encoding::Wide, {"utf-16-le", 2, false, false}};
  if (is_one_of(key, {"utf-16-be", "utf-16be", "utf16-be"})) return {Encoding::Wide, {"utf-16-be", 2, true, false}};
  if (is_one_of(key, {"utf-32", "utf32", "u32"})) return {Encoding::Wide, {"utf-32", 4, false, true}};
  if (is_one_of(key, {"utf-32-le", "utf-32le", "utf32-le"})) return {Encoding::Wide, {"utf-32-le", 4, false, false}};
  if (is_one_of(key, {"utf-32-be", "utf-32be", "utf32-be"})) return {Encoding::Wide, {"utf-32-be", 4, true, false}};
  if (key == "unicode-escape") return {Encoding::Escape};
  if (key == "raw-unicode-escape") return {Encoding::RawEscape};
  if (CharacterMap const* map = find_character_map(key)) return {Encoding::Charmap, {}, map};
  return {};
}

/// Encodings of bytes as bytes, or of texts as texts, by CPython's names and aliases: only the module codecs converts by them.
bool is_transform(std::string_view key) {
  return is_one_of(
      key, {"base64", "base-64", "base64-codec", "bz2", "bz2-codec", "hex", "hex-codec", "quopri", "quopri-codec",
            "quoted-printable", "quotedprintable", "rot13", "rot-13", "uu", "uu-codec", "zip", "zlib", "zlib-codec"});
}

Raised raise_no_codec(Str const& name, char const* function) {
  if (is_transform(key_of(name)))
    return raise_error(
        lookup_error_type,
        fmt::format("'{}' is not a text encoding; use codecs.{}() to handle arbitrary codecs", name.utf8(), function));
  if (is_missing(key_of(name)))
    return raise_error(not_implemented_error_type, "aiocc doesn't have the encoding " + name.utf8());
  return raise_error(lookup_error_type, "unknown encoding: " + name.utf8());
}

/// Calls `name` of the module codecs, which knows what the program registered there; false where the program doesn't have it, or where the answer is None.
Result<bool> ask_registry(Str const& name, std::initializer_list<Object> args, Object& answer) {
  Object const module = dict_value(as_dict(module_registry()), "codecs"_s);
  Object function;
  if (!module.bound() || !PASS(operators::find_attr(module, name, function))) return false;
  answer = PASS(call_array(function, args.begin(), args.size()));
  return !answer.is(None);
}

constexpr std::string_view signature = "\xef\xbb\xbf";

/// The names that CPython knows without asking the module codecs (PyUnicode_AsEncodedString, PyUnicode_Decode).
bool is_shortcut(std::string_view key) {
  return is_one_of(key, {"utf-8", "utf8", "utf-16", "utf16", "utf-32", "utf32", "ascii", "us-ascii", "latin1",
                         "latin-1", "iso-8859-1", "iso8859-1"});
}

/// What codecs that have been looked up add to their errors (CPython: _PyCodec_EncodeInternal).
template <class T>
Result<T> noted(Result<T> result, Str const& encoding, char const* doing) {
  if (result || is_shortcut(key_of(encoding))) [[likely]]
    return result;
  Ref<BaseException> const error = take_error();
  Str const note = Str::from_utf8(fmt::format("{} with '{}' codec failed", doing, encoding.utf8()));
  PASS(call(PASS(operators::get_attr(error, "add_note"_s)), note));
  return restore_error(error);
}

}  // namespace

std::string numeric_escape_of(char32_t code) {
  auto value = static_cast<std::uint32_t>(code);
  return code < 0x100     ? fmt::format("\\x{:02x}", value)
         : code < 0x10000 ? fmt::format("\\u{:04x}", value)
                          : fmt::format("\\U{:08x}", value);
}

bool is_surrogate(char32_t code) noexcept { return code >= 0xD800 && code < 0xE000; }

Raised raise_unicode_error(Type& type, char const* codec, Object const& object, std::int64_t start, std::int64_t end,
                           char const* reason) {
  Result<Object> exception =
      call(box(type), Str::from_utf8(codec), object, Int(start), Int(end), Str::from_utf8(reason));
  if (!exception) return raised;
  return raise(std::move(exception).value());
}

namespace {

Result<std::string> named_escape_of(char32_t code) {
  if (!character_name)
    return raise_error(not_implemented_error_type,
                       "aiocc has the error handler namereplace only where the program's text names it");
  std::string const name = character_name(code);
  return name.empty() ? numeric_escape_of(code) : "\\N{" + name + "}";
}

Raised unknown_handler(Str const& errors) {
  return raise_error(lookup_error_type, "unknown error handler name '" + errors.utf8() + "'");
}

/// What a handler that the program registered puts in place of [start, end).
Result<Object> ask_handler(Type& type, char const* codec, Object const& object, Str const& errors, std::int64_t start,
                           std::int64_t end, char const* reason) {
  Object replacement;
  Object const error =
      PASS(call(box(type), Str::from_utf8(codec), object, Int(start), Int(end), Str::from_utf8(reason)));
  if (!PASS(ask_registry("_handled"_s, {errors, error}, replacement))) return unknown_handler(errors);
  return replacement;
}

/// Text is encoded in turn; where that can't be, the error is the first one.
Result<void> encode_by_handler(Str const& text, char const* codec, Str const& errors, std::int64_t start,
                               std::int64_t end, char const* reason, std::string& output) {
  Object const made = PASS(ask_handler(unicode_encode_error_type, codec, text, errors, start, end, reason));
  if (is_bytes(made)) {
    output += static_cast<Bytes const&>(made).view();
    return {};
  }
  Result<Bytes> encoded = encode(static_cast<Str const&>(made), Str::from_utf8(codec), "strict"_s);
  if (!encoded) {
    (void)take_error();
    return raise_unicode_error(unicode_encode_error_type, codec, text, start, end, reason);
  }
  output += encoded.value().view();
  return {};
}

}  // namespace

Result<void> handle_encode_error(Str const& text, char const* codec, Str const& errors, std::int64_t start,
                                 std::int64_t end, char const* reason, std::string& output) {
  if (errors.equals("strict")) return raise_unicode_error(unicode_encode_error_type, codec, text, start, end, reason);
  if (errors.equals("ignore")) return {};
  if (!is_one_of(errors.utf8(), {"replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape",
                                 "surrogatepass"}))
    return encode_by_handler(text, codec, errors, start, end, reason, output);
  bool is_utf8 = std::string_view(codec) == "utf-8";
  for (std::int64_t i = start; i < end; ++i) {
    char32_t code = text[i];
    if (errors.equals("replace")) {
      output += '?';
    } else if (errors.equals("backslashreplace")) {
      output += numeric_escape_of(code);
    } else if (errors.equals("xmlcharrefreplace")) {
      output += fmt::format("&#{};", static_cast<std::uint32_t>(code));
    } else if (errors.equals("namereplace")) {
      output += PASS(named_escape_of(code));
    } else if (errors.equals("surrogateescape")) {
      if (code < 0xDC80 || code > 0xDCFF)
        return raise_unicode_error(unicode_encode_error_type, codec, text, i, end, reason);
      output += static_cast<char>(code - 0xDC00);
    } else {
      if (!is_utf8 || !is_surrogate(code))
        return raise_unicode_error(unicode_encode_error_type, codec, text, start, end, reason);
      Str::from_code_point(code).append_utf8(output);
    }
  }
  return {};
}

namespace {

/// The text in runs: those that `fits` go to `append`, the others to the error handler.
template <class Fits, class Append>
Result<void> encode_runs(Str const& text, char const* codec, Str const& errors, char const* reason, std::string& output,
                         Fits fits, Append append) {
  std::int64_t length = text.length();
  for (std::int64_t at = 0; at < length;) {
    std::int64_t end = at;
    bool good = fits(text[at]);
    while (end < length && fits(text[end]) == good) ++end;
    if (good)
      for (; at < end; ++at) append(text[at]);
    else
      PASS(handle_encode_error(text, codec, errors, at, end, reason, output));
    at = end;
  }
  return {};
}

Result<void> encode_narrow(Str const& text, Encoding encoding, Str const& errors, std::string& output) {
  char32_t limit = encoding == Encoding::Ascii ? 0x80 : 0x100;
  char const* reason = encoding == Encoding::Ascii ? "ordinal not in range(128)" : "ordinal not in range(256)";
  return encode_runs(
      text, encoding == Encoding::Ascii ? "ascii" : "latin-1", errors, reason, output,
      [&](char32_t code) { return code < limit; }, [&](char32_t code) { output += static_cast<char>(code); });
}

}  // namespace

Result<void> handle_decode_error(std::string_view bytes, char const* codec, Str const& errors, std::size_t start,
                                 std::size_t end, char const* reason, StrBuilder& builder) {
  if (errors.equals("ignore")) return {};
  if (errors.equals("replace")) {
    builder.append(0xFFFD);
    return {};
  }
  if (!is_one_of(errors.utf8(), {"strict", "backslashreplace", "surrogateescape", "surrogatepass"})) {
    builder.append(
        word_cast<Str>(PASS(ask_handler(unicode_decode_error_type, codec, Bytes::from(bytes), errors,
                                        static_cast<std::int64_t>(start), static_cast<std::int64_t>(end), reason))));
    return {};
  }
  for (std::size_t i = start; i < end; ++i) {
    auto byte = static_cast<unsigned char>(bytes[i]);
    if (errors.equals("backslashreplace")) {
      builder.append_ascii(numeric_escape_of(byte));
    } else if (errors.equals("surrogateescape") && byte >= 0x80) {
      builder.append(0xDC00 + byte);
    } else {
      return raise_unicode_error(unicode_decode_error_type, codec, Bytes::from(bytes), static_cast<std::int64_t>(start),
                                 static_cast<std::int64_t>(end), reason);
    }
  }
  return {};
}

namespace {

/// One step of UTF-8: a code point of `size` bytes, or, with a reason, that many bytes that are wrong.
struct Utf8Step {
  std::size_t size;
  char32_t code = 0;
  char const* error = nullptr;
};

/// Finds the bytes that CPython reports: the longest prefix of a valid sequence.
Utf8Step utf8_step(std::string_view bytes, std::size_t at) noexcept {
  auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(bytes[at + offset]); };
  unsigned lead = byte(0);
  if (lead < 0x80) return {1, lead};
  if (lead < 0xC2 || lead > 0xF4) return {1, 0, "invalid start byte"};
  std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t code = lead & (0x7F >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (at + i >= bytes.size()) return {i, 0, "unexpected end of data"};
    unsigned next = byte(i);
    if (next < (i == 1 ? low : 0x80) || next > (i == 1 ? high : 0xBF)) return {i, 0, "invalid continuation byte"};
    code = code << 6 | (next & 0x3F);
  }
  return {size, code};
}

/// A surrogate as three bytes, which only `surrogatepass` accepts.
bool is_passed_surrogate(std::string_view bytes, std::size_t at, Str const& errors, char32_t& code) noexcept {
  if (!errors.equals("surrogatepass") || at + 2 >= bytes.size()) return false;
  auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(bytes[at + offset]); };
  if (byte(0) != 0xED || byte(1) < 0xA0 || byte(1) > 0xBF || (byte(2) & 0xC0) != 0x80) return false;
  code = 0xD000 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  return true;
}

Result<Str> decode_ascii(std::string_view bytes, Str const& errors) {
  StrBuilder builder(static_cast<std::int64_t>(bytes.size()));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80)
      builder.append(byte);
    else
      PASS(handle_decode_error(bytes, "ascii", errors, at, at + 1, "ordinal not in range(128)", builder));
  }
  return builder.finish();
}

}  // namespace

Result<void> encode_utf8(Str const& text, Str const& errors, std::string& output) {
  if (text.object()->width == 1) {
    text.append_utf8(output);
    return {};
  }
  return encode_runs(
      text, "utf-8", errors, "surrogates not allowed", output, [](char32_t code) { return !is_surrogate(code); },
      [&](char32_t code) {
        if (code < 0x80)
          output += static_cast<char>(code);
        else
          Str::from_code_point(code).append_utf8(output);
      });
}

Result<Str> decode_utf8(std::string_view bytes, Str const& errors) {
  Units<std::uint8_t> units{reinterpret_cast<std::uint8_t const*>(bytes.data()),
                            static_cast<std::int64_t>(bytes.size())};
  if (widest_of(units) < 0x80) return str_of_units(units);
  StrBuilder builder(static_cast<std::int64_t>(bytes.size()));
  for (std::size_t at = 0; at < bytes.size();) {
    Utf8Step step = utf8_step(bytes, at);
    if (!step.error) {
      builder.append(step.code);
    } else if (is_passed_surrogate(bytes, at, errors, step.code)) {
      builder.append(step.code);
      step.size = 3;
    } else {
      PASS(handle_decode_error(bytes, "utf-8", errors, at, at + step.size, step.error, builder));
    }
    at += step.size;
  }
  return builder.finish();
}

namespace {

Result<Bytes> encoded_by(Codec const& codec, Str const& text, Str const& errors) {
  std::string output;
  switch (codec.encoding) {
    case Encoding::Utf8: PASS(encode_utf8(text, errors, output)); break;
    case Encoding::Utf8Signed:
      output = signature;
      PASS(encode_utf8(text, errors, output));
      break;
    case Encoding::Latin1:
    case Encoding::Ascii: PASS(encode_narrow(text, codec.encoding, errors, output)); break;
    case Encoding::Wide: PASS(encode_wide(text, codec.wide, errors, output)); break;
    case Encoding::Escape:
    case Encoding::RawEscape: encode_escape(text, codec.encoding == Encoding::RawEscape, output); break;
    case Encoding::Charmap: PASS(encode_charmap(text, *codec.map, errors, output)); break;
    case Encoding::Unknown: break;
  }
  return Bytes::from(output);
}

Result<Str> decoded_by(Codec const& codec, std::string_view bytes, Str const& errors) {
  switch (codec.encoding) {
    case Encoding::Utf8: return decode_utf8(bytes, errors);
    case Encoding::Utf8Signed:
      return decode_utf8(bytes.starts_with(signature) ? bytes.substr(signature.size()) : bytes, errors);
    case Encoding::Latin1: return Str::from_latin1(bytes);
    case Encoding::Ascii: return decode_ascii(bytes, errors);
    case Encoding::Wide: return decode_wide(bytes, codec.wide, errors);
    case Encoding::Escape:
    case Encoding::RawEscape: return decode_escape(bytes, codec.encoding == Encoding::RawEscape, errors);
    case Encoding::Charmap: return decode_charmap(bytes, *codec.map, errors);
    case Encoding::Unknown: break;
  }
  return Str::empty();
}

}  // namespace

Result<Bytes> encode(Str const& text, Str const& encoding, Str const& errors) {
  Codec const codec = find_codec(key_of(encoding));
  if (codec.encoding != Encoding::Unknown) return noted(encoded_by(codec, text, errors), encoding, "encoding");
  Object made;
  if (!PASS(ask_registry("_encoded"_s, {text, encoding, errors}, made))) return raise_no_codec(encoding, "encode");
  return word_cast<Bytes>(made);
}

Result<Str> decode(std::string_view bytes, Str const& encoding, Str const& errors) {
  Codec const codec = find_codec(key_of(encoding));
  if (codec.encoding != Encoding::Unknown) return noted(decoded_by(codec, bytes, errors), encoding, "decoding");
  Object made;
  if (!PASS(ask_registry("_decoded"_s, {Bytes::from(bytes), encoding, errors}, made)))
    return raise_no_codec(encoding, "decode");
  return word_cast<Str>(made);
}

}  // namespace aiocc::detail
