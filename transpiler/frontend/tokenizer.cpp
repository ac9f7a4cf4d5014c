// Lines, indentation, names and operators.
#include "frontend/tokenizer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "support/unicode.hpp"

namespace aiocc::frontend {
namespace {

constexpr std::size_t max_brackets = 200;
constexpr std::size_t max_indentations = 100;

std::unordered_map<std::string_view, TokenKind> const& keywords() {
  static std::unordered_map<std::string_view, TokenKind> const table{
#define AIOCC_TOKEN(name)
#define AIOCC_OPERATOR(name, text)
#define AIOCC_KEYWORD(name, text) {text, TokenKind::Keyword##name},
#include "frontend/token_kinds.def"
#undef AIOCC_TOKEN
#undef AIOCC_OPERATOR
#undef AIOCC_KEYWORD
  };
  return table;
}

// The longest operator at the start of `text`; its text is empty where there's none.
std::pair<TokenKind, std::string_view> find_operator(std::string_view text) {
  static std::unordered_map<std::string_view, TokenKind> const table{
#define AIOCC_TOKEN(name)
#define AIOCC_OPERATOR(name, text) {text, TokenKind::name},
#define AIOCC_KEYWORD(name, text)
#include "frontend/token_kinds.def"
#undef AIOCC_TOKEN
#undef AIOCC_OPERATOR
#undef AIOCC_KEYWORD
  };
  for (std::size_t size = std::min<std::size_t>(3, text.size()); size > 0; --size)
    if (auto found = table.find(text.substr(0, size)); found != table.end()) return {found->second, found->first};
  return {};
}

bool is_ascii_identifier_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::string_view token_text(TokenKind kind) {
  static constexpr std::string_view texts[] = {
#define AIOCC_TOKEN(name) {},
#define AIOCC_OPERATOR(name, text) text,
#define AIOCC_KEYWORD(name, text) text,
#include "frontend/token_kinds.def"
#undef AIOCC_TOKEN
#undef AIOCC_OPERATOR
#undef AIOCC_KEYWORD
  };
  return texts[static_cast<unsigned>(kind)];
}

Tokens tokenize(SourceFile const& file, SourceFileId id) { return Tokenizer(file, id).run(); }

Tokens Tokenizer::run() {
  result_.tokens.reserve(text_.size() / 4);
  while (!failed() && !at_end()) {
    tokenize_line_start();
    while (!failed() && !at_end() && current() != '\n') {
      tokenize_one();
      if (!skip_blanks()) break;
    }
    if (!failed()) tokenize_line_end();
  }
  finish();
  return std::move(result_);
}

void Tokenizer::fail(std::string message, std::uint32_t begin, std::uint32_t end, Code code) {
  if (!failed()) result_.error = PythonError{code, std::move(message), begin, end};
}

// Measures the indentation of a logical line; lines that are blank but for a comment are skipped whole.
void Tokenizer::tokenize_line_start() {
  while (!at_end()) {
    std::uint32_t column = 0;
    std::uint32_t alternative_column = 0;
    for (;; ++at_) {
      if (current() == ' ') {
        ++column, ++alternative_column;
      } else if (current() == '\t') {
        column = (column / 8 + 1) * 8;
        ++alternative_column;
      } else if (current() == '\f') {
        column = alternative_column = 0;
      } else if (current() == '\\' && at(at_ + 1) == '\n') {
        ++at_;
        std::uint32_t const rest = at_ + 1;
        while (at(at_ + 1) == ' ' || at(at_ + 1) == '\t') ++at_;
        if (column == 0) column = alternative_column = at_ + 1 - rest;
      } else {
        break;
      }
    }
    if (current() == '#') skip_comment();
    if (at_end()) return;
    if (current() != '\n') return set_indentation(column, alternative_column);
    ++at_;
  }
}

void Tokenizer::set_indentation(std::uint32_t column, std::uint32_t alternative_column) {
  std::uint32_t const line_start = file_.line_begin(file_.position(at_).line);
  auto const fail_tabs = [&] {
    fail("inconsistent use of tabs and spaces in indentation", line_start, line_start, Code::TabError);
  };
  Indentation const outer = indentations_.back();
  if (column == outer.column) return alternative_column == outer.alternative_column ? void() : fail_tabs();
  if (column > outer.column) {
    if (alternative_column <= outer.alternative_column) return fail_tabs();
    if (indentations_.size() >= max_indentations)
      return fail("too many levels of indentation", line_start, line_start, Code::IndentationError);
    indentations_.push_back({column, alternative_column});
    return add(TokenKind::Indent, line_start);
  }
  while (column < indentations_.back().column) {
    indentations_.pop_back();
    add(TokenKind::Dedent, at_);
  }
  if (column != indentations_.back().column) {
    auto const line_end = static_cast<std::uint32_t>(std::min(text_.find('\n', at_), text_.size()));
    return fail("unindent does not match any outer indentation level", line_end, line_end, Code::IndentationError);
  }
  if (alternative_column != indentations_.back().alternative_column) fail_tabs();
}

void Tokenizer::tokenize_line_end() {
  bool const has_tokens = !result_.tokens.empty() && result_.tokens.back().kind != TokenKind::Newline;
  std::uint32_t const begin = at_;
  if (!at_end()) ++at_;
  bool const is_code = has_tokens && result_.tokens.back().kind != TokenKind::Dedent;
  if (is_code && brackets_.empty()) result_.tokens.push_back({TokenKind::Newline, begin, at_});
}

void Tokenizer::finish() {
  if (!failed() && !brackets_.empty()) result_.unclosed = brackets_.back();
  auto const end = static_cast<std::uint32_t>(text_.size());
  if (!failed() && brackets_.empty()) {
    for (std::size_t level = 1; level < indentations_.size(); ++level)
      result_.tokens.push_back({TokenKind::Dedent, end, end});
  }
  result_.tokens.push_back({TokenKind::EndMarker, end, end});
}

// Skips what may stand between tokens, line ends included inside brackets; false at the end of the logical line.
bool Tokenizer::skip_blanks() {
  while (!failed() && !at_end()) {
    char const c = current();
    if (c == ' ' || c == '\t' || c == '\f') {
      ++at_;
    } else if (c == '#') {
      skip_comment();
    } else if (c == '\\') {
      if (!skip_line_continuation()) return false;
    } else if (c == '\n') {
      if (brackets_.empty()) return false;
      ++at_;
    } else {
      return true;
    }
  }
  return false;
}

bool Tokenizer::skip_line_continuation() {
  if (at(at_ + 1) != '\n') {
    if (at_ + 1 >= text_.size()) {
      fail("unexpected EOF while parsing", at_ + 1, at_ + 1);
    } else {
      fail("unexpected character after line continuation character", at_ + 1, at_ + 1);
    }
    return false;
  }
  at_ += 2;
  if (at_end()) fail("unexpected EOF while parsing", at_ - 1, at_ - 1);
  return !failed();
}

void Tokenizer::skip_comment() {
  std::uint32_t const begin = at_;
  at_ = static_cast<std::uint32_t>(std::min(text_.find('\n', at_), text_.size()));
  std::uint32_t const line_start = file_.line_begin(file_.position(begin).line);
  bool const own_line = text_.substr(line_start, begin - line_start).find_first_not_of(" \t\f") == text_.npos;
  result_.comments.push_back({{id_, begin, at_}, own_line});
}

// Tokenizes from a character that isn't blank.
void Tokenizer::tokenize_one() {
  char const c = current();
  if ((c >= '0' && c <= '9') || (c == '.' && at(at_ + 1) >= '0' && at(at_ + 1) <= '9')) return tokenize_number();
  if (is_ascii_identifier_part(c) || static_cast<unsigned char>(c) >= 0x80) return tokenize_name_or_string();
  if (c == '"' || c == '\'') return void(tokenize_string(at_));
  if (c == '\\') return void(skip_line_continuation());
  tokenize_operator();
}

void Tokenizer::tokenize_name_or_string() {
  std::uint32_t const begin = at_;
  if (!consume_identifier()) return;
  if ((current() == '"' || current() == '\'') && at_ - begin <= 2 && tokenize_string(begin)) return;
  auto const found = keywords().find(text_.substr(begin, at_ - begin));
  add(found != keywords().end() ? found->second : TokenKind::Name, begin);
}

bool Tokenizer::consume_identifier() {
  std::uint32_t const begin = at_;
  while (!at_end()) {
    if (is_ascii_identifier_part(current())) {
      ++at_;
      continue;
    }
    if (static_cast<unsigned char>(current()) < 0x80) break;
    auto const [value, size] = decode_code_point(text_, at_);
    bool const is_valid = at_ == begin ? is_identifier_start(value) : is_identifier_part(value);
    if (!is_valid) {
      fail_invalid_character(at_);
      return false;
    }
    at_ += size;
  }
  return true;
}

void Tokenizer::fail_invalid_character(std::uint32_t offset) {
  auto const [value, size] = decode_code_point(text_, offset);
  fail(is_printable(value)
           ? fmt::format("invalid character '{}' (U+{:04X})", text_.substr(offset, size), static_cast<unsigned>(value))
           : fmt::format("invalid non-printable character U+{:04X}", static_cast<unsigned>(value)),
       offset, offset);
}

void Tokenizer::tokenize_operator() {
  std::uint32_t const begin = at_;
  auto const [kind, text] = find_operator(text_.substr(at_));
  if (text.empty()) {
    // `$`, `?` and "`" are tokens to CPython, that no grammar rule takes; control characters aren't even that.
    bool const is_printable_ascii = current() >= ' ' && current() < 0x7f;
    if (!is_printable_ascii) return fail_invalid_character(at_);
    ++at_;
    return add(TokenKind::Exclamation, begin);
  }
  at_ += static_cast<std::uint32_t>(text.size());
  if (text == "(" || text == "[" || text == "{") open_bracket(text[0], begin);
  if ((text == ")" || text == "]" || text == "}") && !close_bracket(text[0], begin)) return;
  if (!failed()) add(kind, begin);
}

void Tokenizer::open_bracket(char bracket, std::uint32_t offset) {
  if (brackets_.size() >= max_brackets) return fail_here("too many nested parentheses");
  brackets_.push_back({bracket, offset});
}

bool Tokenizer::close_bracket(char bracket, std::uint32_t offset) {
  std::size_t const outer_depth = fields_.empty() ? 0 : fields_.back().depth;
  if (!fields_.empty() && brackets_.size() == outer_depth) {
    fail_here(fmt::format("f-string: unmatched '{}'", bracket));
    return false;
  }
  if (brackets_.empty()) {
    fail_here(fmt::format("unmatched '{}'", bracket));
    return false;
  }
  OpenBracket const open = brackets_.back();
  brackets_.pop_back();
  bool const is_match = (open.bracket == '(' && bracket == ')') || (open.bracket == '[' && bracket == ']') ||
                        (open.bracket == '{' && bracket == '}');
  if (is_match) return true;
  std::uint32_t const open_line = file_.position(open.offset).line;
  bool const is_same_line = open_line == file_.position(offset).line;
  fail_here(fmt::format("closing parenthesis '{}' does not match opening parenthesis '{}'{}", bracket, open.bracket,
                        is_same_line ? "" : fmt::format(" on line {}", open_line)));
  return false;
}

}  // namespace aiocc::frontend
