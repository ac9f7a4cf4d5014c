"""A member of an archive: what is known of it, and the header that tells it."""

import copy

from tarfile import _format as f
from tarfile._errors import EmptyHeaderError, EOFHeaderError, InvalidHeaderError, TruncatedHeaderError

_KEEP = object()


class TarInfo:
    """A member: a file, a folder, a link, or something special."""

    __slots__ = {
        "name": "Name of the archive member.", "mode": "Permission bits.",
        "uid": "User ID of the user who originally stored this member.",
        "gid": "Group ID of the user who originally stored this member.", "size": "Size in bytes.",
        "mtime": "Time of last modification.", "chksum": "Header checksum.",
        "type": "File type. type is usually one of these constants: REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, "
                "CHRTYPE, BLKTYPE, GNUTYPE_SPARSE.",
        "linkname": "Name of the target file name, which is only present in TarInfo objects of type LNKTYPE and SYMTYPE.",
        "uname": "User name.", "gname": "Group name.", "devmajor": "Device major number.", "devminor": "Device minor number.",
        "offset": "The tar header starts here.", "offset_data": "The file's data starts here.",
        "pax_headers": "A dictionary containing key-value pairs of an associated pax extended header.",
        "sparse": "Sparse member information.", "_tarfile": None, "_sparse_structs": None, "_link_target": None,
    }

    def __init__(self, name=""):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = 0
        self.size = self.mtime = self.chksum = 0
        self.type = f.REGTYPE
        self.linkname = self.uname = self.gname = ""
        self.devmajor = self.devminor = 0
        self.offset = self.offset_data = 0
        self.sparse = None
        self.pax_headers = {}
        self._tarfile = None

    @property
    def tarfile(self):
        import warnings

        warnings.warn(
            "The undocumented \"tarfile\" attribute of TarInfo objects is deprecated and will be removed in Python 3.16",
            DeprecationWarning, stacklevel=2)
        return self._tarfile

    def _get_name(self):
        return self.name

    def _set_name(self, name):
        self.name = name

    def _get_linkname(self):
        return self.linkname

    def _set_linkname(self, linkname):
        self.linkname = linkname

    # As the format pax calls them.
    path = property(_get_name, _set_name)
    linkpath = property(_get_linkname, _set_linkname)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r} at {id(self):#x}>"

    def replace(self, *, name=_KEEP, mtime=_KEEP, mode=_KEEP, linkname=_KEEP, uid=_KEEP, gid=_KEEP, uname=_KEEP, gname=_KEEP, deep=True):
        """Another one that differs in these things."""
        result = copy.deepcopy(self) if deep else copy.copy(self)
        changes = {
            "name": name, "mtime": mtime, "mode": mode, "linkname": linkname, "uid": uid, "gid": gid, "uname": uname, "gname": gname,
        }
        for attribute, value in changes.items():
            if value is not _KEEP:
                setattr(result, attribute, value)
        return result

    def get_info(self):
        """The header's fields as a dict."""
        info = {name: getattr(self, name) for name in (
            "name", "uid", "gid", "size", "mtime", "chksum", "type", "linkname", "uname", "gname", "devmajor", "devminor")}
        info["mode"] = None if self.mode is None else self.mode & 0o7777
        if info["type"] == f.DIRTYPE and not info["name"].endswith("/"):
            info["name"] += "/"
        return info

    def tobuf(self, format=f.PAX_FORMAT, encoding="utf-8", errors="surrogateescape"):
        """The header's blocks."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError(f"{name} may not be None")
        if format == f.USTAR_FORMAT:
            return self.create_ustar_header(info, encoding, errors)
        if format == f.GNU_FORMAT:
            return self.create_gnu_header(info, encoding, errors)
        if format == f.PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        raise ValueError("invalid format")

    def create_ustar_header(self, info, encoding, errors):
        info["magic"] = f.POSIX_MAGIC
        if len(info["linkname"].encode(encoding, errors)) > f.LENGTH_LINK:
            raise ValueError("linkname is too long")
        if len(info["name"].encode(encoding, errors)) > f.LENGTH_NAME:
            info["prefix"], info["name"] = self._split_name(info["name"], encoding, errors)
        return f.header_block(info, f.USTAR_FORMAT, encoding, errors)

    def create_gnu_header(self, info, encoding, errors):
        info["magic"] = f.GNU_MAGIC
        before = b""
        if len(info["linkname"].encode(encoding, errors)) > f.LENGTH_LINK:
            before += _long_name(info["linkname"], f.GNUTYPE_LONGLINK, encoding, errors)
        if len(info["name"].encode(encoding, errors)) > f.LENGTH_NAME:
            before += _long_name(info["name"], f.GNUTYPE_LONGNAME, encoding, errors)
        return before + f.header_block(info, f.GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        info["magic"] = f.POSIX_MAGIC
        headers = self.pax_headers.copy()
        # What a header of old can't hold.
        for name, key, length in (("name", "path", f.LENGTH_NAME), ("linkname", "linkpath", f.LENGTH_LINK), ("uname", "uname", 32),
                                  ("gname", "gname", 32)):
            if key in headers:
                continue
            try:
                info[name].encode("ascii", "strict")
            except UnicodeEncodeError:
                headers[key] = info[name]
                continue
            if len(info[name]) > length:
                headers[key] = info[name]
        for name, digits in (("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12)):
            value = info[name]
            whole = round(value) if isinstance(value, float) else value
            fits = 0 <= whole < 8 ** (digits - 1)
            info[name] = whole if fits else 0
            if (not fits or isinstance(value, float)) and name not in headers:
                headers[name] = str(value)
        before = _pax_block(headers, f.XHDTYPE, encoding) if headers else b""
        return before + f.header_block(info, f.USTAR_FORMAT, "ascii", "replace")

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        return _pax_block(pax_headers, f.XGLTYPE, "utf-8")

    def _split_name(self, name, encoding, errors):
        """A long name in two, at a slash."""
        parts = name.split("/")
        for count in range(1, len(parts)):
            prefix, rest = "/".join(parts[:count]), "/".join(parts[count:])
            if len(prefix.encode(encoding, errors)) <= f.LENGTH_PREFIX and len(rest.encode(encoding, errors)) <= f.LENGTH_NAME:
                return prefix, rest
        raise ValueError("name is too long")

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """What a header's block tells."""
        if len(buf) == 0:
            raise EmptyHeaderError("empty header")
        if len(buf) != f.BLOCKSIZE:
            raise TruncatedHeaderError("truncated header")
        if buf.count(b"\0") == f.BLOCKSIZE:
            raise EOFHeaderError("end of file header")
        checksum = f.number_of(buf[148:156])
        if checksum not in f.checksums(buf):
            raise InvalidHeaderError("bad checksum")
        member = cls()
        member._read_fields(buf, encoding, errors)
        member.chksum = checksum
        return member

    def _read_fields(self, buf, encoding, errors):
        self.name = f.text_of(buf[0:100], encoding, errors)
        self.mode, self.uid, self.gid = f.number_of(buf[100:108]), f.number_of(buf[108:116]), f.number_of(buf[116:124])
        self.size, self.mtime = f.number_of(buf[124:136]), f.number_of(buf[136:148])
        self.type = buf[156:157]
        self.linkname = f.text_of(buf[157:257], encoding, errors)
        self.uname, self.gname = f.text_of(buf[265:297], encoding, errors), f.text_of(buf[297:329], encoding, errors)
        self.devmajor, self.devminor = f.number_of(buf[329:337]), f.number_of(buf[337:345])
        prefix = f.text_of(buf[345:500], encoding, errors)
        # Folders of old are files whose names end with a slash.
        if self.type == f.AREGTYPE and self.name.endswith("/"):
            self.type = f.DIRTYPE
        if self.type == f.GNUTYPE_SPARSE:
            self._read_sparse(buf)
        if self.isdir():
            self.name = self.name.rstrip("/")
        if prefix and self.type not in f.GNU_TYPES:
            self.name = prefix + "/" + self.name

    def _read_sparse(self, buf):
        structs = _sparse_parts(buf[386:482])
        self._sparse_structs = (structs, bool(buf[482]), f.number_of(buf[483:495]))

    @classmethod
    def fromtarfile(cls, tarfile):
        """The next member of an archive."""
        member = cls.frombuf(tarfile.fileobj.read(f.BLOCKSIZE), tarfile.encoding, tarfile.errors)
        member.offset = tarfile.fileobj.tell() - f.BLOCKSIZE
        from tarfile import _reading

        return _reading.complete(member, tarfile)

    def isreg(self):
        return self.type in f.REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        return self.type == f.DIRTYPE

    def issym(self):
        return self.type == f.SYMTYPE

    def islnk(self):
        return self.type == f.LNKTYPE

    def ischr(self):
        return self.type == f.CHRTYPE

    def isblk(self):
        return self.type == f.BLKTYPE

    def isfifo(self):
        return self.type == f.FIFOTYPE

    def issparse(self):
        return self.sparse is not None

    def isdev(self):
        return self.type in (f.CHRTYPE, f.BLKTYPE, f.FIFOTYPE)


def _sparse_parts(data):
    """Places and lengths, 12 digits each."""
    parts = []
    for place in range(0, len(data) - 23, 24):
        try:
            start, length = f.number_of(data[place:place + 12]), f.number_of(data[place + 12:place + 24])
        except ValueError:
            break
        if length:
            parts.append((start, length))
    return parts


def _long_name(name, kind, encoding, errors):
    data = name.encode(encoding, errors) + b"\0"
    info = {
        "name": "././@LongLink", "type": kind, "size": len(data), "magic": f.GNU_MAGIC, "mode": 0, "uid": 0, "gid": 0, "mtime": 0,
        "linkname": "", "uname": "", "gname": "",
    }
    return f.header_block(info, f.USTAR_FORMAT, encoding, errors) + f.with_padding(data)


def _pax_block(headers, kind, encoding):
    """Lines "LENGTH KEY=VALUE": the length counts its own digits."""
    is_binary = False
    for value in headers.values():
        try:
            value.encode("utf-8", "strict")
        except UnicodeEncodeError:
            is_binary = True
            break
    records = b"21 hdrcharset=BINARY\n" if is_binary else b""
    for keyword, value in headers.items():
        key = keyword.encode("utf-8")
        value = value.encode(encoding, "surrogateescape") if is_binary else value.encode("utf-8")
        base = len(key) + len(value) + 3
        length = base
        while (total := base + len(str(length))) != length:
            length = total
        records += str(length).encode("ascii") + b" " + key + b"=" + value + b"\n"
    info = {
        "name": "././@PaxHeader", "type": kind, "size": len(records), "magic": f.POSIX_MAGIC, "mode": 0, "uid": 0, "gid": 0, "mtime": 0,
        "linkname": "", "uname": "", "gname": "",
    }
    return f.header_block(info, f.USTAR_FORMAT, "ascii", "replace") + f.with_padding(records)
