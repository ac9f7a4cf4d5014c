// What the collector knows of objects with finalisers, and the finalisation of a whole program.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "aiocc/objects/object.hpp"

namespace aiocc::detail {

/// How many objects with finalisers had been made when this one was; 0 where its finaliser has run.
std::uint64_t finalizable_age(HeapObject* object);
bool has_finalizables() noexcept;
/// All whose finalisers haven't run, the oldest first.
std::vector<std::pair<std::uint64_t, HeapObject*>> finalizables_by_age();
/// The program's end: runs the finalisers of what is still alive.
void finalize_program() noexcept;
/// It has begun. CPython can't read source files any more then, so its reports have no lines of theirs.
bool is_finalizing() noexcept;

}  // namespace aiocc::detail
