// Names that a program gives generators and coroutines: kept beside them, since hardly any gets one.
#pragma once

#include <cstdint>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc::detail {

enum class OwnName : std::uint8_t { Plain, Qualified };

/// Unbound: none was given.
Object own_name(HeapObject const* named, OwnName which);
/// TypeError for what is no str.
Result<void> set_own_name(HeapObject* named, OwnName which, Object const& name);
/// The object dies.
void forget_own_names(HeapObject const* named) noexcept;

}  // namespace aiocc::detail
