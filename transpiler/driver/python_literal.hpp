// Literals in Python text that the driver writes or moves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "syntax/ast.hpp"

namespace aiocc::driver {

std::string python_literal(std::string_view text);

// Whether the place is inside of a str's or bytes' literal: a line that begins there stays as it is.
bool is_in_literal(syntax::Ast const& ast, std::uint32_t place);

}  // namespace aiocc::driver
