// A deque's items in a row.
#pragma once

#include <span>

#include "aiocc/objects/object.hpp"

namespace aiocc::collections::detail {

/// Makes the ring's items stand in one piece first.
std::span<Object const> deque_words(Object const& deque);

}  // namespace aiocc::collections::detail
