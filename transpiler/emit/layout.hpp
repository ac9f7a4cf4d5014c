// Indentation, line breaks and blank lines of emitted code.
#pragma once

#include <string>
#include <string_view>

namespace aiocc::emit {

// `code` laid out as a person would write it; the writers put one statement on a line and don't indent. In one pass, since translation
// takes time that grows with the program (clang-format's library took twenty times as long as all the rest).
std::string laid_out(std::string_view code);

}  // namespace aiocc::emit
