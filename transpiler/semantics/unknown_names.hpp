// Warns of names that nothing defines.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// A warning, since Python raises NameError only where such a name is evaluated. None at all in a module with `import *`.
void warn_of_unknown_names(syntax::Ast const& ast, SemanticModel const& model, Diagnostics& diagnostics);

}  // namespace aiocc::semantics
