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

// What is wrong with an escape: the words, and whether they're CPython's or ours.
struct EscapeError {
  std::string message;
  bool is_unsupported = false;
};

// `text` with its escape sequences replaced.
std::string decode_escapes(std::string_view text, EscapeMode mode, std::optional<EscapeError>& error);

}  // namespace aiocc::frontend
