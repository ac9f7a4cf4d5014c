// Whole-program inference: what every value may be, static types from that, and direct operations where they're known.
#pragma once

#include <string>

#include "diagnostics/diagnostics.hpp"
#include "ir/ir.hpp"

namespace aiocc::types {

// Reports what `reveal_type(x)` asks for and, with `explains`, what stays dynamic and why.
void infer(ir::Module& module, Diagnostics& diagnostics, bool explains = false);

}  // namespace aiocc::types
