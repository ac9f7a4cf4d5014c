// Holds a signature against its C++ declaration.
#pragma once

#include <functional>
#include <string_view>

#include "binding_generator/errors.hpp"
#include "binding_generator/model.hpp"
#include "binding_generator/reader.hpp"

namespace aiocc::bindgen {

// The class of a full name; null where there is none.
using FindClass = std::function<Class const*(std::string_view full_name)>;

// Complains about every parameter, default and result of `overload` that C++ doesn't declare as the signature tells.
void check_overload(Overload const& overload, FindClass const& find_class, Errors& errors);

// Complains where a value of Python type `type` can't be of C++ type `cpp`. `what` names it: "parameter `x`".
void check_value(TypeExpr const& type, CppType const& cpp, std::string const& what, Place const& place,
                 FindClass const& find_class, Errors& errors);

}  // namespace aiocc::bindgen
