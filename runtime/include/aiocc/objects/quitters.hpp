// The builtins exit and quit. They're written in Python, in the module _sitebuiltins, which a program carries that uses them.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/object.hpp"

namespace aiocc::builtins {

/// Closes the standard input and raises SystemExit when it's called.
AIOCC_PY_CONSTANT("exit: object")
Object const& exit_();
/// The same under another name.
AIOCC_PY_CONSTANT("quit: object")
Object const& quit_();

}  // namespace aiocc::builtins
