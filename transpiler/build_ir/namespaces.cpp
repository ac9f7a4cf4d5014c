// `globals()`, `locals()`, and `vars()` and `dir()` without arguments: the names of the module, function or class that calls them.
#include <algorithm>

#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

// Unset where the call is another one.
std::optional<ir::InstId> FunctionBuilder::build_namespace_call(syntax::Call const& node, syntax::ExprId id) {
  auto const* name = ast().get_if<syntax::Name>(node.func);
  if (!name || !node.args.empty() || !node.keywords.empty()) return std::nullopt;
  std::string_view const called = name->id.text();
  if (called != "globals" && called != "locals" && called != "vars" && called != "dir") return std::nullopt;
  if (model().resolve(scope_, name->id).kind != semantics::NameKind::Builtin) return std::nullopt;
  if (called == "globals") return add(place(id), ir::LoadNamespace{});
  ir::InstId const names = load_locals(id);
  if (called != "dir") return names;
  ir::InstId const sorted = add(place(id), ir::LoadBuiltin{NameId::of("sorted")});
  return add(place(id), ir::Call{sorted, {names}, {}});
}

// In CPython's order: plain variables, then those in cells, then those of enclosing functions, the latter two by name.
ir::InstId FunctionBuilder::load_locals(syntax::ExprId id) {
  if (function_.kind == ir::FunctionKind::Module) return add(place(id), ir::LoadNamespace{});
  if (function_.kind == ir::FunctionKind::ClassBody) return add(place(id), ir::LoadNamespace{.of_class = true});
  auto const by_name = [&](semantics::VariableId left, semantics::VariableId right) {
    return model().variables[left].name.text() < model().variables[right].name.text();
  };
  std::vector<semantics::VariableId> plain;
  std::vector<semantics::VariableId> cells;
  std::vector<semantics::VariableId> free;
  for (semantics::ScopeId at = scope_;; at = model().scopes[at].parent) {
    for (semantics::VariableId variable : model().scopes[at].variables) {
      semantics::Variable const& facts = model().variables[variable];
      (facts.captured && !facts.parameter ? cells : plain).push_back(variable);
    }
    for (auto const& [name, symbol] : model().scopes[at].symbols) {
      semantics::Resolution const found = model().resolve(at, name);
      if (found.kind == semantics::NameKind::Free) free.push_back(found.variable);
    }
    if (at == model().code_scope(scope_)) break;
  }
  std::ranges::sort(cells, by_name);
  std::ranges::sort(free, by_name);
  ir::LoadLocals inst;
  for (auto const* row : {&plain, &cells, &free}) {
    for (semantics::VariableId variable : *row) inst.locals.push_back(local_of(variable));
  }
  return add(place(id), std::move(inst));
}

}  // namespace aiocc::build_ir
