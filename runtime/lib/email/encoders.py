"""Encoding of messages' bodies."""

from base64 import encodebytes
from quopri import encodestring

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]


def encode_base64(msg):
    data = msg.get_payload(decode=True)
    msg.set_payload(str(encodebytes(data), "ascii"))
    msg["Content-Transfer-Encoding"] = "base64"


def encode_quopri(msg):
    data = msg.get_payload(decode=True)
    # Spaces must survive at the lines' ends.
    msg.set_payload(encodestring(data, quotetabs=True).replace(b" ", b"=20"))
    msg["Content-Transfer-Encoding"] = "quoted-printable"


def encode_7or8bit(msg):
    """Only says which it is."""
    data = msg.get_payload(decode=True)
    msg["Content-Transfer-Encoding"] = "7bit" if data is None or data.isascii() else "8bit"


def encode_noop(msg):
    """Nothing."""
