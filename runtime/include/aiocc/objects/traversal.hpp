// What a type tells the cycle collector: which references an object holds, and how to give them up.
//
// How to make a layout known to the collector: allocate it by `new Layout` (or `detail::allocate_object`), so that the collector finds it, and
// give its type the two slots. Each *counted* reference of the layout is visited, once; what isn't visited counts as held from outside and is
// never collected, so leaving one out leaks cycles through it, but visiting one that isn't counted, or twice, frees what is in use.
//
//   struct PairObject : HeapObject { Object first; std::vector<Object> others; Type* owner; /* not counted */ };
//   {.dealloc = detail::dealloc_object<PairObject>,
//    .traverse = detail::traverse_members<&PairObject::first, &PairObject::others>,
//    .clear = detail::clear_members<&PairObject::first, &PairObject::others>, ...}
//
// `clear` may be missing where each cycle through the layout leads through one that has it (tuples, iterators). Words that are never part of a cycle (strs, numbers) needn't be visited. A class derived from the type inherits the slots; its fields, its
// overflow dict and its reference to the class are visited by the collector itself. Layouts without references derive from LeafObject.
#pragma once

#include <utility>

#include "aiocc/objects/object.hpp"

namespace aiocc {

/// What is done with each reference.
class Visitor {
 public:
  using Function = void (*)(Visitor& self, HeapObject* object);
  explicit Visitor(Function function) noexcept : function_(function) {}
  void operator()(HeapObject* object) {
    if (object) function_(*this, object);
  }
  void operator()(Object const& word) {
    if (word.is_heap()) function_(*this, word.heap());
  }

 private:
  Function function_;
};

namespace detail {

template <class Member>
void traverse_member(Member const& member, Visitor& visit) {
  if constexpr (requires { visit(member); })
    visit(member);
  else if constexpr (requires { member.traverse(visit); })
    member.traverse(visit);
  else
    for (auto const& each : member) traverse_member(each, visit);
}

/// The layout that a pointer to a member belongs to.
template <class Layout, class Member>
Layout layout_of(Member Layout::*);

/// A `traverse` slot: visits these members, which are words, containers of words, or have a `traverse` of their own.
template <auto... members>
void traverse_members([[maybe_unused]] HeapObject* self, Visitor& visit) {
  (traverse_member(static_cast<decltype(layout_of(members))*>(self)->*members, visit), ...);
}

/// A `clear` slot: the members are empty before what they referred to dies.
template <auto... members>
void clear_members([[maybe_unused]] HeapObject* self) noexcept {
  (void(std::exchange(static_cast<decltype(layout_of(members))*>(self)->*members, {})), ...);
}

}  // namespace detail

}  // namespace aiocc
