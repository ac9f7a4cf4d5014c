// The values of number and string literals.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/arena.hpp"
#include "syntax/constant.hpp"

namespace aiocc::frontend {

// The value of a number token that the tokenizer accepted.
syntax::ConstantValue parse_number(std::string_view text, Arena& arena);

enum class EscapeMode { str, bytes };

struct DecodedText {
  std::string text;
  // What is wrong with an escape, in CPython's words.
  std::optional<std::string> error;
  // What CPython warns of: the first backslash that begins no escape; empty if there's none.
  std::string warning;
};

// `text` with its escape sequences replaced.
DecodedText decode_escapes(std::string_view text, EscapeMode mode);

}  // namespace aiocc::frontend
