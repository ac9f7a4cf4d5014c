// What all parts of the lowering share.
#include "frontend/lowering.hpp"

#include <algorithm>

#include "support/unicode.hpp"

namespace aiocc::frontend {

using namespace syntax;

void Lowering::lower_module(std::vector<ConcreteTree> const& pieces) {
  StmtIds body;
  for (ConcreteTree const& piece : pieces) {
    for (Node const& child : children_of(piece.root())) statement(child, body);
  }
  ast_.body = ast_.arena.copy(body);
}

NameId Lowering::intern(std::string_view identifier, Span where) {
  for (std::size_t at = 0; at < identifier.size();) {
    auto const [value, size] = decode_code_point(identifier, at);
    if (size == 0) break;
    if (size > 1 && changes_under_nfkc(value)) {
      fail_unsupported(where, "identifier that Unicode normalisation (NFKC) changes");
      break;
    }
    at += size;
  }
  return NameId::of(identifier);
}

NameId Lowering::dotted_name(Node const& node) {
  std::string joined;
  for (Node const& child : children_of(node)) joined += text(child);
  return NameId::of(joined);
}

void Lowering::fail_syntax(Span where, std::string_view message) {
  if (!failed_) diagnostics_.report<Code::SyntaxError>(where, message);
  failed_ = true;
}

void Lowering::fail_unsupported(Span where, std::string_view construct) {
  if (!failed_) diagnostics_.report<Code::UnsupportedConstruct>(where, construct);
  failed_ = true;
}

ExprId Lowering::unexpected(Node const& node) {
  fail_unsupported(span(node), "this syntax");
  return add(span(node), Constant{NoneValue{}, {}});
}

void Lowering::set_context(ExprId id, ExprContext context) {
  std::visit(Overloaded{
                 [&](List& list) {
                   list.ctx = context;
                   for (ExprId const element : list.elts) set_context(element, context);
                 },
                 [&](Tuple& tuple) {
                   tuple.ctx = context;
                   for (ExprId const element : tuple.elts) set_context(element, context);
                 },
                 [&](Starred& starred) {
                   starred.ctx = context;
                   set_context(starred.value, context);
                 },
                 [&](auto& node) {
                   if constexpr (requires { node.ctx; }) node.ctx = context;
                 },
             },
             ast_.exprs[id].node);
}

ExprId Lowering::parse_range(std::uint32_t begin, std::uint32_t end) {
  std::string const masked_text = mask(file_, tokens_, masked_, begin, end, /*is_expression=*/true);
  ConcreteTree const& tree = range_trees_.emplace_back(masked_text, begin);
  auto const fail = [&] {
    fail_unsupported(span(begin, end), "this expression");
    return add(span(begin, end), Constant{NoneValue{}, {}});
  };
  if (tree.has_errors()) return fail();
  Nodes const statements = children_of(tree.root());
  if (statements.size() != 1 || !statements[0].is(NodeType::ExpressionStatement)) return fail();
  Nodes const children = children_of(statements[0]);
  if (children.size() == 1) return expression(children[0]);
  return tuple_of(children, span(children.front().begin(), children.back().end()));
}

std::size_t Lowering::token_at(std::uint32_t offset) const {
  // A Dedent stands at the same offset as the token that it precedes.
  auto const after = std::upper_bound(tokens_.tokens.begin(), tokens_.tokens.end(), offset,
                                      [](std::uint32_t wanted, Token const& token) { return wanted < token.begin; });
  return static_cast<std::size_t>(after - tokens_.tokens.begin()) - 1;
}

}  // namespace aiocc::frontend
