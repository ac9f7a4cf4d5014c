// Specialisations of functions, once inference is done with them.
#pragma once

#include <vector>

#include "types/world.hpp"

namespace aiocc::types {

// Whether every call that's left to run time reaches a function that serves all calls: one that inference has seen called that way.
bool serves_dynamic_calls(World& world);

// By function, whether it's declared and serves calls, or is a specialisation that's called: some that the fixpoint made on its way aren't.
std::vector<bool> live_functions(World& world);

// Keeps the specialisations that are called. The first one of a function that serves no other calls takes the function's place; the others
// stand at the module's end.
void place_variants(World& world);

}  // namespace aiocc::types
