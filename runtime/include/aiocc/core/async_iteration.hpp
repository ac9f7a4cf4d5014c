// The builtin `anext`.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc::builtins {

/// An awaitable of the next item; `default` where there is none, else StopAsyncIteration.
AIOCC_PY("def anext(async_iterator: object, default: object = ..., /) -> object", retains)
Result<Object> anext(Object const& async_iterator, Object const& fallback = Object());

}  // namespace aiocc::builtins
