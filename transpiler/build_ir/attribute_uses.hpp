// Attributes that a text uses where the IR doesn't show it: by names in strings, or in the library's modules, which aren't part of the IR.
#pragma once

#include <set>

#include "ir/ir.hpp"
#include "syntax/ast.hpp"

namespace aiocc::build_ir {

// Of one of the program's modules: `getattr(x, "name")`, `"{0.name}".format(x)`, and library functions that use any attribute.
ir::AttributeUses hidden_attribute_uses(syntax::Ast const& ast);

// The attributes that one of the library's modules reads by their names, but for those of its own `self`. Where a module reads any attribute of what
// it's given, hidden_attribute_uses knows the module.
std::set<NameId> attributes_read(syntax::Ast const& ast);

}  // namespace aiocc::build_ir
