// The globals that functions needn't check before they use them.
#pragma once

#include <unordered_set>

#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// Whether the text defines methods that run when a class is made: `__init_subclass__` and the like, or a metaclass's.
bool has_class_hooks(syntax::Ast const& ast);
// Whether it defines enumerations that make their members by methods of their own.
bool has_enum_hooks(syntax::Ast const& ast);

// What the module's first statements bind, up to the first one that may run a function of the module, and what nothing deletes.
std::unordered_set<VariableId> find_early_globals(syntax::Ast const& ast, SemanticModel const& model);

}  // namespace aiocc::semantics
