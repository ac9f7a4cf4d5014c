// Whether objects and classes count as of some class: isinstance and issubclass without and with the metaclass's say.
#pragma once

#include "core.hpp"

namespace aiocc::detail {

/// `type.__instancecheck__(cls, object)`: by the class, or the `__class__`, of the object.
Result<bool> is_plain_instance(Object const& object, Object const& cls);
/// `type.__subclasscheck__(base, cls)`.
Result<bool> is_plain_subclass(Object const& cls, Object const& base);
/// The same where the metaclass of `cls` or `base` decides. `cls` is one class.
Result<bool> is_instance_of(Object const& object, Object const& cls);
Result<bool> is_subclass_of(Object const& cls, Object const& base);
/// What `type(object)` gives: slots and methods of the runtime's types show themselves as CPython's types of them.
Type* visible_type(Object const& object) noexcept;
/// `object.__class__`.
Result<Object> class_of(Object const& object);

}  // namespace aiocc::detail
