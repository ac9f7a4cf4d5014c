// Where a long file is taken apart, so that its pieces are parsed side by side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "frontend/tokens.hpp"

namespace aiocc::frontend {

// Where each piece begins, the first one at 0: at most so many of about the same length, each of whole statements of the file's top level.
std::vector<std::uint32_t> piece_starts(Tokens const& tokens, std::uint32_t size, std::size_t most);

}  // namespace aiocc::frontend
