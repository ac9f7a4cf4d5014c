// Driving an iterator on behalf of something else: what `yield from` and awaiting through `__await__` have in common.
#pragma once

#include "aiocc/objects/result.hpp"

namespace aiocc::detail {

/// The iterator gave an item; it's exhausted and had this value; or the error in flight is its.
enum class Delegated : std::uint8_t { Item, Finished, Failed };

/// Sends `sent` (None or unbound: `next`) to the iterator, or throws the error in flight into it; GeneratorExit closes it and stays in
/// flight. `result` is the item or the value.
Delegated advance_iterator(Object const& iterator, Object sent, Object& result);

/// The same of an object that acts like a coroutine: it's advanced by its `send`.
Delegated advance_sender(Object const& coroutine, Object sent, Object& result);

}  // namespace aiocc::detail
