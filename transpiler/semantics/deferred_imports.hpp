// The imports in the functions of a library module, and the names by which a program gets to them: one that names none of those
// needs not be linked with what they import.
#pragma once

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "support/names.hpp"
#include "syntax/ast.hpp"

namespace aiocc::semantics {

struct DeferredImports {
  // The modules, each with its packages, that only functions import.
  std::set<NameId> modules;
  // Those that a call of the function or method of that name may import.
  std::map<NameId, std::set<NameId>> by_name;
};

// What a module's `__getattr__` imports when it's asked for: `_deferred_names = {"package.module": ("name", ...)}` at its top level
// says which names those are, and where they come from.
std::vector<std::pair<NameId, std::vector<NameId>>> deferred_names(syntax::Ast const& ast);

// Of a module that says `_defers_imports = True`; nothing of any other.
DeferredImports deferred_imports(syntax::Ast const& ast, std::string_view package);

// Those whose names stand in the text as words.
std::set<NameId> named_imports(DeferredImports const& deferred, std::string_view text);
// Those that a program with this text may get to: it has the name as a word, be it in a string, or it makes names up.
std::set<NameId> needed_imports(DeferredImports const& deferred, std::string_view text);

}  // namespace aiocc::semantics
