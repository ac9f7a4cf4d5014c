// The order of the analyses.
#include "semantics/analyze.hpp"

#include "semantics/asyncio_warnings.hpp"
#include "semantics/binding_flow.hpp"
#include "semantics/scopes.hpp"
#include "semantics/syntax_warnings.hpp"
#include "semantics/unknown_names.hpp"

namespace aiocc::semantics {

SemanticModel analyze(syntax::Ast const& ast, Diagnostics& diagnostics, ImportFacts imports,
                      std::set<NameId> replaced_builtins) {
  SemanticModel model;
  model.imports = std::move(imports);
  model.replaced_builtins = std::move(replaced_builtins);
  if (!build_scopes(ast, model, diagnostics)) return model;
  analyze_binding_flow(ast, model);
  warn_of_unknown_names(ast, model, diagnostics);
  warn_of_asyncio_traps(ast, diagnostics);
  model.warnings = ast.warnings;
  find_syntax_warnings(ast, model.warnings);
  return model;
}

}  // namespace aiocc::semantics
