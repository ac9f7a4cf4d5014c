"""Files in gzip's format (RFC 1952)."""

import builtins
import errno
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

READ = "rb"
WRITE = "wb"
_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9

_HAS_CRC = 2
_HAS_EXTRA = 4
_HAS_NAME = 8
_HAS_COMMENT = 16

_CUT = "Compressed file ended before the end-of-stream marker was reached"


class BadGzipFile(OSError):
    """The file isn't in gzip's format."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """A file of bytes, or of text for a mode with `t`."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    plain_mode = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain_mode, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain_mode, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file


def _header(name, level, mtime):
    flags = _HAS_NAME if name else 0
    effort = 2 if level == _COMPRESS_LEVEL_BEST else 4 if level == _COMPRESS_LEVEL_FAST else 0
    head = b"\x1f\x8b\x08" + bytes([flags]) + struct.pack("<L", int(mtime)) + bytes([effort, 255])
    return head + name + b"\0" if name else head


def _trailer(crc, size):
    return struct.pack("<LL", crc, size & 0xFFFFFFFF)


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """The bytes in gzip's format."""
    compressor = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
    body = compressor.compress(data) + compressor.flush()
    head = _header(b"", compresslevel, time.time() if mtime is None else mtime)
    return head + body + _trailer(zlib.crc32(data), len(data))


class _Members:
    """The members that a file consists of, one behind the other."""

    def __init__(self, file):
        self._file = file
        self._held = b""
        self._decompressor = None
        self.mtime = None

    def _take(self, count):
        while len(self._held) < count:
            more = self._file.read(io.DEFAULT_BUFFER_SIZE)
            if not more:
                raise EOFError(_CUT)
            self._held += more
        data = self._held[:count]
        self._held = self._held[count:]
        return data

    def _skip_text(self):
        while self._take(1) != b"\0":
            pass

    def _begin(self):
        """Reads a member's header; False at the file's end."""
        while True:
            # Zeros may follow a member.
            if not self._held:
                self._held = self._file.read(io.DEFAULT_BUFFER_SIZE)
                if not self._held:
                    return False
            if self.mtime is None or self._held[:1] != b"\0":
                break
            self._held = self._held.lstrip(b"\0")
        if len(self._held) < 2:
            self._held += self._file.read(io.DEFAULT_BUFFER_SIZE)
        magic = self._held[:2]
        self._held = self._held[2:]
        if magic != b"\x1f\x8b":
            raise BadGzipFile("Not a gzipped file (%r)" % magic)
        method, flags, self.mtime = struct.unpack("<BBLxx", self._take(8))
        if method != 8:
            raise BadGzipFile("Unknown compression method")
        if flags & _HAS_EXTRA:
            self._take(struct.unpack("<H", self._take(2))[0])
        if flags & _HAS_NAME:
            self._skip_text()
        if flags & _HAS_COMMENT:
            self._skip_text()
        if flags & _HAS_CRC:
            self._take(2)
        self._decompressor = zlib.decompressobj(-zlib.MAX_WBITS)
        self._crc = self._size = 0
        return True

    def _end(self):
        self._held = self._decompressor.unused_data + self._held
        self._decompressor = None
        crc, size = struct.unpack("<LL", self._take(8))
        if crc != self._crc:
            raise BadGzipFile("CRC check failed %s != %s" % (hex(crc), hex(self._crc)))
        if size != self._size & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")

    def read(self):
        """Some more bytes; none at the end."""
        while True:
            if self._decompressor is None and not self._begin():
                return b""
            data = self._held or self._file.read(io.DEFAULT_BUFFER_SIZE)
            self._held = b""
            if not data:
                raise EOFError(_CUT)
            output = self._decompressor.decompress(data)
            self._crc = zlib.crc32(output, self._crc)
            self._size += len(output)
            if self._decompressor.eof:
                self._end()
            if output:
                return output


def decompress(data):
    """The bytes of all members."""
    members = _Members(io.BytesIO(data))
    parts = []
    try:
        while True:
            part = members.read()
            if not part:
                return b"".join(parts)
            parts.append(part)
    except BadGzipFile as error:
        if str(error).startswith("CRC check failed"):
            raise BadGzipFile("CRC check failed") from None
        raise


class GzipFile(io.BufferedIOBase):
    """A file whose bytes are compressed when they're written, or decompressed when they're read."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        if mode and "b" not in mode:
            mode += "b"
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(os.fspath(filename) if filename is None else filename, mode or "rb")
        if filename is None:
            filename = getattr(fileobj, "name", "")
            if not isinstance(filename, (str, bytes)):
                filename = ""
        else:
            filename = os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, "mode", "rb")
        if mode.startswith("r"):
            self.mode = READ
            self._members = _Members(fileobj)
            self._ready = b""
        elif mode.startswith(("w", "a", "x")):
            self.mode = WRITE
            self._crc = 0
            self._compressor = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
        else:
            raise ValueError("Invalid mode: {!r}".format(mode))
        self._place = 0
        self.name = filename
        self._mtime = mtime
        self.fileobj = fileobj
        if self.mode == WRITE:
            fileobj.write(_header(self._plain_name(), compresslevel, time.time() if mtime is None else mtime))

    def _plain_name(self):
        """The name for the header, in Latin-1 and without the ending."""
        name = os.path.basename(self.name)
        if not isinstance(name, bytes):
            try:
                name = name.encode("latin-1")
            except UnicodeEncodeError:
                return b""
        return name[:-3] if name.endswith(b".gz") else name

    @property
    def mtime(self):
        """When the file that was compressed had been changed."""
        return self._members.mtime if self.mode == READ else self._mtime

    def __repr__(self):
        return f"<gzip {repr(self.fileobj)[1:-1]} {hex(id(self))}>"

    def _check_open(self):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file")

    def _check_mode(self, mode, name):
        self._check_open()
        if self.mode != mode:
            raise OSError(errno.EBADF, f"{name}() on {'write' if mode == READ else 'read'}-only GzipFile object")

    def write(self, data):
        """Writes bytes; how many there were."""
        self._check_mode(WRITE, "write")
        if not isinstance(data, (bytes, bytearray)):
            if isinstance(data, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            data = memoryview(data).tobytes()
        if data:
            self.fileobj.write(self._compressor.compress(data))
            self._crc = zlib.crc32(data, self._crc)
            self._place += len(data)
        return len(data)

    def _fill(self, count):
        """Makes at least that many bytes ready, if there are; all for -1."""
        parts = [self._ready]
        have = len(self._ready)
        while count < 0 or have < count:
            part = self._members.read()
            if not part:
                break
            parts.append(part)
            have += len(part)
        self._ready = b"".join(parts)

    def read(self, size=-1):
        """Up to `size` bytes, all that's left without one."""
        self._check_mode(READ, "read")
        size = -1 if size is None or size < 0 else size
        self._fill(size)
        data = self._ready if size < 0 else self._ready[:size]
        self._ready = self._ready[len(data):]
        self._place += len(data)
        return data

    def read1(self, size=-1):
        """Up to `size` bytes, with one read of the file at most."""
        self._check_mode(READ, "read1")
        if not self._ready:
            self._fill(1)
        return self.read(len(self._ready) if size is None or size < 0 else min(size, len(self._ready)))

    def peek(self, n):
        """The next bytes, which remain."""
        self._check_mode(READ, "peek")
        self._fill(max(n, 1))
        return self._ready

    def readline(self, size=-1):
        """The next line."""
        self._check_mode(READ, "readline")
        limit = -1 if size is None or size < 0 else size
        while b"\n" not in self._ready and (limit < 0 or len(self._ready) < limit):
            before = len(self._ready)
            self._fill(before + 1)
            if len(self._ready) == before:
                break
        end = self._ready.find(b"\n") + 1 or len(self._ready)
        return self.read(end if limit < 0 else min(end, limit))

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        """Writes what's left, and closes the file if it was opened here."""
        file = self.fileobj
        if file is None:
            return
        try:
            if self.mode == WRITE:
                file.write(self._compressor.flush())
                file.write(_trailer(self._crc, self._place))
        finally:
            self.fileobj = None
            opened = self.myfileobj
            if opened is not None:
                self.myfileobj = None
                opened.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        """Writes what was kept back."""
        self._check_open()
        if self.mode == WRITE:
            self.fileobj.write(self._compressor.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        return self.fileobj.fileno()

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_open()
        return self._place

    def rewind(self):
        """Goes to the beginning."""
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self.fileobj.seek(0)
        self._members = _Members(self.fileobj)
        self._ready = b""
        self._place = 0

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes to a place: by reading, or by writing zeros."""
        self._check_open()
        if self.mode == WRITE:
            if whence == io.SEEK_CUR:
                offset += self._place
            elif whence:
                raise ValueError("Seek from end not supported")
            if offset < self._place:
                raise OSError("Negative seek in write mode")
            self.write(b"\0" * (offset - self._place))
            return self._place
        if whence == io.SEEK_CUR:
            offset += self._place
        elif whence == io.SEEK_END:
            self._fill(-1)
            offset += self._place + len(self._ready)
        if offset < self._place:
            self.rewind()
        self.read(offset - self._place)
        return self._place
