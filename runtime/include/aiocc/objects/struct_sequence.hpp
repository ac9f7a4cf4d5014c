// Tuples whose items have names, such as time.struct_time and sys.version_info.
#pragma once

#include <span>

#include "aiocc/objects/tuple.hpp"

namespace aiocc {

/// A tuple of type `type`, which derives from tuple.
Object make_struct_sequence(Type& type, std::span<Object const> items);

namespace detail {
/// "name(field=value, ...)".
Result<Object> repr_struct_sequence(Object const& self, char const* name, std::span<char const* const> fields);
}  // namespace detail

}  // namespace aiocc
