// Finds what CPython's compiler warns of: the program says it when it starts, as CPython does when it compiles.
#pragma once

#include <vector>

#include "syntax/ast.hpp"

namespace aiocc::semantics {

// Appends the warnings in the order of the source.
void find_syntax_warnings(syntax::Ast const& ast, std::vector<syntax::SyntaxWarning>& warnings);

}  // namespace aiocc::semantics
