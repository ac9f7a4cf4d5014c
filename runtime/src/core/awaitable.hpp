// What `await` takes beside coroutines.
#pragma once

#include "aiocc/objects/result.hpp"

namespace aiocc::detail {

/// Whether the object has `__await__`, or is a generator that may be awaited.
bool has_await(Object const& object) noexcept;

/// Whether it's of a class of the program's that has all that a coroutine has: `send`, `throw`, `close` and `__await__`.
bool acts_like_coroutine(Object const& object) noexcept;

/// What `__aenter__` or `__aexit__` gave; TypeError if it can't be awaited.
Result<Object> awaitable_from(Object value, char const* method);

/// What `__anext__` of an async iterator returns.
Result<Object> next_awaitable(Object const& iterator);

}  // namespace aiocc::detail
