// Parameters, type parameters and annotations.
#include "frontend/lowering.hpp"

namespace aiocc::frontend {

using namespace syntax;

Lowering::Parameter Lowering::parameter(Node const& node) {
  Parameter result;
  if (node.is(NodeType::Identifier)) {
    result.arg = {span(node), intern(node), {}};
    return result;
  }
  Nodes const children = children_of(node);
  switch (node.type) {
    case NodeType::ListSplatPattern:
    case NodeType::DictionarySplatPattern:
      result = parameter(children[1]);
      result.stars = node.is(NodeType::ListSplatPattern) ? 1 : 2;
      return result;
    case NodeType::TypedParameter:
      result = parameter(children[0]);
      result.arg.annotation = annotation(children[2]);
      result.arg.span.end = ast_.span(result.arg.annotation).end;
      result.arg.span.end = children[2].end();
      return result;
    case NodeType::DefaultParameter:
      result = parameter(children[0]);
      result.default_value = expression(children[2]);
      return result;
    case NodeType::TypedDefaultParameter:
      result = parameter(children[0]);
      result.arg.annotation = annotation(children[2]);
      result.arg.span.end = children[2].end();
      result.default_value = expression(children[4]);
      return result;
    default: unexpected(node); return result;
  }
}

// `children` may include the parentheses and the commas.
Arguments const* Lowering::parameters(Nodes const& children) {
  Arguments result;
  std::vector<Arg> args;
  std::vector<Arg> keyword_only;
  ExprIds defaults;
  ExprIds keyword_defaults;
  bool after_star = false;
  for (Node const& child : children) {
    if (!child.is_named()) continue;
    if (child.is(NodeType::PositionalSeparator)) {
      result.posonlyargs = ast_.arena.copy(args);
      args.clear();
      continue;
    }
    if (child.is(NodeType::KeywordSeparator)) {
      after_star = true;
      continue;
    }
    Parameter const next = parameter(child);
    if (next.stars == 1) {
      result.vararg = next.arg;
      after_star = true;
    } else if (next.stars == 2) {
      result.kwarg = next.arg;
    } else if (after_star) {
      keyword_only.push_back(next.arg);
      keyword_defaults.push_back(next.default_value);
    } else {
      args.push_back(next.arg);
      if (next.default_value) defaults.push_back(next.default_value);
    }
  }
  result.args = ast_.arena.copy(args);
  result.kwonlyargs = ast_.arena.copy(keyword_only);
  result.kw_defaults = ast_.arena.copy(keyword_defaults);
  result.defaults = ast_.arena.copy(defaults);
  return ast_.arena.copy({result}).begin();
}

// `[T: bound = default, *Ts, **P]`, read from the tokens: tree-sitter's grammar has no defaults, so where there's one
// the rest of the parameter is masked.
Array<TypeParam> Lowering::type_parameters(Node const& node) {
  std::vector<TypeParam> result;
  auto const& tokens = tokens_.tokens;
  std::size_t at = token_at(node.begin()) + 1;
  // Parses from `at` up to the comma, bracket or `=` that ends an expression.
  auto const expression_here = [&] {
    std::size_t const first = at;
    for (int depth = 0;; ++at) {
      TokenKind const kind = tokens[at].kind;
      bool const ends = kind == TokenKind::Comma || kind == TokenKind::Equal || kind == TokenKind::RightBracket;
      if (depth == 0 && ends) break;
      if (kind == TokenKind::LeftParen || kind == TokenKind::LeftBracket || kind == TokenKind::LeftBrace) ++depth;
      if (kind == TokenKind::RightParen || kind == TokenKind::RightBracket || kind == TokenKind::RightBrace) --depth;
    }
    return parse_range(tokens[first].begin, tokens[at - 1].end);
  };
  while (tokens[at].kind != TokenKind::RightBracket) {
    std::uint32_t const begin = tokens[at].begin;
    TokenKind const stars = tokens[at].kind;
    if (stars != TokenKind::Name) ++at;
    Span const name_span = span(tokens[at].begin, tokens[at].end);
    NameId const name = intern(file_.text(name_span), name_span);
    ExprId bound;
    ExprId default_value;
    if (tokens[++at].kind == TokenKind::Colon) {
      ++at;
      bound = expression_here();
    }
    if (tokens[at].kind == TokenKind::Equal) {
      ++at;
      default_value = expression_here();
    }
    Span const where = span(begin, tokens[at - 1].end);
    if (stars == TokenKind::Star)
      result.push_back({where, TypeVarTuple{name, default_value}});
    else if (stars == TokenKind::DoubleStar)
      result.push_back({where, ParamSpec{name, default_value}});
    else
      result.push_back({where, TypeVar{name, bound, default_value}});
    if (tokens[at].kind == TokenKind::Comma) ++at;
  }
  return ast_.arena.copy(result);
}

// tree-sitter parses annotations by a grammar of types, Python as expressions: all but the simplest are parsed again.
ExprId Lowering::annotation(Node const& node) {
  Node const inner = node.is(NodeType::Type) ? children_of(node)[0] : node;
  std::size_t const first = token_at(node.begin());
  bool const is_one_token = tokens_.tokens[first].end == node.end();
  if (is_one_token) return expression(inner);
  return parse_range(node.begin(), node.end());
}

}  // namespace aiocc::frontend
