"""The half of typing that is written in Python: named tuples, typed dicts, hints, protocols' helpers."""

import sys
import types
from abc import abstractmethod
from typing import (
    Annotated, Any, ClassVar, Final, ForwardRef, Generic, Literal, NotRequired, ParamSpec, Protocol, ReadOnly, Required,
    TypeVar, TypeVarTuple, Union, _library_alias, get_args, get_origin,
)
from typing._hints import get_type_hints

AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")


# Aliases of classes of modules that the program may not have.


class _LibraryAlias:
    """Stands for a class of `module`; as an annotation, without importing it."""

    __module__ = "typing"

    def __init__(self, module, name, parameter_count):
        self._module = module
        self._name = self.__name__ = self.__qualname__ = name
        self._parameter_count = parameter_count

    def __repr__(self):
        return f"typing.{self._name}"

    @property
    def __origin__(self):
        module = sys.modules.get(self._module)
        if module is None:
            # Nobody can have an object of the class: only that it's a class counts.
            return type(self._name, (), {"__module__": self._module})
        return getattr(module, self._name)

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        count = len(parameters)
        if count != self._parameter_count:
            few_or_many = "many" if count > self._parameter_count else "few"
            raise TypeError(f"Too {few_or_many} arguments for {self}; actual {count}, expected {self._parameter_count}")
        return _library_alias(self._name, self.__origin__, tuple([_type_check(parameter, "Parameters must be types.") for parameter in parameters]))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


OrderedDict = _LibraryAlias("collections", "OrderedDict", 2)
Counter = _LibraryAlias("collections", "Counter", 1)
ChainMap = _LibraryAlias("collections", "ChainMap", 2)
Pattern = _LibraryAlias("re", "Pattern", 1)
Match = _LibraryAlias("re", "Match", 1)


# Named tuples.

_PROHIBITED = frozenset({
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
    "_replace", "_asdict", "_source",
})
_SPECIAL = frozenset({"__module__", "__name__", "__annotations__"})


def _type_check(kind, message, module=None):
    """An annotation of a field: a type, or something that stands for one."""
    if kind is None:
        return type(None)
    if isinstance(kind, str):
        return ForwardRef(kind, module=module)
    if kind is Generic or kind is Protocol:
        raise TypeError(f"Plain {kind} is not valid as type argument")
    if type(kind) is tuple:
        raise TypeError(f"{message} Got {kind!r:.100}.")
    return kind


def _make_typed(typename, fields, module, defaults=(), bases=(tuple,), more=None):
    """A named tuple whose fields, (name, type) pairs, are annotated."""
    from collections import _make_named_tuple, namedtuple
    annotations = {field: _type_check(kind, f"field {field} annotation must be a type") for field, kind in fields}
    if bases == (tuple,):
        made = namedtuple(typename, annotations, defaults=defaults, module=module)
    else:
        # A class like it tells what's wrong with the names, and which fields have defaults.
        plain = namedtuple(typename, annotations, defaults=defaults)
        made = _make_named_tuple(typename, plain._fields, plain._field_defaults, tuple(defaults), bases, more)
        made.__module__ = module
    made.__annotations__ = annotations
    made.__new__.__annotations__ = annotations
    return made


class NamedTupleMeta(type):
    """Makes the class from the annotated fields of its body."""

    def __new__(cls, typename, bases, ns):
        if _NamedTuple not in bases:
            raise TypeError("not a NamedTuple")
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        annotations = ns.get("__annotations__", {})
        default_names = []
        for field_name in annotations:
            if field_name in ns:
                default_names.append(field_name)
            elif default_names:
                plural = "s" if len(default_names) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {field_name} cannot follow default field{plural} "
                                f"{', '.join(default_names)}")
        more = {}
        if Generic in bases:
            more["__orig_bases__"] = ns["__orig_bases__"]
        made = _make_typed(typename, annotations.items(), ns["__module__"], [ns[name] for name in default_names], bases, more)
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _SPECIAL:
                if key not in made._fields:
                    setattr(made, key, value)
                hook = getattr(type(value), "__set_name__", None)
                if hook is not None:
                    hook(value, made, key)
        return made


_NOT_GIVEN = object()


def _warn_of_missing_fields(kind, typename, fields, empty, empty_word):
    """What is deprecated about classes without fields that are made by a call."""
    import warnings

    what = "Failing to pass a value for" if fields is _NOT_GIVEN else "Passing `None` as"
    example = f"{typename} = {kind}({typename!r}, {empty})"
    warnings.warn(
        f"{what} the 'fields' parameter is deprecated and will be disallowed in Python 3.15. To create a {kind} class with 0 fields "
        f"using the functional syntax, pass an empty {empty_word}, e.g. `{example}`.", DeprecationWarning, stacklevel=3)


def _warn_of_keywords(fields):
    import warnings

    if fields is None:
        raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
    if fields is not _NOT_GIVEN:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    warnings.warn(
        "Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in Python 3.15. "
        "Use the class-based or functional syntax instead.", DeprecationWarning, stacklevel=3)


def NamedTuple(typename, fields=_NOT_GIVEN, /, **kwargs):
    """A named tuple with types: a base class, or `NamedTuple("Point", [("x", int)])`."""
    if kwargs:
        _warn_of_keywords(fields)
        fields = kwargs.items()
    elif fields is _NOT_GIVEN or fields is None:
        _warn_of_missing_fields("NamedTuple", typename, fields, "[]", "list")
        fields = ()
    made = _make_typed(typename, fields, "__main__")
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


# Typed dicts.


def _qualifiers(kind):
    """(whether it's required, whether it's read-only) as the annotation says; None where it says nothing."""
    required = None
    readonly = False
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            kind = get_args(kind)[0]
        elif origin is Required:
            required = True
            kind = get_args(kind)[0]
        elif origin is NotRequired:
            required = False
            kind = get_args(kind)[0]
        elif origin is ReadOnly:
            readonly = True
            kind = get_args(kind)[0]
        else:
            return required, readonly


class _Keys:
    """The keys of a typed dict, sorted by what can be done with them."""

    def __init__(self):
        self.required, self.optional = set(), set()
        self.readonly, self.mutable = set(), set()

    def inherit(self, base):
        """Takes over those of a base's namespace."""
        _move(base.get("__required_keys__", ()), self.optional, self.required)
        _move(base.get("__optional_keys__", ()), self.required, self.optional)
        self.readonly.update(base.get("__readonly_keys__", ()))
        self.mutable.update(base.get("__mutable_keys__", ()))

    def add(self, key, is_required, is_readonly):
        """A key of the class itself."""
        if is_required:
            _move([key], self.optional, self.required)
        else:
            _move([key], self.required, self.optional)
        if not is_readonly:
            _move([key], self.readonly, self.mutable)
        elif key in self.mutable:
            raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
        else:
            self.readonly.add(key)


def _move(keys, source, target):
    """Puts keys into one set that can't be in the other."""
    source.difference_update(keys)
    target.update(keys)


class _TypedDictMeta(type):
    """Makes classes whose instances are plain dicts."""

    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic_base = (Generic,) if any([issubclass(base, Generic) for base in bases if base is not _TypedDict]) else ()
        if generic_base and "__orig_bases__" not in ns:
            # Its bases don't say themselves that it's generic: it's so by what they derive from.
            ns["__orig_bases__"] = bases
        made = type.__new__(_TypedDictMeta, name, (*generic_base, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(kind, message, made.__module__)
               for key, kind in ns.get("__annotations__", {}).items()}
        keys = _Keys()
        made.__annotations__ = {}
        for base in bases:
            made.__annotations__.update(base.__dict__.get("__annotations__", {}))
            keys.inherit(base.__dict__)
        made.__annotations__.update(own)
        for key, kind in own.items():
            required, readonly = _qualifiers(kind)
            keys.add(key, total if required is None else required, readonly)
        made.__total__ = total
        for name, found in vars(keys).items():
            setattr(made, f"__{name}_keys__", frozenset(found))
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")


def TypedDict(typename, fields=_NOT_GIVEN, /, *, total=True):
    """A dict with known keys: a base class, or `TypedDict("Movie", {"name": str})`."""
    if fields is _NOT_GIVEN or fields is None:
        _warn_of_missing_fields("TypedDict", typename, fields, "{}", "dictionary")
        fields = {}
    made = _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": "__main__"}, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def _typeddict_mro_entries(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _typeddict_mro_entries


def is_typeddict(tp):
    """Whether it's a class made by TypedDict."""
    return isinstance(tp, _TypedDictMeta)


# Small things.


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Tells type checkers that a decorator makes dataclasses."""

    told = {"eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default, "frozen_default": frozen_default}
    told.update(field_specifiers=field_specifiers, kwargs=kwargs)

    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = told
        return cls_or_fn

    return mark


def no_type_check_decorator(decorator):
    """Makes a decorator's results free of type checks."""
    import functools

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        func = decorator(*args, **kwds)
        func.__no_type_check__ = True
        return func

    return wrapped_decorator


# Protocols. The checks themselves, and `__protocol_attrs__`, are the native half's.


def is_protocol(tp, /):
    """Whether it's a protocol class."""
    return isinstance(tp, type) and Protocol in tp.__bases__


def get_protocol_members(tp, /):
    """The names of what the protocol's members are, a frozenset."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def runtime_checkable(cls):
    """Lets isinstance and issubclass look at whether an object has what the protocol wants."""
    if not is_protocol(cls):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = {name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None))}
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    """What int() takes."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """What float() takes."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """What complex() takes."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """What bytes() takes."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """What counts as an int."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


_T_co = TypeVar("_T_co", covariant=True)


@runtime_checkable
class SupportsAbs(Protocol[_T_co]):
    """What abs() takes."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> _T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[_T_co]):
    """What round() takes."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> _T_co:
        pass


# Files, as annotations have them.


class IO(Generic[AnyStr]):
    """Any file."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file of text."""

    __slots__ = ()
