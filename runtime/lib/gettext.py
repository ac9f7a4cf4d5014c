"""Messages in the users' languages, from catalogues of GNU gettext's format.

Left out: folders whose names tell an encoding that the locale's own name doesn't (`de_DE.ISO8859-1` for `de_DE`).
"""

import operator
import os
import re
import struct
# What it warns of is told at the place that calls it: importing this says so.
from _support import caller_place
from itertools import takewhile

__all__ = [
    "NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain", "dgettext",
    "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext",
]

_default_localedir = "/usr/local/share/locale"

# The rule of a plural's form, in C: tokens, and operators by how tightly they bind.
_token = re.compile(
    r"(?P<WHITESPACES>[ \t]+)|(?P<NUMBER>[0-9]+\b)|(?P<NAME>n\b)|(?P<PARENTHESIS>[()])|(?P<OPERATOR>[-*/%+?:]|[><!]=?|==|&&|\|\|)|"
    r"(?P<INVALID>\w+|.)", re.DOTALL)
_precedence = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}
_operations = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "+": operator.add,
    "-": operator.sub, "*": operator.mul, "/": operator.floordiv, "%": operator.mod,
}


class _Rule:
    """Reads a rule into functions of n."""

    def __init__(self, text):
        self._tokens = list(self._tokenize(text))
        self._place = 0

    @staticmethod
    def _tokenize(text):
        for match in _token.finditer(text):
            kind = match.lastgroup
            if kind == "WHITESPACES":
                continue
            if kind == "INVALID":
                raise ValueError(f"invalid token in plural form: {match.group(kind)}")
            yield match.group(kind)
        yield ""

    def _next(self):
        token = self._tokens[self._place]
        self._place += 1
        return token

    def _error(self, token):
        return ValueError(f"unexpected token in plural form: {token}" if token else "unexpected end of plural form")

    def whole(self):
        function = self._choice()
        if self._tokens[self._place]:
            raise self._error(self._tokens[self._place])
        return function

    def _choice(self):
        test = self._binary(1)
        if self._tokens[self._place] != "?":
            return test
        self._place += 1
        then = self._choice()
        token = self._next()
        if token != ":":
            raise self._error(token)
        otherwise = self._choice()
        return lambda n: then(n) if test(n) else otherwise(n)

    def _binary(self, least):
        left = self._unary()
        while (precedence := _precedence.get(self._tokens[self._place], 0)) >= least:
            token = self._next()
            left = _combined(token, left, self._binary(precedence + 1))
        return left

    def _unary(self):
        token = self._next()
        if token == "!":
            operand = self._unary()
            return lambda n: not operand(n)
        if token == "(":
            inner = self._choice()
            token = self._next()
            if token != ")":
                raise ValueError("unbalanced parenthesis in plural form")
            return inner
        if token == "n":
            return lambda n: n
        if token.isdigit():
            number = int(token)
            return lambda n: number
        raise self._error(token)


def _combined(token, left, right):
    if token == "||":
        return lambda n: left(n) or right(n)
    if token == "&&":
        return lambda n: left(n) and right(n)
    operation = _operations[token]
    return lambda n: operation(left(n), right(n))


def _as_int(n):
    try:
        round(n)
    except TypeError:
        raise TypeError(f"Plural value must be an integer, got {type(n).__name__}") from None
    return _checked(n)


def _checked(n):
    """The number, as an int where it stands for one; with a warning otherwise."""
    try:
        return operator.index(n)
    except TypeError:
        pass
    import warnings

    warnings.warn(f"Plural value must be an integer, got {type(n).__name__}", DeprecationWarning, stacklevel=2)
    return n


def c2py(plural):
    """The function of a rule for plurals."""
    if len(plural) > 1000:
        raise ValueError("plural form expression is too long")
    try:
        function = _Rule(plural).whole()
    except RecursionError:
        raise ValueError("plural form expression is too complex") from None
    return lambda n: int(function(n if isinstance(n, int) else _as_int(n)))


def _expanded(locale):
    """The locale's names, from the most particular one on."""
    parts = {}
    for mark in ("@", ".", "_"):
        locale, found, rest = locale.partition(mark)
        parts[mark] = found + rest
    choices = []
    for number in range(8):
        chosen = [part for bit, part in ((4, parts["_"]), (2, parts["."]), (1, parts["@"])) if number & bit]
        if all(part for part in chosen):
            choices.append(locale + "".join(chosen))
    return list(dict.fromkeys(reversed(choices)))


class NullTranslations:
    """A catalogue without messages."""

    def __init__(self, fp=None):
        self._charset = self._fallback = None
        self._info = {}
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        """For subclasses: reads the messages."""

    def add_fallback(self, fallback):
        """Asked for what isn't here."""
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if _checked(n) == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if _checked(n) == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        """`_` becomes a builtin function."""
        import builtins

        builtins.__dict__["_"] = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            builtins.__dict__[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    """The messages of a file."""

    LE_MAGIC, BE_MAGIC = 0x950412DE, 0xDE120495
    CONTEXT = "%s\x04%s"
    VERSIONS = (0, 1)

    def _parse(self, fp):
        filename = getattr(fp, "name", "")
        self._catalog = {}
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        (magic,) = struct.unpack("<I", data[:4])
        if magic not in (self.LE_MAGIC, self.BE_MAGIC):
            raise OSError(0, "Bad magic number", filename)
        order = "<" if magic == self.LE_MAGIC else ">"
        version, count, originals, translations = struct.unpack(order + "4I", data[4:20])
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, "Bad version number " + str(version >> 16), filename)
        for index in range(count):
            texts = []
            for table in (originals, translations):
                length, place = struct.unpack(order + "II", data[table + 8 * index:table + 8 * index + 8])
                if place + length >= len(data):
                    raise OSError(0, "File is corrupt", filename)
                texts.append(data[place:place + length])
            self._add(*texts)

    def _add(self, original, translation):
        if not original:
            self._read_info(translation.decode())
        charset = self._charset or "ascii"
        if b"\0" not in original:
            self._catalog[original.decode(charset)] = translation.decode(charset)
            return
        # Singular and plural, and the plural's forms.
        singular = original.split(b"\0")[0].decode(charset)
        for form, text in enumerate(translation.split(b"\0")):
            self._catalog[singular, form] = text.decode(charset)

    def _read_info(self, text):
        name = None
        for line in text.split("\n"):
            line = line.strip()
            if not line or line.startswith("#-#-#-#-#") and line.endswith("#-#-#-#-#"):
                continue
            value = None
            if ":" in line:
                name, value = line.split(":", 1)
                name, value = name.strip().lower(), value.strip()
                self._info[name] = value
            elif name:
                self._info[name] += "\n" + line
            if name == "content-type" and value:
                self._charset = value.split("charset=")[1]
            elif name == "plural-forms" and value:
                self.plural = c2py(value.split(";")[1].split("plural=")[1])

    def gettext(self, message):
        found = self._catalog.get(message)
        if found is None:
            found = self._catalog.get((message, self.plural(1)))
        if found is not None:
            return found
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        found = self._catalog.get((msgid1, self.plural(n)))
        if found is not None:
            return found
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        key = self.CONTEXT % (context, message)
        found = self._catalog.get(key)
        if found is None:
            found = self._catalog.get((key, self.plural(1)))
        if found is not None:
            return found
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        found = self._catalog.get((self.CONTEXT % (context, msgid1), self.plural(n)))
        if found is not None:
            return found
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2


def find(domain, localedir=None, languages=None, all=False):
    """The file of a domain's messages in the first of the languages that there is; with `all`, all files."""
    if languages is None:
        values = map(os.environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
        # The messages in the program are those of C.
        languages = [*next(filter(None, values), "C").split(":"), "C"]
    names = dict.fromkeys([name for language in languages for name in _expanded(language)])
    folder = _default_localedir if localedir is None else localedir
    paths = [os.path.join(folder, name, "LC_MESSAGES", f"{domain}.mo") for name in takewhile(lambda name: name != "C", names)]
    found = filter(os.path.exists, paths)
    return list(found) if all else next(found, None)


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The messages of a domain."""
    kind = GNUTranslations if class_ is None else class_
    files = find(domain, localedir, languages, all=True)
    if files:
        first, *others = [_loaded(kind, file) for file in files]
        for other in others:
            first.add_fallback(other)
        return first
    if fallback:
        return NullTranslations()
    from errno import ENOENT

    raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)


def _loaded(kind, file):
    """A copy of what was read of the file, since it may get fallbacks of its own."""
    from copy import copy

    key = kind, os.path.abspath(file)
    if key not in _translations:
        with open(file, "rb") as messages:
            _translations[key] = kind(messages)
    return copy(_translations[key])


def install(domain, localedir=None, *, names=None):
    """`_` becomes a builtin function for the domain's messages."""
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = "messages"


def textdomain(domain=None):
    """The domain of `gettext`; another one from now on."""
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """Where a domain's files are."""
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    try:
        return translation(domain, _localedirs.get(domain))
    except OSError:
        return NullTranslations()


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    """The message in the user's language."""
    return _of(_current_domain).gettext(message)


def ngettext(msgid1, msgid2, n):
    """The message for so many things."""
    return _of(_current_domain).ngettext(msgid1, msgid2, n)


def pgettext(context, message):
    """The message as it's meant there."""
    return _of(_current_domain).pgettext(context, message)


def npgettext(context, msgid1, msgid2, n):
    """The message as it's meant there, for so many things."""
    return _of(_current_domain).npgettext(context, msgid1, msgid2, n)


Catalog = translation
