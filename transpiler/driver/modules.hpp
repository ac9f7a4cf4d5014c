// Finds the files of the modules that a program imports.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostics.hpp"
#include "semantics/module_table.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::driver {

// The source of a module of the standard library that is written in Python; empty where there is none.
std::string library_source(std::string_view dotted);

// Enters the modules that `ast` mentions into `modules`. What is wrong with their files is reported.
void find_imported_modules(syntax::Ast const& ast, SourceFiles& files, semantics::ModuleTable& modules, Diagnostics& diagnostics);

}  // namespace aiocc::driver
