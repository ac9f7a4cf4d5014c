// The module _dataclasses: what the methods of dataclasses do with the fields, whose names are a tuple. Not for programs.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/function.hpp"

namespace aiocc::_dataclasses {

/// The fields' values, a tuple; AttributeError where one isn't there.
AIOCC_PY("def field_values(instance: object, names: tuple, /) -> object")
Result<Object> field_values(Object const& instance, Object const& names);
/// Whether two objects say of themselves that they're of the same class.
AIOCC_PY("def have_same_class(left: object, right: object, /) -> bool")
Result<bool> have_same_class(Object const& left, Object const& right);
/// `==` of two instances: that of the last field, or of the first that differs; NotImplemented for instances of different classes.
AIOCC_PY("def equal_fields(left: object, right: object, names: tuple, /) -> object")
Result<Object> equal_fields(Object const& left, Object const& right, Object const& names);
/// `type(cls)(cls.__name__, cls.__bases__, namespace)`, with the layout that the compiler gave `cls`, as far as `__slots__` asks for none other.
AIOCC_PY("def make_again(cls: type, namespace: dict, /) -> object")
Result<Object> make_again(Object const& cls, Object const& namespace_);

}  // namespace aiocc::_dataclasses
