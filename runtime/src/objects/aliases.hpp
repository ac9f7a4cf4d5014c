// What typing's forms and their aliases share.
#pragma once

#include <span>
#include <string_view>

#include "aiocc/objects/object.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {
struct FormObject;
}

namespace aiocc::detail {

/// Whether typing's alias of a class makes instances when it's called: `typing.Deque()` does, `typing.List()` doesn't.
bool has_instances(Type const* type) noexcept;
/// What stands for several parameters of a callable: a ParamSpec or `Concatenate[...]`.
bool is_parameter_list(Object const& object) noexcept;
/// `Annotated[type, *metadata]`; an annotated type gets more metadata.
Object annotated_alias(Object const& type, std::span<Object const> metadata);

/// What objects of a form's class have, where its module isn't there to be asked; empty of other forms.
std::span<std::string_view const> methods_of(FormObject const* form) noexcept;

}  // namespace aiocc::detail
