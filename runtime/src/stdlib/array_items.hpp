// Items of arrays: which kinds there are, and how values become items and back.
#pragma once

#include "aiocc/stdlib/array.hpp"

namespace aiocc::array {

/// Null where no kind has the code.
ItemKind const* find_kind(char32_t code) noexcept;
Object load(ItemKind const& kind, char const* data);
/// TypeError or OverflowError in CPython's words where the value doesn't fit.
Result<void> store(ItemKind const& kind, char* data, Object const& value);
Object item_at(ArrayObject const* array, std::size_t position);

/// BufferError while memoryviews show it.
Result<void> check_resizable(ArrayObject const* array);
/// Puts the item in front of `position`.
Result<void> insert_item(ArrayObject* array, std::size_t position, Object const& value);
/// The items of an iterable, an array's of the same kind only.
Result<void> extend(ArrayObject* array, Object const& items);
/// One item for each code point.
Result<void> append_text(ArrayObject* array, Str const& text);
Object copy_of(ArrayObject const* array);

}  // namespace aiocc::array
