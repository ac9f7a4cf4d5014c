"""Classes that are mostly data: their methods are made from annotated fields."""

import abc
import sys
import types
from _support import make_function
from copy import deepcopy
from reprlib import recursive_repr
from typing import ClassVar
import typing

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    """A field of a frozen dataclass was assigned or deleted."""


class _HAS_DEFAULT_FACTORY_CLASS:
    """The default of a parameter whose field has a factory."""

    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()

# What the compiler has made of the classes that are being decorated: (`__init__`, what that takes the fields to be).
_compiled = {}


class _MISSING_TYPE:
    """Says that no default was given, since None may be one."""


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    """The annotation after which fields are keyword-only."""


KW_ONLY = _KW_ONLY_TYPE()

_NO_METADATA = types.MappingProxyType({})


class _FIELD_BASE:
    """The three kinds of fields: kept on the instance, class variables, parameters of `__init__` only."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

# Attributes of a dataclass that hold its fields and its options.
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"

_POST_INIT_NAME = "__post_init__"

# Values of these types are their own copies, so that asdict and astuple needn't ask for one.
_ATOMIC_TYPES = frozenset({
    types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType, types.NotImplementedType,
    types.BuiltinFunctionType, types.FunctionType, type, range, property,
})


class InitVar:
    """A parameter of `__init__` and `__post_init__` that isn't kept: `InitVar[int]`."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        kind = self.type
        if isinstance(kind, type) and not isinstance(kind, types.GenericAlias):
            return f"dataclasses.InitVar[{kind.__name__}]"
        return f"dataclasses.InitVar[{kind!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field; made by `field()` and by `dataclass`, never by a program."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
            f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},"
            f"_field_type={self._field_type})"
        )

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    """The options that a dataclass was made with."""

    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
    )

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return (
            f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
            f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r},match_args={self.match_args!r},"
            f"kw_only={self.kw_only!r},slots={self.slots!r},weakref_slot={self.weakref_slot!r})"
        )


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Describes a field in more detail than its annotation and default can."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# What an annotation says.


def _is_classvar(annotation):
    return annotation is ClassVar or getattr(annotation, "__origin__", None) is ClassVar


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _read_word(text, start):
    """The identifier at `start` after spaces, and where it ends."""
    while start < len(text) and text[start].isspace():
        start += 1
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[start:end], end


def _text_says(annotation, cls, module, predicate):
    """Whether an annotation kept as text begins with a name that satisfies `predicate`; nothing is evaluated."""
    first, end = _read_word(annotation, 0)
    if not first:
        return False
    own = sys.modules.get(cls.__module__)
    rest = annotation[end:].lstrip()
    if rest.startswith("."):
        second, _ = _read_word(rest, 1)
        if not second or own is None or getattr(own, first, None) is not module:
            return False
        return predicate(getattr(module, second, None))
    if own is None:
        return False
    return predicate(getattr(own, first, None))


def _own_module():
    return sys.modules[__name__]


def _kind_of(annotation, cls, field):
    """Which kind of field the annotation makes."""
    if _is_classvar(annotation):
        return _FIELD_CLASSVAR
    is_text = isinstance(annotation, str)
    if is_text and _text_says(annotation, cls, typing, _is_classvar):
        return _FIELD_CLASSVAR
    if _is_initvar(annotation):
        return _FIELD_INITVAR
    if is_text and _text_says(annotation, cls, _own_module(), _is_initvar):
        return _FIELD_INITVAR
    return _FIELD


def _is_mutable(default):
    """What can't be hashed could be changed through one instance for all."""
    kind = default.__class__
    return kind.__hash__ is None or kind is list or kind is dict or kind is set


def _make_field(cls, name, annotation, default_kw_only):
    """The field that one annotation in the class's body declares."""
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        found = default
    else:
        # A slot of a base class isn't a default.
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        found = field(default=default)
    found.name = name
    found.type = annotation
    kind = _kind_of(annotation, cls, found)
    found._field_type = kind
    if kind is not _FIELD and found.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind is not _FIELD_CLASSVAR:
        if found.kw_only is MISSING:
            found.kw_only = default_kw_only
    elif found.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if kind is _FIELD and _is_mutable(found.default):
        raise ValueError(f"mutable default {type(found.default)} for field {name} is not allowed: use default_factory")
    return found


# The methods.


def _set_new_attribute(cls, name, value):
    """Sets an attribute that the class's body doesn't define; true where it does."""
    if name in cls.__dict__:
        return True
    _add_method(cls, name, value)
    return False


def _add_method(cls, name, value):
    value.__name__ = name
    value.__qualname__ = f"{cls.__qualname__}.{name}"
    value.__module__ = cls.__module__
    setattr(cls, name, value)


def _default_text(fld):
    return "<factory>" if fld.default is MISSING else repr(fld.default)


class _Initializer:
    """Collects what `__init__` takes and does."""

    def __init__(self, frozen, slots):
        self.set_attribute = object.__setattr__ if frozen else setattr
        self.slots = slots
        self.names = ["self"]
        self.defaults = []
        self.keyword_only = []
        self.keyword_defaults = {}
        self.annotations = {}

    def add_parameters(self, fields):
        """Positional ones first, then those by keyword only, each group in the order of definition."""
        last_default = None
        for fld in fields:
            if not fld.init:
                continue
            if fld.kw_only:
                self.keyword_only.append(fld.name)
                if fld.default is not MISSING or fld.default_factory is not MISSING:
                    self.keyword_defaults[fld.name] = self.default_of(fld)
            else:
                if fld.default is not MISSING or fld.default_factory is not MISSING:
                    last_default = fld
                    self.defaults.append(self.default_of(fld))
                elif last_default is not None:
                    raise TypeError(f"non-default argument {fld.name!r} follows default argument {last_default.name!r}")
                self.names.append(fld.name)

    def default_of(self, fld):
        return fld.default if fld.default is not MISSING else _HAS_DEFAULT_FACTORY

    def self_name(self, fields):
        """`self`, unless a field has that name."""
        for fld in fields:
            if fld.name == "self":
                return "__dataclass_self__"
        return "self"

    def steps(self, fields, places):
        """For each attribute that is set: its name, the parameter's place (-1 for none), a factory or a value."""
        found = []
        for fld in fields:
            if fld._field_type is not _FIELD:
                continue
            place = places.get(fld.name, -1) if fld.init else -1
            if fld.default_factory is not MISSING:
                found.append((fld.name, place, fld.default_factory, None))
            elif fld.init:
                found.append((fld.name, place, None, None))
            elif self.slots and fld.default is not MISSING:
                found.append((fld.name, -1, None, fld.default))
        return found

    def make(self, fields, has_post_init, compiled):
        """The function `__init__`; `fields` are those on the instance and those for `__init__` only."""
        self.names[0] = self.self_name(fields)
        self.add_parameters(fields)
        if compiled is None:
            function = self.interpreted(fields, has_post_init)
        else:
            function = self.compiled(fields, has_post_init, *compiled)
        annotations = {}
        for fld in fields:
            if fld.init and not fld.kw_only:
                annotations[fld.name] = fld.type
        for fld in fields:
            if fld.init and fld.kw_only:
                annotations[fld.name] = fld.type
        annotations["return"] = None
        function.__annotations__ = annotations
        return function

    def compiled(self, fields, has_post_init, function, shape):
        """What the compiler made of the class's text, if that says all there is."""
        own = " ".join([_shape_of(fld) for fld in fields])
        if has_post_init:
            own += " __post_init__"
        if own != shape:
            raise SystemError(f"{function.__qualname__} is for the fields {shape!r}, the class has {own!r}")
        function.__defaults__ = tuple(self.defaults) or None
        function.__kwdefaults__ = self.keyword_defaults or None
        return function

    def interpreted(self, fields, has_post_init):
        names = self.names + self.keyword_only
        places = {}
        for place, name in enumerate(names):
            places[name] = place - 1
        del places[self.names[0]]
        init_only = None
        if has_post_init:
            init_only = []
            for fld in fields:
                if fld._field_type is _FIELD_INITVAR:
                    if fld.init:
                        init_only.append((places[fld.name], None))
                    else:
                        init_only.append((-1, fld.name))
        body = _initializer_body(self.steps(fields, places), self.set_attribute, init_only)
        return make_function(body, "__init__", tuple(names), 0, len(self.names), len(self.keyword_only), False, False,
                             tuple(self.defaults) if self.defaults else None,
                             self.keyword_defaults if self.keyword_defaults else None)


def _shape_of(fld):
    """A field as the compiler writes it: `*` by keyword only, `-` no parameter, `=` with a default, `()` with a factory."""
    text = fld.name
    if not fld.init:
        text = "-" + text
    elif fld.kw_only:
        text = "*" + text
    if fld._field_type is not _FIELD:
        text += f": {fld._field_type}"
    if fld.default_factory is not MISSING:
        text += "()"
    elif fld.default is not MISSING:
        text += "=" if not hasattr(type(fld.default), "__set__") else "=descriptor"
    return text


def _initializer_body(steps, set_attribute, init_only):
    """What `__init__` does with its arguments, all given by position."""

    def __init__(self, *values):
        for name, place, factory, value in steps:
            if place >= 0:
                value = values[place]
                if value is _HAS_DEFAULT_FACTORY:
                    value = factory()
            elif factory is not None:
                value = factory()
            set_attribute(self, name, value)
        if init_only is not None:
            self.__post_init__(*[values[place] if place >= 0 else getattr(self, name) for place, name in init_only])

    return __init__


def _make_repr(names):
    @recursive_repr()
    def __repr__(self):
        parts = [f"{name}={getattr(self, name)!r}" for name in names]
        return f"{self.__class__.__qualname__}({', '.join(parts)})"

    return __repr__


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        equal = True
        for name in names:
            equal = getattr(self, name) == getattr(other, name)
            if not equal:
                break
        return equal

    return __eq__


def _values_of(instance, names):
    return tuple([getattr(instance, name) for name in names])


def _make_order(names):
    """The four comparisons, by the tuples of the fields."""

    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return _values_of(self, names) < _values_of(other, names)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return _values_of(self, names) <= _values_of(other, names)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return _values_of(self, names) > _values_of(other, names)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return _values_of(self, names) >= _values_of(other, names)
        return NotImplemented

    return [__lt__, __le__, __gt__, __ge__]


def _make_hash(names):
    def __hash__(self):
        return hash(_values_of(self, names))

    return __hash__


def _make_frozen(cls, names):
    """`__setattr__` and `__delattr__` that refuse the fields."""
    frozen_names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in frozen_names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in frozen_names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return [__setattr__, __delattr__]


def _make_replace():
    def __replace__(self, /, **changes):
        return _replace(self, **changes)

    return __replace__


# Making the class.


def _collect_fields(cls, kw_only):
    """All fields by name: those of the bases first, then the class's own in their order. Sets or removes the class attributes."""
    found = {}
    any_frozen_base = False
    all_frozen_bases = None
    has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for fld in base_fields.values():
                found[fld.name] = fld
            if all_frozen_bases is None:
                all_frozen_bases = True
            is_frozen = getattr(base, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and is_frozen
            any_frozen_base = any_frozen_base or is_frozen

    own = []
    kw_only_seen = False
    annotations = cls.__dict__.get("__annotations__", {})
    for name, annotation in annotations.items():
        if _is_kw_only(annotation) or (isinstance(annotation, str)
                                       and _text_says(annotation, cls, _own_module(), _is_kw_only)):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = True
            kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    for fld in own:
        found[fld.name] = fld
        # A default stays as a class attribute; a `field()` without one goes away.
        if isinstance(getattr(cls, fld.name, None), Field):
            if fld.default is MISSING:
                delattr(cls, fld.name)
            else:
                setattr(cls, fld.name, fld.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found, has_dataclass_bases, any_frozen_base, all_frozen_bases


def _check_frozen(frozen, any_frozen_base, all_frozen_bases):
    if any_frozen_base and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if all_frozen_bases is False and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")


def _add_hash(cls, fields, unsafe_hash, eq, frozen, has_explicit_hash):
    """The documentation's table of when `__hash__` is made, set to None, or left alone."""
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not eq or has_explicit_hash:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    names = []
    for fld in fields:
        if fld.compare if fld.hash is None else fld.hash:
            names.append(fld.name)
    _add_method(cls, "__hash__", _make_hash(tuple(names)))


def _parameter_text(fld):
    text = f"{fld.name}: {_annotation_text(fld.type)}"
    if fld.default is not MISSING or fld.default_factory is not MISSING:
        text += f" = {_default_text(fld)}"
    return text


def _annotation_text(annotation):
    """An annotation as a signature shows it."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _add_doc(cls, fields):
    """Without a docstring, the class's is its signature."""
    if getattr(cls, "__doc__"):
        return
    if "__init__" not in cls.__dict__ and cls.__init__ is object.__init__:
        cls.__doc__ = f"{cls.__name__}()"
        return
    parts = [_parameter_text(fld) for fld in fields if fld.init and not fld.kw_only]
    by_keyword = [_parameter_text(fld) for fld in fields if fld.init and fld.kw_only]
    if by_keyword:
        parts.append("*")
        parts += by_keyword
    cls.__doc__ = f"{cls.__name__}({', '.join(parts)})"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    compiled = _compiled.pop(cls, None)
    fields, has_bases, any_frozen_base, all_frozen_bases = _collect_fields(cls, kw_only)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                           weakref_slot))
    if has_bases:
        _check_frozen(frozen, any_frozen_base, all_frozen_bases)
    setattr(cls, _FIELDS, fields)

    class_hash = cls.__dict__.get("__hash__", MISSING)
    # A class with `__eq__` and no `__hash__` has None there, which isn't the program's doing.
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")

    on_init = [fld for fld in fields.values() if fld._field_type is not _FIELD_CLASSVAR]
    on_instance = [fld for fld in on_init if fld._field_type is _FIELD]
    if init:
        initializer = _Initializer(frozen, slots)
        _set_new_attribute(cls, "__init__", initializer.make(on_init, hasattr(cls, _POST_INIT_NAME), compiled))
    _set_new_attribute(cls, "__replace__", _make_replace())
    if repr:
        _set_new_attribute(cls, "__repr__", _make_repr(tuple([fld.name for fld in on_instance if fld.repr])))
    compared = tuple([fld.name for fld in on_instance if fld.compare])
    if eq:
        _set_new_attribute(cls, "__eq__", _make_eq(compared))
    if order:
        for method in _make_order(compared):
            if _set_new_attribute(cls, method.__name__, method):
                raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__} "
                                "Consider using functools.total_ordering")
    if frozen:
        for method in _make_frozen(cls, [fld.name for fld in on_instance]):
            if _set_new_attribute(cls, method.__name__, method):
                raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")
    _add_hash(cls, on_instance, unsafe_hash, eq, frozen, has_explicit_hash)
    _add_doc(cls, on_init)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([fld.name for fld in on_init if fld.init and not fld.kw_only])
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


# Slots.


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return []
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return list(slots)


def _get_slot_state(self):
    return [getattr(self, fld.name) for fld in fields(self)]


def _set_slot_state(self, state):
    for fld, value in zip(fields(self), state):
        object.__setattr__(self, fld.name, value)


def _has_weakref(cls):
    """Whether instances of a base can be referred to weakly already."""
    for base in cls.__mro__[1:-1]:
        if "__weakref__" in base.__dict__ or "__weakref__" in _slots_of(base):
            return True
    return False


def _add_slots(cls, frozen, weakref_slot):
    """The same class again, with slots for its fields."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [fld.name for fld in fields(cls)]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    slots = [name for name in names if name not in inherited]
    if weakref_slot and not _has_weakref(cls):
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualified_name = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualified_name is not None:
        made.__qualname__ = qualified_name
    if frozen:
        # Pickling and copying would go through the refusing `__setattr__`.
        if "__getstate__" not in namespace:
            made.__getstate__ = _get_slot_state
        if "__setstate__" not in namespace:
            made.__setstate__ = _set_slot_state
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds the methods to a class that its annotated fields imply: with options, `@dataclass(frozen=True)`."""

    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    if cls is None:
        return wrap
    return wrap(cls)


# Functions on dataclasses.


def fields(class_or_instance):
    """The fields, a tuple; TypeError for what is no dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([fld for fld in found.values() if fld._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """True for dataclasses and for their instances."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, dataclasses within included; everything else is copied deeply."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


def _asdict_inner(obj, dict_factory):
    kind = type(obj)
    if kind in _ATOMIC_TYPES:
        return obj
    if hasattr(kind, _FIELDS):
        if dict_factory is dict:
            return {fld.name: _asdict_inner(getattr(obj, fld.name), dict) for fld in fields(obj)}
        return dict_factory([(fld.name, _asdict_inner(getattr(obj, fld.name), dict_factory)) for fld in fields(obj)])
    if kind is list:
        return [_asdict_inner(item, dict_factory) for item in obj]
    if kind is dict:
        return {_asdict_inner(key, dict_factory): _asdict_inner(value, dict_factory) for key, value in obj.items()}
    if issubclass(kind, tuple):
        if hasattr(obj, "_fields"):
            return kind(*[_asdict_inner(item, dict_factory) for item in obj])
        return kind([_asdict_inner(item, dict_factory) for item in obj])
    if issubclass(kind, dict):
        if hasattr(kind, "default_factory"):
            made = kind(getattr(obj, "default_factory"))
            for key, value in obj.items():
                made[_asdict_inner(key, dict_factory)] = _asdict_inner(value, dict_factory)
            return made
        return kind([(_asdict_inner(key, dict_factory), _asdict_inner(value, dict_factory))
                     for key, value in obj.items()])
    if issubclass(kind, list):
        return kind([_asdict_inner(item, dict_factory) for item in obj])
    return deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The fields' values as a tuple, dataclasses within included; everything else is copied deeply."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    kind = type(obj)
    if kind in _ATOMIC_TYPES:
        return obj
    if hasattr(kind, _FIELDS):
        return tuple_factory([_astuple_inner(getattr(obj, fld.name), tuple_factory) for fld in fields(obj)])
    if issubclass(kind, tuple):
        if hasattr(obj, "_fields"):
            return kind(*[_astuple_inner(item, tuple_factory) for item in obj])
        return kind([_astuple_inner(item, tuple_factory) for item in obj])
    if issubclass(kind, list):
        return kind([_astuple_inner(item, tuple_factory) for item in obj])
    if issubclass(kind, dict):
        if hasattr(kind, "default_factory"):
            made = kind(getattr(obj, "default_factory"))
            for key, value in obj.items():
                made[_astuple_inner(key, tuple_factory)] = _astuple_inner(value, tuple_factory)
            return made
        return kind([(_astuple_inner(key, tuple_factory), _astuple_inner(value, tuple_factory))
                     for key, value in obj.items()])
    return deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """A new dataclass; each of `fields` is a name, (name, type) or (name, type, default)."""
    if namespace is None:
        namespace = {}
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            kind = "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, defaults[name] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if _is_keyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = kind

    def fill(body):
        body.update(namespace)
        body.update(defaults)
        body["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    if module is None:
        module = "__main__"
    cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def _is_keyword(name):
    from keyword import iskeyword
    return iskeyword(name)


def replace(obj, /, **changes):
    """A new object of the same class with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for fld in getattr(self, _FIELDS).values():
        if fld._field_type is _FIELD_CLASSVAR:
            continue
        if not fld.init:
            if fld.name in changes:
                raise TypeError(f"field {fld.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if fld.name not in changes:
            if fld._field_type is _FIELD_INITVAR and fld.default is MISSING:
                raise TypeError(f"InitVar {fld.name!r} must be specified with replace()")
            changes[fld.name] = getattr(self, fld.name)
    return self.__class__(**changes)
