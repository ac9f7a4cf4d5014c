"""Quoted-printable (RFC 1521)."""

import binascii
from binascii import a2b_qp, b2a_qp

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b"="
MAXLINESIZE = 76
HEX = b"0123456789ABCDEF"
EMPTYSTRING = b""


def encode(input, output, quotetabs, header=False):
    """From one binary file to another."""
    output.write(binascii.b2a_qp(input.read(), quotetabs=quotetabs, header=header))


def encodestring(s, quotetabs=False, header=False):
    return binascii.b2a_qp(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    output.write(binascii.a2b_qp(input.read(), header=header))


def decodestring(s, header=False):
    return binascii.a2b_qp(s, header=header)
