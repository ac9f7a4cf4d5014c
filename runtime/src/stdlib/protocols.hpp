// Protocol classes: who counts as an instance of one that is `@typing.runtime_checkable`.
#pragma once

#include "aiocc/objects/type.hpp"

namespace aiocc::detail {

/// Whether `cls` has all that the protocol wants. Raises TypeError where it can't be told: the protocol isn't runtime_checkable, or wants
/// what isn't a method.
Result<bool> accepts_protocol(Type* protocol, Type* cls);
/// Whether the class is a protocol, rather than derived from one.
bool is_protocol(Type* type) noexcept;
/// TypeError for a protocol one of whose bases is none.
Result<void> check_protocol_bases(Type* type);
/// Sets `__protocol_attrs__` of a protocol that has just been made.
Result<void> note_protocol_members(Type* type);
/// Whether `object`, whose class isn't derived from it, has all that the protocol wants.
Result<bool> has_protocol_members(Type* protocol, Object const& object);

}  // namespace aiocc::detail
