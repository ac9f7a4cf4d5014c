// What the import statements of a module name.
#pragma once

#include <vector>

#include "support/names.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// Every module that the program's text may import, by its dotted name: packages before what they contain. Of `from a import b` that's
// `a`, and `a.b`, which may be a module.
std::vector<NameId> mentioned_modules(syntax::Ast const& ast);

}  // namespace aiocc::semantics
