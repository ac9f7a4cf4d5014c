// Static types that make no difference to a function's code.
#pragma once

#include <vector>

#include "ir/ir.hpp"

namespace aiocc::types {

// By local and by instruction: it's a word that is only passed on, to whoever takes any. The code would be the same if it were `object`.
struct IdleTypes {
  std::vector<bool> locals;
  std::vector<bool> insts;
};

IdleTypes find_idle_types(ir::Module const& module, ir::Function const& function);

}  // namespace aiocc::types
