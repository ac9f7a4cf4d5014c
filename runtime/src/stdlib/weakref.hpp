// What references and proxies share.
#pragma once

#include <string>

#include "aiocc/objects/result.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc::weakref {

/// The object that a reference or proxy points to, or `fallback` once that has died.
Object referent_or(Object const& reference, Object const& fallback) noexcept;
/// What messages call the object's class: of the runtime's own ones, the module too.
std::string shown_type(Object const& object);
/// A reference of `type`; the one that exists already where there's no callback. TypeError for objects without support.
Result<Object> make_reference(Type* type, Object const& object, Object const& callback);

}  // namespace aiocc::weakref
