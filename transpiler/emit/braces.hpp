// Braces that can go.
#pragma once

#include <string>
#include <string_view>

namespace aiocc::emit {

// The body of a function, a statement a line, without the plain braces that end where what is around them ends: it all dies there anyway,
// in the same order.
std::string without_last_braces(std::string_view body);

}  // namespace aiocc::emit
