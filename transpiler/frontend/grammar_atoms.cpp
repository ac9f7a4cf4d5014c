// Names, literals, displays, comprehensions, call arguments and subscripts.
#include <fmt/format.h>

#include <utility>

#include "frontend/grammar_checker.hpp"

namespace aiocc::frontend {

GrammarChecker::Parsed GrammarChecker::atom() {
  std::uint32_t const begin = token().begin;
  switch (kind()) {
    case Kind::Name: ++at_; return target("name", begin);
    case Kind::Number: ++at_; return made("literal", begin);
    case Kind::Ellipsis: ++at_; return made("ellipsis", begin);
    case Kind::KeywordNone: ++at_; return made("None", begin);
    case Kind::KeywordTrue: ++at_; return made("True", begin);
    case Kind::KeywordFalse: ++at_; return made("False", begin);
    case Kind::String:
    case Kind::FStringStart: return strings();
    case Kind::LeftParen: return parenthesized();
    case Kind::LeftBracket: return list();
    case Kind::LeftBrace: return braces();
    default: fail_generic(); return failed();
  }
}

GrammarChecker::Parsed GrammarChecker::strings() {
  std::uint32_t const begin = token().begin;
  bool is_format = false;
  bool has_bytes = false;
  bool has_text = false;
  Token last = token();
  while (is(Kind::String) || is(Kind::FStringStart)) {
    last = token();
    if (is(Kind::FStringStart)) {
      is_format = has_text = true;
      if (!fstring()) return failed();
      continue;
    }
    std::string_view const prefix = text().substr(0, text().find_first_of("'\""));
    bool const is_bytes = prefix.find_first_of("bB") != prefix.npos;
    (is_bytes ? has_bytes : has_text) = true;
    ++at_;
  }
  if (has_bytes && has_text) {
    std::uint32_t const where = token().begin;
    fail("cannot mix bytes and nonbytes literals", where, is(Kind::Newline) ? where + 1 : token().end);
    return failed();
  }
  return made(is_format ? "f-string expression" : "literal", begin);
}

bool GrammarChecker::fstring() {
  ++at_;
  while (!take(Kind::FStringEnd)) {
    if (take(Kind::FStringMiddle)) continue;
    if (!is(Kind::LeftBrace)) return fail_generic();
    if (!replacement_field()) return false;
  }
  return true;
}

bool GrammarChecker::replacement_field() {
  ++at_;
  for (Kind const early : {Kind::Equal, Kind::Exclamation, Kind::Colon, Kind::RightBrace})
    if (is(early)) return fail_here(fmt::format("f-string: valid expression required before '{}'", text()));
  if (!starts_expression() && !is(Kind::Star) && !is(Kind::KeywordYield))
    return fail_here("f-string: expecting a valid expression after '{'");
  if (!field_expression()) return false;
  auto const ends = [&] { return is(Kind::Exclamation) || is(Kind::Colon) || is(Kind::RightBrace); };
  bool const is_odd_character = is(Kind::Exclamation) && text() != "!";
  if ((!ends() && !is(Kind::Equal)) || is_odd_character)
    return fail_here("f-string: expecting '=', or '!', or ':', or '}'");
  if (take(Kind::Equal) && !ends()) return fail_here("f-string: expecting '!', or ':', or '}'");
  if (is(Kind::Exclamation) && !field_conversion()) return false;
  if (is(Kind::Colon)) return field_spec();
  return take(Kind::RightBrace) || fail_here("f-string: expecting '}'");
}

// CPython takes as much of the expression as is one, and says what it misses after that.
bool GrammarChecker::field_expression() {
  std::size_t const first = at_;
  std::size_t const level = level_after(at_ - 1);
  if (yield_or_star_expressions().ok) return true;
  bool const is_generic = error_->message == "invalid syntax" && error_->begin == token().begin;
  if (!is_generic || level_after(at_ - 1) != level) return false;
  error_.reset();
  if (at_ <= first + 1) return fail_at(tokens_[first], "f-string: expecting a valid expression after '{'");
  return fail_at(tokens_[at_ - 1], "f-string: expecting '=', or '!', or ':', or '}'");
}

bool GrammarChecker::field_conversion() {
  ++at_;
  if (is(Kind::Colon) || is(Kind::RightBrace)) return fail_here("f-string: missing conversion character");
  if (!is(Kind::Name)) return fail_here("f-string: invalid conversion character");
  if (token().begin != previous_end())
    return fail_here("f-string: conversion type must come right after the exclamation mark");
  if (text() != "s" && text() != "r" && text() != "a")
    return fail_here(fmt::format("f-string: invalid conversion character '{}': expected 's', 'r', or 'a'", text()));
  ++at_;
  return is(Kind::Colon) || is(Kind::RightBrace) || fail_here("f-string: expecting ':' or '}'");
}

bool GrammarChecker::field_spec() {
  ++at_;
  while (!take(Kind::RightBrace)) {
    if (take(Kind::FStringMiddle)) continue;
    if (!is(Kind::LeftBrace)) return fail_here("f-string: expecting '}', or format specs");
    if (!replacement_field()) return false;
  }
  return true;
}

GrammarChecker::Parsed GrammarChecker::parenthesized() {
  std::uint32_t const begin = token().begin;
  ++at_;
  if (take(Kind::RightParen)) return target("tuple", begin);
  if (is(Kind::DoubleStar)) {
    fail_here("cannot use double starred expression here");
    return failed();
  }
  if (is(Kind::KeywordYield)) {
    Parsed result = yield_expression();
    if (!result.ok || !expect(Kind::RightParen)) return failed();
    result.is_bitwise_or = true;
    result.is_parenthesized = true;
    return result;
  }
  Token const opening = token();
  Parsed const first = star_named_expression();
  if (!first.ok) return first;
  if (at_comprehension()) {
    if (first.name == "starred") {
      fail_on(first, "iterable unpacking cannot be used in comprehension");
      return failed();
    }
    if (!comprehension_clauses() || !expect(Kind::RightParen)) return failed();
    return made("generator expression", begin);
  }
  if (is(Kind::Comma)) {
    Parsed tuple = tuple_rest(first, &GrammarChecker::star_named_expression);
    if (!tuple.ok) return tuple;
    if (!expect(Kind::RightParen)) return failed();
    Parsed result = target("tuple", begin);
    result.bad_store = tuple.bad_store;
    result.bad_del = tuple.bad_del;
    return result;
  }
  if (!expect(Kind::RightParen)) return failed();
  if (first.name == "starred") {
    fail_at(opening, "cannot use starred expression here");
    error_->end = first.end;
    return failed();
  }
  Parsed result = first;
  result.is_parenthesized = true;
  result.is_bitwise_or = true;
  result.is_in_comparison = false;
  return result;
}

GrammarChecker::Parsed GrammarChecker::list() {
  std::uint32_t const begin = token().begin;
  ++at_;
  Parsed elements;
  if (!is(Kind::RightBracket)) {
    Parsed const first = star_named_expression();
    if (!first.ok) return first;
    if (at_comprehension()) {
      if (first.name == "starred") {
        fail_on(first, "iterable unpacking cannot be used in comprehension");
        return failed();
      }
      if (!comprehension_clauses() || !expect(Kind::RightBracket)) return failed();
      return made("list comprehension", begin);
    }
    elements = tuple_rest(first, &GrammarChecker::star_named_expression);
    if (!elements.ok) return elements;
    if (at_comprehension()) {
      fail("did you forget parentheses around the comprehension target?", first.begin, elements.end);
      return failed();
    }
  }
  if (!expect(Kind::RightBracket)) return failed();
  Parsed result = target("list", begin);
  result.bad_store = elements.bad_store;
  result.bad_del = elements.bad_del;
  return result;
}

GrammarChecker::Parsed GrammarChecker::braces() {
  std::uint32_t const begin = token().begin;
  ++at_;
  if (take(Kind::RightBrace)) return made("dict literal", begin);
  if (is(Kind::DoubleStar)) return dictionary_items(begin) ? made("dict literal", begin) : failed();
  Parsed const first = star_named_expression();
  if (!first.ok) return first;
  bool const is_bare_walrus = first.name == "named expression" && !first.is_parenthesized;
  if (is(Kind::Colon) && first.name != "starred" && !is_bare_walrus) {
    if (!dictionary_value()) return failed();
    if (at_comprehension()) {
      if (!comprehension_clauses() || !expect(Kind::RightBrace)) return failed();
      return made("dict comprehension", begin);
    }
    if (!is(Kind::RightBrace) && !is(Kind::Comma)) {
      fail_generic();
      return failed();
    }
    take(Kind::Comma);
    return dictionary_items(begin) ? made("dict literal", begin) : failed();
  }
  if (at_comprehension()) {
    if (first.name == "starred") {
      fail_on(first, "iterable unpacking cannot be used in comprehension");
      return failed();
    }
    if (!comprehension_clauses() || !expect(Kind::RightBrace)) return failed();
    return made("set comprehension", begin);
  }
  Parsed const elements = tuple_rest(first, &GrammarChecker::star_named_expression);
  if (!elements.ok) return elements;
  if (at_comprehension()) {
    fail("did you forget parentheses around the comprehension target?", first.begin, elements.end);
    return failed();
  }
  if (!expect(Kind::RightBrace)) return failed();
  return made("set display", begin);
}

// The rest of a dict display, up to its brace.
bool GrammarChecker::dictionary_items(std::uint32_t) {
  while (!take(Kind::RightBrace)) {
    if (is(Kind::DoubleStar)) {
      Token const stars = token();
      ++at_;
      if (!bitwise_or().ok) return false;
      if (at_comprehension()) return fail_at(stars, "dict unpacking cannot be used in dict comprehension");
    } else {
      bool const around = std::exchange(is_second_expression_, true);
      Parsed const key = expression();
      is_second_expression_ = around;
      if (!key.ok) return false;
      if (!is(Kind::Colon)) return fail("':' expected after dictionary key", key.end - 1, key.end);
      if (!dictionary_value()) return false;
    }
    if (!is(Kind::RightBrace) && !expect(Kind::Comma)) return false;
  }
  return true;
}

bool GrammarChecker::dictionary_value() {
  Token const colon_token = token();
  ++at_;
  if (is(Kind::RightBrace) || is(Kind::Comma))
    return fail_at(colon_token, "expression expected after dictionary key and ':'");
  if (is(Kind::Star)) {
    Token const star = token();
    ++at_;
    Parsed const value = bitwise_or();
    if (!value.ok) return false;
    return fail("cannot use a starred expression in a dictionary value", star.begin, value.end);
  }
  return expression().ok;
}

bool GrammarChecker::comprehension_clauses() {
  while (at_comprehension()) {
    take(Kind::KeywordAsync);
    ++at_;
    if (!for_targets(/*is_comprehension=*/true)) return false;
    if (!disjunction().ok) return false;
    if (is(Kind::KeywordIf) || at_comprehension()) {
      while (take(Kind::KeywordIf))
        if (!disjunction().ok) return false;
    }
    // `for x in a if b else c` takes the conditional expression for a condition.
    if (is(Kind::KeywordElse)) return fail_generic();
    if (starts_expression()) return fail_generic();
  }
  return true;
}

struct GrammarChecker::ArgumentState {
  std::uint32_t begin = 0;
  bool has_keyword = false;
  bool has_double_star = false;
  int count = 0;
};

// Up to the closing parenthesis, which is taken.
bool GrammarChecker::arguments(bool may_be_generator) {
  ArgumentState state;
  state.begin = token().begin;
  while (!take(Kind::RightParen)) {
    if (!argument(state, may_be_generator)) return false;
    ++state.count;
    if (!is(Kind::RightParen) && !expect(Kind::Comma)) return false;
  }
  return true;
}

bool GrammarChecker::argument(ArgumentState& state, bool may_be_generator) {
  if (is(Kind::DoubleStar)) {
    ++at_;
    state.has_double_star = true;
    std::uint32_t const begin = tokens_[at_ - 1].begin;
    return expression().ok && !assigns_to_unpacking(begin, "keyword argument unpacking");
  }
  if (is(Kind::Star)) {
    if (state.has_double_star)
      return fail("iterable argument unpacking follows keyword argument unpacking", tokens_[at_ - 1].begin,
                  token(1).end);
    ++at_;
    if (!starts_expression()) return fail_here("Invalid star expression");
    std::size_t const operand = at_;
    Parsed const value = expression();
    if (!value.ok) return false;
    if (at_comprehension())
      return fail("iterable unpacking cannot be used in comprehension", tokens_[operand - 1].begin, value.end);
    if (assigns_to_unpacking(tokens_[operand - 1].begin, "iterable argument unpacking")) return false;
    if (at_ > operand + 1) mask(tokens_[operand].begin, previous_end());
    return true;
  }
  bool const is_constant = is(Kind::KeywordTrue) || is(Kind::KeywordFalse) || is(Kind::KeywordNone);
  if (is_constant && kind(1) == Kind::Equal)
    return fail(fmt::format("cannot assign to {}", text()), token().begin, token(1).end);
  if (is(Kind::Name) && kind(1) == Kind::Equal) return keyword_argument(state);
  bool const is_walrus = is(Kind::Name) && kind(1) == Kind::ColonEqual;
  Parsed const value = is_walrus ? named_expression() : expression();
  if (!value.ok) return false;
  if (is(Kind::ColonEqual)) return fail_generic();
  if (is(Kind::Equal))
    return fail("expression cannot contain assignment, perhaps you meant \"==\"?", value.begin, token().end);
  if (at_comprehension()) {
    if (!may_be_generator) return fail_generic();
    if (!comprehension_clauses()) return false;
    bool const is_sole = state.count == 0 && is(Kind::RightParen);
    if (!is_sole) return fail("Generator expression must be parenthesized", value.begin, previous_end());
  }
  if (state.has_double_star) return fail_here("positional argument follows keyword argument unpacking");
  if (state.has_keyword) return fail_here("positional argument follows keyword argument");
  return true;
}

// `f(*args=value)`, which is reported.
bool GrammarChecker::assigns_to_unpacking(std::uint32_t begin, std::string_view what) {
  if (!is(Kind::Equal)) return false;
  ++at_;
  Parsed const value = expression();
  if (value.ok) fail(fmt::format("cannot assign to {}", what), begin, value.end);
  return true;
}

bool GrammarChecker::keyword_argument(ArgumentState& state) {
  Token const name = token();
  Token const equal = token(1);
  at_ += 2;
  if (is(Kind::Comma) || is(Kind::RightParen)) return fail("expected argument value expression", name.begin, equal.end);
  Parsed const value = expression();
  if (!value.ok) return false;
  if (at_comprehension())
    return fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name.begin, equal.end);
  state.has_keyword = true;
  return true;
}

bool GrammarChecker::subscripts() {
  do {
    if (is(Kind::RightBracket) && tokens_[at_ - 1].kind == Kind::Comma) break;
    if (!slice()) return false;
  } while (take(Kind::Comma));
  return expect(Kind::RightBracket);
}

bool GrammarChecker::slice() {
  if (is(Kind::Star)) return starred().ok;
  if (!is(Kind::Colon)) {
    if (!named_expression().ok) return false;
    if (!is(Kind::Colon)) return true;
  }
  for (int colons = 0; colons < 2 && take(Kind::Colon); ++colons) {
    bool const is_omitted = is(Kind::Colon) || is(Kind::Comma) || is(Kind::RightBracket);
    if (!is_omitted && !expression().ok) return false;
  }
  return true;
}

}  // namespace aiocc::frontend
