"""Templates of `sub` and `expand`: literals and groups."""

from re._escapes import CHARACTERS, octal
from re._source import ASCII_LETTERS, DECIMAL_DIGITS, OCTAL_DIGITS, Source
from re._state import MOST_GROUPS


def parse_template(template, groups, names):
    """A list of literals and group numbers, which take turns; it begins and ends with a literal."""
    parts = _Parts(Source(template), groups)
    source = parts.source
    while True:
        char = source.get()
        if char is None:
            return parts.finish()
        if char[0] != "\\":
            parts.literal += char
        elif char[1] == "g":
            _add_named(parts, names)
        else:
            _add_escape(parts, char)


class _Parts:
    def __init__(self, source, groups):
        self.source = source
        self.groups = groups
        self.literal = ""
        self.done = []

    def add_group(self, number, offset):
        """A group follows; its name ends `offset` characters before what comes next."""
        if number > self.groups:
            raise self.source.error(f"invalid group reference {number}", offset)
        self._end_literal()
        self.done.append(number)

    def _end_literal(self):
        self.done.append(self.literal if self.source.is_text else self.literal.encode("latin-1"))
        self.literal = ""

    def finish(self):
        """The whole list."""
        self._end_literal()
        return self.done


def _add_named(parts, names):
    source = parts.source
    if not source.match("<"):
        raise source.error("missing <")
    name = source.get_until(">", "group name")
    if name.isdecimal() and name.isascii():
        number = int(name)
        if number >= MOST_GROUPS:
            raise source.error(f"invalid group reference {number}", len(name) + 1)
    else:
        source.check_group_name(name, 1)
        number = names.get(name)
        if number is None:
            raise IndexError(f"unknown group name {name!r}")
    parts.add_group(number, len(name) + 1)


def _add_escape(parts, escape):
    source = parts.source
    letter = escape[1]
    if letter == "0":
        parts.literal += chr(int((escape + source.get_while(2, OCTAL_DIGITS))[1:], 8) & 0xFF)
    elif letter in DECIMAL_DIGITS:
        _add_number(parts, escape)
    elif escape in CHARACTERS:
        parts.literal += chr(CHARACTERS[escape])
    elif letter in ASCII_LETTERS:
        raise source.error(f"bad escape {escape}", len(escape))
    else:
        parts.literal += escape


def _add_number(parts, escape):
    """A group's number, or three octal digits."""
    source = parts.source
    if source.next in DECIMAL_DIGITS:
        escape += source.get()
        if escape[1] in OCTAL_DIGITS and escape[2] in OCTAL_DIGITS and source.next in OCTAL_DIGITS:
            parts.literal += chr(octal(source, escape + source.get()))
            return
    parts.add_group(int(escape[1:]), len(escape) - 1)
