// From the syntax tree to the IR: complete, dynamic, every value of type `object` (conditions are bools).
#pragma once

#include "build_ir/observations.hpp"
#include "diagnostics/diagnostics.hpp"
#include "ir/ir.hpp"
#include "semantics/module_table.hpp"
#include "semantics/semantic_model.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::build_ir {

// A file of the program on its way into the IR.
struct ModuleSource {
  // As in ir::PythonModule.
  NameId name;
  NameId cpp_name;
  bool is_package = false;
  bool is_namespace = false;
  bool is_cyclic = false;
  // What the whole program observes.
  Observations observations;
  syntax::Ast const& ast;
  SourceFile const& file;
  semantics::SemanticModel const& model;
};

// Adds a Python module to `program`; `modules` are those that it can import. What the IR can't express yet is reported as
// UnsupportedConstruct and becomes an Unsupported instruction, so that with --defer-unsupported, which makes those reports warnings,
// the module is still complete.
void build(ModuleSource const& source, semantics::ModuleTable const& modules, ir::Module& program,
           Diagnostics& diagnostics);

}  // namespace aiocc::build_ir
