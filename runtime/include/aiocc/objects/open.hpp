// The builtin function open. It's written in Python, in the module io, which a program carries that opens files.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::builtins {

/// Open file and return a stream. Raise OSError upon failure.
AIOCC_PY(
    "def open(file: object, mode: object = 'r', buffering: object = -1, encoding: object = None, errors: object = "
    "None, "
    "newline: object = None, closefd: object = True, opener: object = None) -> object",
    stores)
Result<Object> open(Object const& file, Object const& mode, Object const& buffering, Object const& encoding,
                    Object const& errors, Object const& newline, Object const& closefd, Object const& opener);

}  // namespace aiocc::builtins
