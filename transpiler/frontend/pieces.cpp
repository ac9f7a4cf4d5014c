// Pieces begin with definitions: what else stands at a line's beginning may go on with the statement before it (`else`, `except`).
#include "frontend/pieces.hpp"

#include <algorithm>

namespace aiocc::frontend {
namespace {

// Shorter ones aren't worth a thread.
constexpr std::uint32_t shortest = 32'000;

bool begins_definition(TokenKind kind) {
  return kind == TokenKind::KeywordDef || kind == TokenKind::KeywordClass || kind == TokenKind::KeywordAsync ||
         kind == TokenKind::At;
}

// The definitions at the top level, each from its first decorator on.
std::vector<std::uint32_t> definition_starts(std::vector<Token> const& tokens) {
  std::vector<std::uint32_t> starts;
  std::size_t depth = 0;
  bool is_line_start = true;
  bool is_decorated = false;
  for (Token const& token : tokens) {
    if (token.kind == TokenKind::Indent) ++depth;
    if (token.kind == TokenKind::Dedent && depth > 0) --depth;
    if (token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent) continue;
    if (is_line_start && depth == 0) {
      if (begins_definition(token.kind) && !is_decorated) starts.push_back(token.begin);
      is_decorated = token.kind == TokenKind::At;
    }
    is_line_start = token.kind == TokenKind::Newline;
  }
  return starts;
}

}  // namespace

std::vector<std::uint32_t> piece_starts(Tokens const& tokens, std::uint32_t size, std::size_t most) {
  std::size_t const count = std::min<std::size_t>(most, size / shortest);
  std::vector<std::uint32_t> pieces{0};
  if (count < 2) return pieces;
  for (std::uint32_t const start : definition_starts(tokens.tokens)) {
    bool const is_due = start >= std::uint64_t{size} * pieces.size() / count;
    if (is_due && pieces.size() < count) pieces.push_back(start);
  }
  return pieces;
}

}  // namespace aiocc::frontend
