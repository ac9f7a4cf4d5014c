// Iterator objects of the containers.
#pragma once

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/range.hpp"
#include "aiocc/objects/set.hpp"

namespace aiocc::detail {

Object make_list_iterator(Object list);
Object make_list_reverse_iterator(Object list);
Object make_tuple_iterator(Object tuple);
Object make_range_iterator(Range const& range);
/// What `reversed(range)` is.
Object make_range_reverse_iterator(Range const& range);
Object make_set_iterator(Ref<SetObject> set);

enum class DictPart { Keys, Values, Items };
Object make_dict_iterator(Ref<DictObject> dict, DictPart part);
Object make_dict_reverse_iterator(Ref<DictObject> dict, DictPart part);

}  // namespace aiocc::detail
