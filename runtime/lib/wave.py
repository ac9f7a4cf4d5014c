"""Sound files of WAVE's format, not compressed."""

import builtins
import struct
import sys
from collections import namedtuple

__all__ = ["open", "Error", "Wave_read", "Wave_write"]

WAVE_FORMAT_PCM = 0x0001
WAVE_FORMAT_EXTENSIBLE = 0xFFFE

# The GUID that stands for PCM in an extensible format.
_PCM_SUBFORMAT = bytes.fromhex("0100000000001000800000aa00389b71")
# "RIFF", size, "WAVE", "fmt ", 16, format, channels, frames a second, bytes a second, bytes a frame, bits, "data", size.
_HEADER = struct.Struct("<4sL4s4sLHHLLHH4sL")
_SIZE = struct.Struct("<L")
_RIFF_SIZE_AT, _DATA_SIZE_AT = 4, _HEADER.size - _SIZE.size

_wave_params = namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname", module=__name__)


class Error(Exception):
    """The file isn't one of WAVE's, or a parameter isn't right."""


class _Chunk:
    """A part of a file: four letters, a size, so many bytes, and one more where the size is odd."""

    def __init__(self, stream):
        header = stream.read(8)
        if len(header) < 8:
            raise EOFError
        self.name, self.size = struct.unpack("<4sL", header)
        self._padded_size = self.size + self.size % 2
        self._stream = stream
        self._position = 0
        try:
            self._start = stream.tell()
        except (AttributeError, OSError):
            self._start = None

    def tell(self):
        return self._position

    def seek(self, position):
        if self._start is None:
            raise OSError("cannot seek")
        if position not in range(self.size + 1):
            raise RuntimeError
        self._stream.seek(self._start + position)
        self._position = position

    def read(self, size):
        wanted = min(size, self.size - self._position) if size >= 0 else self.size - self._position
        data = self._stream.read(wanted)
        self._position += len(data)
        if self.size <= self._position < self._padded_size:
            self._position += len(self._stream.read(1))
        return data

    def skip(self):
        """Goes behind its end."""
        if self._start is not None:
            self._stream.seek(self._start + self._padded_size)
            self._position = self._padded_size
        while self._position < self._padded_size:
            passed = len(self._stream.read(min(1 << 13, self._padded_size - self._position)))
            if not passed:
                raise EOFError
            self._position += passed


def _in_file_order(samples, width):
    """Samples between this machine's order of bytes and the file's, which is little-endian."""
    return samples if width == 1 or sys.byteorder == "little" else _byteswap(samples, width)


def _byteswap(data, width):
    """The bytes of each sample in reverse."""
    swapped = bytearray(len(data))
    for place in range(width):
        swapped[place::width] = data[width - 1 - place::width]
    return bytes(swapped)


class _WaveFile:
    """The common half: a stream, which is closed with the object if a name was given for it."""

    _stream = _own_stream = None

    def _take(self, file, mode):
        if isinstance(file, str):
            file = self._own_stream = builtins.open(file, mode)
        self._stream = file

    def _let_go(self):
        own, self._own_stream, self._stream = self._own_stream, None, None
        if own:
            own.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __del__(self):
        self.close()

    def getmarkers(self):
        """WAVE has none."""
        return None

    def getmark(self, id):
        """WAVE has none."""
        raise Error("no marks")


class Wave_read(_WaveFile):
    """Reads a file."""

    def __init__(self, f):
        self._take(f, "rb")
        complete = False
        try:
            self.initfp(self._stream)
            complete = True
        finally:
            if not complete:
                self._let_go()

    def initfp(self, file):
        """Reads what stands before the samples."""
        riff = _Chunk(file)
        if riff.name != b"RIFF":
            raise Error("file does not start with RIFF id")
        if riff.read(4) != b"WAVE":
            raise Error("not a WAVE file")
        self._stream = riff
        self._params = self._samples = None
        self._frame = 0
        self._moved = False
        for chunk in self._chunks(riff):
            if chunk.name == b"fmt ":
                self._params = _params_of(chunk)
            elif chunk.name == b"data":
                self._begin_samples(chunk)
                return
        raise Error("fmt chunk and/or data chunk missing")

    @staticmethod
    def _chunks(riff):
        while True:
            try:
                chunk = _Chunk(riff)
            except EOFError:
                return
            yield chunk
            chunk.skip()

    def _begin_samples(self, chunk):
        if self._params is None:
            raise Error("data chunk before fmt chunk")
        self._samples = chunk
        self._frame_size = self._params.nchannels * self._params.sampwidth
        self._params = self._params._replace(nframes=chunk.size // self._frame_size)

    def close(self):
        """Ends the reading; a stream that was given stays open."""
        self._let_go()

    def getfp(self):
        return self._stream

    def getnchannels(self):
        return self._params.nchannels

    def getsampwidth(self):
        return self._params.sampwidth

    def getframerate(self):
        return self._params.framerate

    def getnframes(self):
        return self._params.nframes

    def getcomptype(self):
        return self._params.comptype

    def getcompname(self):
        return self._params.compname

    def getparams(self):
        """All of it at once."""
        return self._params

    def tell(self):
        """Which frame is read next."""
        return self._frame

    def setpos(self, pos):
        """Goes to a frame."""
        if pos < 0 or pos > self._params.nframes:
            raise Error("position not in range")
        self._frame, self._moved = pos, True

    def rewind(self):
        """Goes to the first frame."""
        self._frame, self._moved = 0, True

    def readframes(self, nframes):
        """So many frames at most, as bytes."""
        if self._moved:
            self._samples.seek(self._frame * self._frame_size)
            self._moved = False
        if not nframes:
            return b""
        data = _in_file_order(self._samples.read(nframes * self._frame_size), self._params.sampwidth)
        self._frame += len(data) // self._frame_size
        return data


def _unpack(layout, chunk):
    data = chunk.read(layout.size)
    if len(data) < layout.size:
        raise EOFError
    return layout.unpack(data)


_FORMAT = struct.Struct("<HHLLH")
_BITS = struct.Struct("<H")
_EXTENSION = struct.Struct("<8x16s")


def _params_of(chunk):
    """What a chunk "fmt " says."""
    kind, channels, rate, _, _ = _unpack(_FORMAT, chunk)
    if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
        raise Error(f"unknown format: {kind!r}")
    bits, = _unpack(_BITS, chunk)
    if kind == WAVE_FORMAT_EXTENSIBLE and _unpack(_EXTENSION, chunk) != (_PCM_SUBFORMAT,):
        raise Error("unknown extended format")
    for value, name in (bits, "sample width"), (channels, "# of channels"):
        if not value:
            raise Error(f"bad {name}")
    return _wave_params(channels, -(-bits // 8), rate, 0, "NONE", "not compressed")


class Wave_write(_WaveFile):
    """Writes a file."""

    def __init__(self, f):
        # What is 0 wasn't set yet.
        self._params = _wave_params(0, 0, 0, 0, None, None)
        self._start = self._announced = None
        self._frames_written = self._bytes_written = 0
        self._take(f, "wb")

    def _set(self, name, value, is_right=True, message=None):
        if self._bytes_written:
            raise Error("cannot change parameters after starting to write")
        if not is_right:
            raise Error(message)
        self._params = self._params._replace(**{name: value})

    def _get(self, name, title):
        value = getattr(self._params, name)
        if not value:
            raise Error(f"{title} not set")
        return value

    def setnchannels(self, nchannels):
        self._set("nchannels", nchannels, nchannels >= 1, "bad # of channels")

    def getnchannels(self):
        return self._get("nchannels", "number of channels")

    def setsampwidth(self, sampwidth):
        self._set("sampwidth", sampwidth, 1 <= sampwidth <= 4, "bad sample width")

    def getsampwidth(self):
        return self._get("sampwidth", "sample width")

    def setframerate(self, framerate):
        self._set("framerate", framerate > 0 and int(round(framerate)), framerate > 0, "bad frame rate")

    def getframerate(self):
        return self._get("framerate", "frame rate")

    def setnframes(self, nframes):
        self._set("nframes", nframes)

    def getnframes(self):
        """So many were written."""
        return self._frames_written

    tell = getnframes

    def setcomptype(self, comptype, compname):
        self._set("comptype", comptype, comptype == "NONE", "unsupported compression type")
        self._set("compname", compname)

    def getcomptype(self):
        return self._params.comptype

    def getcompname(self):
        return self._params.compname

    def setparams(self, params):
        """All of it at once."""
        channels, width, rate, frames, comptype, compname = params
        self.setnchannels(channels)
        self.setsampwidth(width)
        self.setframerate(rate)
        self.setnframes(frames)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if 0 in self._params[:3]:
            raise Error("not all parameters set")
        return self._params

    def setmark(self, id, pos, name):
        """WAVE has none."""
        raise Error("setmark() not supported")

    def writeframesraw(self, data):
        """Writes frames, and leaves the header as it is."""
        samples = data if isinstance(data, (bytes, bytearray)) else memoryview(data).cast("B")
        self._begin(len(samples))
        width = self._params.sampwidth
        self._stream.write(_in_file_order(samples, width))
        self._bytes_written += len(samples)
        self._frames_written += len(samples) // (width * self._params.nchannels)

    def writeframes(self, data):
        """Writes frames, and makes the header right."""
        self.writeframesraw(data)
        self._correct_sizes()

    def close(self):
        """Makes the header right; a stream that was given stays open."""
        try:
            if self._stream:
                self._begin(0)
                self._correct_sizes()
                self._stream.flush()
        finally:
            self._let_go()

    def _begin(self, first_size):
        """Writes the header, if that wasn't done."""
        if self._announced is not None:
            return
        channels, width, rate, frames, _, _ = self._params
        for value, title in (channels, "# channels"), (width, "sample width"), (rate, "sampling rate"):
            if not value:
                raise Error(f"{title} not specified")
        frame_size = channels * width
        self._announced = (frames or first_size // frame_size) * frame_size
        self._params = self._params._replace(nframes=self._announced // frame_size)
        try:
            self._start = self._stream.tell()
        except (AttributeError, OSError):
            # It can't be corrected later.
            self._start = None
        self._stream.write(_HEADER.pack(
            b"RIFF", _DATA_SIZE_AT - 4 + self._announced, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, channels, rate, rate * frame_size,
            frame_size, width * 8, b"data", self._announced))

    def _correct_sizes(self):
        if self._announced == self._bytes_written:
            return
        end = self._stream.tell()
        for place, extra in (_RIFF_SIZE_AT, _DATA_SIZE_AT - 4), (_DATA_SIZE_AT, 0):
            self._stream.seek(self._start + place)
            self._stream.write(_SIZE.pack(self._bytes_written + extra))
        self._stream.seek(end)
        self._announced = self._bytes_written


def open(f, mode=None):
    """A file to read or to write."""
    kinds = {"r": Wave_read, "rb": Wave_read, "w": Wave_write, "wb": Wave_write}
    kind = kinds.get(getattr(f, "mode", "rb") if mode is None else mode)
    if kind is None:
        raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
    return kind(f)
