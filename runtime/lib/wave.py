"""Sound files of WAVE's format, not compressed."""

import builtins
import struct
import sys
from collections import namedtuple

__all__ = ["open", "Error", "Wave_read", "Wave_write"]

WAVE_FORMAT_PCM = 0x0001
WAVE_FORMAT_EXTENSIBLE = 0xFFFE
_PCM_ID = b"\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71"

_wave_params = namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname")


class Error(Exception):
    """That is no such file, or something is missing."""


class _Chunk:
    """A part of a file: a name, a size, bytes."""

    def __init__(self, file):
        self.file = file
        self.name = file.read(4)
        if len(self.name) < 4:
            raise EOFError
        try:
            (self.size,) = struct.unpack("<L", file.read(4))
        except struct.error:
            raise EOFError from None
        self.place = 0
        try:
            self._start = file.tell()
            self._can_seek = True
        except (AttributeError, OSError):
            self._can_seek = False

    def tell(self):
        return self.place

    def seek(self, place):
        if not self._can_seek:
            raise OSError("cannot seek")
        if not 0 <= place <= self.size:
            raise RuntimeError
        self.file.seek(self._start + place)
        self.place = place

    def read(self, size=-1):
        size = self.size - self.place if size < 0 else min(size, self.size - self.place)
        data = self.file.read(size)
        self.place += len(data)
        if self.place == self.size and self.size % 2:
            # Chunks have even sizes in the file.
            self.place += len(self.file.read(1))
        return data

    def skip(self):
        """To the next one."""
        end = self.size + self.size % 2
        if self._can_seek:
            self.file.seek(self._start + end)
            self.place = end
            return
        while self.place < end:
            data = self.file.read(min(8192, end - self.place))
            if not data:
                raise EOFError
            self.place += len(data)


class Wave_read:
    """Reads a file."""

    def __init__(self, f):
        self._i_opened_the_file = None
        self._file = None
        if isinstance(f, str):
            f = builtins.open(f, "rb")
            self._i_opened_the_file = f
        try:
            self.initfp(f)
        except:
            if self._i_opened_the_file:
                f.close()
            raise

    def initfp(self, file):
        self._soundpos = 0
        self._file = _Chunk(file)
        if self._file.name != b"RIFF":
            raise Error("file does not start with RIFF id")
        if self._file.read(4) != b"WAVE":
            raise Error("not a WAVE file")
        self._data = None
        has_format = False
        while True:
            try:
                chunk = _Chunk(self._file)
            except EOFError:
                break
            if chunk.name == b"fmt ":
                self._read_fmt_chunk(chunk)
                has_format = True
            elif chunk.name == b"data":
                if not has_format:
                    raise Error("data chunk before fmt chunk")
                self._data = chunk
                self._nframes = chunk.size // self._framesize
                self._seek_needed = False
                break
            chunk.skip()
        if not has_format or not self._data:
            raise Error("fmt chunk and/or data chunk missing")

    def _read_fmt_chunk(self, chunk):
        try:
            kind, self._nchannels, self._framerate, _, _ = struct.unpack_from("<HHLLH", chunk.read(14))
            if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
                raise Error(f"unknown format: {kind!r}")
            (bits,) = struct.unpack_from("<H", chunk.read(2))
            if kind == WAVE_FORMAT_EXTENSIBLE:
                chunk.read(8)
                identifier = chunk.read(16)
                if len(identifier) < 16:
                    raise EOFError
                if identifier != _PCM_ID:
                    raise Error("unknown extended format")
        except struct.error:
            raise EOFError from None
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error("bad sample width")
        if not self._nchannels:
            raise Error("bad # of channels")
        self._framesize = self._nchannels * self._sampwidth
        self._comptype, self._compname = "NONE", "not compressed"

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def getfp(self):
        return self._file

    def rewind(self):
        self._seek_needed = True
        self._soundpos = 0

    def close(self):
        self._file = None
        file, self._i_opened_the_file = self._i_opened_the_file, None
        if file:
            file.close()

    def tell(self):
        return self._soundpos

    def getnchannels(self):
        return self._nchannels

    def getnframes(self):
        return self._nframes

    def getsampwidth(self):
        return self._sampwidth

    def getframerate(self):
        return self._framerate

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def getparams(self):
        return _wave_params(
            self.getnchannels(), self.getsampwidth(), self.getframerate(), self.getnframes(), self.getcomptype(), self.getcompname())

    def getmarkers(self):
        return None

    def getmark(self, id):
        raise Error("no marks")

    def setpos(self, pos):
        if not 0 <= pos <= self._nframes:
            raise Error("position not in range")
        self._soundpos = pos
        self._seek_needed = True

    def readframes(self, nframes):
        """So many frames at most, as bytes."""
        if self._seek_needed:
            self._data.seek(0)
            place = self._soundpos * self._framesize
            if place:
                self._data.seek(place)
            self._seek_needed = False
        if nframes == 0:
            return b""
        data = self._data.read(nframes * self._framesize)
        if self._sampwidth != 1 and sys.byteorder == "big":
            data = _swapped(data, self._sampwidth)
        self._soundpos += len(data) // self._framesize
        return data


class Wave_write:
    """Writes a file."""

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, str):
            f = builtins.open(f, "wb")
            self._i_opened_the_file = f
        self._file = f
        self._nchannels = self._sampwidth = self._framerate = 0
        self._nframes = self._nframeswritten = self._datawritten = self._datalength = 0
        self._headerwritten = False

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _check_not_begun(self):
        if self._datawritten:
            raise Error("cannot change parameters after starting to write")

    def setnchannels(self, nchannels):
        self._check_not_begun()
        if nchannels < 1:
            raise Error("bad # of channels")
        self._nchannels = nchannels

    def getnchannels(self):
        if not self._nchannels:
            raise Error("number of channels not set")
        return self._nchannels

    def setsampwidth(self, sampwidth):
        self._check_not_begun()
        if not 1 <= sampwidth <= 4:
            raise Error("bad sample width")
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._sampwidth:
            raise Error("sample width not set")
        return self._sampwidth

    def setframerate(self, framerate):
        self._check_not_begun()
        if framerate <= 0:
            raise Error("bad frame rate")
        self._framerate = int(round(framerate))

    def getframerate(self):
        if not self._framerate:
            raise Error("frame rate not set")
        return self._framerate

    def setnframes(self, nframes):
        self._check_not_begun()
        self._nframes = nframes

    def getnframes(self):
        return self._nframeswritten

    def setcomptype(self, comptype, compname):
        self._check_not_begun()
        if comptype not in ("NONE",):
            raise Error("unsupported compression type")
        self._comptype, self._compname = comptype, compname

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._check_not_begun()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise Error("not all parameters set")
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, self._comptype, self._compname)

    def setmark(self, id, pos, name):
        raise Error("setmark() not supported")

    def getmark(self, id):
        raise Error("no marks")

    def getmarkers(self):
        return None

    def tell(self):
        return self._nframeswritten

    def writeframesraw(self, data):
        """Writes frames; the header may have to be changed at the end."""
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast("B")
        self._ensure_header_written(len(data))
        count = len(data) // (self._sampwidth * self._nchannels)
        if self._sampwidth != 1 and sys.byteorder == "big":
            data = _swapped(data, self._sampwidth)
        self._file.write(data)
        self._datawritten += len(data)
        self._nframeswritten += count

    def writeframes(self, data):
        self.writeframesraw(data)
        if self._datalength != self._datawritten:
            self._patchheader()

    def close(self):
        try:
            if self._file:
                self._ensure_header_written(0)
                if self._datalength != self._datawritten:
                    self._patchheader()
                self._file.flush()
        finally:
            self._file = None
            file, self._i_opened_the_file = self._i_opened_the_file, None
            if file:
                file.close()

    def _ensure_header_written(self, datasize):
        if self._headerwritten:
            return
        if not self._nchannels:
            raise Error("# channels not specified")
        if not self._sampwidth:
            raise Error("sample width not specified")
        if not self._framerate:
            raise Error("sampling rate not specified")
        self._write_header(datasize)

    def _write_header(self, initlength):
        assert not self._headerwritten
        self._file.write(b"RIFF")
        if not self._nframes:
            self._nframes = initlength // (self._nchannels * self._sampwidth)
        self._datalength = self._nframes * self._nchannels * self._sampwidth
        try:
            self._form_length_pos = self._file.tell()
        except (AttributeError, OSError):
            self._form_length_pos = None
        frame_size = self._nchannels * self._sampwidth
        self._file.write(struct.pack(
            "<L4s4sLHHLLHH4s", 36 + self._datalength, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, self._nchannels, self._framerate,
            self._framerate * frame_size, frame_size, self._sampwidth * 8, b"data"))
        if self._form_length_pos is not None:
            self._data_length_pos = self._file.tell()
        self._file.write(struct.pack("<L", self._datalength))
        self._headerwritten = True

    def _patchheader(self):
        """The sizes, once they're known."""
        if self._datawritten == self._datalength:
            return
        place = self._file.tell()
        self._file.seek(self._form_length_pos, 0)
        self._file.write(struct.pack("<L", 36 + self._datawritten))
        self._file.seek(self._data_length_pos, 0)
        self._file.write(struct.pack("<L", self._datawritten))
        self._file.seek(place, 0)
        self._datalength = self._datawritten


def _swapped(data, width):
    """The bytes of each sample in reverse."""
    swapped = bytearray(len(data))
    for place in range(width):
        swapped[place::width] = data[width - 1 - place::width]
    return bytes(swapped)


def open(f, mode=None):
    """A file to read or to write."""
    if mode is None:
        mode = f.mode if hasattr(f, "mode") else "rb"
    if mode in ("r", "rb"):
        return Wave_read(f)
    if mode in ("w", "wb"):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
