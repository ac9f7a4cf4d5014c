// What the import statements of a module name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/names.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

// The absolute name of what `from ..x import y` imports from, in a module whose `__package__` is `package`; nothing where the dots lead
// out of it.
std::optional<std::string> absolute_module(syntax::ImportFrom const& node, std::string_view package);
// Whether a module of that package imports all that `dotted` has.
bool imports_star(syntax::Ast const& ast, std::string_view package, std::string_view dotted);

// Every module that the program's text may import, by its dotted name: packages before what they contain. Of `from a import b` that's
// `a`, and `a.b`, which may be a module. What only type checkers see (`if TYPE_CHECKING:`) doesn't count.
std::vector<NameId> mentioned_modules(syntax::Ast const& ast, std::string_view package);

// The same of one import statement; nothing of any other statement.
std::vector<NameId> mentioned_modules(syntax::Stmt const& stmt, std::string_view package);

// The module that a call of the form `__import__("a.b")` names; empty where it's another call.
std::string_view module_of_import_call(syntax::Ast const& ast, syntax::Call const& call);

// The dotted names that attributes of imported modules may mean: `asyncio.tasks`, where the module says `import asyncio`.
std::vector<NameId> mentioned_members(syntax::Ast const& ast);

// `__all__`, where the module assigns it once, a list or tuple of strings, and does nothing else with it.
std::optional<std::vector<NameId>> declared_exports(syntax::Ast const& ast);

}  // namespace aiocc::semantics
