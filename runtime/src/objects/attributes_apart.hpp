// What programs store in objects of built-in types that have a `__dict__` in CPython: one table for all objects, so that those without pay nothing.
#pragma once

#include <cstdint>
#include <limits>

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::detail {

/// Type::overflow_offset of these types. Names that the class has can't be stored: what's compiled calls its methods without a look at the object.
inline constexpr std::int32_t attributes_kept_apart = std::numeric_limits<std::int32_t>::min();

/// The object has some. The bit is shared with `object_named`, which is of other types.
inline constexpr std::uint32_t object_has_attributes_apart = object_named;

inline bool keeps_attributes_apart(Type const* type) noexcept { return type->overflow_offset == attributes_kept_apart; }

/// To be said where the type is defined.
inline bool keep_attributes_apart(Type& type) noexcept {
  type.overflow_offset = attributes_kept_apart;
  return true;
}

/// The place of an object's dict, or of none.
DictObject** attributes_apart(HeapObject* object) noexcept;
DictObject** place_for_attributes_apart(HeapObject* object) noexcept;
/// For objects that end.
void forget_attributes_apart(HeapObject* object) noexcept;

}  // namespace aiocc::detail
