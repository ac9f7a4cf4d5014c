// SHA-512, which seeds the generator from text.
#pragma once

#include <string>
#include <string_view>

namespace aiocc::detail {

/// The 64-byte digest.
std::string sha512(std::string_view data);

}  // namespace aiocc::detail
