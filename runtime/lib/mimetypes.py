"""The types of files by the ends of their names."""

import os
import urllib.parse

__all__ = [
    "knownfiles", "inited", "MimeTypes", "guess_type", "guess_file_type", "guess_all_extensions", "guess_extension", "add_type", "init",
    "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types",
]

knownfiles = [
    "/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types", "/etc/apache2/mime.types",
    "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types", "/usr/local/etc/httpd/conf/mime.types",
    "/usr/local/etc/mime.types",
]

# Each type, and the suffixes that have it.
_TYPES = """
text/javascript .js .mjs application/json .json application/manifest+json .webmanifest application/msword .doc .dot .wiz
application/n-quads .nq application/n-triples .nt application/octet-stream .bin .a .dll .exe .o .obj .so application/oda .oda
application/pdf .pdf application/pkcs7-mime .p7c application/postscript .ps .ai .eps application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8 application/vnd.ms-excel .xls .xlb application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm application/x-bcpio .bcpio application/x-cpio .cpio application/x-csh .csh application/x-dvi .dvi
application/x-gtar .gtar application/x-hdf .hdf application/x-hdf5 .h5 application/x-latex .latex application/x-mif .mif
application/x-netcdf .cdf .nc application/x-pkcs12 .p12 .pfx application/x-pn-realaudio .ram application/x-python-code .pyc .pyo
application/x-sh .sh application/x-shar .shar application/x-shockwave-flash .swf application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc application/x-tar .tar application/x-tcl .tcl application/x-tex .tex application/x-texinfo .texi
.texinfo application/x-troff .roff .t .tr application/x-troff-man .man application/x-troff-me .me application/x-troff-ms .ms
application/x-ustar .ustar application/x-wais-source .src application/xml .xsl .rdf .wsdl .xpdl application/zip .zip audio/3gpp
.3gp .3gpp audio/3gpp2 .3g2 .3gpp2 audio/aac .aac .adts .loas .ass audio/basic .au .snd audio/mpeg .mp3 .mp2 audio/opus .opus
audio/x-aiff .aif .aifc .aiff audio/x-pn-realaudio .ra audio/x-wav .wav image/avif .avif image/bmp .bmp image/gif .gif image/ief
.ief image/jpeg .jpg .jpe .jpeg image/heic .heic image/heif .heif image/png .png image/svg+xml .svg image/tiff .tiff .tif
image/vnd.microsoft.icon .ico image/webp .webp image/x-cmu-raster .ras image/x-portable-anymap .pnm image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm image/x-portable-pixmap .ppm image/x-rgb .rgb image/x-xbitmap .xbm image/x-xpixmap .xpm
image/x-xwindowdump .xwd message/rfc822 .eml .mht .mhtml .nws text/css .css text/csv .csv text/html .html .htm text/markdown .md
.markdown text/n3 .n3 text/plain .txt .bat .c .h .ksh .pl .srt text/richtext .rtx text/rtf .rtf text/tab-separated-values .tsv
text/vtt .vtt text/x-python .py text/x-rst .rst text/x-setext .etx text/x-sgml .sgm .sgml text/x-vcard .vcf text/xml .xml
video/mp4 .mp4 video/mpeg .mpeg .m1v .mpa .mpe .mpg video/quicktime .mov .qt video/webm .webm video/x-msvideo .avi
video/x-sgi-movie .movie
"""
_COMMON_TYPES = """
application/rtf .rtf audio/midi .midi .mid image/jpg .jpg image/pict .pict .pct .pic text/xul .xul
"""


def _table(text):
    table = {}
    for word in text.split():
        if word.startswith("."):
            table[word] = kind
        else:
            kind = word
    return table


_default_types = _table(_TYPES)
_default_common_types = _table(_COMMON_TYPES)
_default_suffixes = {
    ".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz",
}
_default_encodings = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}



def _default_mime_types():
    """The tables as they are without the system's files."""
    global suffix_map, encodings_map, types_map, common_types
    suffix_map = _default_suffixes.copy()
    encodings_map = _default_encodings.copy()
    types_map = _default_types.copy()
    common_types = _default_common_types.copy()


_default_mime_types()
inited = False
_db = None


class MimeTypes:
    """Tables of types, suffixes and encodings."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map = _default_encodings.copy()
        self.suffix_map = _default_suffixes.copy()
        # Of types that aren't standard, and of those that are.
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for is_standard, table in (True, _default_types), (False, _default_common_types):
            for suffix, kind in table.items():
                self.add_type(kind, suffix, is_standard)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """From here on the suffix means the type."""
        self.types_map[strict][ext] = type
        known = self.types_map_inv[strict].setdefault(type, [])
        if ext not in known:
            known.append(ext)

    def guess_type(self, url, strict=True):
        """The type and the encoding of what a URL or path names, each may be None."""
        url = os.fspath(url)
        parts = urllib.parse.urlparse(url)
        if len(parts.scheme) < 2:
            return self.guess_file_type(url, strict=strict)
        if parts.scheme == "data":
            return _type_of_data(parts.path)
        return self._guess(parts.path, strict)

    def guess_file_type(self, path, *, strict=True):
        """The same for a path."""
        path = os.fsdecode(os.path.splitdrive(path)[1])
        return self._guess(path, strict)

    def _guess(self, path, strict):
        base, ext = os.path.splitext(path)
        while (lowered := ext.lower()) in self.suffix_map:
            base, ext = os.path.splitext(base + self.suffix_map[lowered])
        encoding = None
        # Encodings are told apart by case: .Z isn't .z.
        if ext in self.encodings_map:
            encoding = self.encodings_map[ext]
            base, ext = os.path.splitext(base)
        ext = ext.lower()
        for known in (True,) if strict else (True, False):
            if ext in self.types_map[known]:
                return self.types_map[known][ext], encoding
        return None, encoding

    def guess_all_extensions(self, type, strict=True):
        """All suffixes that mean a type."""
        type = type.lower()
        extensions = list(self.types_map_inv[True].get(type, []))
        if not strict:
            extensions += [each for each in self.types_map_inv[False].get(type, []) if each not in extensions]
        return extensions

    def guess_extension(self, type, strict=True):
        """A suffix that means a type, or None."""
        extensions = self.guess_all_extensions(type, strict)
        return extensions[0] if extensions else None

    def read(self, filename, strict=True):
        """Reads a file of types: a type a line, and its suffixes."""
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.split()
            for index, word in enumerate(words):
                if word[0] == "#":
                    del words[index:]
                    break
            for suffix in words[1:]:
                self.add_type(words[0], "." + suffix, strict)

    def read_windows_registry(self, strict=True):
        """There's no registry."""


def _type_of_data(url):
    """What a `data:` URL says of itself."""
    comma = url.find(",")
    if comma < 0:
        return None, None
    semicolon = url.find(";", 0, comma)
    kind = url[:semicolon] if semicolon >= 0 else url[:comma]
    if "=" in kind or "/" not in kind:
        kind = "text/plain"
    return kind, None


def _database():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    """The type and the encoding of what a URL or path names, each may be None."""
    return _database().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    """The same for a path."""
    return _database().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    """All suffixes that mean a type."""
    return _database().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """A suffix that means a type, or None."""
    return _database().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """From here on the suffix means the type."""
    return _database().add_type(type, ext, strict)


def init(files=None):
    """Makes the tables anew, of the system's files and the given ones."""
    global suffix_map, types_map, encodings_map, common_types, inited, _db
    inited = True
    if files is None or _db is None:
        _default_mime_types()
        database = MimeTypes()
        files = knownfiles + list(files or ())
    else:
        database = _db
    for file in files:
        if os.path.isfile(file):
            database.read(file)
    encodings_map = database.encodings_map
    suffix_map = database.suffix_map
    types_map = database.types_map[True]
    common_types = database.types_map[False]
    _db = database


def read_mime_types(file):
    """The table of a file: suffixes and their types; None where it can't be read."""
    try:
        with open(file, encoding="utf-8") as lines:
            database = MimeTypes()
            database.readfp(lines, True)
            return database.types_map[True]
    except OSError:
        return None
