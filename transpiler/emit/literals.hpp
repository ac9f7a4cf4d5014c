// Python's texts as C++ tokens: nothing of a literal or comment gets out of its place.
#pragma once

#include <string>
#include <string_view>

namespace aiocc::emit {

// A C++ string literal whose bytes are `bytes`.
std::string string_literal(std::string_view bytes);

// `text` as it may stand in a `//` comment's line; it has no line end.
std::string comment_text(std::string_view text);

// The shortest C++ literal of type double with this value.
std::string double_literal(double value);

}  // namespace aiocc::emit
