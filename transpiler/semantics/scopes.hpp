// Finds the scopes of a module and what each binds, as CPython's symtable.c does.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// Fills in all of the model but what flow analysis finds. False where the program breaks a rule of scoping, which is then
// reported in CPython's words.
bool build_scopes(syntax::Ast const& ast, SemanticModel& model, Diagnostics& diagnostics);

}  // namespace aiocc::semantics
