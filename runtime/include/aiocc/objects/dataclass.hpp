// What emitted code and the module dataclasses agree on, for classes whose `__init__` the compiler has made. Programs with such classes include it.
#pragma once

#include "aiocc/objects/result.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

/// `decorator(cls)`, where `decorator` is `dataclasses.dataclass` or what that gave for its options. The module finds `initializer` for the
/// class's `__init__` (unbound: it makes its own), with its `shape`, by which it checks that compiler and module mean the same. The result
/// is `cls`.
Result<Object> decorate_dataclass(Object const& decorator, Object const& cls, Object const& initializer,
                                  Str const& shape);

/// The same with slots, for which the decorator makes the class again: that's the result, and `class_object` from then on.
Result<Object> decorate_slotted_dataclass(Object const& decorator, Type*& class_object, Object const& initializer,
                                          Str const& shape);

/// What a parameter holds that wasn't given, where its field has a factory.
extern Object factory_marker;

/// `object.__setattr__(object, name, value)`: how a frozen class's `__init__` sets its fields.
inline Result<void> set_attr_plainly(Object const& object, Str const& name, Object const& value) {
  return detail::generic_set_attr(object, name, &value);
}

}  // namespace aiocc
