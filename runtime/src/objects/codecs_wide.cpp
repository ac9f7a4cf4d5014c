// UTF-16 and UTF-32.
#include "aiocc/objects/exceptions.hpp"
#include "codecs.hpp"

namespace aiocc::detail {
namespace {

constexpr char32_t byte_order_mark = 0xFEFF;
constexpr char32_t swapped_mark_16 = 0xFFFE;
constexpr char32_t swapped_mark_32 = 0xFFFE0000;

void append_unit(std::string& output, WideCodec const& codec, char32_t unit) {
  for (std::size_t i = 0; i < codec.unit; ++i) {
    std::size_t const shift = 8 * (codec.big_endian ? codec.unit - 1 - i : i);
    output += static_cast<char>(unit >> shift & 0xFF);
  }
}

void append_code(std::string& output, WideCodec const& codec, char32_t code) {
  if (codec.unit == 4 || code < 0x10000) return append_unit(output, codec, code);
  append_unit(output, codec, 0xD800 + ((code - 0x10000) >> 10));
  append_unit(output, codec, 0xDC00 + ((code - 0x10000) & 0x3FF));
}

/// A surrogate, which the handler replaces by ASCII characters.
Result<void> replace_surrogate(Str const& text, WideCodec const& codec, Str const& errors, std::int64_t at,
                               std::string& output) {
  constexpr char const* reason = "surrogates not allowed";
  if (errors.equals("surrogatepass")) {
    append_unit(output, codec, text[at]);
    return {};
  }
  if (errors.equals("surrogateescape"))
    return raise_unicode_error(unicode_encode_error_type, codec.name, text, at, at + 1, reason);
  std::string replacement;
  PASS(handle_encode_error(text, codec.name, errors, at, at + 1, reason, replacement));
  for (char character : replacement) append_unit(output, codec, static_cast<unsigned char>(character));
  return {};
}

char32_t unit_at(std::string_view bytes, std::size_t at, WideCodec const& codec) noexcept {
  char32_t unit = 0;
  for (std::size_t i = 0; i < codec.unit; ++i) {
    std::size_t const place = codec.big_endian ? i : codec.unit - 1 - i;
    unit = unit << 8 | static_cast<unsigned char>(bytes[at + place]);
  }
  return unit;
}

/// One code point of `size` bytes, or, with a reason, that many bytes that are wrong.
struct Step {
  std::size_t size;
  char32_t code = 0;
  char const* error = nullptr;
};

Step step_16(std::string_view bytes, std::size_t at, WideCodec const& codec) noexcept {
  if (bytes.size() - at < 2) return {1, 0, "truncated data"};
  char32_t const unit = unit_at(bytes, at, codec);
  if (!is_surrogate(unit)) return {2, unit};
  if (unit >= 0xDC00) return {2, unit, "illegal encoding"};
  if (bytes.size() - at < 4) return {bytes.size() - at, unit, "unexpected end of data"};
  char32_t const low = unit_at(bytes, at + 2, codec);
  if (low < 0xDC00 || low >= 0xE000) return {2, unit, "illegal UTF-16 surrogate"};
  return {4, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)};
}

Step step_32(std::string_view bytes, std::size_t at, WideCodec const& codec) noexcept {
  if (bytes.size() - at < 4) return {bytes.size() - at, 0, "truncated data"};
  char32_t const unit = unit_at(bytes, at, codec);
  if (is_surrogate(unit)) return {4, unit, "code point in surrogate code point range(0xd800, 0xe000)"};
  if (unit > 0x10FFFF) return {4, 0, "code point not in range(0x110000)"};
  return {4, unit};
}

/// Skips the mark at the beginning, which may say that the order of bytes is the other one.
std::size_t read_mark(std::string_view bytes, WideCodec& codec) noexcept {
  if (!codec.marked) return 0;
  char32_t const unit = bytes.size() < codec.unit ? 0 : unit_at(bytes, 0, codec);
  codec.big_endian = unit == (codec.unit == 2 ? swapped_mark_16 : swapped_mark_32);
  if (codec.unit == 2)
    codec.name = codec.big_endian ? "utf-16-be" : "utf-16-le";
  else
    codec.name = codec.big_endian ? "utf-32-be" : "utf-32-le";
  return codec.big_endian || unit == byte_order_mark ? codec.unit : 0;
}

}  // namespace

Result<void> encode_wide(Str const& text, WideCodec const& codec, Str const& errors, std::string& output) {
  if (codec.marked) append_unit(output, codec, byte_order_mark);
  std::int64_t const length = text.length();
  for (std::int64_t at = 0; at < length; ++at) {
    // One at a time, as CPython: errors name just that one.
    if (is_surrogate(text[at]))
      PASS(replace_surrogate(text, codec, errors, at, output));
    else
      append_code(output, codec, text[at]);
  }
  return {};
}

Result<Str> decode_wide(std::string_view bytes, WideCodec codec, Str const& errors) {
  StrBuilder builder(static_cast<std::int64_t>(bytes.size() / codec.unit));
  std::size_t at = read_mark(bytes, codec);
  while (at < bytes.size()) {
    Step const step = codec.unit == 2 ? step_16(bytes, at, codec) : step_32(bytes, at, codec);
    bool const is_passed =
        step.error && is_surrogate(step.code) && step.size == codec.unit && errors.equals("surrogatepass");
    if (!step.error || is_passed)
      builder.append(step.code);
    else
      PASS(handle_decode_error(bytes, codec.name, errors, at, at + step.size, step.error, builder));
    at += step.size;
  }
  return builder.finish();
}

}  // namespace aiocc::detail
