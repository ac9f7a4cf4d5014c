// What the builders of all functions of a module share.
#pragma once

#include <map>
#include <string_view>
#include <unordered_map>

#include "build_ir/build_ir.hpp"
#include "build_ir/observations.hpp"
#include "build_ir/places.hpp"
#include "diagnostics/diagnostics.hpp"
#include "ir/ir.hpp"
#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::build_ir {

class ModuleBuilder {
 public:
  ModuleBuilder(ModuleSource const& source, semantics::ModuleTable const& modules, ir::Module& program,
                Diagnostics& diagnostics);

  void build();

  void report_unsupported(Span span, std::string_view construct);

  // The global of a variable of the module.
  ir::GlobalId global_of(semantics::VariableId variable);
  // `__name__`, `__doc__`, `__file__` or `__package__`, which every module has; unset for other names.
  ir::GlobalId implicit_global(NameId name);

  // The function-like scope whose code a scope is part of: comprehensions run inside another one.
  semantics::ScopeId function_scope(semantics::ScopeId scope) const;

  // A variable that the program doesn't see.
  ir::GlobalId hidden_global(std::string_view name);

  // Whether the module's globals are in a dict rather than variables.
  bool has_dict() const { return module.modules[id].keeps_dict; }

  // Whether something in the module may look at annotations of functions.
  bool keeps_annotations() const { return observations.function_annotations; }
  // Or at those of its own variables.
  bool keeps_own_annotations() const { return has_dict() || observations.function_annotations; }

  // What an import bound a stable global to, by its dotted name; empty for other globals.
  std::string_view imported(ir::GlobalId global) const;
  void note_import(ir::GlobalId global, NameId dotted) { module.globals[global].imported = dotted; }
  // What an import bound a stable variable to, also where globals are in a dict; empty for other variables.
  std::string_view imported(semantics::VariableId variable) const;
  void note_import(semantics::VariableId variable, NameId dotted) { imports_[variable] = dotted; }
  // Whether only functions of this module, one of the library's, import that one, so that it's linked only where it's needed.
  bool defers_import(NameId dotted) const;
  // What relative imports start from: empty in a module that is in no package.
  std::string package() const;
  // The stable variable of one of the program's modules that `dotted` names; unset where it isn't one.
  ir::GlobalId find_program_global(std::string_view dotted) const;

  syntax::Ast const& ast;
  SourceFile const& file;
  semantics::SemanticModel const& model;
  semantics::ModuleTable const& modules;
  Diagnostics& diagnostics;
  Observations const observations;
  // The whole program, and which of its modules this is.
  ir::Module& module;
  ir::PythonModuleId id;

 private:
  ir::PythonModule& own() { return module.modules[id]; }
  ir::Global make_global(NameId name, bool stable);
  bool keeps_dict() const;
  bool imports_names_of_dict() const;
  void declare_globals();
  void bind_implicit_globals();
  ir::Constant implicit_value(NameId name);

  std::unordered_map<semantics::VariableId, ir::GlobalId> globals_;
  std::map<NameId, ir::GlobalId> implicit_globals_;
  std::unordered_map<semantics::VariableId, NameId> imports_;
};

// The text of a body's docstring, or null; it's the body's first statement.
syntax::StrValue const* docstring_of(syntax::Ast const& ast, Array<syntax::StmtId> body);

}  // namespace aiocc::build_ir
