// clang-format's library on emitted code.
#pragma once

#include <string>
#include <string_view>

namespace aiocc::emit {

// `code` laid out in the style of the emitted code; unchanged where it can't be.
std::string format(std::string_view code);

}  // namespace aiocc::emit
