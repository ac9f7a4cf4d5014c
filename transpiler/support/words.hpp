// Lists of words that names are compared with.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace aiocc {

template <std::size_t N>
bool is_one_of(std::string_view text, std::array<std::string_view, N> const& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// A special method's name: `__init__`.
inline bool is_dunder(std::string_view text) {
  return text.size() > 4 && text.starts_with("__") && text.ends_with("__");
}

}  // namespace aiocc
