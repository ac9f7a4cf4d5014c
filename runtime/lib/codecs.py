"""Encodings: of texts, and of bytes as other bytes."""

import _plain_codecs
import base64
import binascii
import io
import sys
import zlib

__all__ = [
    "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE",
    "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "BufferedIncrementalEncoder",
    "BufferedIncrementalDecoder", "StreamReader", "StreamWriter", "StreamReaderWriter", "decode", "encode", "getdecoder", "getencoder",
    "getincrementaldecoder", "getincrementalencoder", "getreader", "getwriter", "iterdecode", "iterencode", "lookup", "open", "register",
    "unregister", "register_error", "lookup_error", "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == "little" else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == "little" else BOM_UTF32_BE
BOM32_LE = BOM_UTF16_LE
BOM32_BE = BOM_UTF16_BE
BOM64_LE = BOM_UTF32_LE
BOM64_BE = BOM_UTF32_BE

_NAMES = {
    "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "latin1": "iso8859-1", "latin-1": "iso8859-1", "iso-8859-1": "iso8859-1",
    "iso8859-1": "iso8859-1", "8859": "iso8859-1", "l1": "iso8859-1", "us-ascii": "ascii", "646": "ascii", "utf8-sig": "utf-8-sig",
    "utf16": "utf-16", "utf32": "utf-32",
}


# Bytes as bytes, and rot13.


def _rot13(text, errors="strict"):
    result = []
    for letter in text:
        for first in ("a", "A"):
            place = ord(letter) - ord(first)
            if 0 <= place < 26:
                letter = chr(ord(first) + (place + 13) % 26)
                break
        result.append(letter)
    return "".join(result), len(text)


def _counted(function):
    def convert(data, errors="strict"):
        return function(data), len(data)

    return convert


def _quote(data):
    result = []
    for byte in bytes(data):
        is_plain = 33 <= byte <= 126 and byte != 61 or byte == 10
        result.append(chr(byte) if is_plain else f"={byte:02X}")
    return "".join(result).encode("ascii")


def _unquote(data):
    parts = bytes(data).replace(b"=\n", b"").split(b"=")
    return parts[0] + b"".join([bytes([int(part[:2], 16)]) + part[2:] for part in parts[1:]])


_TRANSFORMS = {
    "rot-13": (_rot13, _rot13),
    "hex": (_counted(binascii.b2a_hex), _counted(binascii.a2b_hex)),
    "base64": (_counted(base64.encodebytes), _counted(base64.decodebytes)),
    "zlib": (_counted(zlib.compress), _counted(zlib.decompress)),
    "quopri": (_counted(_quote), _counted(_unquote)),
}
_TRANSFORM_NAMES = {
    "rot13": "rot-13", "rot-13": "rot-13", "hex": "hex", "hex-codec": "hex", "base64": "base64", "base-64": "base64",
    "base64-codec": "base64", "zlib": "zlib", "zip": "zlib", "zlib-codec": "zlib", "quopri": "quopri", "quopri-codec": "quopri",
    "quoted-printable": "quopri", "quotedprintable": "quopri",
}


def _key(encoding):
    return encoding.lower().replace("_", "-").replace(" ", "-")


def encode(obj, encoding="utf-8", errors="strict"):
    """`obj` in that encoding."""
    return _noted("encoding", _encode, obj, encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """What `obj` is in that encoding."""
    return _noted("decoding", _decode, obj, encoding, errors)


def _noted(doing, convert, obj, encoding, errors):
    """What `convert` makes of `obj`. Errors of the codec's, rather than of the search for it, get a note."""
    if not isinstance(encoding, str):
        raise TypeError(f"{convert.__name__[1:]}() argument 'encoding' must be str, not {type(encoding).__name__}")
    try:
        return convert(obj, encoding, errors)
    except Exception as error:
        note = f"{doing} with '{encoding}' codec failed"
        is_unknown = type(error) is LookupError and str(error) == f"unknown encoding: {encoding}"
        if not is_unknown and note not in getattr(error, "__notes__", ()):
            error.add_note(note)
        raise


def _encode(obj, encoding, errors):
    transform = _TRANSFORM_NAMES.get(_key(encoding))
    if transform is not None:
        return _TRANSFORMS[transform][0](obj)[0]
    if _search_functions and not _is_built_in(encoding):
        return _result_of(lookup(encoding)[0], obj, errors, "encoder must return a tuple (object, integer)")
    if not isinstance(obj, str):
        name = lookup(encoding).name.replace("-", "_")
        raise TypeError(f"{name}_encode() argument 1 must be str, not {type(obj).__name__}")
    return _plain_codecs.encode(obj, encoding, errors)


def _decode(obj, encoding, errors):
    key = _key(encoding)
    transform = _TRANSFORM_NAMES.get(key)
    if transform is not None:
        return _TRANSFORMS[transform][1](obj)[0]
    if _search_functions and not _is_built_in(encoding):
        return _result_of(lookup(encoding)[1], obj, errors, "decoder must return a tuple (object, integer)")
    if isinstance(obj, str):
        if key not in ("unicode-escape", "raw-unicode-escape"):
            raise TypeError(f"a bytes-like object is required, not '{type(obj).__name__}'")
        obj = obj.encode("utf-8")
    return _plain_codecs.decode(bytes(obj), encoding, errors)


encode.__module__ = decode.__module__ = "_codecs"


# What the program registers.

_search_functions = []
# Names to what the search functions gave.
_found_codecs = {}
# The question is whether the runtime has an encoding itself.
_asks_runtime = False
_error_handlers = {}


def register(search_function, /):
    """`search_function(name)` gives the CodecInfo of an encoding that's not known otherwise, or None."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    """Forgets it, and all that has been found."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _found_codecs.clear()


def _registered(encoding):
    """The CodecInfo of a registered encoding, or None."""
    name = "".join([letter if letter.isalnum() or letter == "." else "_" for letter in encoding.lower()])
    if name in _found_codecs:
        return _found_codecs[name]
    for search in _search_functions:
        found = search(name)
        if found is None:
            continue
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError("codec search functions must return 4-tuples")
        _found_codecs[name] = found
        return found
    return None


def _is_built_in(encoding):
    """Whether the runtime has it."""
    global _asks_runtime
    _asks_runtime = True
    try:
        "".encode(encoding)
    except LookupError:
        return False
    finally:
        _asks_runtime = False
    return True


def _text_codec(encoding, function):
    codec = None if _asks_runtime else _registered(encoding)
    if codec is not None and not getattr(codec, "_is_text_encoding", True):
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.{function}() to handle arbitrary codecs")
    return codec


def _result_of(convert, data, errors, complaint):
    result = convert(data) if errors == "strict" else convert(data, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(complaint)
    return result[0]


def _noted_result(convert, data, errors, complaint, note):
    def noting(*args):
        try:
            return convert(*args)
        except Exception as error:
            error.add_note(note)
            raise

    return _result_of(noting, data, errors, complaint)


def _converted(data, encoding, errors, function, place, kind, complaint):
    """What a registered encoding's `function`, which stands at `place` in its codec, makes of `data`; None where there's none."""
    codec = _text_codec(encoding, function)
    if codec is None:
        return None
    result = _noted_result(codec[place], data, errors, complaint, f"{function[:-1]}ing with '{encoding}' codec failed")
    if not isinstance(result, kind):
        raise TypeError(f"{encoding!r} {function}r returned {type(result).__name__!r} instead of {kind.__name__!r}; "
                        f"use codecs.{function}() to {function} to arbitrary types")
    return result


def _encoded(text, encoding, errors):
    """What str.encode gives by a registered encoding; None where there's none."""
    return _converted(text, encoding, errors, "encode", 0, bytes, "encoder must return a tuple (object, integer)")


def _decoded(data, encoding, errors):
    """What bytes.decode gives by a registered encoding; None where there's none."""
    return _converted(data, encoding, errors, "decode", 1, str, "decoder must return a tuple (object,integer)")


def register_error(errors, handler, /):
    """`handler(exception)` gives what stands for the part that can't be converted, and the place to go on from."""
    if not isinstance(errors, str):
        raise TypeError(f"register_error() argument 1 must be str, not {type(errors).__name__}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _error_handlers[errors] = handler


def lookup_error(name, /):
    """The error handler of that name."""
    found = _error_handlers.get(name)
    if found is None:
        raise LookupError(f"unknown error handler name {name!r}")
    return found


def _handled(errors, exception):
    """What the handler puts in place of the exception's part; None where there's no such handler."""
    handler = _error_handlers.get(errors)
    if handler is None:
        return None
    encodes = isinstance(exception, UnicodeEncodeError)
    result = handler(exception)
    is_right = isinstance(result, tuple) and len(result) == 2 and isinstance(result[0], (str, bytes) if encodes else str)
    if not is_right or not isinstance(result[1], int):
        kind = "encoding" if encodes else "decoding"
        raise TypeError(f"{kind} error handler must return ({'str/bytes' if encodes else 'str'}, int) tuple")
    place = result[1] + len(exception.object) if result[1] < 0 else result[1]
    if not 0 <= place <= len(exception.object):
        raise IndexError(f"position {result[1]} from error handler out of bounds")
    if place != exception.end:
        raise NotImplementedError("aiocc goes on only behind what an error handler was asked about")
    return result[0]


def _unhandled(exception):
    return TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def _letters(exception):
    return exception.object[exception.start:exception.end]


def strict_errors(exception, /):
    """Raises it."""
    if not isinstance(exception, BaseException):
        raise TypeError("codec must pass exception instance")
    raise exception


def ignore_errors(exception, /):
    """Nothing stands for what's wrong."""
    if not isinstance(exception, UnicodeError):
        raise _unhandled(exception)
    return "", exception.end


def replace_errors(exception, /):
    """A question mark, or U+FFFD."""
    if isinstance(exception, UnicodeEncodeError):
        return "?" * len(_letters(exception)), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * len(_letters(exception)), exception.end
    raise _unhandled(exception)


def xmlcharrefreplace_errors(exception, /):
    """Numbers, as XML writes them."""
    if not isinstance(exception, UnicodeEncodeError):
        raise _unhandled(exception)
    return "".join([f"&#{ord(letter)};" for letter in _letters(exception)]), exception.end


def backslashreplace_errors(exception, /):
    """Escapes, as in str literals."""
    if isinstance(exception, UnicodeDecodeError):
        return "".join([f"\\x{byte:02x}" for byte in _letters(exception)]), exception.end
    if not isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        raise _unhandled(exception)
    return _letters(exception).encode("ascii", "backslashreplace").decode("ascii"), exception.end


def _by_surrogates(exception):
    if isinstance(exception, UnicodeEncodeError):
        letters = _letters(exception)
        if not all(["\udc80" <= letter <= "\udcff" for letter in letters]):
            raise exception
        return bytes([ord(letter) - 0xDC00 for letter in letters]), exception.end
    if not isinstance(exception, UnicodeDecodeError):
        raise _unhandled(exception)
    if any([byte < 0x80 for byte in _letters(exception)]):
        raise exception
    return "".join([chr(0xDC00 + byte) for byte in _letters(exception)]), exception.end


_error_handlers.update({
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors, "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors, "surrogateescape": _by_surrogates,
})


# What's known of an encoding.


class Codec:
    """Encodes and decodes."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes a text piece by piece: derived classes say how."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """One that keeps what `_buffer_encode` hasn't taken yet."""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        text = self.buffer + input
        result, taken = self._buffer_encode(text, self.errors, final)
        self.buffer = text[taken:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes bytes piece by piece: derived classes say how."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """One that keeps what `_buffer_decode` hasn't taken yet, the beginning of a character."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, taken = self._buffer_decode(data, self.errors, final)
        self.buffer = data[taken:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _OverStream:
    """What it hasn't itself is its stream's, which it closes at the end of a `with`."""

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamWriter(Codec, _OverStream):
    """Writes texts to a stream of bytes, as its method `encode` gives them."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(Codec, _OverStream):
    """Reads texts from a stream of bytes, as its method `decode` gives them."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self._forget()

    def _forget(self):
        # Bytes that aren't decoded yet, what's decoded but not read, and lines that are: the last of those may go on.
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()
        self.linebuffer = None

    def read(self, size=-1, chars=-1, firstline=False):
        """About `size` bytes as text, or `chars` characters; with `firstline`, what's wrong behind the first line doesn't matter yet."""
        if self.linebuffer:
            self.charbuffer = self.charbuffertype().join(self.linebuffer)
            self.linebuffer = None
        count = size if chars < 0 else chars
        while count < 0 or len(self.charbuffer) < count:
            new = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + new
            if not data:
                break
            text, taken = self._decode_lines(data) if firstline else self.decode(data, self.errors)
            self.bytebuffer = data[taken:]
            self.charbuffer += text
            if not new:
                break
        if count < 0:
            count = len(self.charbuffer)
        result = self.charbuffer[:count]
        self.charbuffer = self.charbuffer[count:]
        return result

    def _decode_lines(self, data):
        try:
            return self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            text, taken = self.decode(data[:error.start], self.errors)
            if len(text.splitlines()) <= 1:
                raise
            return text, taken

    def readline(self, size=None, keepends=True):
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                self.charbuffer = self.linebuffer.pop()
                self.linebuffer = None
            return line if keepends else line.splitlines()[0]
        text = self.charbuffertype()
        count = size or 72
        while True:
            piece = self.read(count, firstline=True)
            if piece and piece[-1:] in ("\r", b"\r"):
                # Its `\n` may be the next.
                piece += self.read(size=1, chars=1)
            text += piece
            lines = text.splitlines(True)
            if lines and (len(lines) > 1 or lines[0] != lines[0].splitlines()[0]):
                return self._first_of(lines, keepends)
            if not piece or size is not None:
                return text if keepends or not lines else lines[0].splitlines()[0]
            if count < 8000:
                count *= 2

    def _first_of(self, lines, keepends):
        line, *others = lines
        if len(others) > 1:
            others[-1] += self.charbuffer
            self.linebuffer = others
            self.charbuffer = None
        elif others:
            self.charbuffer = others[0] + self.charbuffer
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._forget()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration


class StreamReaderWriter(_OverStream):
    """A reader and a writer of one stream."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


# The same of the runtime's encodings: derived classes say which by `encoding`.

_NATIVE = "-le" if sys.byteorder == "little" else "-be"
_BYTE_ORDER_MARKS = {
    "utf-16": ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")),
    "utf-32": ((BOM_UTF32_LE, "utf-32-le"), (BOM_UTF32_BE, "utf-32-be")),
    "utf-8-sig": ((BOM_UTF8, "utf-8"),),
}
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
# What may follow the first byte of three or four in UTF-8, where that's less than 0x80..0xBF; surrogates are refused later.
_SECOND_BYTES = {0xE0: (0xA0, 0xBF), 0xF0: (0x90, 0xBF), 0xF4: (0x80, 0x8F)}


def _plain_name(encoding):
    key = _key(encoding)
    return _NAMES.get(key, key)


class _Marked:
    """What a text's beginning says: the encoding of the rest."""

    def __init__(self, encoding):
        self.encoding = encoding
        self.marks = _BYTE_ORDER_MARKS.get(_plain_name(encoding), ())
        self.rest = None

    def encode(self, text, errors):
        encoding = self.rest or self.encoding
        if self.marks and self.rest is None:
            self.rest = self.marks[0][1] if len(self.marks) == 1 else _plain_name(self.encoding) + _NATIVE
        return _encode(text, encoding, errors)

    def decode(self, data, errors, final):
        """The text, and how many bytes it takes; the beginning of a character is left where it isn't `final`."""
        data = bytes(data)
        start = 0
        if self.marks and self.rest is None:
            start = self._read_mark(data, final)
            if self.rest is None:
                return "", 0
        encoding = self.rest or self.encoding
        end = len(data) if final else len(data) - _open_end(data[start:], _plain_name(encoding), errors)
        return _decode(data[start:end], encoding, errors) if start < end else "", end

    def _read_mark(self, data, final):
        for mark, encoding in self.marks:
            if data.startswith(mark):
                self.rest = encoding
                return len(mark)
        may_follow = any([mark.startswith(data) for mark, _ in self.marks])
        if may_follow and not final or not data:
            return 0
        width = len(self.marks[0][0])
        if len(self.marks) > 1 and (len(data) >= width or not final):
            if len(data) < width:
                return 0
            raise UnicodeDecodeError(_plain_name(self.encoding), data, 0, width, "Stream does not start with BOM")
        self.rest = self.marks[0][1]
        return 0


def _open_end(data, encoding, errors):
    """How many bytes at the end may be the beginning of a character."""
    if encoding == "utf-8":
        return _open_utf8(data)
    if encoding.startswith("utf-16"):
        odd = len(data) % 2
        last = data[len(data) - odd - 2:len(data) - odd]
        high = last[-1:] if encoding == "utf-16-le" else last[:1]
        return odd + 2 if high and 0xD8 <= high[0] <= 0xDB else odd
    if encoding.startswith("utf-32"):
        return len(data) % 4
    if encoding in ("unicode-escape", "raw-unicode-escape"):
        return _open_escape(data, "xuU" if encoding == "unicode-escape" else "uU", has_names=encoding == "unicode-escape")
    return 0


def _open_utf8(data):
    for count in range(1, min(4, len(data) + 1)):
        first = data[-count]
        if first < 0x80:
            return 0
        if first >= 0xC0:
            needed = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
            low, high = _SECOND_BYTES.get(first, (0x80, 0xBF))
            is_right = 0xC2 <= first <= 0xF4 and (count == 1 or low <= data[1 - count] <= high)
            return count if is_right and count < needed else 0
    return 0


def _open_escape(data, kinds, has_names):
    place = data.rfind(b"\\")
    backslashes = len(data[:place + 1]) - len(data[:place + 1].rstrip(b"\\"))
    if backslashes % 2 == 0:
        return 0
    tail = data[place:].decode("latin-1")
    kind, digits = tail[1:2], tail[2:]
    if kind == "" or has_names and kind == "N" and digits[:1] in ("", "{") and "}" not in digits:
        return len(tail)
    is_open = kind in kinds and len(digits) < _HEX_DIGITS[kind] and all([digit in "0123456789abcdefABCDEF" for digit in digits])
    return len(tail) if is_open else 0


class _TextEncoder(IncrementalEncoder):
    encoding = "utf-8"

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._text = _Marked(self.encoding)

    def encode(self, input, final=False):
        return self._text.encode(input, self.errors)

    def reset(self):
        self._text = _Marked(self.encoding)

    def getstate(self):
        """Whether the mark is still to come."""
        marks = len(self._text.marks)
        return marks if marks and self._text.rest is None else 0

    def setstate(self, state):
        self.reset()
        if not state:
            self._text.encode("", "strict")


class _TextDecoder(BufferedIncrementalDecoder):
    encoding = "utf-8"

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._text = _Marked(self.encoding)

    def _buffer_decode(self, input, errors, final):
        return self._text.decode(input, errors, final)

    def reset(self):
        super().reset()
        self._text = _Marked(self.encoding)

    def getstate(self):
        """What waits, and the byte order: 0 is the machine's, 1 the other, 2 none yet. Of a mark alone, 1 is that it's still to come."""
        text = self._text
        if len(text.marks) == 1:
            return self.buffer, int(text.rest is None)
        if not text.marks:
            return self.buffer, 0
        return self.buffer, 2 if text.rest is None else int(not text.rest.endswith(_NATIVE))

    def setstate(self, state):
        self.reset()
        self.buffer, flag = state
        marks = self._text.marks
        if len(marks) == 1 and flag == 0:
            self._text.rest = marks[0][1]
        elif len(marks) > 1 and flag != 2:
            is_native = [encoding.endswith(_NATIVE) for _, encoding in marks]
            self._text.rest = marks[is_native.index(flag == 0)][1]


class _TextWriter(StreamWriter):
    encoding = "utf-8"

    def __init__(self, stream, errors="strict"):
        super().__init__(stream, errors)
        self._marked = _Marked(self.encoding)

    def encode(self, input, errors="strict"):
        return self._marked.encode(input, errors), len(input)

    def reset(self):
        super().reset()
        self._marked = _Marked(self.encoding)


class _TextReader(StreamReader):
    encoding = "utf-8"

    def __init__(self, stream, errors="strict"):
        super().__init__(stream, errors)
        self._marked = _Marked(self.encoding)

    def decode(self, input, errors="strict"):
        return self._marked.decode(input, errors, False)

    def reset(self):
        super().reset()
        self._marked = _Marked(self.encoding)


class _TransformEncoder(IncrementalEncoder):
    """Each piece for itself."""

    def encode(self, input, final=False):
        return _TRANSFORMS[self.transform][0](input)[0]


class _TransformDecoder(IncrementalDecoder):
    def decode(self, input, final=False):
        return _TRANSFORMS[self.transform][1](input)[0]


class CodecInfo(tuple):
    """The functions and classes of an encoding."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        made = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        made.name = name
        made.encode = encode
        made.decode = decode
        made.incrementalencoder = incrementalencoder
        made.incrementaldecoder = incrementaldecoder
        made.streamwriter = streamwriter
        made.streamreader = streamreader
        if _is_text_encoding is not None:
            made._is_text_encoding = _is_text_encoding
        return made

    _is_text_encoding = True

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        return f"<{self.__class__.__module__}.{self.__class__.__qualname__} object for encoding {self.name} at {hex(id(self))}>"


def lookup(encoding, /):
    """The CodecInfo of an encoding; LookupError where there's none."""
    key = _key(encoding)
    transform = _TRANSFORM_NAMES.get(key)
    if transform is not None:
        return _transform_info(transform)
    if not _is_built_in(encoding):
        found = _registered(encoding)
        if found is None:
            raise LookupError(f"unknown encoding: {encoding}")
        return found

    def encode_text(input, errors="strict"):
        return _encode(input, encoding, errors), len(input)

    def decode_bytes(input, errors="strict"):
        return _decode(input, encoding, errors), len(input)

    named = {"encoding": encoding}
    return CodecInfo(
        encode_text, decode_bytes, type("StreamReader", (_TextReader,), named), type("StreamWriter", (_TextWriter,), named),
        type("IncrementalEncoder", (_TextEncoder,), named), type("IncrementalDecoder", (_TextDecoder,), named), _plain_name(encoding),
    )


def _transform_info(transform):
    named = {"transform": transform}
    return CodecInfo(
        *_TRANSFORMS[transform], name=transform, _is_text_encoding=False,
        incrementalencoder=type("IncrementalEncoder", (_TransformEncoder,), named),
        incrementaldecoder=type("IncrementalDecoder", (_TransformDecoder,), named),
    )


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes texts, each as it comes."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        output = encoder.encode(text)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes pieces of bytes, each as it comes."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        output = decoder.decode(data)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """A file whose lines end as in str.splitlines, and stay as they are."""
    if encoding is None:
        return io.open(filename, mode, buffering)
    file = io.open(filename, mode if "b" in mode else mode + "b", buffering)
    try:
        info = lookup(encoding)
        both = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        both.encoding = encoding
        return both
    except BaseException:
        file.close()
        raise
