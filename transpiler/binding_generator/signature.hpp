// Parses the Python signatures of annotations with the compiler's own front end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "binding_generator/errors.hpp"
#include "binding_generator/model.hpp"

namespace aiocc::bindgen {

// Each complains about text that it can't read, and then gives nothing.

// `def name(...) -> T`, `async def module.name[T](...) -> T`.
std::optional<FunctionSignature> parse_function(std::string_view text, Place const& place, Errors& errors);
// `name`, `module.name[T]`, `name(Base, Other)`.
std::optional<ClassSignature> parse_class(std::string_view text, Place const& place, Errors& errors);
// `name: type`.
std::optional<ValueSignature> parse_value(std::string_view text, Place const& place, Errors& errors);

// The Python text of a type expression.
std::string to_python(TypeExpr const& type);

}  // namespace aiocc::bindgen
