"""Parameters, and arguments fitted to them."""

import types
from enum import IntEnum
from keyword import iskeyword
from operator import attrgetter


class _void:
    """Stands for what wasn't given."""


class _empty:
    """Marks that there's no default or annotation."""


class _ParameterKind(IntEnum):
    """In the order in which they may come."""

    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")

_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind

# What stands before the names of parameters that take what's left.
_STARS = {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}


def formatannotation(annotation, base_module=None):
    """An annotation as a signature shows it."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if not isinstance(annotation, type):
        return repr(annotation)
    is_known = annotation.__module__ in ("builtins", base_module)
    return annotation.__qualname__ if is_known else f"{annotation.__module__}.{annotation.__qualname__}"


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if kind in _STARS and default is not _empty:
            raise ValueError(f"{kind.description} parameters cannot have default values")
        self._name, self._kind = _checked_name(name, kind), kind
        self._default, self._annotation = default, annotation

    name = property(attrgetter("_name"))
    kind = property(attrgetter("_kind"))
    default = property(attrgetter("_default"))
    annotation = property(attrgetter("_annotation"))

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """The parameter with some parts changed."""
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )

    __replace__ = replace

    def __str__(self):
        text = _STARS.get(self._kind, "") + self._name
        equals = "="
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
            equals = " = "
        return text if self._default is _empty else f"{text}{equals}{self._default!r}"

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or all(getattr(self, slot) == getattr(other, slot) for slot in Parameter.__slots__)


def _checked_name(name, kind):
    """The name, unless no parameter can be called that."""
    if name is _empty:
        raise ValueError("name is a required attribute for Parameter")
    if not isinstance(name, str):
        raise TypeError(f"name must be a str, not a {type(name).__name__}")
    # Functions written in C may have positional parameters with a keyword's name.
    is_reserved = kind is not _POSITIONAL_ONLY and iskeyword(name)
    if is_reserved or not name.isidentifier():
        raise ValueError(f"{name!r} is not a valid parameter name")
    return name


class BoundArguments:
    """Arguments fitted to a signature."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(attrgetter("_signature"))

    def _split(self):
        """(those that go by place, those that go by keyword): what comes after one that's missing can't go by place."""
        by_place, by_keyword = [], {}
        goes_by_place = True
        for name, parameter in self._signature.parameters.items():
            goes_by_place = goes_by_place and name in self.arguments and parameter.kind < _KEYWORD_ONLY
            if name not in self.arguments:
                continue
            value = self.arguments[name]
            if goes_by_place:
                by_place.extend(value if parameter.kind == _VAR_POSITIONAL else (value,))
            else:
                by_keyword.update(value if parameter.kind == _VAR_KEYWORD else {name: value})
        return tuple(by_place), by_keyword

    @property
    def args(self):
        return self._split()[0]

    @property
    def kwargs(self):
        return self._split()[1]

    def apply_defaults(self):
        """Adds the defaults of what wasn't given."""
        complete = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.kind in _STARS:
                complete[name] = () if parameter.kind is _VAR_POSITIONAL else {}
            elif parameter.default is not _empty:
                complete[name] = parameter.default
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self is other or (self._signature == other._signature and self.arguments == other.arguments)

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in self.arguments.items()]
        return f"<{type(self).__name__} ({', '.join(shown)})>"


for _class in (_void, _empty, _ParameterKind, Parameter, BoundArguments):
    _class.__module__ = "inspect"
