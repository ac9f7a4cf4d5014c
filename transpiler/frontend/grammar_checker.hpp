// The recogniser behind grammar.hpp.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/grammar.hpp"

namespace aiocc::frontend {

class GrammarChecker {
 public:
  GrammarChecker(SourceFile const& file, Tokens const& tokens);

  GrammarResult run();

 private:
  using Kind = TokenKind;

  // What an expression that was recognised is, for the rules on targets. `name` is CPython's name of its kind.
  struct Invalid {
    std::string_view name;
    std::uint32_t begin;
    std::uint32_t end;
  };
  struct Parsed {
    bool ok = false;
    std::string_view name;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    // Of a tuple without parentheses: where its first element ends.
    std::uint32_t first_end = 0;
    // The part that can't be assigned to or deleted.
    std::optional<Invalid> bad_store;
    std::optional<Invalid> bad_del;
    // `left in ...`: the left side as a target of `for`.
    std::optional<Invalid> bad_for;
    bool is_in_comparison = false;
    // No lower than `|`: what may stand on the left of `=` by mistake.
    bool is_bitwise_or = true;
    bool is_parenthesized = false;
  };

  // Tokens.
  Token const& token(std::size_t offset = 0) const {
    std::size_t const index = at_ + offset;
    return tokens_[index < tokens_.size() ? index : tokens_.size() - 1];
  }
  Kind kind(std::size_t offset = 0) const { return token(offset).kind; }
  std::string_view text(std::size_t offset = 0) const { return text_of(token(offset)); }
  std::string_view text_of(Token const& each) const { return file_.text().substr(each.begin, each.end - each.begin); }
  bool is(Kind wanted) const { return kind() == wanted; }
  bool is_name(std::string_view wanted) const { return is(Kind::Name) && text() == wanted; }
  bool take(Kind wanted) {
    if (!is(wanted)) return false;
    ++at_;
    return true;
  }
  std::uint32_t previous_end() const { return at_ == 0 ? 0 : tokens_[at_ - 1].end; }
  std::uint32_t line_of(std::uint32_t offset) const { return file_.position(offset).line; }
  std::size_t level_after(std::size_t index) const { return levels_[index]; }

  // Errors; all return false or a Parsed that isn't ok.
  bool fail(std::string message, std::uint32_t begin, std::uint32_t end, Code code = Code::SyntaxError);
  bool fail_at(Token const& where, std::string message, Code code = Code::SyntaxError) {
    return fail(std::move(message), where.begin, where.end, code);
  }
  bool fail_here(std::string message) { return fail_at(token(), std::move(message)); }
  // "invalid syntax" at the current token, or what CPython makes of an indentation there.
  bool fail_generic();
  bool fail_on(Parsed const& expression, std::string message) {
    return fail(std::move(message), expression.begin, expression.end);
  }
  bool expect(Kind wanted) { return take(wanted) || fail_generic(); }
  // Recognises ahead without lasting effects: whether `parse` succeeds, and where it ends.
  template <class Parse>
  std::optional<std::size_t> look_ahead(Parse parse) {
    std::size_t const start = at_;
    std::size_t const masks = masked_.size();
    auto const error = error_;
    bool const ok = parse();
    std::size_t const end = at_;
    at_ = start;
    masked_.resize(masks);
    error_ = error;
    return ok ? std::optional(end) : std::nullopt;
  }
  void mask(std::uint32_t begin, std::uint32_t end);

  // grammar_statements.cpp
  bool statement();
  bool looks_like_match();
  bool simple_statements();
  bool simple_statement();
  bool expression_statement();
  bool annotated_assignment(Parsed const& target);
  bool assignment(Parsed first);
  bool misplaced_first_equal();
  bool return_statement();
  bool raise_statement();
  bool delete_statement();
  bool assert_statement();
  bool name_list();
  bool import_statement();
  bool import_from_statement();
  bool dotted_name();
  bool import_names(bool in_parentheses);
  bool type_alias();

  // grammar_blocks.cpp
  bool compound_statement();
  bool colon(bool is_forced = false);
  bool block(std::string_view after, std::uint32_t line);
  bool if_statement();
  bool else_block();
  bool while_statement();
  bool for_statement();
  bool for_targets(bool is_comprehension);
  bool try_statement();
  bool except_clause(std::optional<bool>& is_star);
  bool with_statement();
  bool parenthesized_with_items();
  bool has_bad_with_target();
  bool with_item();
  bool decorated();
  bool function_definition();
  bool class_definition();
  bool type_params();
  bool match_statement();
  bool case_block();

  // grammar_parameters.cpp
  struct ParameterState;
  bool parameters(Kind closing, bool is_lambda);
  bool one_parameter(ParameterState& state, Kind closing, bool is_lambda);
  bool star_parameter(ParameterState& state, Kind closing, bool is_lambda);
  bool slash_parameter(ParameterState& state);
  bool double_star_parameter(ParameterState& state, bool is_lambda);
  bool annotation(bool may_be_starred = false);

  // grammar_expressions.cpp
  bool starts_expression() const;
  Parsed star_expressions();
  Parsed tuple_rest(Parsed first, Parsed (GrammarChecker::*element)());
  Parsed star_expression();
  Parsed star_named_expression();
  Parsed starred();
  Parsed named_expression();
  Parsed yield_or_star_expressions();
  Parsed yield_expression();
  Parsed expression();
  Parsed conditional_rest(Parsed body);
  bool missing_comma(Parsed const& first, std::size_t first_token);
  Parsed lambda();
  Parsed disjunction();
  Parsed conjunction();
  Parsed inversion();
  Parsed comparison();
  bool comparison_operator(bool& is_in);
  Parsed bitwise_or(int lowest = 1);
  Parsed factor();
  Parsed power();
  Parsed await_primary();
  Parsed primary();
  bool misplaced_equal(Parsed const& left, std::size_t first_token);
  static Parsed failed() { return {}; }
  Parsed made(std::string_view name, std::uint32_t begin) const;
  Parsed target(std::string_view name, std::uint32_t begin) const;

  // grammar_atoms.cpp
  Parsed atom();
  Parsed strings();
  bool fstring();
  bool replacement_field();
  bool field_expression();
  bool field_conversion();
  bool field_spec();
  Parsed parenthesized();
  Parsed list();
  Parsed braces();
  bool dictionary_items(std::uint32_t begin);
  bool dictionary_value();
  bool comprehension_clauses();
  bool at_comprehension() const {
    return is(Kind::KeywordFor) || (is(Kind::KeywordAsync) && kind(1) == Kind::KeywordFor);
  }
  bool arguments(bool may_be_generator = true);
  struct ArgumentState;
  bool argument(ArgumentState& state, bool may_be_generator);
  bool keyword_argument(ArgumentState& state);
  bool assigns_to_unpacking(std::uint32_t begin, std::string_view what);
  bool subscripts();
  bool slice();

  // grammar_patterns.cpp
  bool patterns();
  bool maybe_star_pattern();
  bool pattern();
  bool or_pattern();
  bool closed_pattern();
  bool number_pattern();
  bool name_pattern();
  bool class_pattern_arguments();
  bool mapping_pattern();
  bool sequence_pattern(Kind closing);

  SourceFile const& file_;
  std::vector<Token> const& tokens_;
  // The number of brackets open after each token.
  std::vector<std::size_t> levels_;
  std::size_t at_ = 0;
  int depth_ = 0;
  // The first token of the expression statement at hand.
  std::size_t statement_start_ = 0;
  // Inside a look-ahead for the second of two expressions side by side, where CPython applies no `invalid_` rules.
  bool is_second_expression_ = false;
  std::optional<PythonError> error_;
  MaskedRanges masked_;
};

}  // namespace aiocc::frontend
