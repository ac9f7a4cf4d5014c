// The names of characters, for programs that may encode texts by them: in a file of its own, so that nothing else links it.
#include "aiocc/emitted.hpp"
#include "unicodedata.hpp"

namespace aiocc::detail {

std::string character_name(char32_t code) { return unicodedata::name_of(code); }

}  // namespace aiocc::detail
