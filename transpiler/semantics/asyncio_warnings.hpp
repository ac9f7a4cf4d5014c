// Warnings of asyncio's traps: what runs, but hardly as its author means.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

void warn_of_asyncio_traps(syntax::Ast const& ast, Diagnostics& diagnostics);

}  // namespace aiocc::semantics
