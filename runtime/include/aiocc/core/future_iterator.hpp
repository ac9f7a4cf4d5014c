// What `future.__await__()` and `iter(future)` are.
#pragma once

#include "aiocc/core/delegation.hpp"
#include "aiocc/core/future_object.hpp"

namespace aiocc {

extern Type future_iterator_type;

namespace detail {
Object make_future_iterator(Object future);
/// As advance_iterator: yields the future once, then it's that future's value.
Delegated advance_future_iterator(Object const& iterator, Object& result);
}  // namespace detail

}  // namespace aiocc
