"""The next member of an archive, with what stands in the headers before it."""

from tarfile import _format as f
from tarfile._errors import HeaderError, InvalidHeaderError, SubsequentHeaderError


def blocks(size):
    """The size in whole blocks."""
    return -(-size // f.BLOCKSIZE) * f.BLOCKSIZE


def complete(member, archive):
    """The member that a header begins: it may be one that tells of the next."""
    if member.type in (f.GNUTYPE_LONGNAME, f.GNUTYPE_LONGLINK):
        return _of_long_name(member, archive)
    if member.type == f.GNUTYPE_SPARSE:
        return _sparse(member, archive)
    if member.type in (f.XHDTYPE, f.XGLTYPE, f.SOLARIS_XHDTYPE):
        return _of_pax(member, archive)
    member.offset_data = archive.fileobj.tell()
    archive.offset = member.offset_data
    if member.isreg() or member.type not in f.SUPPORTED_TYPES:
        archive.offset += blocks(member.size)
    _apply(member, archive.pax_headers, archive.encoding, archive.errors)
    if member.isdir():
        member.name = member.name.rstrip("/")
    return member


def _next(archive):
    try:
        return archive.tarinfo.fromtarfile(archive)
    except HeaderError as error:
        raise SubsequentHeaderError(str(error)) from None


def _of_long_name(member, archive):
    data = archive.fileobj.read(blocks(member.size))
    following = _next(archive)
    following.offset = member.offset
    text = f.text_of(data, archive.encoding, archive.errors)
    if member.type == f.GNUTYPE_LONGNAME:
        following.name = text
    else:
        following.linkname = text
    if following.isdir():
        following.name = following.name.removesuffix("/")
    return following


def _sparse(member, archive):
    from tarfile._info import _sparse_parts

    parts, is_extended, size = member._sparse_structs
    del member._sparse_structs
    while is_extended:
        data = archive.fileobj.read(f.BLOCKSIZE)
        parts += _sparse_parts(data[:504])
        is_extended = bool(data[504])
    member.sparse = parts
    member.offset_data = archive.fileobj.tell()
    archive.offset = member.offset_data + blocks(member.size)
    member.size = size
    return member


def _records(data):
    """Keywords and values of a header of pax's, as bytes."""
    found = []
    place = 0
    while len(data) > place and data[place] != 0:
        digits, space, _ = data[place:place + 21].partition(b" ")
        if not space or not digits.isdigit():
            raise InvalidHeaderError("invalid header")
        length = int(digits)
        if length < 5 or place + length > len(data):
            raise InvalidHeaderError("invalid header")
        keyword, equals, value = data[place + len(digits) + 1:place + length - 1].partition(b"=")
        if not keyword or equals != b"=" or data[place + length - 1] != 0x0A:
            raise InvalidHeaderError("invalid header")
        found.append((keyword, value))
        place += length
    return found


def _of_pax(member, archive):
    data = archive.fileobj.read(blocks(member.size))
    headers = archive.pax_headers if member.type == f.XGLTYPE else archive.pax_headers.copy()
    records = _records(data)
    charset = dict(records).get(b"hdrcharset", b"")
    encoding = archive.encoding if charset == b"BINARY" else "utf-8"
    for keyword, value in records:
        name = _text(keyword, "utf-8", "utf-8", archive.errors)
        if name in f.PAX_NAME_FIELDS:
            headers[name] = _text(value, encoding, archive.encoding, archive.errors)
        else:
            headers[name] = _text(value, "utf-8", "utf-8", archive.errors)
    following = _next(archive)
    if any(name.startswith("GNU.sparse.") for name in headers):
        raise NotImplementedError("aiocc doesn't read sparse files of pax's formats")
    if member.type in (f.XHDTYPE, f.SOLARIS_XHDTYPE):
        _apply(following, headers, archive.encoding, archive.errors)
        following.offset = member.offset
        if "size" in headers:
            archive.offset = following.offset_data
            if following.isreg() or following.type not in f.SUPPORTED_TYPES:
                archive.offset += blocks(following.size)
    return following


def _text(data, encoding, fallback, errors):
    try:
        return data.decode(encoding, "strict")
    except UnicodeDecodeError:
        return data.decode(fallback, errors)


def _apply(member, headers, encoding, errors):
    for keyword, value in headers.items():
        if keyword not in f.PAX_FIELDS:
            continue
        if keyword == "path":
            value = value.rstrip("/")
        if keyword in f.PAX_NUMBER_FIELDS:
            try:
                value = f.PAX_NUMBER_FIELDS[keyword](value)
            except ValueError:
                value = 0
        setattr(member, keyword, value)
    member.pax_headers = headers.copy()
