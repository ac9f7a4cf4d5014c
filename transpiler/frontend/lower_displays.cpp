// Expressions in brackets: displays, comprehensions, calls and subscripts.
#include <algorithm>

#include "frontend/lowering.hpp"

namespace aiocc::frontend {

using namespace syntax;

Lowering::ExprIds Lowering::elements(Nodes const& children) {
  ExprIds result;
  for (Node const& child : children)
    if (child.is_named()) result.push_back(expression(child));
  return result;
}

ExprId Lowering::tuple_of(Nodes const& children, Span where) {
  return add(where, Tuple{ast_.arena.copy(elements(children)), ExprContext::Load});
}

ExprId Lowering::sequence(Node const& node) {
  Array<ExprId> const elts = ast_.arena.copy(elements(children_of(node)));
  if (node.is(NodeType::Set)) return add(span(node), Set{elts});
  return add(span(node), List{elts, ExprContext::Load});
}

// Parentheses around one expression, or a tuple. tree-sitter's tuple_pattern may be either.
ExprId Lowering::parenthesized(Node const& node) {
  Nodes const children = children_of(node);
  bool const is_tuple = children.size() != 3 || node.is(NodeType::Tuple);
  return is_tuple ? tuple_of(children, span(node)) : expression(children[1]);
}

ExprId Lowering::dictionary(Node const& node) {
  ExprIds keys;
  ExprIds values;
  for (Node const& child : children_of(node)) {
    if (!child.is_named()) continue;
    Nodes const parts = children_of(child);
    keys.push_back(child.is(NodeType::Pair) ? expression(parts[0]) : ExprId{});
    values.push_back(expression(parts.back()));
  }
  return add(span(node), Dict{ast_.arena.copy(keys), ast_.arena.copy(values)});
}

ExprId Lowering::comprehension(Node const& node) {
  Nodes const children = children_of(node);
  if (node.is(NodeType::DictionaryComprehension)) {
    Nodes const pair = children_of(children[1]);
    ExprId const key = expression(pair[0]);
    ExprId const value = expression(pair[2]);
    return add(span(node), DictComp{key, value, comprehension_clauses(children)});
  }
  ExprId const element = expression(children[1]);
  Array<Comprehension> const generators = comprehension_clauses(children);
  if (node.is(NodeType::ListComprehension)) return add(span(node), ListComp{element, generators});
  if (node.is(NodeType::SetComprehension)) return add(span(node), SetComp{element, generators});
  return add(span(node), GeneratorExp{element, generators});
}

Array<Comprehension> Lowering::comprehension_clauses(Nodes const& children) {
  std::vector<Comprehension> clauses;
  std::vector<ExprIds> conditions;
  for (Node const& child : children) {
    if (child.is(NodeType::IfClause)) conditions.back().push_back(expression(children_of(child)[1]));
    if (!child.is(NodeType::ForInClause)) continue;
    Nodes const parts = children_of(child);
    std::size_t const first = parts[0].is("async") ? 1 : 0;
    Comprehension clause;
    clause.is_async = first == 1;
    clause.target = expression(parts[first + 1]);
    set_context(clause.target, ExprContext::Store);
    clause.iter = expression(parts[first + 3]);
    clauses.push_back(clause);
    conditions.emplace_back();
  }
  for (std::size_t at = 0; at < clauses.size(); ++at) clauses[at].ifs = ast_.arena.copy(conditions[at]);
  return ast_.arena.copy(clauses);
}

ExprId Lowering::call(Nodes const& children, Span where, ExprId function) {
  ExprIds args;
  std::vector<Keyword> keywords;
  if (children[1].is(NodeType::GeneratorExpression)) {
    args.push_back(expression(children[1]));
  } else {
    arguments(children[1], args, keywords);
  }
  return add(where, Call{function, ast_.arena.copy(args), ast_.arena.copy(keywords)});
}

void Lowering::arguments(Node const& list, ExprIds& args, std::vector<Keyword>& keywords) {
  for (Node const& child : children_of(list)) {
    if (!child.is_named()) continue;
    if (child.is(NodeType::KeywordArgument)) {
      Nodes const parts = children_of(child);
      keywords.push_back({span(child), intern(parts[0]), expression(parts[2])});
    } else if (child.is(NodeType::DictionarySplat)) {
      keywords.push_back({span(child), {}, expression(children_of(child)[1])});
    } else {
      args.push_back(expression(child));
    }
  }
}

// More than one index, a trailing comma or a star make it a tuple, which goes from the first index to the bracket.
ExprId Lowering::subscript(Nodes const& children, Span where, ExprId value) {
  Nodes const indices(children.begin() + 2, children.end() - 1);
  Span const indices_span = span(indices.front().begin(), indices.back().end());
  ExprId index = indices.size() > 1 ? tuple_of(indices, indices_span) : expression(indices[0]);
  if (ast_.is<Starred>(index)) index = add(indices_span, Tuple{ast_.arena.copy({index}), ExprContext::Load});
  return add(where, Subscript{value, index, ExprContext::Load});
}

ExprId Lowering::slice(Node const& node) {
  ExprId parts[3];
  int part = 0;
  for (Node const& child : children_of(node)) {
    if (child.is(":")) {
      ++part;
    } else {
      parts[part] = expression(child);
    }
  }
  return add(span(node), Slice{parts[0], parts[1], parts[2]});
}

}  // namespace aiocc::frontend
