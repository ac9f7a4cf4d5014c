// Operations on bytes that bytes and bytearray share, ASCII only.
#pragma once

#include <string>
#include <string_view>

#include "aiocc/objects/bytes.hpp"

namespace aiocc::detail {

std::string capitalized(std::string_view bytes);
std::string case_swapped(std::string_view bytes);
std::string titled(std::string_view bytes);
bool is_titled(std::string_view bytes) noexcept;
std::string tabs_expanded(std::string_view bytes, std::int64_t tab_size);
/// `maketrans(from, to)`; ValueError unless both are of one length.
Result<Bytes> translation_table(Object const& from, Object const& to);
/// `translate(table, delete)`; the table is 256 bytes, or None for no change.
Result<std::string> translated(std::string_view bytes, Object const& table, Object const& deleted);

}  // namespace aiocc::detail
