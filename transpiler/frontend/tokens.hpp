// The tokens of a Python file, as CPython's tokenizer makes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/catalogue.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::frontend {

enum class TokenKind : unsigned char {
#define AIOCC_TOKEN(name) name,
#define AIOCC_OPERATOR(name, text) name,
#define AIOCC_KEYWORD(name, text) Keyword##name,
#include "frontend/token_kinds.def"
#undef AIOCC_TOKEN
#undef AIOCC_OPERATOR
#undef AIOCC_KEYWORD
};

// Inside brackets and replacement fields there are no Newline, Indent and Dedent tokens. An f-string is FStringStart,
// then FStringMiddle tokens and replacement fields (from LeftBrace to RightBrace), then FStringEnd.
struct Token {
  TokenKind kind;
  std::uint32_t begin;
  std::uint32_t end;
};

// An error in CPython's words. An empty range is shown as one caret.
struct PythonError {
  Code code = Code::SyntaxError;
  std::string message;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct OpenBracket {
  char bracket;
  std::uint32_t offset;
};

struct Tokens {
  // The last one is EndMarker, whether or not there's an error.
  std::vector<Token> tokens;
  std::vector<syntax::Comment> comments;
  std::vector<syntax::SyntaxWarning> warnings;
  // What stopped the tokenizer.
  std::optional<PythonError> error;
  // The innermost bracket that is open at the end of the file.
  std::optional<OpenBracket> unclosed;
};

Tokens tokenize(SourceFile const& file, SourceFileId id);

// The text of an operator or a keyword; empty for other kinds.
std::string_view token_text(TokenKind kind);

constexpr bool is_keyword(TokenKind kind) { return kind >= TokenKind::KeywordFalse; }

}  // namespace aiocc::frontend
