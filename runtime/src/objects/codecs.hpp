// Encoding and decoding: UTF-8, Latin-1 and ASCII with their error handlers.
#pragma once

#include <string>
#include <string_view>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::detail {

/// Appends `text` in UTF-8; what can't be encoded is up to the handler `errors` ("strict" raises UnicodeEncodeError).
Result<void> encode_utf8(Str const& text, Str const& errors, std::string& output);
Result<Str> decode_utf8(std::string_view bytes, Str const& errors);
/// In any of the encodings that aiocc knows; LookupError for others.
Result<Bytes> encode(Str const& text, Str const& encoding, Str const& errors);
Result<Str> decode(std::string_view bytes, Str const& encoding, Str const& errors);

}  // namespace aiocc::detail
