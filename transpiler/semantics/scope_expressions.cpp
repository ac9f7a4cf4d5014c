// Expressions: the names that they use, and the scopes of lambdas and comprehensions.
#include <fmt/format.h>

#include "semantics/scope_builder.hpp"

namespace aiocc::semantics {

using namespace syntax;

void ScopeBuilder::visit(ExprId id) {
  if (failed_) return;
  auto const visitor = Overloaded{
      [&](Name const& node) { visit_name(id, node); },
      [&](NamedExpr const& node) { visit_named_expr(id, node); },
      [&](Lambda const& node) { visit_lambda(id, node); },
      [&](BinOp const&) { visit_binary_chain(id); },
      [&](Call const& node) { visit_call(node); },
      [&](ListComp const& node) {
        visit_comprehension(id, ScopeKind::Comprehension, "<listcomp>", node.elt, {}, node.generators);
      },
      [&](SetComp const& node) {
        visit_comprehension(id, ScopeKind::Comprehension, "<setcomp>", node.elt, {}, node.generators);
      },
      [&](DictComp const& node) {
        visit_comprehension(id, ScopeKind::Comprehension, "<dictcomp>", node.key, node.value, node.generators);
      },
      [&](GeneratorExp const& node) {
        visit_comprehension(id, ScopeKind::GeneratorExp, "<genexpr>", node.elt, {}, node.generators);
      },
      [&](Yield const& node) {
        visit_yield(id);
        if (node.value) visit(node.value);
      },
      [&](YieldFrom const& node) {
        visit_yield(id);
        visit(node.value);
      },
      [&](Await const& node) {
        if (refuse_in_construct(id, "await expression")) return;
        if (scope().kind == ScopeKind::GeneratorExp) scope().is_async = true;
        if (scope().kind == ScopeKind::Comprehension) scope().is_async = true;
        visit(node.value);
      },
      [&](auto const& node) { for_each_child_of(node, [&](auto child) { visit(child); }); },
  };
  syntax::visit(ast_, id, visitor);
}

void ScopeBuilder::visit_name(ExprId id, Name const& node) {
  switch (node.ctx) {
    case ExprContext::Store: bind(node.id, ast_.span(id)); break;
    case ExprContext::Del: remove(node.id, ast_.span(id)); break;
    case ExprContext::Load: use(node.id); break;
  }
  bool const needs_class =
      node.ctx == ExprContext::Load && (node.id.text() == "super" || node.id.text() == "__class__");
  if (!needs_class) return;
  use_class_cell();
  if (scope().kind != ScopeKind::Class && scope().kind != ScopeKind::Module) use(NameId::of("__class__"));
}

// `a + b + c + ...` nests to the left, as deep as the program's author likes.
void ScopeBuilder::visit_binary_chain(ExprId id) {
  std::vector<ExprId> rights;
  while (auto const* node = ast_.get_if<BinOp>(id)) {
    rights.push_back(node->right);
    id = node->left;
  }
  visit(id);
  for (auto right = rights.rbegin(); right != rights.rend(); ++right) visit(*right);
}

// In a comprehension `:=` binds in the function or module around it.
void ScopeBuilder::visit_named_expr(ExprId id, NamedExpr const& node) {
  if (refuse_in_construct(id, "named expression")) return;
  Span const where = ast_.span(id);
  NameId const name = ast_.get<Name>(node.target).id;
  if (comprehension_part_ == ComprehensionPart::Iterable)
    return fail(where, "assignment expression cannot be used in a comprehension iterable expression");
  ScopeId target = current_;
  bool is_in_comprehension = false;
  for (; target; target = model_.scopes[target].parent) {
    ScopeKind const kind = model_.scopes[target].kind;
    if (kind != ScopeKind::Comprehension && kind != ScopeKind::GeneratorExp) break;
    is_in_comprehension = true;
    if (symbol(target, name).variable)
      return fail(
          ast_.span(node.target),
          fmt::format("assignment expression cannot rebind comprehension iteration variable '{}'", name.text()));
  }
  if (is_in_comprehension && model_.scopes[target].kind == ScopeKind::Class)
    return fail(ast_.span(node.target), "assignment expression within a comprehension cannot be used in a class body");
  visit(node.value);
  if (name.text() == "__debug__") return fail(ast_.span(node.target), "cannot assign to __debug__");
  ++nesting_;
  bind_in(target, name, BindingForm::Other);
  --nesting_;
  if (!is_in_comprehension) return;
  use(name);
  bool const is_global = model_.scopes[target].kind == ScopeKind::Module || symbol(target, name).is_global;
  if (is_global) symbol(current_, name).is_global = true;
}

void ScopeBuilder::visit_lambda(ExprId id, Lambda const& node) {
  visit_defaults(*node.args);
  ScopeId const outer = current_;
  ComprehensionPart const outer_part = std::exchange(comprehension_part_, ComprehensionPart::None);
  model_.expr_scopes[id] = open(ScopeKind::Lambda, NameId::of("<lambda>"));
  bind_parameters(*node.args);
  visit(node.body);
  comprehension_part_ = outer_part;
  close(outer);
}

// Types are no place for expressions that do something.
bool ScopeBuilder::refuse_in_construct(ExprId id, std::string_view what) {
  if (scope().construct) fail(ast_.span(id), fmt::format("{} cannot be used within {}", what, scope().construct));
  return scope().construct != nullptr;
}

void ScopeBuilder::visit_yield(ExprId id) {
  if (refuse_in_construct(id, "yield expression")) return;
  if (scope().kind == ScopeKind::Comprehension || scope().kind == ScopeKind::GeneratorExp) {
    std::string_view const name = scope().name.text();
    std::string_view const words = name == "<listcomp>"   ? "list comprehension"
                                   : name == "<setcomp>"  ? "set comprehension"
                                   : name == "<dictcomp>" ? "dict comprehension"
                                                          : "generator expression";
    return fail(ast_.span(id), fmt::format("'yield' inside {}", words));
  }
  scope().is_generator = true;
}

// The first iterable is evaluated outside, all else inside.
void ScopeBuilder::visit_comprehension(ExprId id, ScopeKind kind, char const* name, ExprId element, ExprId value,
                                       Array<Comprehension> generators) {
  ComprehensionPart const outer_part = std::exchange(comprehension_part_, ComprehensionPart::Iterable);
  visit(generators[0].iter);
  ScopeId const outer = current_;
  model_.expr_scopes[id] = open(kind, NameId::of(name));
  scope().is_generator = kind == ScopeKind::GeneratorExp;
  for (std::size_t at = 0; at < generators.size(); ++at) {
    Comprehension const& clause = generators[at];
    if (clause.is_async) scope().is_async = true;
    comprehension_part_ = ComprehensionPart::Iterable;
    if (at > 0) visit(clause.iter);
    comprehension_part_ = ComprehensionPart::Body;
    visit(clause.target);
    for (ExprId const condition : clause.ifs) visit(condition);
  }
  visit(element);
  if (value) visit(value);
  comprehension_part_ = outer_part;
  bool const is_async = scope().is_async;
  close(outer);
  // An asynchronous comprehension makes the one around it asynchronous; a generator expression only makes an object.
  if (is_async && kind == ScopeKind::Comprehension && scope().kind == ScopeKind::Comprehension) scope().is_async = true;
  if (is_async && kind == ScopeKind::Comprehension && scope().kind == ScopeKind::GeneratorExp) scope().is_async = true;
}

}  // namespace aiocc::semantics
