"""Reads the fields of a class: its bases' and its own, which its annotations declare."""

from itertools import takewhile
import sys
import types
import typing

from dataclasses._fields import FIELDS, KW_ONLY, MISSING, ON_CLASS, ON_INSTANCE, OPTIONS, PARAMETER, SEPARATOR
from dataclasses._fields import Field, InitVar, field


def _is_of_word(character):
    return character.isalnum() or character == "_"


def _word_and_rest(text):
    text = text.lstrip()
    word = "".join(takewhile(_is_of_word, text))
    return word, text[len(word):].lstrip()


def _named_by(text, cls):
    """What the name means that an annotation kept as text begins with, as far as it can make a kind; nothing is evaluated."""
    home = sys.modules.get(cls.__module__)
    name, rest = _word_and_rest(text)
    if not name or home is None:
        return None
    found = getattr(home, name, None)
    if not rest.startswith("."):
        return found
    if found is not typing and found is not sys.modules["dataclasses"]:
        return None
    member, _ = _word_and_rest(rest[1:])
    return getattr(found, member, None) if member else None


def _kind_of_object(annotation):
    if annotation is KW_ONLY:
        return SEPARATOR
    if annotation is InitVar or type(annotation) is InitVar:
        return PARAMETER
    if annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar:
        return ON_CLASS
    return ON_INSTANCE


def _kind_of(annotation, cls):
    kind = _kind_of_object(annotation)
    if kind is ON_INSTANCE and isinstance(annotation, str):
        kind = _kind_of_object(_named_by(annotation, cls))
    return kind


def _described(cls, name):
    """The Field that a class attribute is, or the one that has it as its default."""
    value = getattr(cls, name, MISSING)
    if isinstance(value, Field):
        return value
    # A slot of a base class isn't a default.
    return field(default=MISSING if isinstance(value, types.MemberDescriptorType) else value)


def _is_shared_by_mistake(default):
    """What can't be hashed could be changed through one instance for all."""
    return default.__class__.__hash__ is None


def _declared(cls, name, annotation, kind, by_keyword):
    """The field of one annotation."""
    fld = _described(cls, name)
    fld.name, fld.type, fld._field_type = name, annotation, kind
    if kind is not ON_INSTANCE and fld.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind is ON_CLASS:
        if fld.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif fld.kw_only is MISSING:
        fld.kw_only = by_keyword
    if kind is ON_INSTANCE and _is_shared_by_mistake(fld.default):
        raise ValueError(f"mutable default {type(fld.default)} for field {name} is not allowed: use default_factory")
    return fld


def _own_fields(cls, annotations, by_keyword):
    own = []
    has_separator = False
    for name, annotation in annotations.items():
        kind = _kind_of(annotation, cls)
        if kind is not SEPARATOR:
            own.append(_declared(cls, name, annotation, kind, by_keyword))
        elif has_separator:
            raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
        else:
            has_separator = by_keyword = True
    return own


def _leave_default(cls, fld):
    """A default stays as a class attribute; a `field()` without one goes away."""
    if not isinstance(getattr(cls, fld.name, None), Field):
        return
    if fld.default is MISSING:
        delattr(cls, fld.name)
    else:
        setattr(cls, fld.name, fld.default)


def read_fields(cls, by_keyword):
    """All fields by name, in the order of their first definition. Class attributes that describe fields become their defaults."""
    found = {}
    for base in reversed(cls.__mro__[1:]):
        found.update(getattr(base, FIELDS, {}))
    annotations = cls.__dict__.get("__annotations__", {})
    for fld in _own_fields(cls, annotations, by_keyword):
        found[fld.name] = fld
        _leave_default(cls, fld)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found


def check_bases(cls, is_frozen):
    """Frozen dataclasses and others don't inherit from one another."""
    frozen_bases = [getattr(base, OPTIONS).frozen for base in cls.__mro__[1:] if hasattr(base, FIELDS)]
    if not is_frozen and any(frozen_bases):
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if is_frozen and not all(frozen_bases):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
