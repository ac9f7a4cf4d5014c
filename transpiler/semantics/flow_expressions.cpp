// The paths through expressions.
#include "semantics/flow_analyzer.hpp"

namespace aiocc::semantics {

using namespace syntax;

void FlowAnalyzer::visit(ExprId id) {
  auto const visitor = Overloaded{
      [&](Name const& node) {
        switch (node.ctx) {
          case ExprContext::Load: load(id, node.id); break;
          case ExprContext::Store: store(node.id); break;
          case ExprContext::Del: remove(id, node.id); break;
        }
      },
      [&](NamedExpr const& node) {
        visit(node.value);
        store(ast_.get<Name>(node.target).id);
      },
      [&](BinOp const&) { visit_binary_chain(id); },
      [&](BoolOp const& node) { visit_bool_op(node); },
      [&](Compare const& node) { visit_compare(node); },
      [&](IfExp const& node) { visit_if_exp(node); },
      [&](Lambda const& node) { visit_lambda(id, node); },
      [&](ListComp const& node) { visit_comprehension(id, node.elt, {}, node.generators); },
      [&](SetComp const& node) { visit_comprehension(id, node.elt, {}, node.generators); },
      [&](DictComp const& node) { visit_comprehension(id, node.key, node.value, node.generators); },
      [&](GeneratorExp const& node) { visit_comprehension(id, node.elt, {}, node.generators); },
      [&](auto const& node) { for_each_child_of(node, [&](auto child) { visit(child); }); },
  };
  syntax::visit(ast_, id, visitor);
}

void FlowAnalyzer::visit_binary_chain(ExprId id) {
  std::vector<ExprId> rights;
  while (auto const* node = ast_.get_if<BinOp>(id)) {
    rights.push_back(node->right);
    id = node->left;
  }
  visit(id);
  for (auto right = rights.rbegin(); right != rights.rend(); ++right) visit(*right);
}

// Only the first operand is evaluated for certain.
void FlowAnalyzer::visit_bool_op(BoolOp const& node) {
  visit(node.values[0]);
  FlowState const certain = state_;
  for (std::size_t at = 1; at < node.values.size(); ++at) visit(node.values[at]);
  state_ = certain;
}

// Only the first two operands are evaluated for certain.
void FlowAnalyzer::visit_compare(Compare const& node) {
  visit(node.left);
  visit(node.comparators[0]);
  FlowState const certain = state_;
  for (std::size_t at = 1; at < node.comparators.size(); ++at) visit(node.comparators[at]);
  state_ = certain;
}

void FlowAnalyzer::visit_if_exp(IfExp const& node) {
  visit(node.test);
  FlowState const before = state_;
  visit(node.body);
  FlowState const after_body = std::exchange(state_, before);
  visit(node.orelse);
  state_.join(after_body);
}

void FlowAnalyzer::visit_defaults(Arguments const& arguments) {
  for (ExprId const value : arguments.defaults) visit(value);
  for (ExprId const value : arguments.kw_defaults) visit_optional(value);
}

void FlowAnalyzer::visit_annotations(Arguments const& arguments, ExprId returns) {
  if (model_.postpones_annotations) return;
  for (auto const& list : {arguments.posonlyargs, arguments.args, arguments.kwonlyargs})
    for (Arg const& arg : list) visit_optional(arg.annotation);
  if (arguments.vararg) visit_optional(arguments.vararg->annotation);
  if (arguments.kwarg) visit_optional(arguments.kwarg->annotation);
  visit_optional(returns);
}

void FlowAnalyzer::visit_lambda(ExprId id, Lambda const& node) {
  visit_defaults(*node.args);
  ScopeId const inner = model_.expr_scopes[id];
  create_closure(inner);
  ExprId const body = node.body;
  pending_.push_back([this, inner, body] { analyze_code(inner, [&] { visit(body); }); });
}

// The first iterable is evaluated at once. A generator expression runs the rest later, as a function; the others run it
// here, no times or more.
void FlowAnalyzer::visit_comprehension(ExprId id, ExprId element, ExprId value, Array<Comprehension> generators) {
  visit(generators[0].iter);
  ScopeId const inner = model_.expr_scopes[id];
  if (model_.scopes[inner].kind == ScopeKind::GeneratorExp) {
    create_closure(inner);
    pending_.push_back([this, inner, element, value, generators] {
      analyze_code(inner, [&] { visit_clauses(element, value, generators); });
    });
    return;
  }
  FlowState const before = state_;
  ScopeId const outer = std::exchange(scope_, inner);
  visit_clauses(element, value, generators);
  scope_ = outer;
  state_ = before;
}

void FlowAnalyzer::visit_clauses(ExprId element, ExprId value, Array<Comprehension> generators) {
  for (std::size_t at = 0; at < generators.size(); ++at) {
    if (at > 0) visit(generators[at].iter);
    visit(generators[at].target);
    for (ExprId const condition : generators[at].ifs) visit(condition);
  }
  visit(element);
  visit_optional(value);
}

}  // namespace aiocc::semantics
