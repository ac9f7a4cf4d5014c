// Generator expressions that run inside the function around them: those which are the argument of a builtin that asks for all their items at
// once, as in `sum(x * x for x in xs)`, so that nobody sees the generator.
#include <algorithm>
#include <array>

#include "semantics/scope_builder.hpp"

namespace aiocc::semantics {

using namespace syntax;

namespace {

// How a call asks for the items of its first argument.
struct FoldingCall {
  // Empty for `"...".join`.
  NameId callee;
  bool is_folding = false;
};

bool is_constant(Ast const& ast, ExprId id) { return ast.get_if<Constant>(id) != nullptr; }

bool is_number(Ast const& ast, ExprId id) {
  auto const* constant = ast.get_if<Constant>(id);
  return constant &&
         (std::holds_alternative<IntValue>(constant->value) || std::holds_alternative<double>(constant->value));
}

// What may stand beside the generator: values that nothing can be seen of, as they're evaluated before the items.
bool are_inert_keywords(Ast const& ast, Array<Keyword> keywords) {
  return std::ranges::all_of(keywords, [&](Keyword const& keyword) {
    return keyword.arg && (is_constant(ast, keyword.value) || ast.get_if<Lambda>(keyword.value));
  });
}

FoldingCall folding_call(Ast const& ast, Call const& node) {
  if (node.args.empty()) return {};
  bool const is_single = node.args.size() == 1 && node.keywords.empty();
  if (auto const* method = ast.get_if<Attribute>(node.func)) {
    auto const* text = ast.get_if<Constant>(method->value);
    bool const is_join = text && std::holds_alternative<StrValue>(text->value) && method->attr.text() == "join";
    return {{}, is_join && is_single};
  }
  auto const* name = ast.get_if<Name>(node.func);
  if (!name) return {};
  std::string_view const callee = name->id.text();
  constexpr std::array<std::string_view, 5> single{"any", "all", "list", "set", "tuple"};
  if (std::ranges::find(single, callee) != single.end()) return {name->id, is_single};
  if (callee == "sorted") return {name->id, node.args.size() == 1 && are_inert_keywords(ast, node.keywords)};
  bool const has_plain_start = node.args.size() == 2 && is_number(ast, node.args[1]) && node.keywords.empty();
  return {name->id, callee == "sum" && (is_single || has_plain_start)};
}

// What runs in a function of its own, or looks at the function that it's in.
bool needs_own_function(Ast const& ast, ExprId id) {
  if (auto const* name = ast.get_if<Name>(id)) {
    constexpr std::array<std::string_view, 7> names{"locals", "vars", "dir", "super", "__class__", "eval", "exec"};
    return std::ranges::find(names, name->id.text()) != names.end();
  }
  return ast.get_if<Lambda>(id) || ast.get_if<NamedExpr>(id) || ast.get_if<Await>(id) || ast.get_if<Yield>(id) ||
         ast.get_if<YieldFrom>(id);
}

}  // namespace

void ScopeBuilder::visit_call(Call const& node) {
  for_each_child_of(node, [&](auto child) { visit(child); });
  if (failed_) return;
  FoldingCall const call = folding_call(ast_, node);
  if (call.is_folding && ast_.get_if<GeneratorExp>(node.args[0]) && may_fold(node.args[0])) {
    folds_.push_back({node.args[0], current_, call.callee});
  }
}

bool ScopeBuilder::may_fold(ExprId generator) const {
  if (model_.scopes[model_.expr_scopes[generator]].is_async) return false;
  bool may = true;
  for_each_descendant(ast_, generator, [&](auto id) {
    if constexpr (std::same_as<decltype(id), ExprId>) {
      may = may && !needs_own_function(ast_, id);
    }
  });
  return may;
}

// What's nested in a generator expression that stays one has its name in its own: it would show.
bool ScopeBuilder::holds_generators(ExprId generator) const {
  bool holds = false;
  for_each_descendant(ast_, generator, [&](auto id) {
    if constexpr (std::same_as<decltype(id), ExprId>) {
      bool const is_inner = id != generator && ast_.get_if<GeneratorExp>(id);
      holds = holds || (is_inner && model_.scopes[model_.expr_scopes[id]].kind == ScopeKind::GeneratorExp);
    }
  });
  return holds;
}

// Once all names are known: whether the callee is the builtin, and the code around a function's or the module's. Inner ones come first.
void ScopeBuilder::settle_folds() {
  for (PendingFold const& fold : folds_) {
    if (fold.callee && model_.resolve(fold.around, fold.callee).kind != NameKind::Builtin) continue;
    ScopeKind const around = model_.scopes[model_.code_scope(fold.around)].kind;
    if (around == ScopeKind::Class || around == ScopeKind::Lazy || holds_generators(fold.generator)) continue;
    Scope& inner = model_.scopes[model_.expr_scopes[fold.generator]];
    inner.kind = ScopeKind::Comprehension;
    inner.is_generator = false;
  }
}

}  // namespace aiocc::semantics
