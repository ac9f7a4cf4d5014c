// asyncio's names for exceptions that are built in.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/exceptions.hpp"

namespace aiocc::asyncio {

/// The built-in exception of that name.
AIOCC_PY_CONSTANT("TimeoutError: type")
extern Object const TimeoutError;

}  // namespace aiocc::asyncio
