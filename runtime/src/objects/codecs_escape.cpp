// The encodings unicode_escape and raw_unicode_escape: text as string literals spell it, in Latin-1. Escapes that Python doesn't know stay as they
// are, without CPython's DeprecationWarning: decoding doesn't know the line that it's called from.
#include <optional>

#include "aiocc/objects/exceptions.hpp"
#include "codecs.hpp"

namespace aiocc::detail {
namespace {

constexpr char32_t last_code = 0x10FFFF;

std::string escape_of(char32_t code) {
  switch (code) {
    case '\\': return "\\\\";
    case '\t': return "\\t";
    case '\n': return "\\n";
    case '\r': return "\\r";
    default: break;
  }
  if (code >= 0x20 && code < 0x7F) return std::string(1, static_cast<char>(code));
  return numeric_escape_of(code);
}

std::optional<char32_t> digit_of(char character, unsigned base) noexcept {
  unsigned const letter = static_cast<unsigned char>(character) | 0x20u;
  unsigned digit = base;
  if (character >= '0' && character <= '9')
    digit = static_cast<unsigned>(character - '0');
  else if (letter >= 'a' && letter <= 'f')
    digit = letter - 'a' + 10;
  if (digit >= base) return std::nullopt;
  return digit;
}

/// Up to `most` digits from `at`, which goes behind them.
char32_t read_digits(std::string_view bytes, std::size_t& at, std::size_t most, unsigned base) noexcept {
  char32_t value = 0;
  for (std::size_t const end = at + most; at < end && at < bytes.size(); ++at) {
    std::optional<char32_t> const digit = digit_of(bytes[at], base);
    if (!digit) break;
    value = value * base + *digit;
  }
  return value;
}

/// The character that a letter behind a backslash stands for.
std::optional<char32_t> simple_escape(char letter) noexcept {
  switch (letter) {
    case '\\':
    case '\'':
    case '"': return letter;
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return std::nullopt;
  }
}

/// What follows `\x`, `\u` or `\U`.
struct HexEscape {
  std::size_t digits;
  char const* truncated;
};

std::optional<HexEscape> hex_escape(char letter) noexcept {
  switch (letter) {
    case 'x': return HexEscape{2, "truncated \\xXX escape"};
    case 'u': return HexEscape{4, "truncated \\uXXXX escape"};
    case 'U': return HexEscape{8, "truncated \\UXXXXXXXX escape"};
    default: return std::nullopt;
  }
}

/// Reads one text; each function begins behind a backslash at `start`, and ends behind what it has read.
class EscapeDecoder {
 public:
  EscapeDecoder(std::string_view bytes, Str const& errors, char const* codec)
      : bytes_(bytes), errors_(errors), codec_(codec) {}

  Result<Str> decode() {
    while (at_ < bytes_.size()) {
      start_ = at_;
      char const byte = bytes_[at_++];
      if (byte == '\\')
        PASS(read_escape());
      else
        append(byte);
    }
    return builder_.finish();
  }

  Result<Str> decode_raw() {
    while (at_ < bytes_.size()) {
      start_ = at_;
      char const byte = bytes_[at_++];
      if (byte == '\\' && at_ < bytes_.size())
        PASS(read_raw_escape(bytes_[at_++]));
      else
        append(byte);
    }
    return builder_.finish();
  }

 private:
  void append(char byte) { builder_.append(static_cast<unsigned char>(byte)); }

  Result<void> fail(char const* reason) {
    return handle_decode_error(bytes_, codec_, errors_, start_, at_, reason, builder_);
  }

  Result<void> read_escape() {
    if (at_ == bytes_.size()) return fail("\\ at end of string");
    char const letter = bytes_[at_++];
    if (letter == '\n') return {};
    if (letter == 'N') return read_name();
    if (std::optional<char32_t> const simple = simple_escape(letter)) {
      builder_.append(*simple);
    } else if (digit_of(letter, 8)) {
      read_octal();
    } else if (std::optional<HexEscape> const hex = hex_escape(letter)) {
      return read_hex(*hex, "illegal Unicode character");
    } else {
      append('\\');
      append(letter);
    }
    return {};
  }

  void read_octal() {
    --at_;
    builder_.append(read_digits(bytes_, at_, 3, 8));
  }

  Result<void> read_hex(HexEscape const& hex, char const* too_large) {
    std::size_t const first = at_;
    char32_t const code = read_digits(bytes_, at_, hex.digits, 16);
    if (at_ - first < hex.digits) return fail(hex.truncated);
    if (code > last_code) return fail(too_large);
    builder_.append(code);
    return {};
  }

  /// Another backslash, too, belongs to the one before it.
  Result<void> read_raw_escape(char letter) {
    if (letter == 'u' || letter == 'U') return read_hex(*hex_escape(letter), "\\Uxxxxxxxx out of range");
    append('\\');
    append(letter);
    return {};
  }

  Result<void> read_name() {
    constexpr char const* malformed = "malformed \\N character escape";
    if (at_ == bytes_.size() || bytes_[at_] != '{') return fail(malformed);
    std::size_t const end = bytes_.find('}', ++at_);
    if (end == std::string_view::npos || end == at_) {
      at_ = end == at_ ? at_ : bytes_.size();
      return fail(malformed);
    }
    return raise_error(not_implemented_error_type, "aiocc doesn't have the escape \\N in texts that are decoded");
  }

  std::string_view bytes_;
  Str const& errors_;
  char const* codec_;
  std::size_t start_ = 0;
  std::size_t at_ = 0;
  StrBuilder builder_;
};

}  // namespace

void encode_escape(Str const& text, bool is_raw, std::string& output) {
  std::int64_t const length = text.length();
  for (std::int64_t at = 0; at < length; ++at) {
    char32_t const code = text[at];
    if (!is_raw)
      output += escape_of(code);
    else if (code < 0x100)
      output += static_cast<char>(code);
    else
      output += numeric_escape_of(code);
  }
}

Result<Str> decode_escape(std::string_view bytes, bool is_raw, Str const& errors) {
  return is_raw ? EscapeDecoder(bytes, errors, "rawunicodeescape").decode_raw()
                : EscapeDecoder(bytes, errors, "unicodeescape").decode();
}

}  // namespace aiocc::detail
