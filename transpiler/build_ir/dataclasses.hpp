// Dataclasses of which the text tells everything: `@dataclass` alone, a body of plain fields, methods and constants.
#pragma once

#include <optional>
#include <vector>

#include "ir/ir.hpp"
#include "semantics/semantic_model.hpp"
#include "syntax/ast.hpp"

namespace aiocc::build_ir {

class ModuleBuilder;

// A field that the class's own body declares.
struct OwnField {
  syntax::StmtId stmt;
  // Of `field(...)`; else null.
  syntax::Call const* description = nullptr;
  // What the default is, or what makes it.
  syntax::ExprId origin;
  ir::DataclassField facts;
};

struct DataclassPlan {
  std::vector<OwnField> own;
  ir::Dataclass facts;
  bool makes_init = false;
  bool has_post_init = false;

  OwnField const* find(syntax::StmtId stmt) const;
};

// Whether a parameter of `__init__` has a default.
bool has_default(ir::DataclassField const& field);
// The `__match_args__` that the decorator gives; nothing where the class has its own, or none.
std::optional<std::vector<NameId>> match_args_of(ir::Dataclass const& facts);
// What the decorator must find the fields to be.
std::string shape_of(DataclassPlan const& plan);

// `made` is the class with its base, and with what its body binds. Nothing where something isn't certain.
std::optional<DataclassPlan> plan_dataclass(ModuleBuilder& module, syntax::ClassDef const& node, ir::Class const& made,
                                            semantics::ScopeId body);

}  // namespace aiocc::build_ir
