// An expression as text again, as CPython writes the annotations that `from __future__ import annotations` postpones.
#pragma once

#include <string>

#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::syntax {

std::string unparse(Ast const& ast, SourceFile const& file, ExprId expr);

}  // namespace aiocc::syntax
