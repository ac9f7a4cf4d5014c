// Iteration over an OrderedDict.
#pragma once

#include "aiocc/objects/dict.hpp"

namespace aiocc::collections {

Object make_ordered_iterator(Ref<DictObject> dict, aiocc::detail::DictPart part, bool backward);
/// The `iter` slot of OrderedDict: an iterator over the keys.
Result<Object> iter_ordered_dict(Object const& self);

}  // namespace aiocc::collections
