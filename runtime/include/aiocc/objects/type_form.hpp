// What annotations are made of: `typing.Optional`, `collections.abc.Callable`, and these with arguments.
#pragma once

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

struct TypeFormObject;
extern Type type_form_type;

/// The form `name`, a dotted name.
Object make_type_form(std::string_view name);

}  // namespace aiocc
