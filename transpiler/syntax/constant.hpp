// The values of literals.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace aiocc::syntax {

struct NoneValue {
  friend bool operator==(NoneValue, NoneValue) = default;
};

struct EllipsisValue {
  friend bool operator==(EllipsisValue, EllipsisValue) = default;
};

// An integer of any size: digits without prefix, underscores and leading zeros.
struct IntValue {
  std::string_view digits;
  // 10 or 16 (binary and octal literals are rewritten in hexadecimal, in lower case).
  int base = 10;
  // The value where it fits.
  std::optional<std::int64_t> small;

  friend bool operator==(IntValue const&, IntValue const&) = default;
};

struct ImaginaryValue {
  double imaginary = 0;
  friend bool operator==(ImaginaryValue, ImaginaryValue) = default;
};

// UTF-8 in which a lone surrogate is encoded like any other code point (WTF-8). It may contain NUL.
struct StrValue {
  std::string_view text;
  friend bool operator==(StrValue, StrValue) = default;
};

struct BytesValue {
  std::string_view bytes;
  friend bool operator==(BytesValue, BytesValue) = default;
};

using ConstantValue =
    std::variant<NoneValue, bool, EllipsisValue, IntValue, double, ImaginaryValue, StrValue, BytesValue>;

}  // namespace aiocc::syntax
