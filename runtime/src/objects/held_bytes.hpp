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

}  // namespace aiocc::detail
