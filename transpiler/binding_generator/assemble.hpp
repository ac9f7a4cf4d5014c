// From annotated declarations to the Python interface: parses signatures, checks them against C++, gathers overloads.
#pragma once

#include "binding_generator/errors.hpp"
#include "binding_generator/model.hpp"
#include "binding_generator/reader.hpp"

namespace aiocc::bindgen {

Api assemble(Headers const& headers, Errors& errors);

}  // namespace aiocc::bindgen
