// The `match` statement and its patterns. tree-sitter doesn't know all patterns, so they're masked and read from the tokens.
#include "frontend/lowering.hpp"

namespace aiocc::frontend {

using namespace syntax;

StmtId Lowering::match_statement(Node const& node) {
  Nodes const children = children_of(node);
  Nodes subjects;
  std::vector<MatchCase> cases;
  for (std::size_t at = 1; at + 1 < children.size() && !children[at].is(":"); ++at) subjects.push_back(children[at]);
  for (Node const& child : children_of(children.back()))
    if (child.is(NodeType::CaseClause)) cases.push_back(case_clause(child));
  ExprId const subject = subjects.size() == 1
                             ? expression(subjects[0])
                             : tuple_of(subjects, span(subjects.front().begin(), subjects.back().end()));
  std::uint32_t const end = block_end_;
  return add_stmt(span(node.begin(), end), Match{subject, ast_.arena.copy(cases)});
}

MatchCase Lowering::case_clause(Node const& node) {
  MatchCase result;
  for (Node const& child : children_of(node)) {
    if (child.is(NodeType::CasePattern)) {
      // Behind `case`: the masked pattern may begin with a space.
      std::size_t at = token_at(node.begin()) + 1;
      result.pattern = open_pattern(at);
    } else if (child.is(NodeType::IfClause)) {
      result.guard = expression(children_of(child)[1]);
    } else if (child.is(NodeType::Block)) {
      Block const body = block(child);
      result.body = body.body;
      block_end_ = body.end;
    }
  }
  return result;
}

// `case a, b:` and `case *a:` are sequence patterns.
PatternId Lowering::open_pattern(std::size_t& at) {
  std::size_t const first = at;
  std::vector<PatternId> patterns{star_or_pattern(at)};
  bool is_sequence = kind_at(at) == TokenKind::Comma || ast_.is<MatchStar>(patterns[0]);
  while (kind_at(at) == TokenKind::Comma) {
    ++at;
    if (kind_at(at) == TokenKind::Colon || kind_at(at) == TokenKind::KeywordIf) break;
    patterns.push_back(star_or_pattern(at));
  }
  if (!is_sequence) return patterns[0];
  return add_pattern(tokens_span(first, at), MatchSequence{ast_.arena.copy(patterns)});
}

PatternId Lowering::star_or_pattern(std::size_t& at) {
  if (kind_at(at) != TokenKind::Star) return pattern(at);
  std::size_t const star = at;
  at += 2;
  bool const is_wildcard = file_.text(token_span(star + 1)) == "_";
  return add_pattern(tokens_span(star, at), MatchStar{is_wildcard ? NameId{} : intern_token(star + 1)});
}

PatternId Lowering::pattern(std::size_t& at) {
  std::size_t const first = at;
  PatternId const inner = or_pattern(at);
  if (kind_at(at) != TokenKind::KeywordAs) return inner;
  at += 2;
  return add_pattern(tokens_span(first, at), MatchAs{inner, intern_token(at - 1)});
}

PatternId Lowering::or_pattern(std::size_t& at) {
  std::size_t const first = at;
  std::vector<PatternId> alternatives{closed_pattern(at)};
  while (kind_at(at) == TokenKind::Bar) alternatives.push_back(closed_pattern(++at));
  if (alternatives.size() == 1) return alternatives[0];
  return add_pattern(tokens_span(first, at), MatchOr{ast_.arena.copy(alternatives)});
}

PatternId Lowering::closed_pattern(std::size_t& at) {
  auto const singleton = [&](ConstantValue value) { return add_pattern(token_span(at++), MatchSingleton{value}); };
  switch (kind_at(at)) {
    case TokenKind::KeywordNone: return singleton(NoneValue{});
    case TokenKind::KeywordTrue: return singleton(true);
    case TokenKind::KeywordFalse: return singleton(false);
    case TokenKind::LeftParen:
    case TokenKind::LeftBracket: return sequence_pattern(at);
    case TokenKind::LeftBrace: return mapping_pattern(at);
    case TokenKind::Name: return name_pattern(at);
    default: {
      std::size_t const first = at;
      ExprId const value = pattern_value(at);
      return add_pattern(tokens_span(first, at), MatchValue{value});
    }
  }
}

// A sequence in brackets, or a pattern in parentheses.
PatternId Lowering::sequence_pattern(std::size_t& at) {
  std::size_t const open = at++;
  TokenKind const closing = kind_at(open) == TokenKind::LeftParen ? TokenKind::RightParen : TokenKind::RightBracket;
  std::vector<PatternId> patterns;
  bool has_comma = false;
  while (kind_at(at) != closing) {
    patterns.push_back(star_or_pattern(at));
    if (kind_at(at) != TokenKind::Comma) continue;
    has_comma = true;
    ++at;
  }
  ++at;
  bool const is_group =
      closing == TokenKind::RightParen && patterns.size() == 1 && !has_comma && !ast_.is<MatchStar>(patterns[0]);
  if (is_group) return patterns[0];
  return add_pattern(tokens_span(open, at), MatchSequence{ast_.arena.copy(patterns)});
}

PatternId Lowering::mapping_pattern(std::size_t& at) {
  std::size_t const open = at++;
  MatchMapping mapping;
  ExprIds keys;
  std::vector<PatternId> patterns;
  while (kind_at(at) != TokenKind::RightBrace) {
    if (kind_at(at) == TokenKind::DoubleStar) {
      mapping.rest = intern_token(at + 1);
      at += 2;
    } else {
      keys.push_back(pattern_value(at));
      patterns.push_back(pattern(++at));
    }
    if (kind_at(at) == TokenKind::Comma) ++at;
  }
  ++at;
  mapping.keys = ast_.arena.copy(keys);
  mapping.patterns = ast_.arena.copy(patterns);
  return add_pattern(tokens_span(open, at), mapping);
}

// A capture, the wildcard, a value `a.b` or a class `a.b(...)`.
PatternId Lowering::name_pattern(std::size_t& at) {
  std::size_t const first = at;
  bool const is_dotted = kind_at(at + 1) == TokenKind::Dot;
  bool const is_class = kind_at(at + 1) == TokenKind::LeftParen;
  if (!is_dotted && !is_class) {
    ++at;
    bool const is_wildcard = file_.text(token_span(first)) == "_";
    return add_pattern(token_span(first), MatchAs{{}, is_wildcard ? NameId{} : intern_token(first)});
  }
  ExprId const value = dotted_value(at);
  if (kind_at(at) == TokenKind::LeftParen) return class_pattern(at, value);
  return add_pattern(tokens_span(first, at), MatchValue{value});
}

PatternId Lowering::class_pattern(std::size_t& at, ExprId cls) {
  std::vector<PatternId> patterns;
  std::vector<NameId> attributes;
  std::vector<PatternId> attribute_patterns;
  for (++at; kind_at(at) != TokenKind::RightParen;) {
    if (kind_at(at) == TokenKind::Name && kind_at(at + 1) == TokenKind::Equal) {
      attributes.push_back(intern_token(at));
      at += 2;
      attribute_patterns.push_back(pattern(at));
    } else {
      patterns.push_back(pattern(at));
    }
    if (kind_at(at) == TokenKind::Comma) ++at;
  }
  ++at;
  return add_pattern(
      span(ast_.span(cls).begin, tokens_.tokens[at - 1].end),
      MatchClass{cls, ast_.arena.copy(patterns), ast_.arena.copy(attributes), ast_.arena.copy(attribute_patterns)});
}

// A literal, or a dotted name as the key of a mapping.
ExprId Lowering::pattern_value(std::size_t& at) {
  switch (kind_at(at)) {
    case TokenKind::Number:
    case TokenKind::Minus: return pattern_number(at);
    case TokenKind::Name: return dotted_value(at);
    case TokenKind::KeywordNone: return add(token_span(at++), Constant{NoneValue{}, {}});
    case TokenKind::KeywordTrue: return add(token_span(at++), Constant{true, {}});
    case TokenKind::KeywordFalse: return add(token_span(at++), Constant{false, {}});
    default: break;
  }
  std::size_t const first = at;
  while (kind_at(at) == TokenKind::String) ++at;
  Span const where = tokens_span(first, at);
  return parse_range(where.begin, where.end);
}

ExprId Lowering::number_token(std::size_t at) {
  return add(token_span(at), Constant{parse_number(file_.text(token_span(at)), ast_.arena), {}});
}

// `-1`, `1 + 2j`, `-1 - 2j`
ExprId Lowering::pattern_number(std::size_t& at) {
  std::size_t const first = at;
  bool const is_negative = kind_at(at) == TokenKind::Minus;
  if (is_negative) ++at;
  ExprId left = number_token(at++);
  if (is_negative) left = add(tokens_span(first, at), UnaryOp{UnaryOperator::USub, left});
  if (kind_at(at) != TokenKind::Plus && kind_at(at) != TokenKind::Minus) return left;
  Operator const op = kind_at(at) == TokenKind::Plus ? Operator::Add : Operator::Sub;
  ExprId const right = number_token(at + 1);
  at += 2;
  return add(tokens_span(first, at), BinOp{left, op, right});
}

ExprId Lowering::dotted_value(std::size_t& at) {
  std::size_t const first = at;
  ExprId value = add(token_span(at), Name{intern_token(at), ExprContext::Load});
  for (++at; kind_at(at) == TokenKind::Dot; at += 2)
    value = add(tokens_span(first, at + 2), Attribute{value, intern_token(at + 1), ExprContext::Load});
  return value;
}

}  // namespace aiocc::frontend
