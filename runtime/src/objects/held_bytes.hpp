// The bytes that an object shows, without a copy.
#pragma once

#include <string_view>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc::detail {

/// The bytes of an object where they lie; they stay there while this lives.
struct HeldBytes {
  Object owner;
  std::string_view view;
};

/// As buffer_bytes, but without a copy of what bytes and contiguous memoryviews show.
Result<HeldBytes> held_bytes(Object const& value);

/// Whether the object shows its bytes as they lie: a memoryview may skip some, or be released.
bool has_plain_buffer(Object const& value) noexcept;
/// As buffer_bytes, with what a memoryview shows put together where it skips bytes.
Result<Bytes> packed_buffer_bytes(Object const& value);

}  // namespace aiocc::detail
