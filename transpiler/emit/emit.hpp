// IR to C++ text.
#pragma once

#include <string>
#include <vector>

#include "ir/ir.hpp"
#include "support/source.hpp"

namespace aiocc::emit {

struct Options {
  // `#line` directives, so that a debugger steps through the Python source.
  bool line_directives = false;
  // The module is one of the standard library's: others of the program's link it, and it leaves no frames in tracebacks.
  bool library = false;
  // Somebody will read it: the text is laid out.
  bool formatted = true;
};

struct EmittedFile {
  // Relative to the program's folder: "shop/models.hpp".
  std::string name;
  std::string text;
  // What it was compiled from.
  SourceFileId source;

  bool is_header() const { return name.ends_with(".hpp"); }
};

// The program as C++: one file where it's one module, else a header and a source for each.
std::vector<EmittedFile> emit(ir::Module const& module, SourceFiles const& files, Options const& options = {});

}  // namespace aiocc::emit
