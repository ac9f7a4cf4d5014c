// Parameters of functions and lambdas.
#include "frontend/grammar_checker.hpp"

namespace aiocc::frontend {

struct GrammarChecker::ParameterState {
  bool has_default = false;
  bool has_slash = false;
  bool has_star = false;
  // A bare `*` that no name has followed yet.
  std::optional<Token> bare_star;
  bool has_double_star = false;
  int count = 0;
};

// Up to `closing`, which isn't taken.
bool GrammarChecker::parameters(Kind closing, bool is_lambda) {
  ParameterState state;
  while (!is(closing)) {
    if (!one_parameter(state, closing, is_lambda)) return false;
    if (is(closing)) break;
    if (!expect(Kind::Comma)) return false;
  }
  return !state.bare_star || fail_at(*state.bare_star, "named arguments must follow bare *");
}

bool GrammarChecker::one_parameter(ParameterState& state, Kind closing, bool is_lambda) {
  if (state.has_double_star) {
    if (is(Kind::Name) || is(Kind::Star) || is(Kind::DoubleStar) || is(Kind::Slash))
      return fail_here("arguments cannot follow var-keyword argument");
    return fail_generic();
  }
  if (is(Kind::Slash)) return slash_parameter(state);
  if (is(Kind::Star)) return star_parameter(state, closing, is_lambda);
  if (is(Kind::DoubleStar)) return double_star_parameter(state, is_lambda);
  if (is(Kind::LeftParen)) {
    std::uint32_t const begin = token().begin;
    auto const end = look_ahead([&] {
      ++at_;
      while (is(Kind::Name) || is(Kind::Comma)) ++at_;
      return take(Kind::RightParen);
    });
    if (!end) return fail_generic();
    return fail(is_lambda ? "Lambda expression parameters cannot be parenthesized"
                          : "Function parameters cannot be parenthesized",
                begin, tokens_[*end - 1].end);
  }
  Token const name = token();
  if (!expect(Kind::Name)) return false;
  if (!is_lambda && !annotation()) return false;
  ++state.count;
  state.bare_star.reset();
  if (take(Kind::Equal)) {
    if (is(Kind::RightParen) || is(Kind::Comma)) return fail_at(tokens_[at_ - 1], "expected default value expression");
    state.has_default = true;
    return expression().ok;
  }
  if (state.has_default && !state.has_star)
    return fail_at(name, "parameter without a default follows parameter with a default");
  return true;
}

// Only `*args` may have a starred one.
bool GrammarChecker::annotation(bool may_be_starred) {
  if (!take(Kind::Colon)) return true;
  std::size_t const first = at_;
  Parsed const type = may_be_starred && is(Kind::Star) ? star_expression() : expression();
  if (type.ok && at_ > first + 1) mask(tokens_[first].begin, previous_end());
  return type.ok;
}

bool GrammarChecker::slash_parameter(ParameterState& state) {
  if (state.has_slash) return fail_here("/ may appear only once");
  if (state.has_star) return fail_here("/ must be ahead of *");
  if (state.count == 0 && kind(1) != Kind::Comma) return fail_generic();
  if (state.count == 0) return fail_here("at least one argument must precede /");
  state.has_slash = true;
  ++at_;
  return true;
}

bool GrammarChecker::star_parameter(ParameterState& state, Kind closing, bool is_lambda) {
  Token const star = token();
  if (state.has_star && kind(1) != Kind::Name && kind(1) != Kind::Comma) return fail_generic();
  if (state.has_star) return fail_here("* argument may appear only once");
  state.has_star = true;
  ++at_;
  if (is(closing)) return fail_at(is_lambda ? token() : star, "named arguments must follow bare *");
  if (is(Kind::Comma)) {
    state.bare_star = star;
    if (kind(1) == closing || kind(1) == Kind::DoubleStar) return fail_at(star, "named arguments must follow bare *");
    return true;
  }
  if (!expect(Kind::Name)) return false;
  if (!is_lambda && !annotation(/*may_be_starred=*/true)) return false;
  if (is(Kind::Equal)) return fail_here("var-positional argument cannot have default value");
  return true;
}

bool GrammarChecker::double_star_parameter(ParameterState& state, bool is_lambda) {
  ++at_;
  if (!expect(Kind::Name)) return false;
  if (!is_lambda && !annotation()) return false;
  if (is(Kind::Equal)) return fail_here("var-keyword argument cannot have default value");
  state.has_double_star = true;
  return true;
}

}  // namespace aiocc::frontend
