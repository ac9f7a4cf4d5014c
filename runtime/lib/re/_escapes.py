"""Escapes in patterns: what a backslash and the characters after it stand for."""

import unicodedata

from re._source import ASCII_LETTERS, DECIMAL_DIGITS, HEXADECIMAL_DIGITS, OCTAL_DIGITS

CHARACTERS = {r"\a": 7, r"\b": 8, r"\f": 12, r"\n": 10, r"\r": 13, r"\t": 9, r"\v": 11, r"\\": 92}
_HEXADECIMAL = {"x": 2, "u": 4, "U": 8}


def _hexadecimal(source, escape, letter):
    digits = _HEXADECIMAL[letter]
    escape += source.get_while(digits, HEXADECIMAL_DIGITS)
    if len(escape) != digits + 2:
        raise source.error(f"incomplete escape {escape}", len(escape))
    code = int(escape[2:], 16)
    if code > 0x10FFFF:
        raise source.error(f"bad escape {escape}", len(escape))
    return code


def _named(source):
    if not source.match("{"):
        raise source.error("missing {")
    name = source.get_until("}", "character name")
    try:
        return ord(unicodedata.lookup(name))
    except (KeyError, TypeError):
        raise source.error(f"undefined character name {name!r}", len(name) + len(r"\N{}")) from None


def octal(source, escape):
    """The code that three octal digits after the backslash give."""
    code = int(escape[1:], 8)
    if code > 0o377:
        raise source.error(f"octal escape value {escape} outside of range 0-0o377", len(escape))
    return code


def _common(source, escape, letter):
    """The code of an escape that means the same inside and outside of sets, None for others."""
    if letter == "x" or (letter in "uU" and source.is_text):
        return _hexadecimal(source, escape, letter)
    if letter == "N" and source.is_text:
        return _named(source)
    return None


def in_set(source, escape):
    """The node of an escape inside of a set."""
    if escape in CHARACTERS:
        return ("literal", CHARACTERS[escape])
    letter = escape[1:2]
    if letter in "dDsSwW":
        return ("category", letter)
    code = _common(source, escape, letter)
    if code is not None:
        return ("literal", code)
    if letter in OCTAL_DIGITS:
        return ("literal", octal(source, escape + source.get_while(2, OCTAL_DIGITS)))
    if letter in DECIMAL_DIGITS or letter in ASCII_LETTERS:
        raise source.error(f"bad escape {escape}", len(escape))
    return ("literal", ord(letter))


def in_pattern(source, escape, state):
    """The node of an escape outside of sets."""
    letter = escape[1:2]
    if letter in "AZbB":
        return ("at", letter)
    if letter in "dDsSwW":
        return ("category", letter)
    if escape in CHARACTERS:
        return ("literal", CHARACTERS[escape])
    code = _common(source, escape, letter)
    if code is not None:
        return ("literal", code)
    if letter == "0":
        return ("literal", int("0" + (escape + source.get_while(2, OCTAL_DIGITS))[1:], 8))
    if letter in DECIMAL_DIGITS:
        return _number(source, escape, state)
    if letter in ASCII_LETTERS:
        raise source.error(f"bad escape {escape}", len(escape))
    return ("literal", ord(letter))


def _number(source, escape, state):
    """A group's number, or three octal digits."""
    if source.next in DECIMAL_DIGITS:
        escape += source.get()
        if escape[1] in OCTAL_DIGITS and escape[2] in OCTAL_DIGITS and source.next in OCTAL_DIGITS:
            return ("literal", octal(source, escape + source.get()))
    group = int(escape[1:])
    if group >= state.groups:
        raise source.error(f"invalid group reference {group}", len(escape) - 1)
    state.check_reference(source, group, len(escape))
    return ("backreference", group)
