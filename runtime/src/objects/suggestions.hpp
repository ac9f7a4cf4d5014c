// "Did you mean": the candidate nearest to a misspelt name, by CPython's measure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aiocc::detail {

/// Empty where nothing is near enough. All texts are UTF-8.
std::string nearest_name(std::string_view wrong, std::vector<std::string> const& candidates);
/// The names of module builtins, and whether the standard library has a module of this name.
std::vector<std::string> const& builtin_names();
bool is_stdlib_module(std::string_view name);

}  // namespace aiocc::detail
