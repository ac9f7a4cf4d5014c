"""What is known of a file in an archive."""

import os
import stat
import struct
import time

from zipfile._format import (
    COMPRESSION_NAMES, BZIP2_VERSION, BadZipFile, DEFAULT_VERSION, HAS_DESCRIPTOR, IS_UTF_8, LOCAL, LOCAL_SIGNATURE, LZMA_VERSION,
    LargeZipFile, ZIP64_LIMIT, ZIP64_VERSION, ZIP_BZIP2, ZIP_LZMA, ZIP_STORED,
)


class ZipInfo:
    """A file in an archive."""

    __module__ = "zipfile"
    __slots__ = (
        "orig_filename", "filename", "date_time", "compress_type", "compress_level", "comment", "extra", "create_system", "create_version",
        "extract_version", "reserved", "flag_bits", "volume", "internal_attr", "external_attr", "header_offset", "CRC", "compress_size",
        "file_size", "_raw_time", "_end_offset",
    )

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        end = filename.find("\0")
        self.filename = filename[:end] if end >= 0 else filename
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type = ZIP_STORED
        self.compress_level = None
        self.comment = b""
        self.extra = b""
        self.create_system = 3
        self.create_version = DEFAULT_VERSION
        self.extract_version = DEFAULT_VERSION
        self.reserved = 0
        self.flag_bits = 0
        self.volume = 0
        self.internal_attr = 0
        self.external_attr = 0
        self.compress_size = 0
        self.file_size = 0
        self._end_offset = None

    @property
    def _compresslevel(self):
        return self.compress_level

    @_compresslevel.setter
    def _compresslevel(self, value):
        self.compress_level = value

    def __repr__(self):
        parts = [f"<{type(self).__name__} filename={self.filename!r}"]
        if self.compress_type != ZIP_STORED:
            parts.append(f" compress_type={COMPRESSION_NAMES.get(self.compress_type, self.compress_type)}")
        high = self.external_attr >> 16
        low = self.external_attr & 0xFFFF
        if high:
            parts.append(f" filemode={stat.filemode(high)!r}")
        if low:
            parts.append(f" external_attr={low:#x}")
        is_folder = self.is_dir()
        if not is_folder or self.file_size:
            parts.append(f" file_size={self.file_size!r}")
        if (not is_folder or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append(f" compress_size={self.compress_size!r}")
        return "".join(parts) + ">"

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """What is known of a file of the file system."""
        filename = os.fspath(filename)
        status = os.stat(filename)
        is_folder = stat.S_ISDIR(status.st_mode)
        date_time = time.localtime(status.st_mtime)[:6]
        if not strict_timestamps and date_time[0] < 1980:
            date_time = (1980, 1, 1, 0, 0, 0)
        elif not strict_timestamps and date_time[0] > 2107:
            date_time = (2107, 12, 31, 23, 59, 59)
        arcname = os.path.normpath(filename if arcname is None else arcname).lstrip("/")
        made = cls(arcname + "/" if is_folder else arcname, date_time)
        made.external_attr = (status.st_mode & 0xFFFF) << 16
        if is_folder:
            made.file_size = 0
            made.external_attr |= 0x10
        else:
            made.file_size = status.st_size
        return made

    def is_dir(self):
        """Whether it's a folder."""
        return self.filename.endswith("/")

    def _encoded_name(self):
        """The name's bytes, and the flags with what they need."""
        try:
            return self.filename.encode("ascii"), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | IS_UTF_8

    def _dos_time(self):
        """The date and the time as the format has them."""
        year, month, day, hour, minute, second = self.date_time[:6]
        return (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2

    def FileHeader(self, zip64=None):
        """What stands before the file's data."""
        date, clock = self._dos_time()
        if self.flag_bits & HAS_DESCRIPTOR:
            crc = compress_size = file_size = 0
        else:
            crc, compress_size, file_size = self.CRC, self.compress_size, self.file_size
        extra = self.extra
        least_version = 0
        if zip64 is None:
            zip64 = file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT
        if zip64:
            extra += struct.pack("<HHQQ", 1, 16, file_size, compress_size)
            file_size = compress_size = 0xFFFFFFFF
            least_version = ZIP64_VERSION
        if self.compress_type == ZIP_BZIP2:
            least_version = max(BZIP2_VERSION, least_version)
        elif self.compress_type == ZIP_LZMA:
            least_version = max(LZMA_VERSION, least_version)
        self.extract_version = max(least_version, self.extract_version)
        self.create_version = max(least_version, self.create_version)
        name, flags = self._encoded_name()
        return LOCAL.pack(LOCAL_SIGNATURE, self.extract_version, self.reserved, flags, self.compress_type, clock, date, crc, compress_size,
                          file_size, len(name), len(extra)) + name + extra

    def _read_extra(self):
        """Takes sizes and offset that don't fit in 32 bits from the extra fields."""
        extra = self.extra
        while len(extra) >= 4:
            kind, length = struct.unpack("<HH", extra[:4])
            if length + 4 > len(extra):
                raise BadZipFile(f"Corrupt extra field {kind:04x} (size={length})")
            if kind == 1:
                self._read_zip64(extra[4:length + 4])
            extra = extra[length + 4:]

    def _read_zip64(self, data):
        field = "File size"
        try:
            if self.file_size in (0xFFFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF):
                (self.file_size,) = struct.unpack("<Q", data[:8])
                data = data[8:]
            field = "Compress size"
            if self.compress_size == 0xFFFF_FFFF:
                (self.compress_size,) = struct.unpack("<Q", data[:8])
                data = data[8:]
            field = "Header offset"
            if self.header_offset == 0xFFFF_FFFF:
                (self.header_offset,) = struct.unpack("<Q", data[:8])
        except struct.error:
            raise BadZipFile(f"Corrupt zip64 extra field. {field} not found.") from None


def check_size(info, is_allowed):
    """Whether a file of that size may be written; whether it needs ZIP64."""
    needs = info.file_size * 1.05 > ZIP64_LIMIT
    if needs and not is_allowed:
        raise LargeZipFile("Filesize would require ZIP64 extensions")
    return needs
