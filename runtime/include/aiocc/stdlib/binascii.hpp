// The module binascii: bytes as text and back, and checksums.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"

namespace aiocc::binascii {

extern Type error_type AIOCC_PY_CLASS("Error(ValueError)", subclassable);
extern Type incomplete_type AIOCC_PY_CLASS("Incomplete(Exception)", subclassable);

/// Hexadecimal representation of binary data.
AIOCC_PY("def hexlify(data: object, sep: object = ..., bytes_per_sep: object = 1) -> bytes")
Result<Bytes> hexlify(Object const& data, Object const& separator, Object const& bytes_per_separator);
/// Hexadecimal representation of binary data.
AIOCC_PY("def b2a_hex(data: object, sep: object = ..., bytes_per_sep: object = 1) -> bytes")
inline Result<Bytes> b2a_hex(Object const& data, Object const& separator, Object const& bytes_per_separator) {
  return hexlify(data, separator, bytes_per_separator);
}
/// Binary data of hexadecimal representation.
AIOCC_PY("def unhexlify(hexstr: object, /) -> bytes")
Result<Bytes> unhexlify(Object const& text);
/// Binary data of hexadecimal representation.
AIOCC_PY("def a2b_hex(hexstr: object, /) -> bytes")
inline Result<Bytes> a2b_hex(Object const& text) { return unhexlify(text); }
/// Base64-code line of data.
AIOCC_PY("def b2a_base64(data: object, /, *, newline: object = True) -> bytes")
Result<Bytes> b2a_base64(Object const& data, Object const& newline);
/// Decode a line of base64 data.
AIOCC_PY("def a2b_base64(data: object, /, *, strict_mode: object = False) -> bytes")
Result<Bytes> a2b_base64(Object const& data, Object const& strict_mode);
/// CRC-32 of data, begun with the value of what came before.
AIOCC_PY("def crc32(data: object, crc: object = 0, /) -> int")
Result<Int> crc32(Object const& data, Object const& crc);
/// CRC-CCITT of data, begun with the value of what came before.
AIOCC_PY("def crc_hqx(data: object, crc: object, /) -> int")
Result<Int> crc_hqx(Object const& data, Object const& crc);

}  // namespace aiocc::binascii
