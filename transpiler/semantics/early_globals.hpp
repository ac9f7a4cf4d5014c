// The globals that functions needn't check before they use them.
#pragma once

#include <unordered_set>

#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// What the module's first statements bind, up to the first one that may run a function of the module, and what nothing deletes.
std::unordered_set<VariableId> find_early_globals(syntax::Ast const& ast, SemanticModel const& model);

}  // namespace aiocc::semantics
