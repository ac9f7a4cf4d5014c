// The immortal one-of-a-kind values: None, True, False, NotImplemented, Ellipsis.
#pragma once

#include "aiocc/objects/object.hpp"

namespace aiocc {

// Words with constant initialisers: usable at any time, never destroyed. Each is defined under its assembler name as a plain pointer,
// since no constant expression turns an address into a word.
#define AIOCC_SINGLETON(name) extern Object const name __asm__("aiocc_singleton_" #name)
AIOCC_SINGLETON(None);
AIOCC_SINGLETON(True);
AIOCC_SINGLETON(False);
AIOCC_SINGLETON(NotImplemented);
AIOCC_SINGLETON(Ellipsis);
#undef AIOCC_SINGLETON

namespace detail {
/// False and True, where one bit tells them apart.
alignas(2 * sizeof(HeapObject)) extern HeapObject bool_objects[2];
/// In one comparison.
inline bool is_bool(Object const& value) noexcept {
  return (value.bits() & ~sizeof(HeapObject)) == reinterpret_cast<std::uintptr_t>(bool_objects);
}
}  // namespace detail

/// A bool as Python's object.
inline Object box(bool value) noexcept { return value ? True : False; }

}  // namespace aiocc
