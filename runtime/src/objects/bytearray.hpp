// What bytearray's methods and slots share.
#pragma once

#include "aiocc/objects/bytearray.hpp"

namespace aiocc::detail {

/// BufferError while memoryviews show it.
Result<void> check_resizable(ByteArray const& array);
/// An int in range(0, 256).
Result<char> byte_argument(Object const& value);
Result<std::string> bytes_of_items(Object const& items);
/// What `bytes(value)` and `bytearray(value)` take as a number of zeros; false where the `__index__` refuses with a TypeError.
Result<bool> byte_count(Object const& value, std::int64_t& count);

}  // namespace aiocc::detail
