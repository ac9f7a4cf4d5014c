// A user's classes as C++ structs, and the tables that describe them to dynamic code.
#pragma once

#include "emit/cpp_types.hpp"
#include "emit/function_emitter.hpp"
#include "emit/names.hpp"
#include "emit/writer.hpp"
#include "ir/ir.hpp"

namespace aiocc::emit {

// The structs, bases first, with their methods' declarations.
void write_classes(Writer& out, ir::Module const& module, Names const& names, CppTypes const& types, ModuleContext const& context);

// Their field tables and specifications, for the file's end.
void write_class_tables(Writer& out, ir::Module const& module, Names const& names, ModuleContext const& context);

}  // namespace aiocc::emit
