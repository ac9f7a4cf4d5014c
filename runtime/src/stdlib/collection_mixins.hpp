// The methods that the classes of collections.abc give to classes derived from them.
#pragma once

#include "aiocc/objects/native.hpp"

namespace aiocc::collections::abc {

MemberTable const& sequence_mixins();
MemberTable const& mutable_sequence_mixins();
MemberTable const& set_mixins();
MemberTable const& mutable_set_mixins();
MemberTable const& mapping_mixins();
MemberTable const& mutable_mapping_mixins();

/// `mapping[key]`: false where that's a KeyError.
Result<bool> find(Object const& mapping, Object const& key, Object& value);

}  // namespace aiocc::collections::abc
