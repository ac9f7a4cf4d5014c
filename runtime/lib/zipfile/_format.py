"""The structures of a zip file (PKWARE's APPNOTE), and its compressors."""

import binascii
import struct
import zlib

ZIP_STORED = 0
ZIP_DEFLATED = 8
ZIP_BZIP2 = 12
ZIP_LZMA = 14

ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1
DEFAULT_VERSION = 20
ZIP64_VERSION = 45
BZIP2_VERSION = 46
LZMA_VERSION = 63
MAX_EXTRACT_VERSION = 63

# The end of the directory: signature, numbers of this disk and of the directory's, entries here and in all, size, offset, comment's length.
END = struct.Struct("<4s4H2LH")
END_SIGNATURE = b"PK\005\006"
END_64 = struct.Struct("<4sQ2H2L4Q")
END_64_SIGNATURE = b"PK\x06\x06"
END_64_LOCATOR = struct.Struct("<4sLQL")
END_64_LOCATOR_SIGNATURE = b"PK\x06\x07"
# An entry of the directory: signature, versions and systems, flags, compression, time, date, CRC, sizes, lengths of name, extra and comment,
# disk, attributes, offset.
ENTRY = struct.Struct("<4s4B4HL2L5H2L")
ENTRY_SIGNATURE = b"PK\001\002"
# Before a file's data.
LOCAL = struct.Struct("<4s2B4HL2L2H")
LOCAL_SIGNATURE = b"PK\003\004"
DESCRIPTOR_SIGNATURE = b"PK\x07\x08"

IS_ENCRYPTED = 0x1
HAS_DESCRIPTOR = 0x8
IS_PATCH = 0x20
IS_STRONGLY_ENCRYPTED = 0x40
IS_UTF_8 = 0x800
LZMA_HAS_END = 0x2

COMPRESSION_NAMES = {
    0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 7: "tokenize", 8: "deflate",
    9: "deflate64", 10: "implode", 12: "bzip2", 14: "lzma", 18: "terse", 19: "lz77", 97: "wavpack", 98: "ppmd",
}


class BadZipFile(Exception):
    """It's no zip file, or a broken one."""

    __module__ = "zipfile"


class LargeZipFile(Exception):
    """What is written needs ZIP64 extensions, which aren't allowed."""

    __module__ = "zipfile"


def check_compression(compression):
    """Whether there's a compressor of that number."""
    if compression == ZIP_LZMA:
        raise NotImplementedError("aiocc: the compression of LZMA in zip files isn't supported")
    if compression not in (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2):
        raise NotImplementedError("That compression method is not supported")


def compressor(compression, level=None):
    """What compresses; None for no compression."""
    if compression == ZIP_DEFLATED:
        return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
    if compression == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Compressor(9 if level is None else level)
    return None


def decompressor(compression):
    """What decompresses; None for no compression."""
    if compression == ZIP_STORED:
        return None
    if compression == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if compression == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Decompressor()
    name = COMPRESSION_NAMES.get(compression)
    if name:
        raise NotImplementedError(f"compression type {compression} ({name})")
    raise NotImplementedError(f"compression type {compression}")


def _crc_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ 0xEDB88320 if byte & 1 else byte >> 1
        table.append(byte)
    return table


class Decrypter:
    """The keys of the traditional encryption, which is no protection."""

    _table = None

    def __init__(self, password):
        if Decrypter._table is None:
            Decrypter._table = _crc_table()
        self._keys = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._update(byte)

    def _crc(self, byte, crc):
        return crc >> 8 ^ Decrypter._table[(crc ^ byte) & 0xFF]

    def _update(self, byte):
        keys = self._keys
        keys[0] = self._crc(byte, keys[0])
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = self._crc(keys[1] >> 24, keys[2])

    def __call__(self, data):
        """The bytes behind the encrypted ones."""
        plain = bytearray()
        for byte in data:
            low = self._keys[2] | 2
            byte ^= low * (low ^ 1) >> 8 & 0xFF
            self._update(byte)
            plain.append(byte)
        return bytes(plain)


def crc32(data, crc=0):
    """The checksum of the format."""
    return binascii.crc32(data, crc)
