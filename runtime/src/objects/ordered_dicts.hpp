// Which dicts are OrderedDicts, in a program that may have none.
#pragma once

#include "aiocc/objects/dict.hpp"

namespace aiocc {

namespace collections {
// Weak: null in programs without an OrderedDict.
extern Type ordered_dict_type [[gnu::weak]];
[[gnu::weak]] Object make_ordered_iterator(Ref<DictObject> dict, detail::DictPart part, bool backward);
}  // namespace collections

namespace detail {
inline bool is_ordered_dict(DictObject const* dict) noexcept {
  return dict->type != &dict_type && &collections::ordered_dict_type &&
         is_subtype(dict->type, &collections::ordered_dict_type);
}
}  // namespace detail

}  // namespace aiocc
