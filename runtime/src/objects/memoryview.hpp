// Items of memoryviews, and their methods' helpers.
#pragma once

#include "aiocc/objects/memoryview.hpp"

namespace aiocc::detail {

/// ValueError once it's released.
Result<void> check_usable(MemoryViewObject const* view);
std::int64_t item_count(MemoryViewObject const* view) noexcept;
bool is_c_contiguous(MemoryViewObject const* view) noexcept;
/// All items' bytes in order.
std::string packed_bytes(MemoryViewObject const* view);

/// Bytes of a format's item; 0 for what isn't a native single character format.
std::int64_t format_size(std::string_view format) noexcept;
/// The item that stands at `data`.
Object load_item(std::string_view format, char const* data);
/// ValueError or TypeError where the value doesn't fit the format.
Result<void> store_item(std::string_view format, char* data, Object const& value);

}  // namespace aiocc::detail
