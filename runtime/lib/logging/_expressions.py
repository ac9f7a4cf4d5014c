"""Expressions in configuration files: literals, tuples, lists and dicts, and names that the module logging or another one has."""

import builtins
import re
import sys

import logging

_TOKEN = re.compile(r"""\s*(?:(?P<number>-?(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?))"""
                    r"""|(?P<text>[rR]?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))|(?P<name>[A-Za-z_]\w*)|(?P<mark>[()\[\]{},:.|=]))""")


def resolve(name):
    """The object of a dotted name; the module that it begins with must have been imported."""
    parts = name.strip().split(".")
    for count in range(len(parts), 0, -1):
        found = sys.modules.get(".".join(parts[:count]))
        if found is not None:
            for attribute in parts[count:]:
                found = getattr(found, attribute)
            return found
    raise ModuleNotFoundError(f"No module named {parts[0]!r}", name=parts[0])


def evaluate(text):
    """The value of an expression."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text):
        self.text = text
        self.tokens = []
        place = 0
        while text[place:].strip():
            found = _TOKEN.match(text, place)
            if found is None:
                raise self._unknown()
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            place = found.end()
        self.place = 0

    def _unknown(self):
        return NotImplementedError(f"aiocc doesn't evaluate {self.text!r}: only literals, names and calls of them are understood")

    def read(self):
        value = self._value()
        if self.place < len(self.tokens):
            raise self._unknown()
        return value

    def _peek(self, mark):
        return self.tokens[self.place:self.place + 1] == [("mark", mark)]

    def _take(self, mark):
        found = self._peek(mark)
        self.place += found
        return found

    def _next(self):
        if self.place >= len(self.tokens):
            raise self._unknown()
        self.place += 1
        return self.tokens[self.place - 1]

    def _value(self):
        value = self._postfix()
        while self._take("|"):
            value |= self._postfix()
        return value

    def _postfix(self):
        value = self._atom()
        while True:
            if self._take("."):
                value = getattr(value, self._next()[1])
            elif self._take("("):
                value = self._called(value)
            elif self._take("["):
                items, _ = self._items("]")
                value = value[items[0]]
            else:
                return value

    def _atom(self):
        kind, text = self._next()
        if kind == "number":
            return float(text) if "." in text or "e" in text.lower() and "x" not in text.lower() else int(text, 0)
        if kind == "text":
            return _text_of(text)
        if kind == "name":
            return _named(text)
        if text == "(":
            items, has_comma = self._items(")")
            return tuple(items) if has_comma or not items else items[0]
        if text == "[":
            return self._items("]")[0]
        if text == "{":
            return self._dict()
        raise self._unknown()

    def _items(self, close):
        items, has_comma = [], False
        while not self._take(close):
            items.append(self._value())
            if self._take(","):
                has_comma = True
            elif not self._peek(close):
                raise self._unknown()
        return items, has_comma

    def _dict(self):
        made = {}
        while not self._take("}"):
            key = self._value()
            if not self._take(":"):
                raise self._unknown()
            made[key] = self._value()
            if not self._take(",") and not self._peek("}"):
                raise self._unknown()
        return made

    def _called(self, function):
        args, keywords = [], {}
        while not self._take(")"):
            is_keyword = self.tokens[self.place + 1:self.place + 2] == [("mark", "=")]
            if is_keyword:
                name = self._next()[1]
                self._take("=")
                keywords[name] = self._value()
            else:
                args.append(self._value())
            if not self._take(",") and not self._peek(")"):
                raise self._unknown()
        return function(*args, **keywords)


def _text_of(token):
    """The text of a literal."""
    if token[0] in "rR":
        return token[2:-1]
    text = token[1:-1]
    if "\\" not in text:
        return text
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape")


_CONSTANTS = {"None": None, "True": True, "False": False}
# Those that CPython's module logging has imported.
_MODULES = ("sys", "os", "time", "io", "re", "traceback", "warnings", "weakref", "string", "threading")


def _named(name):
    """What a name stands for in the module logging."""
    if name in _CONSTANTS:
        return _CONSTANTS[name]
    for place in (logging, builtins):
        if hasattr(place, name):
            return getattr(place, name)
    if name in _MODULES and name in sys.modules:
        return sys.modules[name]
    raise NameError(f"name {name!r} is not defined")
