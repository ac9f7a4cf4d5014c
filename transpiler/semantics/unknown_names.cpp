// Unknown names, with the suggestion that CPython's NameError will make.
#include "semantics/unknown_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "bindings/bindings.hpp"
#include "semantics/scoped_walk.hpp"
#include "semantics/suggestions.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

bool has_star_import(Ast const& ast) {
  return std::any_of(ast.stmts.begin(), ast.stmts.end(), [](Stmt const& stmt) {
    auto const* import = std::get_if<ImportFrom>(&stmt.node);
    return import != nullptr && import->names[0].name == NameId::of("*");
  });
}

// The names that are visible from `scope`, in CPython's order: locals, globals, builtins.
std::vector<std::string_view> visible_names(SemanticModel const& model, ScopeId scope) {
  std::vector<std::string_view> names;
  auto const add_all = [&](ScopeId owner) {
    for (VariableId const variable : model.scopes[owner].variables)
      names.push_back(model.variables[variable].name.text());
  };
  if (scope != model.module_scope) add_all(scope);
  for (auto const& [name, symbol] : model.scopes[scope].symbols)
    if (model.resolve(scope, name).kind == NameKind::Free) names.push_back(name.text());
  add_all(model.module_scope);
  Array<std::string_view> const builtins = bindings::builtin_names();
  names.insert(names.end(), builtins.begin(), builtins.end());
  return names;
}

}  // namespace

void warn_of_unknown_names(Ast const& ast, SemanticModel const& model, Diagnostics& diagnostics) {
  if (has_star_import(ast)) return;
  for_each_load(ast, model, [&](ExprId id, ScopeId scope) {
    NameId const name = ast.get<Name>(id).id;
    if (model.resolve(scope, name).kind != NameKind::Unknown || model.replaced_builtins.contains(name)) return;
    Diagnostic& warning = diagnostics.report<Code::UnknownName>(ast.span(id), name.text());
    auto const suggestion = suggest_name(name.text(), visible_names(model, model.code_scope(scope)));
    if (!suggestion) return;
    warning.note(fmt::format("did you mean `{}`?", *suggestion));
    warning.fix_it(ast.span(id), std::string(*suggestion));
  });
}

}  // namespace aiocc::semantics
