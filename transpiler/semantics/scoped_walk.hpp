// Walks over the names of a module together with the scopes that they stand in.
#pragma once

#include <functional>

#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// Calls visit(id, scope) for each Name in load context that the program evaluates: all but postponed annotations.
void for_each_load(syntax::Ast const& ast, SemanticModel const& model,
                   std::function<void(syntax::ExprId, ScopeId)> const& visit);

}  // namespace aiocc::semantics
