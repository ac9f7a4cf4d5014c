// The rules that CPython's compiler, not its parser, enforces: where `return`, `yield`, `await`, `break`, stars and patterns may
// stand.
#pragma once

#include <optional>

#include "frontend/tokens.hpp"
#include "syntax/ast.hpp"

namespace aiocc::frontend {

// The first breach, in CPython's words and in the order in which it compiles.
std::optional<PythonError> check_placement(syntax::Ast const& ast);

}  // namespace aiocc::frontend
