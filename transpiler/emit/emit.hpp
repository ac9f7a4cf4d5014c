// IR to C++ text.
#pragma once

#include <string>

#include "ir/ir.hpp"
#include "support/source.hpp"

namespace aiocc::emit {

struct Options {
  // `#line` directives, so that a debugger steps through the Python source.
  bool line_directives = false;
  // The module is one of the standard library's: others of the program's link it, and it leaves no frames in tracebacks.
  bool library = false;
};

// The program as one formatted C++ file.
std::string emit(ir::Module const& module, SourceFiles const& files, Options const& options = {});

}  // namespace aiocc::emit
