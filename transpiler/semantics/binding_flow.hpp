// Definite assignment: at each load of a name, whether it may be unbound.
#pragma once

#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// Fills in `unbound_loads` and `Variable::may_be_unbound`. What it calls bound is bound; it may call unbound what isn't.
void analyze_binding_flow(syntax::Ast const& ast, SemanticModel& model);

}  // namespace aiocc::semantics
