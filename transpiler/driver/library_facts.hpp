// What the library's modules bind and import, noted when they're compiled: a program that imports them needs not parse them once more.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "ir/ir.hpp"
#include "semantics/module_table.hpp"
#include "syntax/ast.hpp"

namespace aiocc::driver {

// `name` is the module's full name.
semantics::ModuleFacts library_facts(syntax::Ast const& ast, std::string_view name, bool is_package);

// The facts as text, for a module of this source.
std::string facts_text(semantics::ModuleFacts const& facts, std::string_view source);
// The facts that a text tells; nothing where it's of another source.
std::optional<semantics::ModuleFacts> facts_of_text(std::string const& text, std::string_view source);

// What was noted of a module when the library was compiled; nothing where its source has changed since.
std::optional<semantics::ModuleFacts> noted_facts(std::string_view name, std::string_view source);
// The attributes that these modules, and those that they import, use of whatever they're given, as was noted too: any where something isn't noted.
ir::AttributeUses noted_attribute_uses(std::set<NameId> const& modules);
// Notes the facts of the module that's compiled to `output`. Gives why it failed, or nothing.
std::string note_facts(std::string const& name, std::string const& path, std::string const& source,
                       std::string const& output);

}  // namespace aiocc::driver
