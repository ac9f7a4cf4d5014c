// What `await` takes beside coroutines.
#pragma once

#include "aiocc/objects/result.hpp"

namespace aiocc {
struct CoroutineObject;
struct Frame;
}  // namespace aiocc

namespace aiocc::detail {

/// Whether the object has `__await__`, or is a generator that may be awaited.
bool has_await(Object const& object) noexcept;

/// Whether it's of a class of the program's that has all that a coroutine has: `send`, `throw`, `close` and `__await__`.
bool acts_like_coroutine(Object const& object) noexcept;

/// A frame that drives a coroutine object by `send` and `throw`, as CPython's tasks drive all.
Frame* coroutine_driver(Object const& coroutine);

/// Somebody drives, closes or awaits a coroutine that a task holds and hasn't begun: the object owns its frame again, and the task drives the object.
void take_back_from_task(CoroutineObject* object) noexcept;

/// What `__aenter__` or `__aexit__` gave; TypeError if it can't be awaited.
Result<Object> awaitable_from(Object value, char const* method);

/// What `__anext__` of an async iterator returns.
Result<Object> next_awaitable(Object const& iterator);

}  // namespace aiocc::detail
