// Functions that code which isn't known calls - decorated ones, callbacks - take anything. But what they're given is no secret: what the
// calls by their name pass, what stands behind them in an argument list (`to_thread(work, 5)`), what their annotations and defaults say. So
// such a function gets a copy for parameters of these types, which its dynamic entry prefers where they fit. All of it are guesses, since
// the entry looks.
#pragma once

#include "types/world.hpp"

namespace aiocc::types {

// Makes those that aren't there yet. False: there were none, so that nothing is left to infer.
bool add_typed_entries(World& world);

// Once inference is done: lets the instructions that make the functions know.
void set_typed_entries(World& world);

}  // namespace aiocc::types
