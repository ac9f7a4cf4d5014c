// The module zlib. Its constants are in runtime/lib/zlib.py.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc::zlib {

extern Type zlib_error_type AIOCC_PY_CLASS("error(Exception)", subclassable);
extern Type compressor_type AIOCC_PY_CLASS("Compress");
extern Type decompressor_type AIOCC_PY_CLASS("Decompress");

/// Compute an Adler-32 checksum of data.
AIOCC_PY("def adler32(data: object, value: int = 1, /) -> int")
Result<Int> adler32(Object const& data, Int const& value);
/// Compute a CRC-32 checksum of data.
AIOCC_PY("def crc32(data: object, value: int = 0, /) -> int")
Result<Int> crc32(Object const& data, Int const& value);
/// Returns a bytes object containing compressed data.
AIOCC_PY("def compress(data: object, /, level: int = -1, wbits: int = 15) -> bytes")
Result<Bytes> compress(Object const& data, Int const& level, Int const& window_bits);
/// Returns a bytes object containing the uncompressed data.
AIOCC_PY("def decompress(data: object, /, wbits: int = 15, bufsize: int = 16384) -> bytes")
Result<Bytes> decompress(Object const& data, Int const& window_bits, Int const& buffer_size);
/// Return a compressor object.
AIOCC_PY(
    "def compressobj(level: int = -1, method: int = 8, wbits: int = 15, memLevel: int = 8, strategy: int = 0, zdict: "
    "object = None) -> object")
Result<Object> compressobj(Int const& level, Int const& method, Int const& window_bits, Int const& memory_level,
                           Int const& strategy, Object const& dictionary);
/// Return a decompressor object.
AIOCC_PY("def decompressobj(wbits: int = 15, zdict: object = b'') -> object")
Result<Object> decompressobj(Int const& window_bits, Object const& dictionary);

AIOCC_PY("def Compress.compress(self, data: object, /) -> bytes")
Result<Bytes> compress_more(Object const& self, Object const& data);
AIOCC_PY("def Compress.flush(self, mode: int = 4, /) -> bytes")
Result<Bytes> flush_compressor(Object const& self, Int const& mode);
AIOCC_PY("def Decompress.decompress(self, data: object, /, max_length: int = 0) -> bytes")
Result<Bytes> decompress_more(Object const& self, Object const& data, Int const& max_length);
AIOCC_PY("def Decompress.flush(self, length: int = 16384, /) -> bytes")
Result<Bytes> flush_decompressor(Object const& self, Int const& length);
AIOCC_PY_PROPERTY("Decompress.eof: bool")
bool is_at_end(Object const& self);
AIOCC_PY_PROPERTY("Decompress.unused_data: bytes")
Bytes unused_data(Object const& self);
AIOCC_PY_PROPERTY("Decompress.unconsumed_tail: bytes")
Bytes unconsumed_tail(Object const& self);

}  // namespace aiocc::zlib
