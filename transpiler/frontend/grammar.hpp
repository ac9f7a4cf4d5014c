// Decides whether a file is Python 3.13, and says in CPython's words why not. It recognises the grammar of the language
// reference by recursive descent over the tokens; the `invalid_` rules of CPython's grammar stand where they apply.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/masking.hpp"
#include "frontend/tokens.hpp"
#include "support/source.hpp"

namespace aiocc::frontend {

struct GrammarResult {
  std::optional<PythonError> error;
  // The line up to which the file was read when the error was found.
  std::uint32_t error_line = 0;
  // What tree-sitter isn't to see: patterns, annotations, type parameters and starred expressions.
  MaskedRanges masked;
};

GrammarResult check_grammar(SourceFile const& file, Tokens const& tokens);

}  // namespace aiocc::frontend
