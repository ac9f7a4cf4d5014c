// The module atexit: functions that are called when the program ends, the last registered first.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/dict.hpp"

namespace aiocc::atexit_ {

/// Registers a call of `func` with these arguments; returns `func`.
AIOCC_PY("def register(func: object, /, *args: object, **kwargs: object) -> object", retains, stores)
Result<Object> register_(Object const& func, Arguments args, Dict<Str, Object> const& kwargs);
/// Forgets all calls of functions that equal `func`.
AIOCC_PY("def unregister(func: object, /) -> None")
Result<void> unregister(Object const& func);
/// Makes the calls now, and forgets them.
AIOCC_PY("def _run_exitfuncs() -> None")
Result<void> _run_exitfuncs();
AIOCC_PY("def _clear() -> None")
void _clear() noexcept;
AIOCC_PY("def _ncallbacks() -> int")
Int _ncallbacks() noexcept;

}  // namespace aiocc::atexit_
