// What bytearray's methods and slots share.
#pragma once

#include "aiocc/objects/bytearray.hpp"

namespace aiocc::detail {

/// BufferError while memoryviews show it.
Result<void> check_resizable(ByteArray const& array);
/// An int in range(0, 256).
Result<char> byte_argument(Object const& value);
Result<std::string> bytes_of_items(Object const& items);

}  // namespace aiocc::detail
