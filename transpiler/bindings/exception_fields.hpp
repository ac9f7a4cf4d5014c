// What instances of the built-in exceptions keep in their own layouts.
#pragma once

#include <string_view>

#include "bindings/bindings.hpp"

namespace aiocc::bindings {

// Whether `name` is an attribute that the runtime itself reads and writes in instances of `class_` and of what derives from it:
// `args` of every exception, `code` of SystemExit. A class of the program's has no room of its own for it.
bool keeps_in_layout(Class const& class_, std::string_view name);

}  // namespace aiocc::bindings
