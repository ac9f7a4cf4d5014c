// Whether a module's text may bring threads into the program, or handle signals: loops look for both then.
#pragma once

#include "syntax/ast.hpp"

namespace aiocc::build_ir {

bool mentions_interruptions(syntax::Ast const& ast);

}  // namespace aiocc::build_ir
