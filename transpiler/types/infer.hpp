// Whole-program inference: what every value may be, static types from that, and direct operations where they're known.
#pragma once

#include <string>

#include "diagnostics/diagnostics.hpp"
#include "ir/ir.hpp"

namespace aiocc::types {

struct Inference {
  // Calls go to copies of functions for the arguments that they have.
  bool specialises = true;
  // Reports what stays dynamic, and why.
  bool explains = false;
};

// Reports what `reveal_type(x)` asks for, too. False where some call that's left to run time found no function any more: the module isn't of use
// then. That happens only with `specialises`, and rarely.
[[nodiscard]] bool infer(ir::Module& module, Diagnostics& diagnostics, Inference const& wanted);

}  // namespace aiocc::types
