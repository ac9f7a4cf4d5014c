// The `match` statement and its patterns.
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
  ExprId const subject = subjects.size() == 1 && !subjects[0].is(NodeType::ListSplat)
                             ? expression(subjects[0])
                             : tuple_of(subjects, span(subjects.front().begin(), subjects.back().end()));
  std::uint32_t const end = cases.empty() ? node.end() : ast_.span(cases.back().body.back()).end;
  return add_stmt(span(node.begin(), end), Match{subject, ast_.arena.copy(cases)});
}

// `case a, b:` is a sequence pattern.
MatchCase Lowering::case_clause(Node const& node) {
  Nodes const children = children_of(node);
  MatchCase result;
  std::vector<PatternId> patterns;
  Nodes before_guard;
  for (Node const& child : children) {
    bool const is_pattern_part = child.is(NodeType::CasePattern) || child.is(",");
    if (is_pattern_part) before_guard.push_back(child);
    if (child.is(NodeType::CasePattern)) patterns.push_back(pattern(child));
    if (child.is(NodeType::IfClause)) result.guard = expression(children_of(child)[1]);
  }
  Node const only = children_of(before_guard[0])[0];
  bool const is_sequence = before_guard.size() > 1 || (only.is(NodeType::SplatPattern));
  Span const where = span(before_guard.front().begin(), before_guard.back().end());
  result.pattern = is_sequence ? add_pattern(where, MatchSequence{ast_.arena.copy(patterns)}) : patterns[0];
  result.body = block(children.back()).body;
  return result;
}

PatternId Lowering::pattern(Node const& node) {
  switch (node.type) {
    case NodeType::CasePattern: return pattern_of(children_of(node), span(node));
    case NodeType::AsPattern: {
      Nodes const children = children_of(node);
      PatternId const inner = pattern(children[0]);
      return add_pattern(span(node), MatchAs{inner, intern(children[2])});
    }
    case NodeType::UnionPattern: return pattern_of(children_of(node), span(node));
    case NodeType::ListPattern:
    case NodeType::TuplePattern: return sequence_pattern(node);
    case NodeType::DictPattern: return mapping_pattern(node);
    case NodeType::ClassPattern: return class_pattern(node);
    case NodeType::SplatPattern: return star_pattern(node);
    case NodeType::DottedName: return capture_or_value(node);
    case NodeType::True: return add_pattern(span(node), MatchSingleton{true});
    case NodeType::False: return add_pattern(span(node), MatchSingleton{false});
    case NodeType::None: return add_pattern(span(node), MatchSingleton{NoneValue{}});
    case NodeType::ComplexPattern: return add_pattern(span(node), MatchValue{pattern_number(children_of(node), span(node))});
    default:
      if (node.is("_")) return add_pattern(span(node), MatchAs{});
      return add_pattern(span(node), MatchValue{expression(node)});
  }
}

// The alternatives of `a | b`, or one pattern. A minus sign stands beside its number in tree-sitter's tree.
PatternId Lowering::pattern_of(Nodes const& children, Span where) {
  std::vector<PatternId> alternatives;
  for (std::size_t at = 0; at < children.size(); ++at) {
    if (children[at].is("|")) continue;
    if (children[at].is("-")) {
      Nodes const number{children[at], children[at + 1]};
      Span const number_span = span(children[at].begin(), children[at + 1].end());
      alternatives.push_back(add_pattern(number_span, MatchValue{pattern_number(number, number_span)}));
      ++at;
    } else {
      alternatives.push_back(pattern(children[at]));
    }
  }
  if (alternatives.size() == 1) return alternatives[0];
  return add_pattern(where, MatchOr{ast_.arena.copy(alternatives)});
}

PatternId Lowering::star_pattern(Node const& node) {
  Node const name = children_of(node)[1];
  return add_pattern(span(node), MatchStar{text(name) == "_" ? NameId{} : intern(name)});
}

PatternId Lowering::sequence_pattern(Node const& node) {
  std::vector<PatternId> patterns;
  bool has_comma = false;
  bool has_star = false;
  for (Node const& child : children_of(node)) {
    if (child.is(",")) has_comma = true;
    if (!child.is(NodeType::CasePattern)) continue;
    patterns.push_back(pattern(child));
    has_star = has_star || ast_.is<MatchStar>(patterns.back());
  }
  bool const is_group = node.is(NodeType::TuplePattern) && patterns.size() == 1 && !has_comma && !has_star;
  if (is_group) return patterns[0];
  return add_pattern(span(node), MatchSequence{ast_.arena.copy(patterns)});
}

PatternId Lowering::mapping_pattern(Node const& node) {
  MatchMapping mapping;
  ExprIds keys;
  std::vector<PatternId> patterns;
  Nodes key;
  for (Node const& child : children_of(node)) {
    if (child.field == "key") {
      key.push_back(child);
    } else if (child.field == "value") {
      Span const where = span(key.front().begin(), key.back().end());
      bool const is_number = key.size() > 1 || key[0].is(NodeType::ComplexPattern);
      if (is_number) keys.push_back(pattern_number(key.size() > 1 ? key : children_of(key[0]), where));
      else keys.push_back(key[0].is(NodeType::DottedName) ? attribute_chain(key[0]) : expression(key[0]));
      key.clear();
      patterns.push_back(pattern(child));
    } else if (child.is(NodeType::SplatPattern)) {
      mapping.rest = intern(children_of(child)[1]);
    }
  }
  mapping.keys = ast_.arena.copy(keys);
  mapping.patterns = ast_.arena.copy(patterns);
  return add_pattern(span(node), mapping);
}

PatternId Lowering::class_pattern(Node const& node) {
  MatchClass result;
  std::vector<PatternId> patterns;
  std::vector<NameId> attributes;
  std::vector<PatternId> attribute_patterns;
  for (Node const& child : children_of(node)) {
    if (child.is(NodeType::DottedName)) result.cls = attribute_chain(child);
    if (!child.is(NodeType::CasePattern)) continue;
    Node const inner = children_of(child)[0];
    if (inner.is(NodeType::KeywordPattern)) {
      Nodes const parts = children_of(inner);
      attributes.push_back(intern(parts[0]));
      Nodes const value(parts.begin() + 2, parts.end());
      attribute_patterns.push_back(pattern_of(value, span(value.front().begin(), value.back().end())));
    } else {
      patterns.push_back(pattern(child));
    }
  }
  result.patterns = ast_.arena.copy(patterns);
  result.kwd_attrs = ast_.arena.copy(attributes);
  result.kwd_patterns = ast_.arena.copy(attribute_patterns);
  return add_pattern(span(node), result);
}

// A name captures, `_` matches all, a dotted name is a value to compare with.
PatternId Lowering::capture_or_value(Node const& node) {
  if (children_of(node).size() > 1) return add_pattern(span(node), MatchValue{attribute_chain(node)});
  if (text(node) == "_") return add_pattern(span(node), MatchAs{});
  return add_pattern(span(node), MatchAs{{}, intern(node)});
}

ExprId Lowering::attribute_chain(Node const& dotted_name) {
  ExprId result;
  for (Node const& child : children_of(dotted_name)) {
    if (!child.is_named()) continue;
    if (!result) {
      result = add(span(child), Name{intern(child), ExprContext::Load});
    } else {
      result = add(span(dotted_name.begin(), child.end()), Attribute{result, intern(child), ExprContext::Load});
    }
  }
  return result;
}

// `-1`, `1 + 2j`, `-1 - 2j`.
ExprId Lowering::pattern_number(Nodes const& children, Span where) {
  std::size_t at = 0;
  ExprId left;
  if (children[0].is("-")) {
    left = add(span(where.begin, children[1].end()), UnaryOp{UnaryOperator::USub, number(children[1])});
    at = 2;
  } else {
    left = number(children[0]);
    at = 1;
  }
  if (at >= children.size()) return left;
  Operator const op = children[at].is("+") ? Operator::Add : Operator::Sub;
  return add(where, BinOp{left, op, number(children[at + 1])});
}

}  // namespace aiocc::frontend
