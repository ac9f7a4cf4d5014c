// A user's classes as C++ structs, and the tables that describe them to dynamic code.
#pragma once

#include <vector>

#include "emit/cpp_types.hpp"
#include "emit/function_emitter.hpp"
#include "emit/names.hpp"
#include "emit/writer.hpp"
#include "ir/ir.hpp"

namespace aiocc::emit {

std::vector<ir::ClassId> classes_of(ir::Module const& module, ir::PythonModuleId own);

// The structs of a module, bases first, with their methods' declarations.
void write_classes(Writer& out, ir::Module const& module, ir::PythonModuleId own, Names const& names,
                   CppTypes const& types, ModuleContext const& context);

// Their field tables and specifications, for the file's end.
void write_class_tables(Writer& out, ir::Module const& module, ir::PythonModuleId own, Names const& names,
                        ModuleContext const& context);

}  // namespace aiocc::emit
