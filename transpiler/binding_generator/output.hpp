// Text of generated files, and writing it only where it changed.
#pragma once

#include <string>
#include <string_view>

#include "binding_generator/errors.hpp"

namespace aiocc::bindgen {

// A C++ string literal.
std::string quote(std::string_view text);
// The same, or `nullptr` for empty text.
std::string quote_or_null(std::string_view text);

// Makes folders on the way. Leaves a file that has this text already untouched, so that nothing is rebuilt for it.
void write_if_changed(std::string const& path, std::string const& text, Errors& errors);

}  // namespace aiocc::bindgen
