// Items of lists and tuples as spans.
#pragma once

#include <span>

#include "aiocc/objects/object.hpp"

namespace aiocc::detail {

std::span<Object const> list_words(Object const& list);
std::span<Object const> tuple_words(Object const& tuple);

}  // namespace aiocc::detail
