// Masking of f-strings and annotations.
#include "frontend/masking.hpp"

#include <algorithm>

namespace aiocc::frontend {
namespace {

class Masker {
 public:
  Masker(SourceFile const& file, std::uint32_t begin, std::uint32_t end)
      : begin_(begin), end_(end), result_(file.text().substr(begin, end - begin)) {}

  void fill(std::uint32_t begin, std::uint32_t end, char filler) {
    if (begin < begin_ || end > end_) return;
    std::fill(result_.begin() + (begin - begin_), result_.begin() + (end - begin_), filler);
  }
  char& at(std::uint32_t offset) { return result_[offset - begin_]; }
  std::string take() { return std::move(result_); }

 private:
  std::uint32_t begin_;
  std::uint32_t end_;
  std::string result_;
};

// f"..." becomes r"___", and rf"..." br"___": the parser sees where it is and that it's a string, no more.
void mask_fstring(Masker& masker, Token const& start, Token const& end) {
  std::uint32_t const quotes = end.end - end.begin;
  std::uint32_t const prefix = start.end - start.begin - quotes;
  masker.at(start.begin) = prefix == 1 ? 'r' : 'b';
  if (prefix == 2) masker.at(start.begin + 1) = 'r';
  masker.fill(start.end, end.begin, '_');
}

}  // namespace

std::size_t find_fstring_end(std::vector<Token> const& tokens, std::size_t index) {
  int depth = 0;
  for (;; ++index) {
    if (tokens[index].kind == TokenKind::FStringStart) ++depth;
    if (tokens[index].kind == TokenKind::FStringEnd && --depth == 0) return index;
  }
}

namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_inside_line(TokenKind kind) {
  return kind != TokenKind::Newline && kind != TokenKind::Indent && kind != TokenKind::Dedent &&
         kind != TokenKind::EndMarker;
}

bool starts_statement(std::vector<Token> const& tokens, std::size_t index) {
  if (index == 0) return true;
  switch (tokens[index - 1].kind) {
    case TokenKind::Newline:
    case TokenKind::Indent:
    case TokenKind::Dedent:
    case TokenKind::Semicolon:
    case TokenKind::Colon: return true;
    default: return false;
  }
}

// Whether the Name at `index` is one of Python 2's statements, or a soft keyword that isn't one here: tree-sitter would
// guess wrong. To be seen as plain names, they're masked.
bool is_misread_name(std::string_view text, std::vector<Token> const& tokens, std::size_t index) {
  if (text == "print" || text == "exec") return true;
  if (text == "type") return !starts_statement(tokens, index) || tokens[index + 1].kind != TokenKind::Name;
  return text == "match" && !(starts_statement(tokens, index) && is_match_statement(tokens, index));
}

}  // namespace

// The subject is followed by a colon that ends the line, and by an indented block: no expression statement looks so.
bool is_match_statement(std::vector<Token> const& tokens, std::size_t index) {
  while (tokens[index].kind != TokenKind::Newline && tokens[index].kind != TokenKind::EndMarker) ++index;
  return tokens[index].kind == TokenKind::Newline && tokens[index - 1].kind == TokenKind::Colon &&
         tokens[index + 1].kind == TokenKind::Indent;
}

std::string mask(SourceFile const& file, Tokens const& tokens, MaskedRanges const& ranges, std::uint32_t begin,
                 std::uint32_t end, bool is_expression) {
  Masker masker(file, begin, end);
  auto const starts_before = [](auto const& element, std::uint32_t offset) { return element.begin < offset; };
  auto const& all = tokens.tokens;
  std::uint32_t gap = begin;
  auto const first = std::lower_bound(all.begin(), all.end(), begin, starts_before);
  auto token = first;
  for (; token != all.end() && token->begin < end; ++token) {
    bool const joins_line =
        is_expression || (token != first && is_inside_line((token - 1)->kind) && is_inside_line(token->kind));
    if (joins_line && gap < token->begin) masker.fill(gap, token->begin, ' ');
    if (token->kind == TokenKind::FStringStart) {
      std::size_t const last = find_fstring_end(all, static_cast<std::size_t>(token - all.begin()));
      mask_fstring(masker, *token, all[last]);
      token = all.begin() + static_cast<std::ptrdiff_t>(last);
    } else if (token->kind == TokenKind::Name) {
      auto const index = static_cast<std::size_t>(token - all.begin());
      std::string_view const text = file.text().substr(token->begin, token->end - token->begin);
      if (is_misread_name(text, all, index)) masker.fill(token->begin, token->end, '_');
    }
    gap = token->end;
  }
  if (is_expression && gap < end) masker.fill(gap, end, ' ');
  auto range = std::lower_bound(ranges.begin(), ranges.end(), begin, starts_before);
  for (; range != ranges.end() && range->begin < end; ++range) {
    bool const is_whole = range->begin == begin && range->end == end;
    if (is_whole) continue;
    masker.fill(range->begin, range->end, '_');
    // `case(x):` and `case {}if x:`: the name may not grow together with a keyword.
    bool const is_long = range->end - range->begin > 1;
    if (is_long && range->begin > begin && is_name_char(file.text()[range->begin - 1]))
      masker.fill(range->begin, range->begin + 1, ' ');
    if (is_long && range->end < end && is_name_char(file.text()[range->end]))
      masker.fill(range->end - 1, range->end, ' ');
  }
  return masker.take();
}

}  // namespace aiocc::frontend
