// Docstrings as `__doc__` has them.
#pragma once

#include <string>
#include <string_view>

namespace aiocc::build_ir {

// The docstring without the indentation that it has in the file.
std::string clean_docstring(std::string_view docstring);

}  // namespace aiocc::build_ir
