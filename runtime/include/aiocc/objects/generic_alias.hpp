// `list[int]` and `int | None` as values.
#pragma once

#include "aiocc/objects/type.hpp"

namespace aiocc {

extern Type generic_alias_type, union_type;

/// Of type generic_alias_type: `origin[args]`; of union_type: the alternatives in `args`, and no origin.
struct GenericAliasObject : HeapObject {
  Object origin;
  /// A tuple.
  Object args;
};

/// `origin[args]`; `args` is one argument or a tuple of them.
Object make_generic_alias(Object const& origin, Object const& args);

}  // namespace aiocc
