// Simple statements.
#include <fmt/format.h>

#include "frontend/grammar_checker.hpp"

namespace aiocc::frontend {
namespace {

bool is_augmented(TokenKind kind) {
  switch (kind) {
    case TokenKind::PlusEqual:
    case TokenKind::MinusEqual:
    case TokenKind::StarEqual:
    case TokenKind::SlashEqual:
    case TokenKind::AtEqual:
    case TokenKind::DoubleSlashEqual:
    case TokenKind::PercentEqual:
    case TokenKind::DoubleStarEqual:
    case TokenKind::RightShiftEqual:
    case TokenKind::LeftShiftEqual:
    case TokenKind::AmpersandEqual:
    case TokenKind::CaretEqual:
    case TokenKind::BarEqual: return true;
    default: return false;
  }
}

}  // namespace

bool GrammarChecker::statement() {
  switch (kind()) {
    case Kind::KeywordIf:
    case Kind::KeywordWhile:
    case Kind::KeywordFor:
    case Kind::KeywordTry:
    case Kind::KeywordWith:
    case Kind::KeywordDef:
    case Kind::KeywordClass:
    case Kind::KeywordAsync:
    case Kind::At: return compound_statement();
    case Kind::Name:
      if (text() == "match" && looks_like_match()) return match_statement();
      return simple_statements();
    default: return simple_statements();
  }
}

// A line that starts with `match` and ends with a colon can be nothing else.
bool GrammarChecker::looks_like_match() {
  if (kind(1) == Kind::Colon) return false;
  if (is_match_statement(tokens_, at_)) return true;
  // What can't go on a name: a subject, even where the colon is missing.
  Kind const next = kind(1);
  bool const is_subject = next == Kind::Name || next == Kind::Number || next == Kind::String ||
                          next == Kind::FStringStart || next == Kind::LeftBrace || next == Kind::KeywordNone ||
                          next == Kind::KeywordTrue || next == Kind::KeywordFalse;
  return look_ahead([&] {
           ++at_;
           Parsed const subject = is(Kind::Newline) ? failed() : star_named_expression();
           if (!subject.ok || !tuple_rest(subject, &GrammarChecker::star_named_expression).ok) return false;
           return (is_subject && is(Kind::Newline)) || (is(Kind::Colon) && kind(1) == Kind::Newline);
         })
      .has_value();
}

bool GrammarChecker::simple_statements() {
  do {
    if (!simple_statement()) return false;
  } while (take(Kind::Semicolon) && !is(Kind::Newline) && !is(Kind::EndMarker));
  return is(Kind::EndMarker) || expect(Kind::Newline);
}

bool GrammarChecker::simple_statement() {
  switch (kind()) {
    case Kind::KeywordPass:
    case Kind::KeywordBreak:
    case Kind::KeywordContinue: ++at_; return true;
    case Kind::KeywordReturn: return return_statement();
    case Kind::KeywordRaise: return raise_statement();
    case Kind::KeywordDel: return delete_statement();
    case Kind::KeywordAssert: return assert_statement();
    case Kind::KeywordGlobal:
    case Kind::KeywordNonlocal: return name_list();
    case Kind::KeywordImport: return import_statement();
    case Kind::KeywordFrom: return import_from_statement();
    case Kind::Name:
      if (text() == "type" && kind(1) == Kind::Name) return type_alias();
      return expression_statement();
    default: return expression_statement();
  }
}

bool GrammarChecker::expression_statement() {
  if (is(Kind::KeywordYield)) {
    Parsed const value = yield_expression();
    if (!value.ok) return false;
    if (is(Kind::Equal)) return fail_on(value, "assignment to yield expression not possible");
    return true;
  }
  statement_start_ = at_;
  Parsed const first = star_expressions();
  if (!first.ok) return false;
  if (is(Kind::Colon)) return annotated_assignment(first);
  if (is(Kind::Equal)) return assignment(first);
  if (is(Kind::ColonEqual)) {
    bool const is_bare = !first.is_parenthesized && (first.name == "name" || first.first_end != 0);
    return is_bare ? fail_generic()
                   : fail_on(first, fmt::format("cannot use assignment expressions with {}", first.name));
  }
  if (!is_augmented(kind())) return true;
  bool const is_target = first.name == "name" || first.name == "attribute" || first.name == "subscript";
  if (!is_target)
    return fail_on(first, fmt::format("'{}' is an illegal expression for augmented assignment", first.name));
  ++at_;
  Parsed const value = yield_or_star_expressions();
  if (value.ok && value.name == "starred") return fail_on(value, "can't use starred expression here");
  return value.ok;
}

bool GrammarChecker::annotated_assignment(Parsed const& target) {
  bool const is_target = target.name == "name" || target.name == "attribute" || target.name == "subscript";
  std::size_t const first = at_ + 1;
  bool const has_annotation = look_ahead([&] {
                                ++at_;
                                return expression().ok;
                              }).has_value();
  if (!is_target && has_annotation) {
    if (target.name == "tuple" && !target.is_parenthesized && target.first_end != 0)
      return fail("only single target (not tuple) can be annotated", target.begin, target.first_end);
    if (target.name == "tuple" || target.name == "list")
      return fail_on(target, fmt::format("only single target (not {}) can be annotated", target.name));
    return fail_on(target, "illegal target for annotation");
  }
  if (!is_target) return fail_generic();
  ++at_;
  Parsed const type = expression();
  if (!type.ok) return false;
  if (at_ > first + 1) mask(tokens_[first].begin, previous_end());
  return !take(Kind::Equal) || yield_or_star_expressions().ok;
}

// `first = ... = value`, from the first `=`.
bool GrammarChecker::assignment(Parsed first) {
  bool is_first = true;
  while (is(Kind::Equal)) {
    if (first.name == "yield expression" && !first.is_parenthesized)
      return fail_on(first, "assignment to yield expression not possible");
    if (first.bad_store) {
      Invalid const bad = *first.bad_store;
      // CPython sees a lone `f() = value` as a comparison that was meant.
      bool const is_whole = bad.end == first.end;
      bool const is_excluded =
          bad.name == "generator expression" || bad.name == "True" || bad.name == "None" || bad.name == "False";
      std::size_t const equal = at_;
      bool is_last = look_ahead([&] {
                       at_ = equal + 1;
                       return bitwise_or().ok && !is(Kind::Equal) && !is(Kind::ColonEqual);
                     }).has_value();
      bool const is_hint = is_first && is_last && is_whole && first.is_bitwise_or && !is_excluded;
      if (!is_first && misplaced_first_equal()) return false;
      return fail(
          fmt::format("cannot assign to {}{}", bad.name, is_hint ? " here. Maybe you meant '==' instead of '='?" : ""),
          bad.begin, bad.end);
    }
    ++at_;
    is_first = false;
    first = yield_or_star_expressions();
    if (!first.ok) return false;
  }
  return true;
}

// `name = a if b else c = d`: CPython takes the first `=` for a comparison that was meant.
bool GrammarChecker::misplaced_first_equal() {
  std::size_t const start = statement_start_;
  if (tokens_[start].kind != Kind::Name || tokens_[start + 1].kind != Kind::Equal) return false;
  std::uint32_t value_end = 0;
  auto const end = look_ahead([&] {
    at_ = start + 2;
    Parsed const value = bitwise_or();
    value_end = value.end;
    return value.ok && !is(Kind::Equal) && !is(Kind::ColonEqual);
  });
  if (end) fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", tokens_[start].begin, value_end);
  return end.has_value();
}

bool GrammarChecker::return_statement() {
  ++at_;
  if (is(Kind::Newline) || is(Kind::Semicolon) || is(Kind::EndMarker)) return true;
  return star_expressions().ok;
}

bool GrammarChecker::raise_statement() {
  ++at_;
  if (is(Kind::Newline) || is(Kind::Semicolon) || is(Kind::EndMarker)) return true;
  if (!expression().ok) return false;
  return !take(Kind::KeywordFrom) || expression().ok;
}

bool GrammarChecker::delete_statement() {
  ++at_;
  Parsed const targets = star_expressions();
  if (!targets.ok) return false;
  if (targets.bad_del)
    return fail(fmt::format("cannot delete {}", targets.bad_del->name), targets.bad_del->begin, targets.bad_del->end);
  return true;
}

bool GrammarChecker::assert_statement() {
  ++at_;
  if (!expression().ok) return false;
  return !take(Kind::Comma) || expression().ok;
}

bool GrammarChecker::name_list() {
  ++at_;
  do {
    if (!expect(Kind::Name)) return false;
  } while (take(Kind::Comma));
  return true;
}

bool GrammarChecker::dotted_name() {
  do {
    if (!expect(Kind::Name)) return false;
  } while (take(Kind::Dot));
  return true;
}

bool GrammarChecker::import_statement() {
  ++at_;
  if (is(Kind::Newline)) return fail("Expected one or more names after 'import'", token().begin, token().begin + 1);
  do {
    if (!dotted_name()) return false;
    if (take(Kind::KeywordAs) && !expect(Kind::Name)) return false;
  } while (take(Kind::Comma));
  return true;
}

bool GrammarChecker::import_from_statement() {
  ++at_;
  bool has_dots = false;
  while (take(Kind::Dot) || take(Kind::Ellipsis)) has_dots = true;
  if (!(has_dots && is(Kind::KeywordImport)) && !dotted_name()) return false;
  if (!expect(Kind::KeywordImport)) return false;
  if (take(Kind::Star)) return true;
  if (is(Kind::Newline)) return fail("Expected one or more names after 'import'", token().begin, token().begin + 1);
  if (!take(Kind::LeftParen)) return import_names(false);
  return import_names(true) && expect(Kind::RightParen);
}

bool GrammarChecker::import_names(bool in_parentheses) {
  for (;;) {
    if (!expect(Kind::Name)) return false;
    if (take(Kind::KeywordAs) && !expect(Kind::Name)) return false;
    if (!take(Kind::Comma)) return true;
    if (in_parentheses && is(Kind::RightParen)) return true;
    if (is(Kind::Newline))
      return fail("trailing comma not allowed without surrounding parentheses", token().begin, token().begin + 1);
  }
}

bool GrammarChecker::type_alias() {
  at_ += 2;
  if (is(Kind::LeftBracket) && !type_params()) return false;
  if (!expect(Kind::Equal)) return false;
  std::size_t const first = at_;
  Parsed const value = expression();
  if (value.ok && at_ > first + 1) mask(tokens_[first].begin, previous_end());
  return value.ok;
}

}  // namespace aiocc::frontend
