"""Images, whose types their first bytes tell."""

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ["MIMEImage"]

# The type, and what stands at a place.
_SIGNS = (
    ("jpeg", 0, (b"\xff\xd8\xff\xdb", b"\xff\xd8\xff\xee")), ("jpeg", 6, (b"JFIF", b"Exif")), ("png", 0, (b"\x89PNG\r\n\x1a\n",)),
    ("gif", 0, (b"GIF87a", b"GIF89a")), ("tiff", 0, (b"MM", b"II")), ("rgb", 0, (b"\x01\xda",)),
    ("rast", 0, (b"\x59\xA6\x6A\x95",)), ("xbm", 0, (b"#define ",)), ("bmp", 0, (b"BM",)), ("webp", 8, (b"WEBP",)),
    ("exr", 0, (b"\x76\x2f\x31\x01",)),
)


def _kind(data):
    for kind, place, signs in _SIGNS:
        if data[place:].startswith(signs) and (kind != "webp" or data.startswith(b"RIFF")):
            return kind
    if len(data) >= 3 and data[0] == ord("P") and data[2] in b" \t\n\r":
        if data[1] in b"14":
            return "pbm"
        if data[1] in b"25":
            return "pgm"
        if data[1] in b"36":
            return "ppm"
    return None


class MIMEImage(MIMENonMultipart):
    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        _subtype = _kind(_imagedata) if _subtype is None else _subtype
        if _subtype is None:
            raise TypeError("Could not guess image MIME subtype")
        MIMENonMultipart.__init__(self, "image", _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
