"""Files in an archive as streams."""

import io
import struct

from zipfile._format import (
    Decrypter, BadZipFile, DESCRIPTOR_SIGNATURE, HAS_DESCRIPTOR, ZIP64_LIMIT, ZIP_DEFLATED, ZIP_STORED, compressor, crc32, decompressor,
)


class _Part:
    """A part of the archive's file, of which others read too."""

    def __init__(self, archive, place):
        self._archive = archive
        self._file = archive.fp
        self._place = place

    def read(self, size):
        """So many bytes from here on."""
        if self._archive._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before "
                             "trying to read.")
        self._file.seek(self._place)
        data = self._file.read(size)
        self._place = self._file.tell()
        return data

    def seek(self, place):
        """Goes to a place of the archive."""
        self._place = place

    def tell(self):
        """The place in the archive."""
        return self._place


class ZipExtFile(io.BufferedIOBase):
    """A file of an archive, open for reading."""

    __module__ = "zipfile"
    MAX_N = 1 << 31 - 1
    MIN_READ_SIZE = 4096

    def __init__(self, fileobj, mode, zipinfo, pwd=None, close_fileobj=False, on_close=None):
        self._part = fileobj
        self._start = fileobj.tell()
        self._password = pwd
        self._on_close = on_close
        self._info = zipinfo
        self.name = zipinfo.filename
        self.mode = mode
        self.newlines = None
        self._is_seekable = True
        self._expected_crc = zipinfo.CRC
        self._begin()

    def _begin(self):
        info = self._info
        self._decompressor = decompressor(info.compress_type)
        self._left = info.compress_size
        self._unpacked = info.file_size
        self._crc = 0
        self._checks = True
        self._ahead = b""
        self._place = 0
        self._at_end = False
        self._given = 0
        self._decrypter = None
        if self._password:
            self._decrypter = Decrypter(self._password)
            check = info._raw_time >> 8 & 0xFF if info.flag_bits & HAS_DESCRIPTOR else info.CRC >> 24 & 0xFF
            header = self._part.read(12)
            self._left -= 12
            if self._decrypter(header)[11] != check:
                raise RuntimeError(f"Bad password for file {info.orig_filename!r}")

    def __repr__(self):
        parts = [f"<{type(self).__module__}.{type(self).__qualname__}"]
        if not self.closed:
            parts.append(f" name={self.name!r}")
            if self._info.compress_type != ZIP_STORED:
                from zipfile._format import COMPRESSION_NAMES
                parts.append(f" compress_type={COMPRESSION_NAMES.get(self._info.compress_type, self._info.compress_type)}")
        else:
            parts.append(" [closed]")
        return "".join(parts) + ">"

    def readable(self):
        """True, while it's open."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return True

    def seekable(self):
        """Whether it can go to a place."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._is_seekable

    def _more(self):
        """Decompresses a piece, at least a byte unless that's the end."""
        while not self._at_end:
            data = self._part.read(min(self.MIN_READ_SIZE * 4, self._left)) if self._left > 0 else b""
            if self._left > 0 and not data:
                raise EOFError
            self._left -= len(data)
            if self._decrypter is not None:
                data = self._decrypter(data)
            is_last = self._left <= 0
            if self._decompressor is not None:
                if getattr(self._decompressor, "eof", False):
                    data = b""
                else:
                    data = self._decompressor.decompress(data)
                if is_last and self._info.compress_type == ZIP_DEFLATED:
                    data += self._decompressor.flush()
            self._at_end = is_last or getattr(self._decompressor, "eof", False)
            data = data[:self._unpacked]
            self._unpacked -= len(data)
            if self._unpacked <= 0:
                self._at_end = True
            if self._checks:
                self._crc = crc32(data, self._crc)
                if self._at_end and self._expected_crc is not None and self._crc != self._expected_crc:
                    raise BadZipFile(f"Bad CRC-32 for file {self.name!r}")
            if data:
                return data
        return b""

    def read(self, n=-1):
        """So many bytes, or all up to the end."""
        if self.closed:
            raise ValueError("read from closed file.")
        parts = [self._ahead[self._place:]]
        found = len(parts[0])
        self._ahead = b""
        self._place = 0
        is_all = n is None or n < 0
        while is_all or found < n:
            data = self._more()
            if not data:
                break
            parts.append(data)
            found += len(data)
        data = b"".join(parts)
        if not is_all and found > n:
            self._ahead = data
            self._place = n
            data = data[:n]
        self._given += len(data)
        return data

    def read1(self, n=-1):
        """Bytes of one piece."""
        if self.closed:
            raise ValueError("read from closed file.")
        if self._place == len(self._ahead):
            self._ahead = self._more()
            self._place = 0
        rest = len(self._ahead) - self._place
        wanted = rest if n is None or n < 0 else min(n, rest)
        data = self._ahead[self._place:self._place + wanted]
        self._place += wanted
        self._given += wanted
        return data

    def peek(self, n=1):
        """What comes next, unread."""
        if len(self._ahead) - self._place < n:
            self._ahead = self._ahead[self._place:]
            self._place = 0
            while len(self._ahead) < n:
                data = self._more()
                if not data:
                    break
                self._ahead += data
        return self._ahead[self._place:self._place + max(n, 512)]

    def readline(self, limit=-1):
        """A line, up to so many bytes."""
        parts = []
        left = limit
        while limit < 0 or left > 0:
            if self._place == len(self._ahead):
                self._ahead = self._more()
                self._place = 0
                if not self._ahead:
                    break
            end = self._ahead.find(b"\n", self._place) + 1 or len(self._ahead)
            if limit >= 0:
                end = min(end, self._place + left)
            part = self._ahead[self._place:end]
            self._place = end
            left -= len(part)
            parts.append(part)
            if part.endswith(b"\n"):
                break
        line = b"".join(parts)
        self._given += len(line)
        return line

    def seek(self, offset, whence=0):
        """Goes to a place: back by beginning anew, forwards by reading."""
        if self.closed:
            raise ValueError("seek on closed file.")
        if whence == 0:
            target = offset
        elif whence == 1:
            target = self._given + offset
        elif whence == 2:
            target = self._info.file_size + offset
        else:
            raise ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)")
        target = min(max(target, 0), self._info.file_size)
        if target < self._given:
            self._part.seek(self._start)
            self._begin()
        while self._given < target:
            if not self.read(min(target - self._given, 1 << 20)):
                break
        return self._given

    def tell(self):
        """The place."""
        if self.closed:
            raise ValueError("tell on closed file.")
        return self._given

    def close(self):
        """Lets go of the archive."""
        if not self.closed and self._on_close is not None:
            self._on_close()
        super().close()


class _ZipWriteFile(io.BufferedIOBase):
    """A file of an archive, open for writing."""

    __module__ = "zipfile"

    def __init__(self, archive, info, is_large):
        self._info = info
        self._is_large = is_large
        self._archive = archive
        self._compressor = compressor(info.compress_type, info.compress_level)
        self._file_size = 0
        self._compress_size = 0
        self._crc = 0

    @property
    def _file(self):
        return self._archive.fp

    @property
    def name(self):
        return self._info.filename

    @property
    def mode(self):
        return "wb"

    def writable(self):
        """Always."""
        return True

    def write(self, data):
        """Compresses the bytes into the archive."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(data, (bytes, bytearray)):
            data = bytes(memoryview(data))
        size = len(data)
        self._file_size += size
        self._crc = crc32(data, self._crc)
        if self._compressor is not None:
            data = self._compressor.compress(data)
            self._compress_size += len(data)
        self._file.write(data)
        return size

    def close(self):
        """Ends the file: its sizes and checksum are known now."""
        if self.closed:
            return
        try:
            super().close()
            if self._compressor is not None:
                rest = self._compressor.flush()
                self._compress_size += len(rest)
                self._file.write(rest)
                self._info.compress_size = self._compress_size
            else:
                self._info.compress_size = self._file_size
            self._info.CRC = self._crc
            self._info.file_size = self._file_size
            self._write_sizes()
            self._archive.filelist.append(self._info)
            self._archive.NameToInfo[self._info.filename] = self._info
        finally:
            self._archive._writing = False

    def _write_sizes(self):
        info = self._info
        if not self._is_large and (self._file_size > ZIP64_LIMIT or self._compress_size > ZIP64_LIMIT):
            raise RuntimeError("File size too large, try using force_zip64")
        if info.flag_bits & HAS_DESCRIPTOR:
            self._file.write(struct.pack("<4sLQQ" if self._is_large else "<4sLLL", DESCRIPTOR_SIGNATURE, info.CRC, info.compress_size,
                                         info.file_size))
            self._archive.start_dir = self._file.tell()
        else:
            self._archive.start_dir = self._file.tell()
            self._file.seek(info.header_offset)
            self._file.write(info.FileHeader(self._is_large))
            self._file.seek(self._archive.start_dir)


class Tellable:
    """A stream that can't go to a place, but counts."""

    def __init__(self, file):
        self._file = file
        self._place = 0

    def write(self, data):
        count = self._file.write(data)
        self._place += count
        return count

    def tell(self):
        return self._place

    def flush(self):
        self._file.flush()

    def close(self):
        self._file.close()
