// The bytes behind bytes, bytearray and memoryview.
#pragma once

#include <string_view>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc {

extern Type bytearray_type, memoryview_type;

namespace detail {

/// Whether the object is one of them.
bool has_buffer(Object const& value) noexcept;
/// A copy of what it shows, or the bytes themselves; ValueError for a released memoryview. Other objects come back as they are.
Result<Object> without_buffer(Object const& value);
/// Its bytes; TypeError "a bytes-like object is required, not 'TYPE'".
Result<Bytes> buffer_bytes(Object const& value);

}  // namespace detail

}  // namespace aiocc
