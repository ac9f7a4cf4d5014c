// Compound statements.
#include <fmt/format.h>

#include "frontend/grammar_checker.hpp"

namespace aiocc::frontend {

bool GrammarChecker::compound_statement() {
  switch (kind()) {
    case Kind::KeywordIf: return if_statement();
    case Kind::KeywordWhile: return while_statement();
    case Kind::KeywordTry: return try_statement();
    case Kind::KeywordClass: return class_definition();
    case Kind::At: return decorated();
    case Kind::KeywordAsync:
      if (kind(1) != Kind::KeywordDef && kind(1) != Kind::KeywordWith && kind(1) != Kind::KeywordFor) {
        ++at_;
        return fail_generic();
      }
      break;
    default: break;
  }
  Kind const keyword = is(Kind::KeywordAsync) ? kind(1) : kind();
  if (keyword == Kind::KeywordFor) return for_statement();
  if (keyword == Kind::KeywordWith) return with_statement();
  return function_definition();
}

// A colon; "expected ':'" where the line ends without one, or whatever stands there if CPython's grammar forces it.
bool GrammarChecker::colon(bool is_forced) {
  if (take(Kind::Colon)) return true;
  if (is(Kind::Newline)) return fail("expected ':'", token().begin, token().begin + 1);
  return is_forced ? fail_here("expected ':'") : fail_generic();
}

// `after` is what CPython calls the statement whose block it is, on `line`.
bool GrammarChecker::block(std::string_view after, std::uint32_t line) {
  if (!take(Kind::Newline)) return simple_statements();
  if (!is(Kind::Indent))
    return fail_at(token(), fmt::format("expected an indented block after {} on line {}", after, line),
                   Code::IndentationError);
  ++at_;
  while (!take(Kind::Dedent)) {
    if (is(Kind::EndMarker)) return true;
    if (!statement()) return false;
  }
  return true;
}

bool GrammarChecker::if_statement() {
  do {
    std::uint32_t const line = line_of(token().begin);
    bool const is_elif = is(Kind::KeywordElif);
    ++at_;
    if (!named_expression().ok || !colon()) return false;
    if (!block(is_elif ? "'elif' statement" : "'if' statement", line)) return false;
  } while (is(Kind::KeywordElif));
  return else_block();
}

bool GrammarChecker::else_block() {
  if (!is(Kind::KeywordElse)) return true;
  std::uint32_t const line = line_of(token().begin);
  ++at_;
  return colon(true) && block("'else' statement", line);
}

bool GrammarChecker::while_statement() {
  std::uint32_t const line = line_of(token().begin);
  ++at_;
  return named_expression().ok && colon() && block("'while' statement", line) && else_block();
}

// The targets of `for`, up to and with `in`.
bool GrammarChecker::for_targets(bool is_comprehension) {
  Parsed targets;
  auto const merge = [&](Parsed const& next) {
    if (!targets.ok)
      targets = next;
    else if (!targets.bad_store)
      targets.bad_store = next.bad_store;
  };
  do {
    if (targets.ok && is(Kind::KeywordIn)) break;
    Parsed const next = is(Kind::Star) ? starred() : bitwise_or();
    if (!next.ok) return false;
    merge(next);
  } while (take(Kind::Comma));
  if (targets.bad_store && (is(Kind::KeywordIn) || is(Kind::KeywordIf) || is(Kind::Colon) || is(Kind::Newline)))
    return fail(fmt::format("cannot assign to {}", targets.bad_store->name), targets.bad_store->begin,
                targets.bad_store->end);
  if (is_comprehension && !is(Kind::KeywordIn)) return fail_here("'in' expected after for-loop variables");
  return expect(Kind::KeywordIn);
}

bool GrammarChecker::for_statement() {
  std::uint32_t const line = line_of(token().begin);
  take(Kind::KeywordAsync);
  ++at_;
  return for_targets(/*is_comprehension=*/false) && star_expressions().ok && colon() &&
         block("'for' statement", line) && else_block();
}

bool GrammarChecker::try_statement() {
  std::uint32_t const line = line_of(token().begin);
  ++at_;
  if (!colon(true) || !block("'try' statement", line)) return false;
  std::optional<bool> is_star;
  while (is(Kind::KeywordExcept))
    if (!except_clause(is_star)) return false;
  if (!is_star && !is(Kind::KeywordFinally)) return fail_here("expected 'except' or 'finally' block");
  if (is_star && !else_block()) return false;
  if (!is(Kind::KeywordFinally)) return true;
  std::uint32_t const finally_line = line_of(token().begin);
  ++at_;
  return colon(true) && block("'finally' statement", finally_line);
}

bool GrammarChecker::except_clause(std::optional<bool>& is_star) {
  Token const keyword = token();
  ++at_;
  bool const has_star = take(Kind::Star);
  if (is_star && *is_star != has_star)
    return fail("cannot have both 'except' and 'except*' on the same 'try'", keyword.begin, previous_end());
  is_star = has_star;
  std::string_view const after = has_star ? "'except*' statement" : "'except' statement";
  std::uint32_t const line = line_of(keyword.begin);
  if (!has_star && is(Kind::Colon)) {
    ++at_;
    return block(after, line);
  }
  if (has_star && (is(Kind::Colon) || is(Kind::Newline))) return fail_here("expected one or more exception types");
  if (is(Kind::Newline)) return colon();
  Parsed const type = expression();
  if (!type.ok) return false;
  if (is(Kind::Comma)) {
    Parsed const types = tuple_rest(type, &GrammarChecker::expression);
    if (!types.ok) return false;
    bool const is_named = take(Kind::KeywordAs) && take(Kind::Name);
    if (is_named || is(Kind::Colon))
      return fail("multiple exception types must be parenthesized", type.begin, previous_end());
    return fail_generic();
  }
  if (take(Kind::KeywordAs)) {
    if (!expect(Kind::Name)) return false;
  }
  return colon() && block(after, line);
}

bool GrammarChecker::with_statement() {
  std::uint32_t const line = line_of(token().begin);
  take(Kind::KeywordAsync);
  ++at_;
  std::optional<std::size_t> const end =
      is(Kind::LeftParen) ? look_ahead([&] { return parenthesized_with_items() && is(Kind::Colon); }) : std::nullopt;
  if (end) {
    if (!parenthesized_with_items()) return false;
  } else if (is(Kind::LeftParen) && has_bad_with_target()) {
    return false;
  } else {
    do {
      if (!with_item()) return false;
    } while (take(Kind::Comma));
  }
  return colon() && block("'with' statement", line);
}

bool GrammarChecker::parenthesized_with_items() {
  ++at_;
  do {
    if (is(Kind::RightParen) && tokens_[at_ - 1].kind == Kind::Comma) break;
    if (!with_item()) return false;
  } while (take(Kind::Comma));
  return take(Kind::RightParen);
}

// Whether the items in parentheses fail by a target that can't be assigned to, which is reported then.
bool GrammarChecker::has_bad_with_target() {
  std::optional<PythonError> found;
  look_ahead([&] {
    parenthesized_with_items();
    found = error_;
    return true;
  });
  if (!found || !found->message.starts_with("cannot assign to ")) return false;
  error_ = found;
  return true;
}

bool GrammarChecker::with_item() {
  if (!expression().ok) return false;
  if (!take(Kind::KeywordAs)) return true;
  Parsed target;
  // A target that can't be one is reported as a whole.
  bool const is_whole = look_ahead([&] {
                          target = is(Kind::Star) ? starred() : expression();
                          return target.ok && (is(Kind::Comma) || is(Kind::RightParen) || is(Kind::Colon));
                        }).has_value();
  if (!is_whole || !target.bad_store) target = is(Kind::Star) ? starred() : primary();
  if (!target.ok) return false;
  if (target.bad_store)
    return fail(fmt::format("cannot assign to {}", target.bad_store->name), target.bad_store->begin,
                target.bad_store->end);
  return true;
}

bool GrammarChecker::decorated() {
  while (take(Kind::At))
    if (!named_expression().ok || !expect(Kind::Newline)) return false;
  if (is(Kind::KeywordClass)) return class_definition();
  bool const is_function = is(Kind::KeywordDef) || (is(Kind::KeywordAsync) && kind(1) == Kind::KeywordDef);
  return is_function ? function_definition() : fail_generic();
}

bool GrammarChecker::function_definition() {
  take(Kind::KeywordAsync);
  std::uint32_t const line = line_of(token().begin);
  ++at_;
  if (!expect(Kind::Name)) return false;
  if (is(Kind::LeftBracket) && !type_params()) return false;
  if (!take(Kind::LeftParen)) return fail_here("expected '('");
  if (!parameters(Kind::RightParen, /*is_lambda=*/false) || !expect(Kind::RightParen)) return false;
  if (take(Kind::Arrow)) {
    std::size_t const first = at_;
    if (!starts_expression()) return fail_at(tokens_[at_ - 1], "expected ':'");
    Parsed const type = expression();
    if (!type.ok) return false;
    if (at_ > first + 1) mask(tokens_[first].begin, previous_end());
  }
  return colon(true) && block("function definition", line);
}

bool GrammarChecker::class_definition() {
  std::uint32_t const line = line_of(token().begin);
  ++at_;
  if (!expect(Kind::Name)) return false;
  if (is(Kind::LeftBracket) && !type_params()) return false;
  if (take(Kind::LeftParen) && !arguments(/*may_be_generator=*/false)) return false;
  return colon() && block("class definition", line);
}

bool GrammarChecker::type_params() {
  std::size_t const open = at_++;
  if (is(Kind::RightBracket)) return fail_here("Type parameter list cannot be empty");
  bool has_default = false;
  do {
    if (is(Kind::RightBracket)) break;
    Kind const stars = kind();
    std::uint32_t const begin = token().begin;
    if (stars == Kind::Star || stars == Kind::DoubleStar) ++at_;
    std::string_view const name = text();
    if (!expect(Kind::Name)) return false;
    if (is(Kind::Colon)) {
      Token const colon_token = token();
      ++at_;
      Parsed const bound = expression();
      if (!bound.ok) return false;
      if (stars != Kind::Name)
        return fail(fmt::format("cannot use {} with {}", bound.name == "tuple" ? "constraints" : "bound",
                                stars == Kind::Star ? "TypeVarTuple" : "ParamSpec"),
                    colon_token.begin, previous_end());
    }
    if (take(Kind::Equal)) {
      has_default = true;
      if (!(stars == Kind::Star ? star_expression().ok : expression().ok)) return false;
    } else if (has_default) {
      return fail(fmt::format("non-default type parameter '{}' follows default type parameter", name), begin,
                  previous_end());
    }
  } while (take(Kind::Comma));
  mask(tokens_[open + 1].begin, previous_end());
  return expect(Kind::RightBracket);
}

bool GrammarChecker::match_statement() {
  std::uint32_t const line = line_of(token().begin);
  ++at_;
  Parsed const subject = star_named_expression();
  if (!subject.ok || !tuple_rest(subject, &GrammarChecker::star_named_expression).ok) return false;
  if (!colon() || !expect(Kind::Newline)) return false;
  if (!is(Kind::Indent))
    return fail_at(token(), fmt::format("expected an indented block after 'match' statement on line {}", line),
                   Code::IndentationError);
  ++at_;
  while (!take(Kind::Dedent)) {
    if (is(Kind::EndMarker)) return true;
    if (!case_block()) return false;
  }
  return true;
}

bool GrammarChecker::case_block() {
  if (!is_name("case")) return fail_generic();
  std::uint32_t const line = line_of(token().begin);
  ++at_;
  if (!patterns()) return false;
  if (take(Kind::KeywordIf) && !named_expression().ok) return false;
  return colon() && block("'case' statement", line);
}

}  // namespace aiocc::frontend
