// The module abc: classes with methods that others must implement.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::abc {

/// Helper class that provides a standard way to create an ABC using inheritance.
extern Type abc_type AIOCC_PY_CLASS("ABC", subclassable);

/// The metaclass of abstract base classes.
AIOCC_PY_CONSTANT("ABCMeta: type")
extern Object const ABCMeta;

/// A decorator indicating abstract methods.
AIOCC_PY("def abstractmethod(funcobj: object) -> object", retains)
Result<Object> abstractmethod(Object const& function);
AIOCC_PY("def abstractclassmethod(callable: object) -> object", retains)
Result<Object> abstractclassmethod(Object const& function);
AIOCC_PY("def abstractstaticmethod(callable: object) -> object", retains)
Result<Object> abstractstaticmethod(Object const& function);
AIOCC_PY(
    "def abstractproperty(fget: object = None, fset: object = None, fdel: object = None, doc: object = None) -> object",
    retains)
Result<Object> abstractproperty(Object const& getter, Object const& setter, Object const& deleter, Object const& doc);

/// Recalculate the set of abstract methods of an abstract class.
AIOCC_PY("def update_abstractmethods(cls: object) -> object", retains)
Result<Object> update_abstractmethods(Object const& cls);
/// A number that changes with every call of `register` on any ABC.
AIOCC_PY("def get_cache_token() -> int")
Int get_cache_token();

}  // namespace aiocc::abc
