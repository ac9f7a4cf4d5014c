// The builtins that ask objects about themselves: attributes, classes, identity, iteration.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::builtins {

AIOCC_PY("def isinstance(obj: object, class_or_tuple: object, /) -> bool")
Result<bool> isinstance(Object const& object, Object const& classes);
AIOCC_PY("def issubclass(cls: object, class_or_tuple: object, /) -> bool")
Result<bool> issubclass(Object const& cls, Object const& classes);
AIOCC_PY("def callable(obj: object, /) -> bool")
bool callable(Object const& object);

AIOCC_PY("def getattr(obj: object, name: object, default: object = ..., /) -> object", retains)
Result<Object> getattr(Object const& object, Object const& name, Object const& fallback = Object());
AIOCC_PY("def hasattr(obj: object, name: object, /) -> bool")
Result<bool> hasattr(Object const& object, Object const& name);
AIOCC_PY("def setattr(obj: object, name: object, value: object, /) -> None", stores)
Result<void> setattr(Object const& object, Object const& name, Object const& value);
AIOCC_PY("def delattr(obj: object, name: object, /) -> None")
Result<void> delattr(Object const& object, Object const& name);

AIOCC_PY("def id(obj: object, /) -> int")
Int id(Object const& object);
AIOCC_PY("def hash(obj: object, /) -> int")
Result<Int> hash(Object const& object);

AIOCC_PY("def iter(object: object, sentinel: object = ..., /) -> object", retains)
Result<Object> iter(Object const& object, Object const& sentinel = Object());
AIOCC_PY("def next[T](iterator: Iterator[T], default: T = ..., /) -> T", retains)
AIOCC_PY("def next(iterator: object, default: object = ..., /) -> object", retains)
Result<Object> next(Object const& iterator, Object const& fallback = Object());

/// The names of its attributes, sorted: what `__dir__` gives. Without an argument the compiler itself makes the list.
AIOCC_PY("def dir(object: object = ..., /) -> object", retains)
Result<Object> dir(Object const& object);

/// The `__dict__` of `object`.
AIOCC_PY("def vars(object: object, /) -> object", retains)
Result<Object> vars(Object const& object);

/// The class of `obj`.
AIOCC_PY("def type(obj: object, /) -> object")
Object type(Object const& object);
/// `super(cls, obj)`; the form without arguments is compiled to this one.
AIOCC_PY("def super(type: object, obj: object = ..., /) -> object", retains)
Result<Object> super(Object const& type, Object const& object);

AIOCC_PY("def property(fget: object = None, fset: object = None, fdel: object = None, doc: object = None) -> object",
         retains)
Object property(Object const& getter, Object const& setter = None, Object const& deleter = None,
                Object const& doc = None);
AIOCC_PY("def staticmethod(function: object, /) -> object", retains)
Object staticmethod(Object const& function);
AIOCC_PY("def classmethod(function: object, /) -> object", retains)
Object classmethod(Object const& function);
/// An object without attributes, good for its identity.
AIOCC_PY("def object() -> object")
Object object();

}  // namespace aiocc::builtins
