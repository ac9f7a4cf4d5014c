// Compound statements. Their spans end with the last token of their last block, as CPython's do.
#include <algorithm>

#include "frontend/lowering.hpp"

namespace aiocc::frontend {

using namespace syntax;

StmtId Lowering::compound_statement(Node const& node) {
  switch (node.type) {
    case NodeType::IfStatement: return if_statement(node);
    case NodeType::WhileStatement: return while_statement(node);
    case NodeType::ForStatement: return for_statement(node);
    case NodeType::TryStatement: return try_statement(node);
    case NodeType::WithStatement: return with_statement(node);
    case NodeType::FunctionDefinition: return function_definition(node);
    case NodeType::ClassDefinition: return class_definition(node);
    case NodeType::DecoratedDefinition: return decorated_definition(node);
    case NodeType::MatchStatement: return match_statement(node);
    case NodeType::TypeAliasStatement: return type_alias_statement(node);
    default: return add_stmt(span(node), ExprStmt{unexpected(node)});
  }
}

Lowering::Block Lowering::block(Node const& node) {
  StmtIds body;
  std::uint32_t end = node.begin();
  for (Node const& child : children_of(node)) {
    if (child.is_named()) {
      statement(child, body);
      end = ast_.span(body.back()).end;
    } else if (child.is(";")) {
      end = child.end();
    }
  }
  return {ast_.arena.copy(body), end};
}

// The block of the `else` clause among `children`, or nothing, ending where the statement ends `otherwise`.
Lowering::Block Lowering::else_block(Nodes const& children, std::uint32_t otherwise) {
  for (Node const& child : children)
    if (child.is(NodeType::ElseClause)) return block(children_of(child).back());
  return {{}, otherwise};
}

// Each `elif` is an If in the `orelse` of the one before, so they're made from the last to the first.
StmtId Lowering::if_statement(Node const& node) {
  Nodes const children = children_of(node);
  Nodes branches{node};
  for (Node const& child : children)
    if (child.is(NodeType::ElifClause)) branches.push_back(child);
  std::vector<std::pair<ExprId, Block>> lowered;
  for (Node const& branch : branches) {
    Nodes const parts = children_of(branch);
    ExprId const test = expression(parts[1]);
    lowered.emplace_back(test, block(parts[3]));
  }
  Block rest = else_block(children, lowered.back().second.end);
  StmtId result;
  for (std::size_t at = branches.size(); at-- > 0;) {
    Span const where = span(branches[at].begin(), rest.end);
    result = add_stmt(where, If{lowered[at].first, lowered[at].second.body, rest.body});
    rest.body = ast_.arena.copy({result});
  }
  return result;
}

StmtId Lowering::while_statement(Node const& node) {
  Nodes const children = children_of(node);
  ExprId const test = expression(children[1]);
  Block const body = block(children[3]);
  Block const orelse = else_block(children, body.end);
  return add_stmt(span(node.begin(), orelse.end), While{test, body.body, orelse.body});
}

StmtId Lowering::for_statement(Node const& node) {
  Nodes const children = children_of(node);
  std::size_t const first = children[0].is("async") ? 1 : 0;
  ExprId const target = expression(children[first + 1]);
  set_context(target, ExprContext::Store);
  ExprId const iter = expression(children[first + 3]);
  Block const body = block(children[first + 5]);
  Block const orelse = else_block(children, body.end);
  Span const where = span(node.begin(), orelse.end);
  if (first == 1) return add_stmt(where, AsyncFor{target, iter, body.body, orelse.body});
  return add_stmt(where, For{target, iter, body.body, orelse.body});
}

StmtId Lowering::try_statement(Node const& node) {
  Nodes const children = children_of(node);
  Block const body = block(children[2]);
  std::uint32_t end = body.end;
  bool is_star = false;
  std::vector<ExceptHandler> handlers;
  for (Node const& child : children)
    if (child.is(NodeType::ExceptClause)) handlers.push_back(except_clause(child, is_star));
  if (!handlers.empty()) end = handlers.back().span.end;
  Block const orelse = else_block(children, end);
  Block finalbody{{}, orelse.end};
  if (children.back().is(NodeType::FinallyClause)) finalbody = block(children_of(children.back()).back());
  auto const fill = [&](auto statement) {
    statement = {body.body, ast_.arena.copy(handlers), orelse.body, finalbody.body};
    return add_stmt(span(node.begin(), finalbody.end), statement);
  };
  return is_star ? fill(TryStar{}) : fill(Try{});
}

ExceptHandler Lowering::except_clause(Node const& node, bool& is_star) {
  ExceptHandler handler;
  Nodes const children = children_of(node);
  for (Node const& child : children) {
    if (child.is("*")) is_star = true;
    if (child.field == "value") {
      std::optional<Node> const target = find_alias_target(child);
      handler.type = expression(child);
      if (target) handler.name = intern(*target);
    }
    if (child.field == "alias") handler.name = intern(child);
  }
  Block const body = block(children.back());
  handler.body = body.body;
  handler.span = span(node.begin(), body.end);
  return handler;
}

StmtId Lowering::with_statement(Node const& node) {
  Nodes const children = children_of(node);
  bool const is_async = children[0].is("async");
  std::vector<WithItem> items;
  with_items(children[is_async ? 2 : 1], items);
  Block const body = block(children.back());
  Span const where = span(node.begin(), body.end);
  Array<WithItem> const kept = ast_.arena.copy(items);
  if (is_async) return add_stmt(where, AsyncWith{kept, body.body});
  return add_stmt(where, With{kept, body.body});
}

// `with (a, b):` has two items; `with (a, *b):`, `with (a, b := c):` and `with (yield a):` have one.
void Lowering::with_items(Node const& clause, std::vector<WithItem>& items) {
  auto const is_item = [](Node const& node) {
    return !node.is(NodeType::ListSplat) && !node.is(NodeType::NamedExpression) && !node.is(NodeType::Yield);
  };
  Nodes with_items;
  for (Node const& child : children_of(clause))
    if (child.is(NodeType::WithItem)) with_items.push_back(children_of(child)[0]);
  bool const is_group = with_items.size() == 1 &&
                        (with_items[0].is(NodeType::Tuple) || with_items[0].is(NodeType::ParenthesizedExpression));
  if (is_group) {
    Nodes inner;
    for (Node const& child : children_of(with_items[0]))
      if (child.is_named()) inner.push_back(child);
    if (!inner.empty() && std::all_of(inner.begin(), inner.end(), is_item)) with_items = inner;
  }
  bool const are_items = std::all_of(with_items.begin(), with_items.end(), is_item);
  if (!are_items) {
    // tree-sitter took the parentheses of a tuple or a group for those of the items.
    Nodes const children = children_of(clause);
    if (children.front().is("(")) {
      ExprId const value = children.size() == 3 ? expression(with_items[0]) : tuple_of(with_items, span(clause));
      items.push_back({value, {}});
      return;
    }
  }
  for (Node const& value : with_items) items.push_back(with_item(value));
}

WithItem Lowering::with_item(Node const& value) {
  std::optional<Node> const target = find_alias_target(value);
  WithItem item{expression(value), {}};
  if (!target) return item;
  item.optional_vars = expression(*target);
  set_context(item.optional_vars, ExprContext::Store);
  return item;
}

// The target of `value as target`. tree-sitter binds `as` tighter than a conditional expression or a lambda.
std::optional<Node> Lowering::find_alias_target(Node const& value) {
  Node node = value;
  while (node.is(NodeType::ConditionalExpression) || node.is(NodeType::Lambda)) node = children_of(node).back();
  if (!node.is(NodeType::AsPattern)) return std::nullopt;
  return children_of(children_of(node).back())[0];
}

StmtId Lowering::function_definition(Node const& node) {
  FunctionDef function;
  bool is_async = false;
  Block body;
  for (Node const& child : children_of(node)) {
    if (child.is("async")) is_async = true;
    if (child.field == "name") function.name = intern(child);
    if (child.is(NodeType::TypeParameter)) function.type_params = type_parameters(child);
    if (child.is(NodeType::Parameters)) function.args = parameters(children_of(child));
    if (child.field == "return_type") function.returns = annotation(child);
    if (child.is(NodeType::Block)) body = block(child);
  }
  function.body = body.body;
  Span const where = span(node.begin(), body.end);
  if (!is_async) return add_stmt(where, function);
  return add_stmt(where, AsyncFunctionDef{function.name, function.args, function.body, function.decorator_list,
                                          function.returns, function.type_params});
}

StmtId Lowering::class_definition(Node const& node) {
  ClassDef definition;
  Block body;
  for (Node const& child : children_of(node)) {
    if (child.field == "name") definition.name = intern(child);
    if (child.is(NodeType::TypeParameter)) definition.type_params = type_parameters(child);
    if (child.is(NodeType::ArgumentList)) {
      ExprIds bases;
      std::vector<Keyword> keywords;
      arguments(child, bases, keywords);
      definition.bases = ast_.arena.copy(bases);
      definition.keywords = ast_.arena.copy(keywords);
    }
    if (child.is(NodeType::Block)) body = block(child);
  }
  definition.body = body.body;
  return add_stmt(span(node.begin(), body.end), definition);
}

StmtId Lowering::decorated_definition(Node const& node) {
  Nodes const children = children_of(node);
  ExprIds decorators;
  for (Node const& child : children)
    if (child.is(NodeType::Decorator)) decorators.push_back(expression(children_of(child)[1]));
  StmtId const result = compound_statement(children.back());
  std::visit(
      [&](auto& definition) {
        if constexpr (requires { definition.decorator_list; }) definition.decorator_list = ast_.arena.copy(decorators);
      },
      ast_.stmts[result].node);
  return result;
}

// `type name[parameters] = value`: the left side is read from the tokens, since tree-sitter takes it for a type.
StmtId Lowering::type_alias_statement(Node const& node) {
  Nodes const children = children_of(node);
  Token const name = tokens_.tokens[token_at(children[1].begin())];
  Span const name_span = span(name.begin, name.end);
  TypeAlias alias;
  alias.name = add(name_span, Name{intern(file_.text(name_span), name_span), ExprContext::Store});
  Nodes const left = children_of(children[1]);
  for (Node const& part : children_of(left[0]))
    if (part.is(NodeType::TypeParameter)) alias.type_params = type_parameters(part);
  alias.value = annotation(children[3]);
  return add_stmt(span(node), alias);
}

}  // namespace aiocc::frontend
