// What the lazy iterators share.
#pragma once

#include "../objects/sequence.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::detail {

/// The slots of an iterator whose layout's destructor does everything; `traversed` are its members that may lead to cycles.
template <class Layout, Type& type, auto... traversed>
constexpr Slots iterator_slots(NextSlot next, UnarySlot repr = nullptr,
                               MemberTable const& (*own_members)() = members<type>) {
  return {.dealloc = dealloc_object<Layout>,
          .traverse = traverse_members<traversed...>,
          .repr = repr,
          .iter = iter_self,
          .next = next,
          .members = own_members};
}

}  // namespace aiocc::detail
