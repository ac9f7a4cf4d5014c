// The module _support: what the standard library's modules in Python (runtime/lib) need and Python can't do. Not for programs.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::_support {

/// A function whose signature is made at run time: a call is fitted to the parameters as that of a `def` is, then `implementation` gets
/// one argument for each, by position. `names` are the parameters in the order of `Signature`, `positional` counts the positional-only
/// ones too; `defaults` is a tuple or None, `keyword_defaults` a dict or None.
AIOCC_PY(
    "def make_function(implementation: object, name: str, names: object, positional_only: int, positional: int, "
    "keyword_only: int, has_varargs: bool, has_varkw: bool, defaults: object, keyword_defaults: object, /) -> object",
    stores)
Result<Object> make_function(Object const& implementation, Str const& name, Object const& names,
                             Int const& positional_only, Int const& positional, Int const& keyword_only,
                             bool has_varargs, bool has_varkw, Object const& defaults, Object const& keyword_defaults);

/// The place that the first frame of a traceback stands at: file, line, function, last line, first column, column behind the last
/// character, and its lines in a traceback's text.
AIOCC_PY("def traceback_entry(tb: object, /) -> object")
Result<Object> traceback_entry(Object const& traceback);

/// Where the program called the library: (file, line, function, module); None where nobody knows. A `level` above 1 asks for callers further
/// out, as far as those are known: in programs that name `stacklevel`, up to the next coroutine or generator.
AIOCC_PY("def caller_place(level: object = 1, /) -> object")
Object caller_place(Object const& level);
/// The places from that level on, the innermost first, as (file, line, function, the line's text).
AIOCC_PY("def caller_places(level: object = 1, /) -> object")
Object caller_places(Object const& level);
/// The line of a source file of the program's, as far as its calls and operations have kept it; an empty str otherwise.
AIOCC_PY("def source_line(filename: object, lineno: object, /) -> str")
Str source_line(Object const& filename, Object const& lineno);

/// From here on `function(category, message, file, line, module, source)` issues the warnings of the runtime's own.
AIOCC_PY("def route_warnings(function: object, /) -> None", stores)
void route_warnings(Object const& function);

/// ResourceWarning "unclosed file ...", of an object that is dying.
AIOCC_PY("def warn_of_unclosed(source: object, kind: str, /) -> None")
void warn_of_unclosed(Object const& source, Str const& kind);

/// `sys.modules`. A module of the library that imports this by name may read and change what the program's modules have.
AIOCC_PY("def program_modules() -> object")
Object program_modules();
/// The names that a module has, a list in no order.
AIOCC_PY("def module_names(module: object, /) -> object")
Result<Object> module_names(Object const& module);

/// Makes messages name a class with its module, as those that CPython has in C are ("datetime.date").
AIOCC_PY("def name_with_module(cls: object, /) -> None")
Result<void> name_with_module(Object const& cls);

/// The last lines of an exception's text: type, message and notes, without the traceback.
AIOCC_PY("def exception_only(exc: object, /) -> str")
Result<Str> exception_only(Object const& exception);

/// The operating system's number of this process.
AIOCC_PY("def process_id() -> int")
Int process_id();
/// Turns the echo of a terminal on or off; whether it was on, None for what is no terminal.
AIOCC_PY("def switch_echo(descriptor: int, is_on: bool, /) -> object")
Object switch_echo(Int const& descriptor, bool is_on) noexcept;
/// What the system counted for RUSAGE_SELF (0), RUSAGE_CHILDREN (-1) or RUSAGE_THREAD (1): a tuple in the order of `struct rusage`,
/// times in seconds.
AIOCC_PY("def resource_usage(who: int, /) -> object")
Result<Object> resource_usage(Int const& who);
/// The soft and the hard limit of a resource, -1 for none.
AIOCC_PY("def resource_limits(resource: int, /) -> object")
Result<Object> resource_limits(Int const& resource);
/// Sets them.
AIOCC_PY("def set_resource_limits(resource: int, soft: int, hard: int, /) -> None")
Result<void> set_resource_limits(Int const& resource, Int const& soft, Int const& hard);
/// None where the environment has no such variable.
AIOCC_PY("def environment_variable(name: str, /) -> object")
Object environment_variable(Str const& name);

/// asyncio logs to what this function, `logging.getLogger`, gives from now on.
AIOCC_PY("def give_get_logger(get_logger: object, /) -> None", stores)
void give_get_logger(Object const& get_logger);

}  // namespace aiocc::_support
