// Helpers for types of the runtime's own whose layout's destructor does everything.
#pragma once

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/traversal.hpp"

namespace aiocc::detail {

/// A `dealloc` slot.
template <class Layout>
void dealloc_object(HeapObject* self) noexcept {
  delete static_cast<Layout*>(self);
}

}  // namespace aiocc::detail
