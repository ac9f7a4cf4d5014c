// Expressions, from the comma down to calls and subscripts.
#include <fmt/format.h>

#include "frontend/grammar_checker.hpp"

namespace aiocc::frontend {
namespace {

constexpr int max_depth = 1000;

int binary_precedence(TokenKind kind) {
  switch (kind) {
    case TokenKind::Bar: return 1;
    case TokenKind::Caret: return 2;
    case TokenKind::Ampersand: return 3;
    case TokenKind::LeftShift:
    case TokenKind::RightShift: return 4;
    case TokenKind::Plus:
    case TokenKind::Minus: return 5;
    case TokenKind::Star:
    case TokenKind::Slash:
    case TokenKind::DoubleSlash:
    case TokenKind::Percent:
    case TokenKind::At: return 6;
    default: return 0;
  }
}

bool is_soft_keyword(std::string_view text) {
  return text == "match" || text == "case" || text == "type" || text == "_";
}

}  // namespace

bool GrammarChecker::starts_expression() const {
  switch (kind()) {
    case Kind::Name:
    case Kind::Number:
    case Kind::String:
    case Kind::FStringStart:
    case Kind::LeftParen:
    case Kind::LeftBracket:
    case Kind::LeftBrace:
    case Kind::Minus:
    case Kind::Plus:
    case Kind::Tilde:
    case Kind::Ellipsis:
    case Kind::KeywordNone:
    case Kind::KeywordTrue:
    case Kind::KeywordFalse:
    case Kind::KeywordNot:
    case Kind::KeywordLambda:
    case Kind::KeywordAwait: return true;
    default: return false;
  }
}

// An expression from `begin` up to here, that nothing can be assigned to.
GrammarChecker::Parsed GrammarChecker::made(std::string_view name, std::uint32_t begin) const {
  Parsed result = target(name, begin);
  result.bad_store = result.bad_del = Invalid{name, begin, result.end};
  return result;
}

GrammarChecker::Parsed GrammarChecker::target(std::string_view name, std::uint32_t begin) const {
  Parsed result;
  result.ok = true;
  result.name = name;
  result.begin = begin;
  result.end = previous_end();
  return result;
}

GrammarChecker::Parsed GrammarChecker::star_expressions() {
  Parsed const first = star_expression();
  return first.ok ? tuple_rest(first, &GrammarChecker::star_expression) : first;
}

// `first, second, ...`: a tuple, if a comma follows.
GrammarChecker::Parsed GrammarChecker::tuple_rest(Parsed first, Parsed (GrammarChecker::*element)()) {
  if (!is(Kind::Comma)) return first;
  Parsed result = first;
  while (take(Kind::Comma)) {
    result.is_bitwise_or = false;
    if (!starts_expression() && !is(Kind::Star)) break;
    Parsed const next = (this->*element)();
    if (!next.ok) return next;
    result.is_bitwise_or = next.is_bitwise_or;
    if (!result.bad_store) result.bad_store = next.bad_store;
    if (!result.bad_del) result.bad_del = next.bad_del;
  }
  Parsed tuple = target("tuple", first.begin);
  tuple.first_end = first.end;
  tuple.bad_store = result.bad_store;
  tuple.bad_del = result.bad_del;
  // Of its last element.
  tuple.is_bitwise_or = result.is_bitwise_or;
  return tuple;
}

GrammarChecker::Parsed GrammarChecker::star_expression() { return is(Kind::Star) ? starred() : expression(); }

GrammarChecker::Parsed GrammarChecker::star_named_expression() {
  return is(Kind::Star) ? starred() : named_expression();
}

GrammarChecker::Parsed GrammarChecker::starred() {
  std::uint32_t const begin = token().begin;
  ++at_;
  std::size_t const operand = at_;
  Parsed const value = bitwise_or();
  if (!value.ok) return value;
  if (at_ > operand + 1) mask(tokens_[operand].begin, previous_end());
  Parsed result = target("starred", begin);
  result.bad_store = value.bad_store;
  result.bad_del = Invalid{"starred", begin, result.end};
  return result;
}

GrammarChecker::Parsed GrammarChecker::named_expression() {
  std::size_t const first = at_;
  std::uint32_t const begin = token().begin;
  if (is(Kind::Name) && kind(1) == Kind::ColonEqual) {
    at_ += 2;
    Parsed const value = expression();
    if (!value.ok) return value;
    Parsed result = made("named expression", begin);
    result.is_bitwise_or = false;
    return result;
  }
  Parsed const result = expression();
  if (!result.ok) return result;
  if (is(Kind::ColonEqual)) {
    fail_on(result, fmt::format("cannot use assignment expressions with {}", result.name));
    return failed();
  }
  if (is(Kind::Equal) && !misplaced_equal(result, first)) return failed();
  return result;
}

// `=` after what should have been a condition, as CPython's invalid_named_expression sees it.
bool GrammarChecker::misplaced_equal(Parsed const& left, std::size_t first_token) {
  bool const is_plain_name = left.name == "name" && at_ == first_token + 1;
  bool const is_excluded = left.name == "list" || left.name == "tuple" || left.name == "generator expression" ||
                           left.name == "True" || left.name == "None" || left.name == "False";
  std::uint32_t value_end = 0;
  ++at_;
  auto const end = look_ahead([&] {
    Parsed const value = bitwise_or();
    value_end = value.end;
    return value.ok && !is(Kind::Equal) && !is(Kind::ColonEqual);
  });
  --at_;
  if (!end || !left.is_bitwise_or) return fail_generic();
  if (is_plain_name) return fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", left.begin, value_end);
  if (is_excluded) return fail_generic();
  return fail_on(left, fmt::format("cannot assign to {} here. Maybe you meant '==' instead of '='?", left.name));
}

GrammarChecker::Parsed GrammarChecker::yield_or_star_expressions() {
  return is(Kind::KeywordYield) ? yield_expression() : star_expressions();
}

GrammarChecker::Parsed GrammarChecker::yield_expression() {
  std::uint32_t const begin = token().begin;
  ++at_;
  if (take(Kind::KeywordFrom)) {
    if (!expression().ok) return failed();
  } else if (starts_expression() || is(Kind::Star)) {
    if (!star_expressions().ok) return failed();
  }
  Parsed result = made("yield expression", begin);
  result.is_bitwise_or = false;
  return result;
}

GrammarChecker::Parsed GrammarChecker::expression() {
  if (++depth_ > max_depth) {
    fail_at(token(), "expression nested deeper than 1000 levels", Code::UnsupportedConstruct);
    --depth_;
    return failed();
  }
  std::size_t const first = at_;
  Parsed result = is(Kind::KeywordLambda) ? lambda() : disjunction();
  if (result.ok && is(Kind::KeywordIf)) result = conditional_rest(result);
  bool const is_adjacent = result.ok && !is_second_expression_ && starts_expression();
  if (is_adjacent && !missing_comma(result, first)) result = failed();
  --depth_;
  return result;
}

// `body if test else ...`
GrammarChecker::Parsed GrammarChecker::conditional_rest(Parsed body) {
  ++at_;
  Parsed const test = disjunction();
  if (!test.ok) return test;
  if (!is(Kind::KeywordElse)) {
    // In a comprehension's condition, a match guard and the like this isn't a conditional expression.
    if (is(Kind::Colon)) {
      fail_generic();
    } else {
      fail("expected 'else' after 'if' expression", body.begin, test.end);
    }
    return failed();
  }
  ++at_;
  Parsed const orelse = expression();
  if (!orelse.ok) return orelse;
  Parsed result = made("conditional expression", body.begin);
  result.is_bitwise_or = false;
  return result;
}

// Two expressions side by side. Always an error; CPython's invalid_expression and invalid_legacy_expression choose the words.
bool GrammarChecker::missing_comma(Parsed const& first, std::size_t first_token) {
  std::size_t const second_token = at_;
  Token const& start = tokens_[first_token];
  bool const is_one_name = start.kind == Kind::Name && second_token == first_token + 1;
  bool const is_legacy = is_one_name && (text_of(start) == "print" || text_of(start) == "exec");
  if (is_legacy) {
    std::uint32_t end = 0;
    bool const ok = look_ahead([&] {
                      Parsed const rest = star_expressions();
                      end = rest.end;
                      return rest.ok;
                    }).has_value();
    if (ok)
      return fail(fmt::format("Missing parentheses in call to '{0}'. Did you mean {0}(...)?", text_of(start)),
                  start.begin, end);
    return fail_generic();
  }
  bool const is_prefix = start.kind == Kind::Name && tokens_[first_token + 1].kind == Kind::String;
  bool const is_soft = start.kind == Kind::Name && is_soft_keyword(text_of(start));
  std::uint32_t second_end = 0;
  is_second_expression_ = true;
  auto const end = look_ahead([&] {
    Parsed const second = expression();
    second_end = second.end;
    return second.ok;
  });
  is_second_expression_ = false;
  if (!end) {
    // What is wrong may be in the second expression.
    at_ = second_token;
    return fail_generic();
  }
  bool const is_generic = is_prefix || is_soft || level_after(*end - 1) == 0;
  // What `not` might be part of was looked for in the next token.
  if (is_generic && is(Kind::KeywordNot)) ++at_;
  if (is_generic) return fail_generic();
  return fail("invalid syntax. Perhaps you forgot a comma?", first.begin, second_end);
}

GrammarChecker::Parsed GrammarChecker::lambda() {
  std::uint32_t const begin = token().begin;
  ++at_;
  if (!parameters(Kind::Colon, /*is_lambda=*/true)) return failed();
  if (!take(Kind::Colon)) {
    fail_here("expected ':'");
    return failed();
  }
  if (is(Kind::FStringMiddle)) {
    fail("f-string: lambda expressions are not allowed without parentheses", begin, previous_end());
    return failed();
  }
  if (!expression().ok) return failed();
  Parsed result = made("lambda", begin);
  result.is_bitwise_or = false;
  return result;
}

GrammarChecker::Parsed GrammarChecker::disjunction() {
  Parsed result = conjunction();
  while (result.ok && take(Kind::KeywordOr)) {
    if (!conjunction().ok) return failed();
    result = made("expression", result.begin);
    result.is_bitwise_or = false;
  }
  return result;
}

GrammarChecker::Parsed GrammarChecker::conjunction() {
  Parsed result = inversion();
  while (result.ok && take(Kind::KeywordAnd)) {
    if (!inversion().ok) return failed();
    result = made("expression", result.begin);
    result.is_bitwise_or = false;
  }
  return result;
}

GrammarChecker::Parsed GrammarChecker::inversion() {
  std::uint32_t const begin = token().begin;
  bool is_negated = false;
  while (take(Kind::KeywordNot)) is_negated = true;
  Parsed result = comparison();
  if (!result.ok || !is_negated) return result;
  result = made("expression", begin);
  result.is_bitwise_or = false;
  return result;
}

bool GrammarChecker::comparison_operator(bool& is_in) {
  switch (kind()) {
    case Kind::Less:
    case Kind::LessEqual:
    case Kind::DoubleEqual:
    case Kind::NotEqual:
    case Kind::Greater:
    case Kind::GreaterEqual: ++at_; return true;
    case Kind::KeywordIn:
      is_in = true;
      ++at_;
      return true;
    case Kind::KeywordIs: at_ += kind(1) == Kind::KeywordNot ? 2 : 1; return true;
    case Kind::KeywordNot:
      if (kind(1) != Kind::KeywordIn) return false;
      at_ += 2;
      return true;
    default: return false;
  }
}

GrammarChecker::Parsed GrammarChecker::comparison() {
  Parsed result = bitwise_or();
  if (!result.ok) return result;
  Parsed const left = result;
  bool is_first_in = false;
  for (bool is_first = true;; is_first = false) {
    bool is_in = false;
    if (!comparison_operator(is_in)) return result;
    if (is_first) is_first_in = is_in;
    if (!bitwise_or().ok) return failed();
    result = made("comparison", left.begin);
    result.is_bitwise_or = false;
    result.is_in_comparison = is_first_in;
    result.bad_for = left.bad_store;
  }
}

// The left-associative operators, by precedence climbing.
GrammarChecker::Parsed GrammarChecker::bitwise_or(int lowest) {
  Parsed result = factor();
  while (result.ok) {
    int const precedence = binary_precedence(kind());
    if (precedence < lowest || precedence == 0) return result;
    ++at_;
    if (!bitwise_or(precedence + 1).ok) return failed();
    result = made("expression", result.begin);
  }
  return result;
}

GrammarChecker::Parsed GrammarChecker::factor() {
  std::uint32_t const begin = token().begin;
  bool is_signed = false;
  while (is(Kind::Plus) || is(Kind::Minus) || is(Kind::Tilde)) {
    ++at_;
    is_signed = true;
  }
  Parsed const result = power();
  return result.ok && is_signed ? made("expression", begin) : result;
}

GrammarChecker::Parsed GrammarChecker::power() {
  Parsed const result = await_primary();
  if (!result.ok || !take(Kind::DoubleStar)) return result;
  if (++depth_ > max_depth) {
    fail_at(token(), "expression nested deeper than 1000 levels", Code::UnsupportedConstruct);
    return failed();
  }
  bool const ok = factor().ok;
  --depth_;
  return ok ? made("expression", result.begin) : failed();
}

GrammarChecker::Parsed GrammarChecker::await_primary() {
  if (!is(Kind::KeywordAwait)) return primary();
  std::uint32_t const begin = token().begin;
  ++at_;
  return primary().ok ? made("await expression", begin) : failed();
}

GrammarChecker::Parsed GrammarChecker::primary() {
  Parsed result = atom();
  while (result.ok) {
    if (take(Kind::Dot)) {
      if (!expect(Kind::Name)) return failed();
      result = target("attribute", result.begin);
    } else if (take(Kind::LeftParen)) {
      if (!arguments()) return failed();
      result = made("function call", result.begin);
    } else if (take(Kind::LeftBracket)) {
      if (!subscripts()) return failed();
      result = target("subscript", result.begin);
    } else {
      return result;
    }
  }
  return result;
}

}  // namespace aiocc::frontend
