// `__slots__` and `__match_args__` of a class, as far as the text tells them.
#pragma once

#include <optional>
#include <vector>

#include "syntax/ast.hpp"

namespace aiocc::build_ir {

// The names that the one `__slots__ = "x", "y"` in a class's body gives, as written; nothing where there is none, or another one, or it
// isn't a display of different strs, or `__dict__` is among them.
std::optional<std::vector<NameId>> told_slots(syntax::Ast const& ast, syntax::ClassDef const& node);

// The same of `__match_args__`, which must be a tuple.
std::optional<std::vector<NameId>> told_match_args(syntax::Ast const& ast, syntax::ClassDef const& node);

}  // namespace aiocc::build_ir
