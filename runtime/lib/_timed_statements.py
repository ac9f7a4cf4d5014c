"""The statements in a program's texts that timeit may run: the compiler hands them over, compiled, and timeit finds them by their text."""

import builtins

_kept = []


class _Statements:
    """One text. Where it has holes (of an f-string), `pieces` are what stands around them."""

    def __init__(self, pieces, builtin_names, set_up, run):
        self.pieces = pieces
        # The names that it takes for builtins.
        self.builtin_names = builtin_names
        self.set_up = set_up
        self.run = run


def keep(pieces, builtin_names, set_up, run):
    """Both functions take an Environment; `set_up` a dict for the names that it binds, `run` the items to loop over and a clock."""
    _kept.append(_Statements(pieces, builtin_names, set_up, run))


def find(text):
    """(the compiled text, what fills its holes), or None."""
    for each in _kept:
        fillings = _fillings(each.pieces, text)
        if fillings is not None:
            return each, fillings
    return None


def _fillings(pieces, text):
    """What stands in the text where the pieces leave holes; None where they don't fit, or something else than a name or a literal does."""
    if len(pieces) == 1:
        return () if pieces[0] == text else None
    if not text.startswith(pieces[0]) or not text.endswith(pieces[-1]):
        return None
    place = len(pieces[0])
    found = []
    for piece in pieces[1:-1]:
        end = text.find(piece, place)
        if end < 0:
            return None
        found.append(text[place:end])
        place = end + len(piece)
    end = len(text) - len(pieces[-1])
    if end < place:
        return None
    found.append(text[place:end])
    return found if all(filling.isidentifier() or _is_literal(filling) for filling in found) else None


def _is_literal(text):
    try:
        _value_of(text)
    except ValueError:
        return False
    return True


def _value_of(text):
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    if len(text) >= 2 and text[0] in "'\"" and text[-1] == text[0] and text[0] not in text[1:-1] and "\\" not in text and text.isprintable():
        return text[1:-1]
    raise ValueError(text)


class Environment:
    """What a text's names stand for: what the setup has bound, then globals, then builtins."""

    def __init__(self, statements, fillings, names, globals):
        for name in statements.builtin_names:
            if name in names or name in globals:
                raise NotImplementedError(f"aiocc: the text takes {name!r} for a builtin, and it's something else here")
        self.names = names
        self.globals = globals
        self.holes = [self._filled(filling) for filling in fillings]
        self.attributes = fillings

    def _filled(self, filling):
        """A function, since a name may stand for something else each time."""
        if filling.isidentifier():
            return lambda: self.load(filling)
        value = _value_of(filling)
        return lambda: value

    def load(self, name):
        """The value of a name that the text doesn't bind."""
        if name in self.names:
            return self.names[name]
        if name in self.globals:
            return self.globals[name]
        return self.builtin(name)

    def builtin(self, name):
        try:
            return getattr(builtins, name)
        except AttributeError:
            raise NameError(f"name {name!r} is not defined", name=name) from None
