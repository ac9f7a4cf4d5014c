// Simple statements.
#include <algorithm>

#include "frontend/lowering.hpp"

namespace aiocc::frontend {

using namespace syntax;

void Lowering::statement(Node const& node, StmtIds& result) {
  if (!node.is_named()) return;
  if (node.is(NodeType::ExpressionStatement)) {
    result.push_back(expression_statement(node));
  } else if (auto simple = simple_statement(node)) {
    result.push_back(add_stmt(span(node), *std::move(simple)));
  } else {
    result.push_back(compound_statement(node));
  }
}

// Unset for what isn't a simple statement.
std::optional<Stmt::Node> Lowering::simple_statement(Node const& node) {
  switch (node.type) {
    case NodeType::PassStatement: return Pass{};
    case NodeType::BreakStatement: return Break{};
    case NodeType::ContinueStatement: return Continue{};
    case NodeType::ReturnStatement: return Return{optional_expression(children_of(node), 1)};
    case NodeType::RaiseStatement: return raise_statement(node);
    case NodeType::AssertStatement: return assert_statement(node);
    case NodeType::DeleteStatement: return delete_statement(node);
    case NodeType::GlobalStatement: return Global{name_list(node)};
    case NodeType::NonlocalStatement: return Nonlocal{name_list(node)};
    case NodeType::ImportStatement: return import_statement(node);
    case NodeType::ImportFromStatement:
    case NodeType::FutureImportStatement: return import_from_statement(node);
    default: return std::nullopt;
  }
}

StmtId Lowering::expression_statement(Node const& node) {
  Nodes const children = children_of(node);
  if (children.size() == 1) {
    if (children[0].is(NodeType::Assignment)) return assignment(children[0]);
    if (children[0].is(NodeType::AugmentedAssignment)) return augmented_assignment(children[0]);
    return add_stmt(span(node), ExprStmt{expression(children[0])});
  }
  return add_stmt(span(node), ExprStmt{tuple_of(children, span(node))});
}

// `a = b = value` nests to the right in tree-sitter's tree.
StmtId Lowering::assignment(Node const& node) {
  ExprIds targets;
  Node current = node;
  for (;;) {
    Nodes const children = children_of(current);
    if (children[1].is(":")) return annotated_assignment(node, current);
    targets.push_back(expression(children[0]));
    set_context(targets.back(), ExprContext::Store);
    Node const right = children.back();
    if (!right.is(NodeType::Assignment)) {
      ExprId const value = expression(right);
      return add_stmt(span(node), Assign{ast_.arena.copy(targets), value});
    }
    current = right;
  }
}

StmtId Lowering::annotated_assignment(Node const& node, Node const& first) {
  Nodes const children = children_of(first);
  ExprId const target = expression(children[0]);
  set_context(target, ExprContext::Store);
  bool const is_simple = children[0].is(NodeType::Identifier);
  ExprId const type = annotation(children[2]);
  ExprId const value = optional_expression(children, 4);
  return add_stmt(span(node), AnnAssign{target, type, value, is_simple});
}

StmtId Lowering::augmented_assignment(Node const& node) {
  Nodes const children = children_of(node);
  ExprId const target = expression(children[0]);
  set_context(target, ExprContext::Store);
  std::string_view symbol_text = children[1].name();
  symbol_text.remove_suffix(1);
  for (int at = 0; at <= static_cast<int>(Operator::FloorDiv); ++at) {
    auto const op = static_cast<Operator>(at);
    if (symbol(op) == symbol_text) return add_stmt(span(node), AugAssign{target, op, expression(children[2])});
  }
  return add_stmt(span(node), ExprStmt{unexpected(node)});
}

ExprId Lowering::optional_expression(Nodes const& children, std::size_t index) {
  return index < children.size() ? expression(children[index]) : ExprId{};
}

Stmt::Node Lowering::raise_statement(Node const& node) {
  Nodes const children = children_of(node);
  return Raise{optional_expression(children, 1), optional_expression(children, 3)};
}

Stmt::Node Lowering::assert_statement(Node const& node) {
  Nodes const children = children_of(node);
  return Assert{optional_expression(children, 1), optional_expression(children, 3)};
}

Stmt::Node Lowering::delete_statement(Node const& node) {
  Node const operand = children_of(node).at(1);
  ExprIds const targets =
      operand.is(NodeType::ExpressionList) ? elements(children_of(operand)) : ExprIds{expression(operand)};
  for (ExprId const target : targets) set_context(target, ExprContext::Del);
  return Delete{ast_.arena.copy(targets)};
}

Array<NameId> Lowering::name_list(Node const& node) {
  std::vector<NameId> names;
  for (Node const& child : children_of(node))
    if (child.is(NodeType::Identifier)) names.push_back(intern(child));
  return ast_.arena.copy(names);
}

Alias Lowering::alias(Node const& node) {
  if (!node.is(NodeType::AliasedImport)) return {span(node), dotted_name(node), {}};
  Nodes const children = children_of(node);
  return {span(node), dotted_name(children[0]), intern(children[2])};
}

Stmt::Node Lowering::import_statement(Node const& node) {
  std::vector<Alias> names;
  for (Node const& child : children_of(node))
    if (child.is_named()) names.push_back(alias(child));
  return Import{ast_.arena.copy(names)};
}

Stmt::Node Lowering::import_from_statement(Node const& node) {
  ImportFrom import;
  if (node.is(NodeType::FutureImportStatement)) import.module = NameId::of("__future__");
  std::vector<Alias> names;
  for (Node const& child : children_of(node)) {
    if (child.is(NodeType::RelativeImport)) {
      for (Node const& part : children_of(child)) {
        if (part.is(NodeType::DottedName)) import.module = dotted_name(part);
        std::string_view const prefix = text(part);
        if (part.is(NodeType::ImportPrefix))
          import.level = static_cast<int>(std::count(prefix.begin(), prefix.end(), '.'));
      }
    } else if (child.field == "module_name") {
      import.module = dotted_name(child);
    } else if (child.is(NodeType::WildcardImport)) {
      names.push_back({span(child), NameId::of("*"), {}});
    } else if (child.is(NodeType::DottedName) || child.is(NodeType::AliasedImport)) {
      names.push_back(alias(child));
    }
  }
  import.names = ast_.arena.copy(names);
  return import;
}

}  // namespace aiocc::frontend
