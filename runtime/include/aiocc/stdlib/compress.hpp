// The module _compress: data in the formats of bzip2 and xz, by their libraries; the modules bz2 and lzma (runtime/lib) offer them.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc::_compress {

extern Type codec_type AIOCC_PY_CLASS("Codec");

/// Writes bzip2's format; the level is from 1 to 9.
AIOCC_PY("def bz2_compressor(level: int, /) -> object")
Object bz2_compressor(Int const& level);
AIOCC_PY("def bz2_decompressor() -> object")
Object bz2_decompressor();
/// Writes a format of xz's: 1 xz, 2 the older lzma. None where the library won't have the settings.
AIOCC_PY("def xz_compressor(format: int, check: int, preset: int, /) -> object")
Object xz_compressor(Int const& format, Int const& check, Int const& preset);
/// Reads a format of xz's: 0 any, 1 xz, 2 the older lzma. -1 for any memory.
AIOCC_PY("def xz_decompressor(format: int, memory_limit: int, /) -> object")
Object xz_decompressor(Int const& format, Int const& memory_limit);
/// Takes data, and gives what comes out of it, at most `limit` bytes (-1: all); or the library's number of an error. What there was no room
/// for is kept. With `is_last` a compressor ends the stream.
AIOCC_PY("def Codec.run(self, data: object, is_last: bool, limit: int, /) -> object")
Result<Object> run(Object const& self, Object const& data, bool is_last, Int const& limit);
AIOCC_PY_PROPERTY("Codec.at_end: bool")
bool is_at_end(Object const& self);
/// Whether there's nothing more to come out before there's more data.
AIOCC_PY_PROPERTY("Codec.needs_input: bool")
bool needs_input(Object const& self);
/// What stood behind the stream's end.
AIOCC_PY_PROPERTY("Codec.unused: bytes")
Bytes unused_data(Object const& self);
/// The kind of checksum in an xz stream, as far as it's known.
AIOCC_PY_PROPERTY("Codec.check: int")
Int check_of(Object const& self);

}  // namespace aiocc::_compress
