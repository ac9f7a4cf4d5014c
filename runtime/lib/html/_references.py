"""Character references in text, as HTML 5 reads them."""

import re

from html.entities import html5

# What the numbers of Windows-1252's characters stand for, and those of some that aren't allowed.
_REPLACED = {0x00: "\ufffd", 0x0D: "\r"}
for _number in range(0x80, 0xA0):
    try:
        _REPLACED[_number] = bytes([_number]).decode("cp1252")
    except UnicodeDecodeError:
        _REPLACED[_number] = chr(_number)

_reference = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def _is_left_out(number):
    """Control characters, and code points that are no characters."""
    if number <= 0x1F:
        return number not in (0x09, 0x0A, 0x0C)
    return 0x7F <= number <= 0x9F or 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE


def _of_number(number):
    if number in _REPLACED:
        return _REPLACED[number]
    if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    return "" if _is_left_out(number) else chr(number)


def _replacement(match):
    text = match.group(1)
    if text[0] == "#":
        digits = text[1:].rstrip(";")
        return _of_number(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    if text in html5:
        return html5[text]
    # Some names need no semicolon: the longest one that the text begins with.
    for length in range(len(text) - 1, 1, -1):
        if text[:length] in html5:
            return html5[text[:length]] + text[length:]
    return "&" + text


def replace_references(text):
    return _reference.sub(_replacement, text)
