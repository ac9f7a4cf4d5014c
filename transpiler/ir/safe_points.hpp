// Whether a program's loops look for other threads and signals at each turn.
#pragma once

#include "ir/ir.hpp"

namespace aiocc::ir {

// They do where the program uses the modules by which such interruptions come.
inline bool has_safe_points(Module const& module) {
  return module.library_modules.contains(NameId::of("threading")) ||
         module.library_modules.contains(NameId::of("signal"));
}

}  // namespace aiocc::ir
