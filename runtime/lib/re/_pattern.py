"""Compiled patterns."""

import sys
from operator import index
from types import MappingProxyType, GenericAlias

import _pcre
from re._match import Match
from re._parser import parse
from re._state import ASCII, DEBUG, DOTALL, IGNORECASE, LOCALE, MULTILINE, UNICODE, VERBOSE
from re._template import parse_template
from re._translate import NeedsWide, Translator, options

_SEARCH, _MATCH, _FULL_MATCH = range(3)
_MOST_TEMPLATES = 512
_FLAG_NAMES = ((IGNORECASE, "re.IGNORECASE"), (LOCALE, "re.LOCALE"), (MULTILINE, "re.MULTILINE"), (DOTALL, "re.DOTALL"),
               (UNICODE, "re.UNICODE"), (VERBOSE, "re.VERBOSE"), (DEBUG, "re.DEBUG"), (ASCII, "re.ASCII"))


def _program(tree, flags):
    """The native program of a tree."""
    letters = options(flags, tree)
    is_unicode = "u" in letters
    try:
        narrow = Translator(0xFF, is_unicode).translate(tree, flags)
    except NeedsWide:
        narrow = None
    return _pcre.compile(narrow, letters, lambda: Translator(0x10FFFF, is_unicode).translate(tree, flags))


class Pattern:
    """A compiled pattern; `compile` makes it."""

    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "_names", "_closed", "_program", "_is_text", "_templates", "__weakref__")

    def __init__(self, pattern, flags):
        if flags & DEBUG:
            raise NotImplementedError("aiocc: re.DEBUG isn't supported")
        tree, state = parse(pattern, flags)
        self.pattern = pattern
        self.flags = state.flags
        self.groups = state.groups - 1
        self._names = state.names
        self._closed = state.closed
        self._program = _program(tree, state.flags)
        self._is_text = isinstance(pattern, str)
        self._templates = {}

    @property
    def groupindex(self):
        return MappingProxyType(self._names)

    def _text_of(self, string):
        """The subject as str or bytes."""
        if isinstance(string, str):
            if not self._is_text:
                raise TypeError("cannot use a bytes pattern on a string-like object")
            return string if type(string) is str else "".join((string, ""))
        if type(string) is not bytes:
            try:
                string = bytes(memoryview(string))
            except TypeError:
                raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}") from None
        if self._is_text:
            raise TypeError("cannot use a string pattern on a bytes-like object")
        return string

    def _match(self, string, pos, endpos, mode):
        text = self._text_of(string)
        start, end = _part(text, pos, endpos)
        if start > end:
            return None
        places = _pcre.match(self._program, text, start, end, mode, False)
        return None if places is None else Match(self, string, text, start, end, places)

    def match(self, string, pos=0, endpos=sys.maxsize):
        """Matches at the beginning of the string."""
        return self._match(string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=sys.maxsize):
        """Matches the whole string."""
        return self._match(string, pos, endpos, _FULL_MATCH)

    def search(self, string, pos=0, endpos=sys.maxsize):
        """Finds the first match."""
        return self._match(string, pos, endpos, _SEARCH)

    def _scan(self, string, pos=0, endpos=sys.maxsize, limit=0):
        """The text of the subject, the part to look at, and where the pattern matches in it."""
        text = self._text_of(string)
        start, end = _part(text, pos, endpos)
        found = _pcre.scan(self._program, text, start, end, limit) if start <= end and limit >= 0 else []
        return text, start, end, found

    def findall(self, string, pos=0, endpos=sys.maxsize):
        """The texts of all matches; of their groups, if there are any."""
        text, _, _, found = self._scan(string, pos, endpos)
        if not self.groups:
            return [text[start:end] for start, end in found]
        if self.groups == 1:
            return [text[places[2]:places[3]] if places[2] >= 0 else text[:0] for places in found]
        return [tuple([text[places[i]:places[i + 1]] if places[i] >= 0 else text[:0] for i in range(2, len(places), 2)])
                for places in found]

    def finditer(self, string, pos=0, endpos=sys.maxsize):
        """An iterator over all matches."""
        text = self._text_of(string)
        start, end = _part(text, pos, endpos)
        return self._iterate(string, text, start, end)

    def _iterate(self, string, text, start, end):
        place = start
        must_advance = False
        while place <= end:
            places = _pcre.match(self._program, text, place, end, _SEARCH, must_advance)
            if places is None:
                return
            yield Match(self, string, text, start, end, places)
            place = places[1]
            must_advance = places[0] == place

    def scanner(self, string, pos=0, endpos=sys.maxsize):
        """Matches one after the other, by calls of its `match` and `search`."""
        text = self._text_of(string)
        return _Scanner(self, string, text, *_part(text, pos, endpos))

    def split(self, string, maxsplit=0):
        """The parts of the string between the matches, and the matches' groups."""
        text, _, _, found = self._scan(string, limit=index(maxsplit))
        parts = []
        last = 0
        for places in found:
            parts.append(text[last:places[0]])
            for i in range(2, len(places), 2):
                parts.append(text[places[i]:places[i + 1]] if places[i] >= 0 else None)
            last = places[1]
        parts.append(text[last:])
        return parts

    def sub(self, repl, string, count=0):
        """The string with each match replaced."""
        return self._substitute(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """The string with each match replaced, and how many were."""
        return self._substitute(repl, string, count)

    def _substitute(self, repl, string, count):
        text = self._text_of(string)
        replace = repl if callable(repl) else self._template(repl)
        text, start, end, found = self._scan(string, limit=index(count))
        if not found:
            return text, 0
        parts = []
        last = 0
        is_literal = not callable(replace)
        for places in found:
            if last < places[0]:
                parts.append(text[last:places[0]])
            item = replace if is_literal else replace(Match(self, string, text, start, end, places))
            if item is not None:
                parts.append(item)
            last = places[1]
        if last < len(text):
            parts.append(text[last:])
        return text[:0].join(parts), len(found)

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

        def expand(match):
            empty = match._text[:0]
            texts = [part if i % 2 == 0 else match._group(part, empty) for i, part in enumerate(parts)]
            return empty.join(texts)

        return expand

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
    __slots__ = ("pattern", "_string", "_text", "_start", "_end", "_place", "_must_advance")

    def __init__(self, pattern, string, text, start, end):
        self.pattern = pattern
        self._string = string
        self._text = text
        self._start = self._place = start
        self._end = end
        self._must_advance = False

    def _next(self, mode):
        if self._place is None or self._place > self._end:
            return None
        places = _pcre.match(self.pattern._program, self._text, self._place, self._end, mode, self._must_advance)
        if places is None:
            self._place = None
            return None
        self._must_advance = places[0] == places[1]
        self._place = places[1]
        return Match(self.pattern, self._string, self._text, self._start, self._end, places)

    def match(self):
        """The match that begins where the last one ended."""
        return self._next(_MATCH)

    def search(self):
        """The next match."""
        return self._next(_SEARCH)


_Scanner.__name__ = _Scanner.__qualname__ = "SRE_Scanner"


def _part(text, pos, endpos):
    """The places between which a pattern looks, within the text."""
    size = len(text)
    return min(max(pos, 0), size), min(max(endpos, 0), size)
