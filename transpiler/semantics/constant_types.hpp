// The types of constant expressions, as CPython's compiler folds them before it warns of them.
#pragma once

#include <string_view>

#include "syntax/ast.hpp"

namespace aiocc::semantics {

// The name of the type of the constant that CPython 3.13 folds the expression into; empty where it stays an expression.
std::string_view folded_type(syntax::Ast const& ast, syntax::ExprId id);

// Whether `"..." % (a, b)` becomes an f-string, as it does where its conversions are plain.
bool becomes_fstring(syntax::Ast const& ast, syntax::BinOp const& node);

}  // namespace aiocc::semantics
