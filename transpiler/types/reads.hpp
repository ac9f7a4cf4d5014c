// What the evaluation of a function has read of the world: while none of that has grown, another one would find nothing new.
#pragma once

#include <cstdint>
#include <vector>

#include "ir/ir.hpp"

namespace aiocc::types {

struct World;

// When something grew, or was evaluated: a count of the growths until then.
using Moment = std::uint32_t;

// Each part of the world once.
struct Reads {
  std::vector<ir::FunctionId> functions;
  std::vector<ir::ClassId> classes;
  std::vector<ir::GlobalId> globals;
  std::vector<std::uint32_t> sites;
};

// Whether a function's evaluation may find something new. It's a guess, which saves most evaluations: flags of the program as a whole aren't
// looked at. So the fixpoint ends with a turn over all functions.
bool may_find_more(World const& world, ir::FunctionId id);

}  // namespace aiocc::types
