// The `%` operator of bytes and bytearray.
#pragma once

#include <string_view>

#include "aiocc/objects/bytes.hpp"

namespace aiocc::detail {

/// `bytes % arguments`: str's conversions, but `%s` (and `%b`) take bytes.
Result<Bytes> percent_format_bytes(std::string_view bytes, Object const& arguments);

}  // namespace aiocc::detail
