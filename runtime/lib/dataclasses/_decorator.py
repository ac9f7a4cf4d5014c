"""The decorator, and dataclasses that are made at run time."""

from _support import caller_place
from keyword import iskeyword
import abc
import types

from dataclasses._fields import FIELDS, MISSING, ON_CLASS, ON_INSTANCE, OPTIONS, has_default
from dataclasses._initializer import compiled, make_initializer
from dataclasses._instances import changed
from dataclasses._methods import make_comparisons, make_equality, make_hash, make_refusals, make_repr
from dataclasses._reading import check_bases, read_fields
from dataclasses._slots import with_slots

_NAMES_OF_OPTIONS = (
    "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
)


class _DataclassParams:
    """The options that a dataclass was made with."""

    __slots__ = _NAMES_OF_OPTIONS

    def __init__(self, values):
        for name, value in zip(_NAMES_OF_OPTIONS, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{name}={getattr(self, name)!r}' for name in _NAMES_OF_OPTIONS])})"


def _install(cls, name, method):
    method.__name__ = name
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    method.__module__ = cls.__module__
    setattr(cls, name, method)


def _offer(cls, name, method):
    """Gives the class a method, unless its body defines one."""
    if name not in cls.__dict__:
        _install(cls, name, method)


def _require(cls, methods, advice=""):
    """Methods that the class's body must leave to the decorator."""
    for name, method in methods:
        if name in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{advice}")
        _install(cls, name, method)


def _add_hash(cls, fields, options, is_defined):
    """The documentation's table: `__hash__` is made, becomes None, or stays as it is."""
    if options.unsafe_hash and is_defined:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    is_wanted = options.unsafe_hash or (options.eq and options.frozen and not is_defined)
    if is_wanted:
        hashed = [fld.name for fld in fields if (fld.compare if fld.hash is None else fld.hash)]
        _install(cls, "__hash__", make_hash(tuple(hashed)))
    elif options.eq and not is_defined:
        cls.__hash__ = None


def _defines_hash(cls):
    """A class with `__eq__` and no `__hash__` has None there, which isn't the program's doing."""
    found = cls.__dict__.get("__hash__", MISSING)
    return found is not MISSING and (found is not None or "__eq__" not in cls.__dict__)


def _add_methods(cls, fields, options):
    """`fields` are all but the class's own."""
    is_hash_defined = _defines_hash(cls)
    if options.order and not options.eq:
        raise ValueError("eq must be true if order is true")
    kept = [fld for fld in fields if fld._field_type is ON_INSTANCE]
    compared = tuple([fld.name for fld in kept if fld.compare])
    if options.init:
        _offer(cls, "__init__",
               make_initializer(cls, fields, hasattr(cls, "__post_init__"), options.frozen, options.slots))
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    if options.repr:
        _offer(cls, "__repr__", make_repr(cls, tuple([fld.name for fld in kept if fld.repr])))
    if options.eq:
        _offer(cls, "__eq__", make_equality(compared))
    if options.order:
        _require(cls, make_comparisons(compared), " Consider using functools.total_ordering")
    if options.frozen:
        _require(cls, make_refusals(cls, frozenset([fld.name for fld in kept])))
    _add_hash(cls, kept, options, is_hash_defined)


# One for all classes, which is the module's and not theirs.
def _replace(self, /, **changes):
    return changed(self, changes)


_replace.__module__ = "dataclasses"
_DataclassParams.__module__ = "dataclasses"


# The docstring of a class without one.


def _text_of_annotation(annotation):
    """As a signature shows it."""
    text = repr(annotation)
    if getattr(annotation, "__module__", None) == "typing" or text.startswith("typing."):
        return text.replace("typing.", "")
    if not isinstance(annotation, type) or isinstance(annotation, types.GenericAlias):
        return text
    prefix = "" if annotation.__module__ == "builtins" else f"{annotation.__module__}."
    return prefix + annotation.__qualname__


def _text_of_parameter(fld):
    text = f"{fld.name}: {_text_of_annotation(fld.type)}"
    if not has_default(fld):
        return text
    return f"{text} = {'<factory>' if fld.default is MISSING else repr(fld.default)}"


def _signature_text(cls, fields):
    if cls.__init__ is object.__init__:
        return "()"
    parameters = [fld for fld in fields if fld.init]
    shown = [_text_of_parameter(fld) for fld in parameters if not fld.kw_only]
    by_keyword = [_text_of_parameter(fld) for fld in parameters if fld.kw_only]
    if by_keyword:
        shown += ["*", *by_keyword]
    return f"({', '.join(shown)})"


# All together.


def _decorate(cls, options):
    found = read_fields(cls, options.kw_only)
    setattr(cls, OPTIONS, options)
    check_bases(cls, options.frozen)
    setattr(cls, FIELDS, found)
    fields = [fld for fld in found.values() if fld._field_type is not ON_CLASS]
    _add_methods(cls, fields, options)
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature_text(cls, fields)
    if options.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([fld.name for fld in fields if fld.init and not fld.kw_only])
    if options.slots:
        cls = with_slots(cls, options.frozen, options.weakref_slot)
    elif options.weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    return abc.update_abstractmethods(cls)


def _apply(cls, options):
    try:
        return _decorate(cls, options)
    finally:
        compiled.pop(cls, None)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds the methods to a class that its annotated fields imply: with options, `@dataclass(frozen=True)`."""
    values = (init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is not None:
        return _apply(cls, _DataclassParams(values))
    return lambda decorated: _apply(decorated, _DataclassParams(values))


def _check_name(name, names):
    if not isinstance(name, str) or not name.isidentifier():
        raise TypeError(f"Field names must be valid identifiers: {name!r}")
    if iskeyword(name):
        raise TypeError(f"Field names must not be keywords: {name!r}")
    if name in names:
        raise TypeError(f"Field name duplicated: {name!r}")


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """A new dataclass; each of `fields` is a name, (name, type) or (name, type, default)."""
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        parts = (item, "typing.Any") if isinstance(item, str) else item
        if len(parts) not in (2, 3):
            raise TypeError(f"Invalid field: {item!r}")
        name = parts[0]
        _check_name(name, annotations)
        annotations[name] = parts[1]
        if len(parts) == 3:
            body[name] = parts[2]
    body["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, lambda made: made.update(body))
    if module is None:
        place = caller_place()
        module = place[3] if place else "__main__"
    cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
