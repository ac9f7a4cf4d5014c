"""Regular expressions with Python's syntax, matched by PCRE2."""

import enum

from _pcre import Match
from re._errors import PatternError
from re._pattern import Pattern
from re._scanner import Scanner

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern",
    "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE",
    "NOFLAG", "RegexFlag", "PatternError",
]

# Warnings come with the functions that give some.
_defers_imports = True

error = PatternError

_MOST_PATTERNS = 512
_patterns = {}
_SPECIAL = {code: "\\" + chr(code) for code in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """How a pattern is read, and how it matches."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    _numeric_repr_ = hex

    def __repr__(self):
        return "|".join([name if name[0].isdigit() else "re." + name for name in self._name_.split("|")])

    __str__ = object.__str__


NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE
L = LOCALE = RegexFlag.LOCALE
U = UNICODE = RegexFlag.UNICODE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE
DEBUG = RegexFlag.DEBUG


def compile(pattern, flags=0):
    """The pattern, compiled."""
    return _compile(pattern, flags)


def _compile(pattern, flags):
    if type(flags) is not int and isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    found = _patterns.get(key)
    if found is not None:
        return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    made = Pattern(pattern, flags)
    if len(_patterns) >= _MOST_PATTERNS:
        del _patterns[next(iter(_patterns))]
    _patterns[key] = made
    return made


def purge():
    """Forgets the patterns that were compiled."""
    _patterns.clear()


def match(pattern, string, flags=0):
    """Matches at the beginning of the string."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Matches the whole string."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Finds the first match."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """The texts of all matches; of their groups, if there are any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


class _NotGiven(int):
    """A zero that nobody gave."""


_not_given = _NotGiven()


def sub(pattern, repl, string, *args, count=_not_given, flags=_not_given):
    """The string with each match replaced by a template, or by what a function of the match gives."""
    if args:
        count, flags = _positional("sub", 3, args, ("count", count), ("flags", flags))
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_not_given, flags=_not_given):
    """As `sub`, and how many were replaced."""
    if args:
        count, flags = _positional("subn", 3, args, ("count", count), ("flags", flags))
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_not_given, flags=_not_given):
    """The parts of the string between the matches, and the matches' groups."""
    if args:
        maxsplit, flags = _positional("split", 2, args, ("maxsplit", maxsplit), ("flags", flags))
    return _compile(pattern, flags).split(string, maxsplit)


def _positional(function, required, args, *options):
    """The values of two options, which were positional parameters once."""
    values = []
    for i, (name, value) in enumerate(options):
        if i < len(args):
            if value is not _not_given:
                raise TypeError(f"{function}() got multiple values for argument {name!r}")
            value = args[i]
        values.append(value)
    if len(args) > len(options):
        raise TypeError(f"{function}() takes from {required} to {required + 2} positional arguments but "
                        f"{required + len(args)} were given")
    from warnings import warn
    warn(f"{options[0][0]!r} is passed as positional argument", DeprecationWarning)
    return values


def escape(pattern):
    """The text as a pattern that matches just it."""
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")
