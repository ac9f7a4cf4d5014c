// What `await` takes beside coroutines.
#pragma once

#include "aiocc/objects/object.hpp"

namespace aiocc::detail {

/// Whether the object has `__await__`, or is a generator that may be awaited.
bool has_await(Object const& object) noexcept;

}  // namespace aiocc::detail
