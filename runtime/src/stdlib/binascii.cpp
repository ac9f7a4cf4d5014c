// The module binascii.
#include "aiocc/stdlib/binascii.hpp"

#include <array>

#include "../objects/big_int.hpp"
#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::binascii {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The values of digits by character; -1 for all else.
using DigitValues = std::array<std::int8_t, 256>;

constexpr DigitValues values_of(std::string_view digits) {
  DigitValues values{};
  values.fill(-1);
  for (std::size_t i = 0; i < digits.size(); ++i)
    values[static_cast<unsigned char>(digits[i])] = static_cast<std::int8_t>(i);
  return values;
}

constexpr DigitValues base64_values = values_of(alphabet);
constexpr DigitValues hex_values = [] {
  DigitValues values = values_of("0123456789abcdef");
  for (char c = 'a'; c <= 'f'; ++c) values[static_cast<std::size_t>(c - 32)] = values[static_cast<std::size_t>(c)];
  return values;
}();

int base64_value(char c) noexcept { return base64_values[static_cast<unsigned char>(c)]; }
int hex_value(char c) noexcept { return hex_values[static_cast<unsigned char>(c)]; }

/// Bytes, or a str of ASCII characters.
Result<std::string> ascii_argument(Object const& value) {
  if (is_str(value)) {
    std::string text = static_cast<Str const&>(value).utf8();
    for (char c : text)
      if (c & 0x80) return raise_error(value_error_type, "string argument should contain only ASCII characters");
    return text;
  }
  Result<Bytes> bytes = aiocc::detail::bytes_like(value);
  if (bytes) return std::string(bytes.value().view());
  if (!error_is(type_error_type)) return raised;
  (void)take_error();
  return raise_error(type_error_type,
                     "argument should be bytes, buffer or ASCII string, not '" + aiocc::detail::type_name(value) + "'");
}

Raised raise_format_error(std::string_view message) { return raise_error(error_type, message); }

/// One reading of base64 text.
class Decoder {
 public:
  Decoder(std::string_view text, bool strict) : text_(text), strict_(strict) {}

  Result<std::string> decode() {
    if (strict_ && !text_.empty() && text_[0] == '=') return raise_format_error("Leading padding not allowed");
    result_.reserve(text_.size() / 4 * 3 + 3);
    bool padded = false;
    for (std::size_t i = take_whole_groups(); i < text_.size(); ++i) {
      if (text_[i] == '=') {
        padded = true;
        if (strict_ && digits_ == 0) return raise_format_error("Excess padding not allowed");
        if (digits_ >= 2 && digits_ + ++pads_ >= 4) return end_of_data(i);
        continue;
      }
      int const value = base64_value(text_[i]);
      if (value < 0) {
        if (strict_) return raise_format_error("Only base64 data is allowed");
        continue;
      }
      if (strict_ && padded) return raise_format_error("Discontinuous padding not allowed");
      pads_ = 0;
      add(static_cast<unsigned>(value));
    }
    return unpadded();
  }

 private:
  /// Up to the first group of four characters that aren't all digits; how far that is.
  std::size_t take_whole_groups() {
    std::size_t at = 0;
    for (; at + 4 <= text_.size(); at += 4) {
      int const a = base64_value(text_[at]), b = base64_value(text_[at + 1]);
      int const c = base64_value(text_[at + 2]), d = base64_value(text_[at + 3]);
      if ((a | b | c | d) < 0) break;
      char const bytes[] = {static_cast<char>(a << 2 | b >> 4), static_cast<char>(b << 4 | c >> 2),
                            static_cast<char>(c << 6 | d)};
      result_.append(bytes, sizeof bytes);
    }
    return at;
  }

  void add(unsigned value) {
    bits_ = bits_ << 6 | value;
    digits_ = (digits_ + 1) % 4;
    // Every digit but the first of four completes a byte.
    if (digits_ != 1) result_ += static_cast<char>(bits_ >> (2 * ((4 - digits_) % 4)));
  }

  Result<std::string> end_of_data(std::size_t at) {
    if (strict_ && at + 1 < text_.size()) return raise_format_error("Excess data after padding");
    return std::move(result_);
  }

  Result<std::string> unpadded() {
    if (digits_ == 0) return std::move(result_);
    if (digits_ != 1) return raise_format_error("Incorrect padding");
    std::size_t const count = result_.size() / 3 * 4 + 1;
    return raise_format_error("Invalid base64-encoded string: number of data characters (" + std::to_string(count) +
                              ") cannot be 1 more than a multiple of 4");
  }

  std::string_view text_;
  bool strict_;
  std::string result_;
  unsigned bits_ = 0;
  /// Digits of the group of four.
  unsigned digits_ = 0;
  unsigned pads_ = 0;
};

/// By how many bytes follow in a group of eight, then by byte.
constexpr auto crc32_tables = [] {
  std::array<std::array<std::uint32_t, 256>, 8> tables{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = value & 1 ? value >> 1 ^ 0xEDB88320u : value >> 1;
    tables[0][i] = value;
  }
  for (std::size_t behind = 1; behind < tables.size(); ++behind) {
    for (std::size_t i = 0; i < 256; ++i)
      tables[behind][i] = tables[0][tables[behind - 1][i] & 255] ^ tables[behind - 1][i] >> 8;
  }
  return tables;
}();

std::uint32_t add_to_crc32(std::uint32_t value, std::string_view bytes) noexcept {
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      std::uint32_t const mixed = i < 4 ? value >> (8 * i) & 255 : 0;
      next ^= crc32_tables[7 - i][mixed ^ static_cast<unsigned char>(bytes[i])];
    }
    value = next;
  }
  for (char c : bytes) value = crc32_tables[0][(value ^ static_cast<unsigned char>(c)) & 255] ^ value >> 8;
  return value;
}

/// The low 32 bits of an int.
Result<std::uint32_t> low_bits(Object const& value) {
  Int const number = PASS(operators::index(value));
  aiocc::detail::Scratch bits;
  mpz_fdiv_r_2exp(bits, aiocc::detail::BigView(number), 32);
  return static_cast<std::uint32_t>(mpz_get_ui(bits));
}

}  // namespace

constinit Type error_type("Error", &value_error_type, 0, {}, "binascii");
constinit Type incomplete_type("Incomplete", &exception_type, 0, {}, "binascii");

Result<Bytes> hexlify(Object const& data, Object const& separator, Object const& bytes_per_separator) {
  Bytes bytes = PASS(aiocc::detail::bytes_like(data));
  Str text = PASS(bytes.hex(separator, bytes_per_separator));
  return Bytes::from(text.utf8());
}

Result<Bytes> unhexlify(Object const& text) {
  std::string const digits = PASS(ascii_argument(text));
  if (digits.size() % 2 != 0) return raise_format_error("Odd-length string");
  Bytes result = Bytes::allocate(static_cast<std::int64_t>(digits.size() / 2));
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    int const high = hex_value(digits[i]), low = hex_value(digits[i + 1]);
    if (high < 0 || low < 0) return raise_format_error("Non-hexadecimal digit found");
    result.object()->data()[i / 2] = static_cast<char>(high << 4 | low);
  }
  return result;
}

Result<Bytes> b2a_base64(Object const& data, Object const& newline) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  bool const ends_line = PASS(operators::truth(newline));
  std::string_view const source = bytes.view();
  std::string text;
  text.reserve(source.size() / 3 * 4 + 5);
  for (std::size_t i = 0; i < source.size(); i += 3) {
    std::size_t const count = std::min<std::size_t>(source.size() - i, 3);
    unsigned bits = 0;
    for (std::size_t j = 0; j < 3; ++j) bits = bits << 8 | (j < count ? static_cast<unsigned char>(source[i + j]) : 0u);
    for (std::size_t j = 0; j < 4; ++j) text += j <= count ? alphabet[bits >> (18 - 6 * j) & 63] : '=';
  }
  if (ends_line) text += '\n';
  return Bytes::from(text);
}

Result<Bytes> a2b_base64(Object const& data, Object const& strict_mode) {
  bool const strict = PASS(operators::truth(strict_mode));
  std::string const text = PASS(ascii_argument(data));
  return Bytes::from(PASS(Decoder(text, strict).decode()));
}

Result<Int> crc32(Object const& data, Object const& crc) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  std::uint32_t const value = ~add_to_crc32(~PASS(low_bits(crc)), bytes.view());
  return Int(std::int64_t{value});
}

Result<Int> crc_hqx(Object const& data, Object const& crc) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  std::uint32_t value = PASS(low_bits(crc)) & 0xffff;
  for (char c : bytes.view()) {
    value ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 8;
    for (int bit = 0; bit < 8; ++bit) value = (value & 0x8000 ? value << 1 ^ 0x1021 : value << 1) & 0xffff;
  }
  return Int(std::int64_t{value});
}

}  // namespace aiocc::binascii
