// Builtins that the program replaces: `builtins.print = log`, `mock.patch("builtins.input")`.
#pragma once

#include <set>

#include "support/names.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// Those that the module's text may store into the module `builtins`, or delete. Names that it makes up at run time aren't found.
std::set<NameId> replaced_builtins(syntax::Ast const& ast);

}  // namespace aiocc::semantics
