// Patterns of `case`.
#include <fmt/format.h>

#include "frontend/grammar_checker.hpp"

namespace aiocc::frontend {

// What stands between `case` and the guard or colon.
bool GrammarChecker::patterns() {
  std::uint32_t const begin = token().begin;
  if (!maybe_star_pattern()) return false;
  while (take(Kind::Comma)) {
    if (is(Kind::Colon) || is(Kind::KeywordIf)) break;
    if (!maybe_star_pattern()) return false;
  }
  mask(begin, previous_end());
  return true;
}

bool GrammarChecker::maybe_star_pattern() {
  if (take(Kind::Star)) return expect(Kind::Name);
  return pattern();
}

bool GrammarChecker::pattern() {
  if (++depth_ > 500) return fail_at(token(), "pattern nested deeper than 500 levels", Code::UnsupportedConstruct);
  bool const ok = or_pattern();
  --depth_;
  if (!ok || !take(Kind::KeywordAs)) return ok;
  if (is_name("_")) return fail_here("cannot use '_' as a target");
  if (is(Kind::Name) && kind(1) != Kind::Dot && kind(1) != Kind::LeftParen) return take(Kind::Name);
  if (take(Kind::Name)) return fail_generic();
  Parsed const wrong = starts_expression() ? expression() : failed();
  if (!wrong.ok) return fail_generic();
  return fail_on(wrong, "invalid pattern target");
}

bool GrammarChecker::or_pattern() {
  do {
    if (!closed_pattern()) return false;
  } while (take(Kind::Bar));
  return true;
}

bool GrammarChecker::closed_pattern() {
  switch (kind()) {
    case Kind::Minus:
    case Kind::Number: return number_pattern();
    case Kind::String: return strings().ok;
    case Kind::FStringStart: {
      Parsed const string = strings();
      return string.ok && fail_on(string, "patterns may only match literals and attribute lookups");
    }
    case Kind::KeywordNone:
    case Kind::KeywordTrue:
    case Kind::KeywordFalse: ++at_; return true;
    case Kind::Name: return name_pattern();
    case Kind::LeftParen: return sequence_pattern(Kind::RightParen);
    case Kind::LeftBracket: return sequence_pattern(Kind::RightBracket);
    case Kind::LeftBrace: return mapping_pattern();
    default: return fail_generic();
  }
}

bool GrammarChecker::number_pattern() {
  take(Kind::Minus);
  Token const real = token();
  if (!expect(Kind::Number)) return false;
  if (!is(Kind::Plus) && !is(Kind::Minus)) return true;
  ++at_;
  auto const is_imaginary = [&](Token const& number) { return (text_of(number).back() | 0x20) == 'j'; };
  Token const imaginary = token();
  if (!expect(Kind::Number)) return false;
  if (is_imaginary(real)) return fail_at(real, "real number required in complex literal");
  if (!is_imaginary(imaginary)) return fail_at(imaginary, "imaginary number required in complex literal");
  return true;
}

bool GrammarChecker::name_pattern() {
  ++at_;
  while (take(Kind::Dot))
    if (!expect(Kind::Name)) return false;
  return take(Kind::LeftParen) ? class_pattern_arguments() : true;
}

bool GrammarChecker::class_pattern_arguments() {
  bool has_keyword = false;
  while (!take(Kind::RightParen)) {
    bool const is_keyword = is(Kind::Name) && kind(1) == Kind::Equal;
    std::uint32_t const begin = token().begin;
    if (is_keyword) at_ += 2;
    if (!pattern()) return false;
    if (has_keyword && !is_keyword) return fail("positional patterns follow keyword patterns", begin, previous_end());
    has_keyword = has_keyword || is_keyword;
    if (!is(Kind::RightParen) && !expect(Kind::Comma)) return false;
  }
  return true;
}

bool GrammarChecker::mapping_pattern() {
  ++at_;
  while (!take(Kind::RightBrace)) {
    if (take(Kind::DoubleStar)) {
      if (is_name("_")) return fail_generic();
      if (!expect(Kind::Name)) return false;
      take(Kind::Comma);
      if (!is(Kind::RightBrace)) return fail_generic();
      continue;
    } else {
      bool const is_key = is(Kind::Minus) || is(Kind::Number) || is(Kind::String) || is(Kind::KeywordNone) ||
                          is(Kind::KeywordTrue) || is(Kind::KeywordFalse) || (is(Kind::Name) && kind(1) == Kind::Dot);
      // A dot behind the name was looked for.
      if (!is_key && is(Kind::Name)) ++at_;
      if (!is_key) return fail_generic();
      if (!closed_pattern() || !expect(Kind::Colon) || !pattern()) return false;
    }
    if (!is(Kind::RightBrace) && !expect(Kind::Comma)) return false;
  }
  return true;
}

bool GrammarChecker::sequence_pattern(Kind closing) {
  ++at_;
  while (!take(closing)) {
    if (!maybe_star_pattern()) return false;
    if (!is(closing) && !expect(Kind::Comma)) return false;
  }
  return true;
}

}  // namespace aiocc::frontend
