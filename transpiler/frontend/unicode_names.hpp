// Names of Unicode characters, as `\N{...}` gives them.
#pragma once

#include <optional>
#include <string_view>

namespace aiocc::frontend {

// The character of that name or alias, in capitals or not.
std::optional<char32_t> find_unicode_name(std::string_view name);

}  // namespace aiocc::frontend
