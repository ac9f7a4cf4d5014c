// From the syntax tree to the IR: complete, dynamic, every value of type `object` (conditions are bools).
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "ir/ir.hpp"
#include "semantics/semantic_model.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::build_ir {

// What the IR can't express yet is reported as UnsupportedConstruct and becomes an Unsupported instruction, so that with
// --defer-unsupported, which makes those reports warnings, the module is still complete.
ir::Module build(syntax::Ast const& ast, SourceFile const& file, semantics::SemanticModel const& model, NameId module_name,
                 Diagnostics& diagnostics);

}  // namespace aiocc::build_ir
