// The program as inference sees it: what --emit=types prints.
#pragma once

#include <string>

#include "ir/ir.hpp"

namespace aiocc::types {

// The source with the types of parameters and results in each `def`, and behind each line, as a comment, those of the variables and
// fields that it stores: `x = f(y)  # x: int`. Types are representations, as in ir::print_type. Several modules follow one another, each
// under a comment with its path.
std::string annotate(ir::Module const& module, SourceFiles const& files);

}  // namespace aiocc::types
