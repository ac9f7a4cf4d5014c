// The sources of lazy iterators as objects, for `__reduce__`.
#pragma once

#include <vector>

#include "aiocc/objects/iterate.hpp"

namespace aiocc::detail {

/// The source as an iterator that moves on together with whoever takes items from it.
Result<Object> shared_iterator(Iteration& source);
/// A tuple of `first`, where that's bound, and the iterators.
Result<Object> shared_iterators(Object const& first, std::vector<Iteration>& sources);

}  // namespace aiocc::detail
