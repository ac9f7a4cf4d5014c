// Specialisations that came out the same.
#pragma once

#include "types/world.hpp"

namespace aiocc::types {

// Arguments that differ to inference may be of one C++ type, as lists from two places are. Has calls go to the first of the functions that
// are alike in all that is emitted of them. For the rewritten module, before its functions get their places.
void merge_variants(World& world);

}  // namespace aiocc::types
