// String tokens, and f-strings as sequences of tokens.
#include <fmt/format.h>

#include "frontend/tokenizer.hpp"

namespace aiocc::frontend {
namespace {

constexpr std::size_t max_fstrings = 150;
constexpr int max_spec_nesting = 2;

struct Prefix {
  bool is_valid = true;
  bool is_raw = false;
  bool is_format = false;
};

Prefix read_prefix(std::string_view text) {
  std::string lower;
  for (char const c : text) lower += static_cast<char>(c | 0x20);
  bool const is_raw = lower.find('r') != std::string::npos;
  bool const is_format = lower.find('f') != std::string::npos;
  for (std::string_view const known : {"", "r", "u", "b", "f", "br", "rb", "fr", "rf"})
    if (lower == known) return {true, is_raw, is_format};
  return {false, false, false};
}

}  // namespace

// From the quote that ends the prefix which began at `start`; false where that is no prefix of a string.
bool Tokenizer::tokenize_string(std::uint32_t start) {
  Prefix const prefix = read_prefix(text_.substr(start, at_ - start));
  if (!prefix.is_valid) return false;
  char const character = current();
  bool const is_triple = at(at_ + 1) == character && at(at_ + 2) == character;
  Quote const quote{start, character, is_triple, prefix.is_raw};
  at_ += is_triple ? 3 : 1;
  if (prefix.is_format) {
    tokenize_fstring(quote);
  } else {
    tokenize_plain_string(quote);
  }
  return true;
}

bool Tokenizer::at_closing_quote(Quote const& quote) const {
  if (current() != quote.character || at_end()) return false;
  return !quote.is_triple || (at(at_ + 1) == quote.character && at(at_ + 2) == quote.character);
}

// The line on which a literal that runs to the end of the file is found to be open.
std::uint32_t Tokenizer::last_line() const { return file_.line_count() - (text_.ends_with('\n') ? 1 : 0); }

void Tokenizer::tokenize_plain_string(Quote const& quote) {
  while (!at_closing_quote(quote)) {
    bool const is_unterminated = at_end() || (current() == '\n' && !quote.is_triple);
    if (is_unterminated) {
      bool const closes_fstring = !fields_.empty() && fields_.back().quote.character == quote.character &&
                                  fields_.back().quote.is_triple == quote.is_triple;
      if (closes_fstring) return fail("f-string: expecting '}'", quote.start, quote.start);
      return fail(
          fmt::format("unterminated {}string literal (detected at line {})", quote.is_triple ? "triple-quoted " : "",
                      quote.is_triple ? last_line() : file_.position(at_).line),
          quote.start, quote.start);
    }
    at_ += current() == '\\' && at_ + 1 < text_.size() ? 2 : 1;
  }
  at_ += quote.is_triple ? 3 : 1;
  add(TokenKind::String, quote.start);
}

void Tokenizer::tokenize_fstring(Quote const& quote) {
  if (fields_.size() >= max_fstrings) return fail_here("too many nested f-strings");
  add(TokenKind::FStringStart, quote.start);
  std::size_t const depth = brackets_.size();
  while (tokenize_fstring_literal(quote)) {
    tokenize_field(quote, 0);
    if (brackets_.size() != depth) return;
  }
  if (failed()) return;
  std::uint32_t const begin = at_;
  at_ += quote.is_triple ? 3 : 1;
  add(TokenKind::FStringEnd, begin);
}

// Up to the closing quote (false) or to the brace of a replacement field (true).
bool Tokenizer::tokenize_fstring_literal(Quote const& quote) {
  std::uint32_t const begin = at_;
  while (!failed() && !at_closing_quote(quote)) {
    if (at_end() || (current() == '\n' && !quote.is_triple)) {
      fail(fmt::format("unterminated {}f-string literal (detected at line {})", quote.is_triple ? "triple-quoted " : "",
                       quote.is_triple ? last_line() : file_.position(at_).line),
           quote.start, quote.start);
    } else if (current() == '{' && at(at_ + 1) != '{') {
      break;
    } else if (current() == '{' || (current() == '}' && at(at_ + 1) == '}')) {
      at_ += 2;
    } else if (current() == '}') {
      ++at_;
      fail_here("f-string: single '}' is not allowed");
    } else if (current() == '\\' && !quote.is_raw && at(at_ + 1) == 'N' && at(at_ + 2) == '{') {
      at_ = static_cast<std::uint32_t>(std::min(text_.find_first_of("}\n", at_), text_.size() - 1)) + 1;
    } else if (current() == '\\' && at(at_ + 1) != '{' && at(at_ + 1) != '}' && at_ + 1 < text_.size()) {
      at_ += 2;
    } else {
      ++at_;
    }
  }
  if (failed()) return false;
  if (at_ != begin) add(TokenKind::FStringMiddle, begin);
  return !at_closing_quote(quote);
}

// A replacement field, from its `{` to its `}`.
void Tokenizer::tokenize_field(Quote const& quote, int spec_nesting) {
  if (failed()) return;
  if (spec_nesting > max_spec_nesting) return fail_here("f-string: expressions nested too deeply");
  std::uint32_t const begin = at_++;
  fields_.push_back({quote, brackets_.size() + 1, spec_nesting});
  open_bracket('{', begin);
  if (!failed()) add(TokenKind::LeftBrace, begin);
  tokenize_field_expression();
  if (!failed() && current() == ':' && brackets_.size() == fields_.back().depth) {
    ++at_;
    add(TokenKind::Colon, at_ - 1);
    tokenize_format_spec(quote, spec_nesting);
    skip_blanks();
  }
  std::size_t const depth = fields_.back().depth;
  fields_.pop_back();
  if (failed() || at_end()) return;
  if (current() != '}' || brackets_.size() != depth) return;
  brackets_.pop_back();
  ++at_;
  add(TokenKind::RightBrace, at_ - 1);
}

// The tokens of a field up to the `:` or `}` that ends its expression.
void Tokenizer::tokenize_field_expression() {
  FieldContext const field = fields_.back();
  // At the end of the file the field's bracket is open, which `finish` sees.
  while (skip_blanks()) {
    bool const is_outermost = brackets_.size() == field.depth;
    if (is_outermost && (current() == ':' || current() == '}')) return;
    if (is_outermost && current() == '!' && at(at_ + 1) != '=') {
      ++at_;
      add(TokenKind::Exclamation, at_ - 1);
      continue;
    }
    tokenize_one();
    if (failed()) return;
  }
}

// The format specification after the `:`, up to the field's `}`. It has no `{{`; a line end closes it but in triple quotes.
void Tokenizer::tokenize_format_spec(Quote const& quote, int spec_nesting) {
  std::uint32_t begin = at_;
  auto const end_literal = [&] {
    if (at_ != begin) add(TokenKind::FStringMiddle, begin);
  };
  while (!failed()) {
    if (at_end() || at_closing_quote(quote)) {
      end_literal();
      std::uint32_t const where = at_;
      if (at_end()) return fail_here("f-string: expecting '}'");
      return fail("f-string: expecting '}', or format specs", where, where + 1);
    }
    if (current() == '{') {
      end_literal();
      tokenize_field(quote, spec_nesting + 1);
      begin = at_;
    } else if (current() == '}' || (current() == '\n' && !quote.is_triple)) {
      return end_literal();
    } else {
      at_ += current() == '\\' && at(at_ + 1) != '{' && at(at_ + 1) != '}' && at_ + 1 < text_.size() ? 2 : 1;
    }
  }
}

}  // namespace aiocc::frontend
