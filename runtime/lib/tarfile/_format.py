"""The fields of a header: 512 bytes, numbers in octal digits (POSIX.1-1988), or in base 256 where that's too short (GNU)."""

import struct

from tarfile._errors import InvalidHeaderError

BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
GNU_MAGIC = b"ustar  \0"
POSIX_MAGIC = b"ustar\x0000"

LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155

REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE = b"0", b"\0", b"1", b"2", b"3", b"4"
DIRTYPE, FIFOTYPE, CONTTYPE = b"5", b"6", b"7"
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b"L", b"K", b"S"
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b"x", b"g", b"X"

USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2

SUPPORTED_TYPES = (
    REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME, GNUTYPE_LONGLINK,
    GNUTYPE_SPARSE,
)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
GNU_TYPES = (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
PAX_FIELDS = ("path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname")
PAX_NAME_FIELDS = {"path", "linkpath", "uname", "gname"}
PAX_NUMBER_FIELDS = {"atime": float, "ctime": float, "mtime": float, "uid": int, "gid": int, "size": int}


def text_field(text, length, encoding, errors):
    if text is None:
        raise ValueError("metadata cannot contain None")
    data = text.encode(encoding, errors)
    return data[:length] + (length - len(data)) * b"\0"


def text_of(field, encoding, errors):
    end = field.find(b"\0")
    return (field if end < 0 else field[:end]).decode(encoding, errors)


def number_of(field):
    if field[0] in (0o200, 0o377):
        number = int.from_bytes(field[1:], "big")
        return number - 256 ** (len(field) - 1) if field[0] == 0o377 else number
    try:
        return int(text_of(field, "ascii", "strict").strip() or "0", 8)
    except ValueError:
        raise InvalidHeaderError("invalid header") from None


def number_field(number, digits=8, format=GNU_FORMAT):
    number = int(number)
    if 0 <= number < 8 ** (digits - 1):
        return f"{number:0{digits - 1}o}".encode("ascii") + b"\0"
    if format == GNU_FORMAT and -256 ** (digits - 1) <= number < 256 ** (digits - 1):
        first = b"\x80" if number >= 0 else b"\xff"
        return first + (number % 256 ** (digits - 1)).to_bytes(digits - 1, "big")
    raise ValueError("overflow in number field")


def checksums(block):
    """The sum of a header's bytes, its own field counted as spaces: as unsigned and as signed numbers."""
    others = block[:148] + block[156:512]
    return 256 + sum(others), 256 + sum(struct.unpack("504b", others))


def with_padding(data):
    rest = len(data) % BLOCKSIZE
    return data + bytes(BLOCKSIZE - rest) if rest else data


def header_block(info, format, encoding, errors):
    """The block for the values of a dict."""
    def need(name):
        value = info.get(name)
        if value is None:
            raise ValueError("metadata cannot contain None")
        return value

    device = info.get("type") in (CHRTYPE, BLKTYPE)
    fields = [
        text_field(need("name"), 100, encoding, errors),
        number_field(need("mode") & 0o7777, 8, format),
        number_field(need("uid"), 8, format),
        number_field(need("gid"), 8, format),
        number_field(need("size"), 12, format),
        number_field(need("mtime"), 12, format),
        b"        ",
        info.get("type", REGTYPE),
        text_field(need("linkname"), 100, encoding, errors),
        info.get("magic", POSIX_MAGIC),
        text_field(need("uname"), 32, encoding, errors),
        text_field(need("gname"), 32, encoding, errors),
        number_field(info["devmajor"], 8, format) if device else text_field("", 8, encoding, errors),
        number_field(info["devminor"], 8, format) if device else text_field("", 8, encoding, errors),
        text_field(info.get("prefix", ""), 155, encoding, errors),
    ]
    block = b"".join(fields)
    block += bytes(BLOCKSIZE - len(block))
    return block[:148] + f"{checksums(block)[0]:06o}\0".encode("ascii") + block[155:]
