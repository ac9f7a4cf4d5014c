// Annotations as text: what `from __future__ import annotations` makes of them.
#pragma once

#include <string>

#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::build_ir {

// As `ast.unparse` writes the expression.
std::string annotation_text(syntax::Ast const& ast, SourceFile const& file, syntax::ExprId annotation);

}  // namespace aiocc::build_ir
