// The builtins `aiter` and `anext`.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc::builtins {

/// Return an AsyncIterator for an AsyncIterable object.
AIOCC_PY("def aiter(async_iterable: object, /) -> object", retains)
Result<Object> aiter(Object const& async_iterable);
/// Return an awaitable for the next item of the async iterator, which is `default` at its end.
AIOCC_PY("def anext(async_iterator: object, default: object = ..., /) -> object", retains)
Result<Object> anext(Object const& async_iterator, Object const& fallback = Object());

}  // namespace aiocc::builtins
