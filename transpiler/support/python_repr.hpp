// Values printed as Python's repr() prints them.
#pragma once

#include <string>
#include <string_view>

namespace aiocc {

// `text` is UTF-8, surrogates included.
std::string repr_str(std::string_view text);
std::string repr_bytes(std::string_view bytes);
std::string repr_float(double value);

// Lower-case hexadecimal digits, without prefix, as decimal digits.
std::string decimal_of_hex(std::string_view hex_digits);

}  // namespace aiocc
