// The methods that the classes of collections.abc give to classes derived from them.
#pragma once

#include "aiocc/objects/native.hpp"

namespace aiocc::collections::abc {

MemberTable const& hashable_mixins();
MemberTable const& sized_mixins();
MemberTable const& container_mixins();
MemberTable const& iterable_mixins();
MemberTable const& iterator_mixins();
MemberTable const& reversible_mixins();
MemberTable const& awaitable_mixins();
MemberTable const& async_iterator_mixins();
MemberTable const& generator_mixins();
MemberTable const& coroutine_mixins();
MemberTable const& async_generator_mixins();
MemberTable const& sequence_mixins();
MemberTable const& mutable_sequence_mixins();
MemberTable const& set_mixins();
MemberTable const& mutable_set_mixins();
MemberTable const& mapping_mixins();
MemberTable const& mutable_mapping_mixins();

/// `mapping[key]`: false where that's a KeyError.
Result<bool> find(Object const& mapping, Object const& key, Object& value);

}  // namespace aiocc::collections::abc
