"""Compiled patterns."""

import sys
from operator import index
from types import MappingProxyType, GenericAlias

import _pcre
from re._parser import parse
from re._state import ASCII, DEBUG, DOTALL, IGNORECASE, LOCALE, MULTILINE, UNICODE, VERBOSE
from re._template import parse_template
from re._translate import NeedsWide, Translator, options

_SEARCH, _MATCH, _FULL_MATCH = range(3)
_MOST_TEMPLATES = 512
_FLAG_NAMES = ((IGNORECASE, "re.IGNORECASE"), (LOCALE, "re.LOCALE"), (MULTILINE, "re.MULTILINE"), (DOTALL, "re.DOTALL"),
               (UNICODE, "re.UNICODE"), (VERBOSE, "re.VERBOSE"), (DEBUG, "re.DEBUG"), (ASCII, "re.ASCII"))


def _program(tree, state, is_text):
    """The native program of a tree."""
    flags = state.flags
    letters = options(flags, tree)
    is_unicode = "u" in letters
    try:
        narrow = Translator(0xFF, is_unicode).translate(tree, flags)
    except NeedsWide:
        narrow = None
    return _pcre.compile(narrow, letters + "t" if is_text else letters,
                         lambda: Translator(0x10FFFF, is_unicode).translate(tree, flags), state.names, state.closed)


class Pattern:
    """A compiled pattern; `compile` makes it."""

    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "_names", "_program", "_is_text", "_templates", "__weakref__")

    def __init__(self, pattern, flags):
        if flags & DEBUG:
            raise NotImplementedError("aiocc: re.DEBUG isn't supported")
        tree, state = parse(pattern, flags)
        self.pattern = pattern
        self.flags = state.flags
        self.groups = state.groups - 1
        self._names = state.names
        self._is_text = isinstance(pattern, str)
        self._program = _program(tree, state, self._is_text)
        self._templates = {}

    @property
    def groupindex(self):
        return MappingProxyType(self._names)

    def match(self, string, pos=0, endpos=sys.maxsize):
        """Matches at the beginning of the string."""
        return _pcre.find(self._program, self, string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=sys.maxsize):
        """Matches the whole string."""
        return _pcre.find(self._program, self, string, pos, endpos, _FULL_MATCH)

    def search(self, string, pos=0, endpos=sys.maxsize):
        """Finds the first match."""
        return _pcre.find(self._program, self, string, pos, endpos, _SEARCH)

    def findall(self, string, pos=0, endpos=sys.maxsize):
        """The texts of all matches; of their groups, if there are any."""
        return _pcre.find_all(self._program, string, pos, endpos)

    def finditer(self, string, pos=0, endpos=sys.maxsize):
        """An iterator over all matches."""
        return _pcre.iterate(self._program, self, string, pos, endpos)

    def scanner(self, string, pos=0, endpos=sys.maxsize):
        """Matches one after the other, by calls of its `match` and `search`."""
        return _Scanner(self, string, pos, endpos)

    def split(self, string, maxsplit=0):
        """The parts of the string between the matches, and the matches' groups."""
        return _pcre.split(self._program, string, maxsplit)

    def sub(self, repl, string, count=0):
        """The string with each match replaced."""
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """The string with each match replaced, and how many were."""
        item = repl if callable(repl) else self._template(repl)
        return _pcre.substitute(self._program, self, string, item, count)

    def _template(self, template):
        """A template as a function of the match, or as a literal where it has no groups."""
        if not isinstance(template, (str, bytes)):
            try:
                template = bytes(memoryview(template))
            except TypeError:
                raise TypeError(f"decoding to str: need a bytes-like object, {type(template).__name__} found") from None
        try:
            return self._templates[template]
        except KeyError:
            if len(self._templates) >= _MOST_TEMPLATES:
                self._templates.clear()
            made = self._templates[template] = self._read_template(template)
            return made

    def _read_template(self, template):
        backslash = "\\" if isinstance(template, str) else b"\\"
        if backslash not in template:
            return template
        parts = parse_template(template, self.groups, self._names)
        if len(parts) == 1:
            return parts[0]

        return lambda match: _pcre.fill(match, parts)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self is other or (self.flags == other.flags and self._is_text == other._is_text and self.pattern == other.pattern)

    def __hash__(self):
        return hash((self.flags, self._is_text, self.pattern))

    def __repr__(self):
        flags = self.flags
        if self._is_text and flags & (LOCALE | UNICODE | ASCII) == UNICODE:
            flags &= ~UNICODE
        names = [name for flag, name in _FLAG_NAMES if flags & flag]
        rest = flags & ~sum(flag for flag, _ in _FLAG_NAMES)
        if rest:
            names.append(hex(rest))
        return f"re.compile({repr(self.pattern)[:200]}{', ' + '|'.join(names) if names else ''})"

    __class_getitem__ = classmethod(GenericAlias)


class _Scanner:
    """Each call goes on where the match before ended; after the first that fails there's none any more."""

    __module__ = "_sre"
    __slots__ = ("pattern", "_string", "_start", "_end", "_place", "_must_advance")

    def __init__(self, pattern, string, start, end):
        # It looks at its arguments now, and at the string with each call.
        _pcre.iterate(pattern._program, pattern, string, start, end)
        self.pattern = pattern
        self._string = string
        self._start = start
        self._end = end
        self._place = 0
        self._must_advance = False

    def _next(self, mode):
        if self._place is None:
            return None
        match = _pcre.find_from(self.pattern._program, self.pattern, self._string, self._start, self._end, mode, self._place,
                                self._must_advance)
        if match is None:
            self._place = None
            return None
        start, self._place = match.span()
        self._must_advance = start == self._place
        return match

    def match(self):
        """The match that begins where the last one ended."""
        return self._next(_MATCH)

    def search(self):
        """The next match."""
        return self._next(_SEARCH)


_Scanner.__name__ = _Scanner.__qualname__ = "SRE_Scanner"
