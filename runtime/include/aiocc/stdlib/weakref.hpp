// The module weakref: references that don't keep their object alive.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/type.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc::weakref {

/// Called, it gives the object, or None once that has died.
extern Type ref_type AIOCC_PY_CLASS("ref", subclassable);
/// Stand for their object in almost every operation.
extern Type proxy_type AIOCC_PY_CLASS("ProxyType");
extern Type callable_proxy_type AIOCC_PY_CLASS("CallableProxyType");
AIOCC_PY_CONSTANT("ReferenceType: object")
extern Object& ReferenceType;
AIOCC_PY_CONSTANT("ProxyTypes: object")
extern Object& ProxyTypes;

/// Create a proxy object that weakly references 'object'.
AIOCC_PY("def proxy(object: object, callback: object = None, /) -> object", retains)
Result<Object> proxy(Object const& object, Object const& callback);
/// Return the number of weak references to 'object'.
AIOCC_PY("def getweakrefcount(object: object, /) -> int")
Int getweakrefcount(Object const& object) noexcept;
/// Return a list of all weak reference objects pointing to 'object'.
AIOCC_PY("def getweakrefs(object: object, /) -> list[object]")
List<Object> getweakrefs(Object const& object);

/// For the module's Python half: calls `function` once when the program ends.
AIOCC_PY("def _call_at_exit(function: object, /) -> None", stores)
void _call_at_exit(Object const& function);

}  // namespace aiocc::weakref
