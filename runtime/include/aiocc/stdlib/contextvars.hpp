// The module contextvars: variables that each task, and each call of Context.run, has for itself.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/dict.hpp"

namespace aiocc::contextvars {

extern Type context_type AIOCC_PY_CLASS("Context");
extern Type context_var_type AIOCC_PY_CLASS("ContextVar");
extern Type token_type AIOCC_PY_CLASS("Token");

/// Create a new ContextVar object.
AIOCC_PY("def ContextVar(name: object, /, *, default: object = ...) -> object", retains, stores)
Result<Object> make_context_var(Object const& name, Object const& fallback);
AIOCC_PY_PROPERTY("ContextVar.name: object")
Object name_of_variable(Object const& self);
/// Return a value for the context variable for the current context.
AIOCC_PY("def ContextVar.get(self, default: object = ..., /) -> object", retains)
Result<Object> get_variable(Object const& self, Object const& fallback);
/// Call to set a new value for the context variable in the current context.
AIOCC_PY("def ContextVar.set(self, value: object, /) -> object", retains, stores)
Result<Object> set_variable(Object const& self, Object const& value);
/// Reset the context variable to the value it had before the ContextVar.set() that created token was used.
AIOCC_PY("def ContextVar.reset(self, token: object, /) -> None", stores)
Result<void> reset_variable(Object const& self, Object const& token);

/// Only ContextVar.set makes tokens.
AIOCC_PY("def Token(*args: object, **kwargs: object) -> object")
Result<Object> make_token(Arguments args, Dict<Str, Object> const& kwargs);
AIOCC_PY_PROPERTY("Token.var: object")
Object variable_of_token(Object const& self);
AIOCC_PY_PROPERTY("Token.old_value: object")
Object old_value_of_token(Object const& self);
/// What `old_value` is where there was none.
AIOCC_PY_CONSTANT("Token.MISSING: object")
extern Object const& missing;

AIOCC_PY("def Context(*args: object, **kwargs: object) -> object")
Result<Object> make_context(Arguments args, Dict<Str, Object> const& kwargs);
/// Calls `callable` with the context as the current one.
AIOCC_PY("def Context.run(self, *args: object, **kwargs: object) -> object", retains, stores)
Result<Object> run_in_context(Object const& self, Arguments args, Dict<Str, Object> const& kwargs);
/// Return a shallow copy of the context object.
AIOCC_PY("def Context.copy(self, /) -> object")
Object copy_of_context(Object const& self);
/// Return the value for `key` if `key` has the value in the context object.
AIOCC_PY("def Context.get(self, key: object, default: object = None, /) -> object", retains)
Result<Object> get_in_context(Object const& self, Object const& key, Object const& fallback);
/// Return all variables in the context object.
AIOCC_PY("def Context.keys(self, /) -> object", retains)
Result<Object> keys_of_context(Object const& self);
/// Return a list of all variables' values in the context object.
AIOCC_PY("def Context.values(self, /) -> object", retains)
Result<Object> values_of_context(Object const& self);
/// Return all variables and their values in the context object.
AIOCC_PY("def Context.items(self, /) -> object", retains)
Result<Object> items_of_context(Object const& self);

/// A copy of the current context.
AIOCC_PY("def copy_context() -> object")
Object copy_context();

}  // namespace aiocc::contextvars
