// What the lazy iterators share.
#pragma once

#include "../objects/sequence.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::detail {

/// The slots of an iterator whose layout's destructor does everything.
template <class Layout, Type& type>
constexpr Slots iterator_slots(NextSlot next, UnarySlot repr = nullptr) {
  return {.dealloc = dealloc_object<Layout>, .repr = repr, .iter = iter_self, .next = next, .members = members<type>};
}

}  // namespace aiocc::detail
