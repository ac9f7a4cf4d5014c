// The builtins of text: print, input, repr, str, ascii, format, chr, ord, bytes.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/format.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

/// Escapes what isn't ASCII, as ascii() does.
Str escape_non_ascii(Str const& text);

namespace builtins {

/// Prints the values to sys.stdout; each is converted by str() and written before the next one is.
AIOCC_PY("def print(value: str, /) -> None")
Result<void> print(Str const& value);
AIOCC_PY(
    "def print(*args: object, sep: object = None, end: object = None, file: object = None, flush: object = False) -> "
    "None")
Result<void> print(Arguments args, Object const& sep = None, Object const& end = None, Object const& file = None,
                   Object const& flush = False);
AIOCC_PY("def input(prompt: object = ..., /) -> str")
Result<Str> input(Object const& prompt);

AIOCC_PY("def repr(obj: int, /) -> str")
inline Result<Str> repr(Int const& value) { return value.to_str(); }
AIOCC_PY("def repr(obj: float, /) -> str")
inline Str repr(double value) { return Str::from_latin1(repr_double(value)); }
AIOCC_PY("def repr(obj: str, /) -> str")
inline Str repr(Str const& value) { return repr_str(value); }
AIOCC_PY("def repr(obj: object, /) -> str")
Result<Str> repr(Object const& value);

AIOCC_PY("def str(object: str, /) -> str", retains)
inline Str str(Str const& value) noexcept { return value; }
AIOCC_PY("def str(object: int, /) -> str")
inline Result<Str> str(Int const& value) { return value.to_str(); }
AIOCC_PY("def str(object: float, /) -> str")
inline Str str(double value) { return Str::from_latin1(repr_double(value)); }
AIOCC_PY("def str(object: object = ..., encoding: object = ..., errors: object = ...) -> str", retains)
Result<Str> str(Object const& value, Object const& encoding = {}, Object const& errors = {});

AIOCC_PY("def ascii(obj: object, /) -> str")
Result<Str> ascii(Object const& value);
AIOCC_PY("def format(value: object, format_spec: object = '', /) -> str")
Result<Str> format(Object const& value, Object const& spec);

AIOCC_PY("def chr(i: int, /) -> str")
Result<Str> chr(Int const& code);
AIOCC_PY("def chr(i: object, /) -> str")
Result<Str> chr(Object const& code);
AIOCC_PY("def ord(c: str, /) -> int")
Result<Int> ord(Str const& character);
AIOCC_PY("def ord(c: object, /) -> int")
Result<Int> ord(Object const& character);

AIOCC_PY("def bytes(source: object = ..., encoding: object = ..., errors: object = ...) -> bytes", retains)
Result<Bytes> bytes(Object const& source, Object const& encoding = {}, Object const& errors = {});

}  // namespace builtins

}  // namespace aiocc
