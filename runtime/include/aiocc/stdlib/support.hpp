// The module _support: what the standard library's modules in Python (runtime/lib) need and Python can't do. Not for programs.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::_support {

/// A function whose signature is made at run time: a call is fitted to the parameters as that of a `def` is, then `implementation` gets
/// one argument for each, by position. `names` are the parameters in the order of `Signature`, `positional` counts the positional-only
/// ones too; `defaults` is a tuple or None, `keyword_defaults` a dict or None.
AIOCC_PY("def make_function(implementation: object, name: str, names: object, positional_only: int, positional: int, "
         "keyword_only: int, has_varargs: bool, has_varkw: bool, defaults: object, keyword_defaults: object, /) -> object",
         stores)
Result<Object> make_function(Object const& implementation, Str const& name, Object const& names, Int const& positional_only,
                             Int const& positional, Int const& keyword_only, bool has_varargs, bool has_varkw,
                             Object const& defaults, Object const& keyword_defaults);

/// The place that the first frame of a traceback stands at: file, line, function, last line, first column, column behind the last
/// character, and its lines in a traceback's text.
AIOCC_PY("def traceback_entry(tb: object, /) -> object")
Result<Object> traceback_entry(Object const& traceback);

/// The last lines of an exception's text: type, message and notes, without the traceback.
AIOCC_PY("def exception_only(exc: object, /) -> str")
Result<Str> exception_only(Object const& exception);

/// The operating system's number of this process.
AIOCC_PY("def process_id() -> int")
Int process_id();
/// None where the environment has no such variable.
AIOCC_PY("def environment_variable(name: str, /) -> object")
Object environment_variable(Str const& name);

}  // namespace aiocc::_support
