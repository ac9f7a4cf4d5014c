// "Did you mean": the name that CPython would suggest for a misspelt one.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace aiocc::semantics {

// The candidate closest to `wrong_name`, the first of equals, if any is close enough. Mirrors the rules of Lib/traceback.py:
// an edit costs 2, a change of case 1, and no more than a third of the characters involved may change.
std::optional<std::string_view> suggest_name(std::string_view wrong_name, std::span<std::string_view const> candidates);

}  // namespace aiocc::semantics
