// The tokenizer's state and steps. It mirrors CPython's Parser/lexer in what it accepts and in what it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/tokens.hpp"

namespace aiocc::frontend {

class Tokenizer {
 public:
  Tokenizer(SourceFile const& file, SourceFileId id) : file_(file), id_(id), text_(file.text()) {}

  Tokens run();

 private:
  // A string literal's opening: where it starts, its quote character, and whether that is tripled.
  struct Quote {
    std::uint32_t start;
    char character;
    bool is_triple;
    bool is_raw;
  };
  // An f-string whose replacement field is being tokenized; `depth` counts the brackets open outside of that field.
  struct FieldContext {
    Quote quote;
    std::size_t depth;
    int spec_nesting;
  };

  char at(std::uint32_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  char current() const { return at(at_); }
  bool at_end() const { return at_ >= text_.size(); }
  bool failed() const { return result_.error.has_value(); }
  bool matches(std::string_view expected) const { return text_.substr(at_).starts_with(expected); }

  void add(TokenKind kind, std::uint32_t begin) { result_.tokens.push_back({kind, begin, at_}); }
  void fail(std::string message, std::uint32_t begin, std::uint32_t end, Code code = Code::SyntaxError);
  // Points at the last character consumed, as CPython's `syntaxerror` does.
  void fail_here(std::string message) { fail(std::move(message), at_ == 0 ? 0 : at_ - 1, at_ == 0 ? 0 : at_ - 1); }

  // tokenizer.cpp
  void tokenize_line_start();
  void set_indentation(std::uint32_t column, std::uint32_t alternative_column);
  void tokenize_line_end();
  void finish();
  bool skip_blanks();
  bool skip_line_continuation();
  void skip_comment();
  void tokenize_one();
  void tokenize_name_or_string();
  void fail_invalid_character(std::uint32_t offset);
  bool consume_identifier();
  void tokenize_operator();
  void open_bracket(char bracket, std::uint32_t offset);
  bool close_bracket(char bracket, std::uint32_t offset);

  // tokenizer_numbers.cpp
  void tokenize_number();
  bool consume_radix_digits(int radix, char const* name);
  bool consume_decimal_digits();
  bool consume_fraction_and_exponent(bool& is_float);
  bool check_number_end(char const* name);

  // tokenizer_strings.cpp
  bool tokenize_string(std::uint32_t start);
  void tokenize_plain_string(Quote const& quote);
  void tokenize_fstring(Quote const& quote);
  bool tokenize_fstring_literal(Quote const& quote);
  void tokenize_field(Quote const& quote, int spec_nesting);
  void tokenize_field_expression();
  void tokenize_format_spec(Quote const& quote, int spec_nesting);
  bool at_closing_quote(Quote const& quote) const;
  std::uint32_t last_line() const;

  SourceFile const& file_;
  SourceFileId id_;
  std::string_view text_;
  std::uint32_t at_ = 0;
  Tokens result_;
  std::vector<OpenBracket> brackets_;
  std::vector<FieldContext> fields_;
  struct Indentation {
    std::uint32_t column;
    std::uint32_t alternative_column;
  };
  std::vector<Indentation> indentations_{{0, 0}};
};

}  // namespace aiocc::frontend
