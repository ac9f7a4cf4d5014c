// What stays dynamic, and why: the report of `aiocc check --explain-types`.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "types/world.hpp"

namespace aiocc::types {

// A note for each variable, parameter, global and attribute that is an object, and for each call that is dispatched at run time, with the
// reason. For the finished world and the IR as it was before the rewriting.
void explain(World& world, Diagnostics& diagnostics);

}  // namespace aiocc::types
