// From a module's syntax tree to what is known of its names.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// Reports the errors that CPython finds in its symbol table, and warns of names that nothing defines. The model is complete
// only if no error was reported.
SemanticModel analyze(syntax::Ast const& ast, Diagnostics& diagnostics, ImportFacts imports = {},
                      std::set<NameId> replaced_builtins = {});

}  // namespace aiocc::semantics
