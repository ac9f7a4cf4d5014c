// IR to C++ text.
#pragma once

#include <cstddef>
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
  // How many files a long module may become, which are compiled side by side.
  std::size_t parts = 1;
};

struct EmittedFile {
  // Relative to the program's folder: "shop/models.hpp".
  std::string name;
  std::string text;
  // What it was compiled from.
  SourceFileId source;

  bool is_header() const { return name.ends_with(".hpp"); }
};

// The program as C++: one file where it's one short module, else a header and a source, or several, for each.
std::vector<EmittedFile> emit(ir::Module const& module, SourceFiles const& files, Options const& options = {});

}  // namespace aiocc::emit
