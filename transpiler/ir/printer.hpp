// The text form of the IR: what --emit=ir prints and tests read.
#pragma once

#include <string>

#include "ir/ir.hpp"

namespace aiocc::ir {

// One instruction a line: `%3 = binary + %1, %2 : object  @12:8-13^10-11`. Behind `@` stand the span's line, first and last column
// (`@12:8-13:2` where it ends on another line) and, behind `^`, those of its anchor; blocks are indented under their field's name.
// `unmarked` says that tracebacks show no marks for it.
std::string print(Module const& module, SourceFiles const& files);
std::string print(Module const& module, FunctionId function, SourceFiles const& files);

// A type as Python would write it: `int`, `list[str]`, `Point | None`.
std::string print_type(Module const& module, TypeId type);

// The name by which the text form calls a local: its Python name, with `.2` and so on behind it where the function has several of that name.
std::string local_text(Function const& function, LocalId local);

}  // namespace aiocc::ir
