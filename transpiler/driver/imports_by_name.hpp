// Modules that a program imports by name (`importlib.import_module("json")`): a compiled program has those that it's linked with, so the
// strs in its text that name modules count as such.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/names.hpp"
#include "syntax/ast.hpp"

namespace aiocc::driver {

// What the str literals of a module spell like a module's dotted name, or like that of something in a module, each once. A relative name
// counts from the module's package.
std::vector<NameId> spelled_modules(syntax::Ast const& ast, std::string_view package);

// Statements, as Python text, that hand over how to import each of these modules; empty where there are none.
//
//   def __imports_by_name__():
//       from _imports_by_name import offer as __offer__
//       def __import_module__():
//           import json
//       __offer__("json", __import_module__)
//   __imports_by_name__()
//   del __imports_by_name__
std::string imports_by_name(std::vector<NameId> const& modules);

// How many statements `imports_by_name` gives.
inline constexpr std::size_t import_statements = 3;

}  // namespace aiocc::driver
