"""The half of typing that is written in Python: named tuples, typed dicts, hints, protocols' helpers."""

import sys
import types
from abc import abstractmethod
from typing import (
    Annotated, Any, ClassVar, Final, ForwardRef, Generic, Literal, NotRequired, ParamSpec, Protocol, ReadOnly, Required,
    TypeVar, TypeVarTuple, Union, _library_alias, get_args, get_origin,
)

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


def _type_check(kind, message):
    """An annotation of a field: a type, or something that stands for one."""
    if kind is None:
        return type(None)
    if isinstance(kind, str):
        return ForwardRef(kind)
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


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple with types: a base class, or `NamedTuple("Point", [("x", int)])`."""
    if fields is None and kwargs:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_typed(typename, fields or (), "__main__")
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


class _TypedDictMeta(type):
    """Makes classes whose instances are plain dicts."""

    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic_base = (Generic,) if any([issubclass(base, Generic) for base in bases if base is not _TypedDict]) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic_base, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        own = {key: _type_check(kind, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
               for key, kind in ns.get("__annotations__", {}).items()}
        annotations = {}
        required_keys = set()
        optional_keys = set()
        readonly_keys = set()
        mutable_keys = set()
        for base in bases:
            known = base.__dict__
            annotations.update(known.get("__annotations__", {}))
            base_required = known.get("__required_keys__", set())
            required_keys |= base_required
            optional_keys -= base_required
            base_optional = known.get("__optional_keys__", set())
            required_keys -= base_optional
            optional_keys |= base_optional
            readonly_keys.update(known.get("__readonly_keys__", ()))
            mutable_keys.update(known.get("__mutable_keys__", ()))
        annotations.update(own)
        for key, kind in own.items():
            required, readonly = _qualifiers(kind)
            if required is None:
                required = total
            if required:
                required_keys.add(key)
                optional_keys.discard(key)
            else:
                optional_keys.add(key)
                required_keys.discard(key)
            if readonly:
                if key in mutable_keys:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                readonly_keys.add(key)
            else:
                mutable_keys.add(key)
                readonly_keys.discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required_keys)
        made.__optional_keys__ = frozenset(optional_keys)
        made.__readonly_keys__ = frozenset(readonly_keys)
        made.__mutable_keys__ = frozenset(mutable_keys)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")


def TypedDict(typename, fields=None, /, *, total=True):
    """A dict with known keys: a base class, or `TypedDict("Movie", {"name": str})`."""
    if fields is None:
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


# Hints that are text: names, attributes, subscripts, unions and literals are understood; anything else stays text.


class _NotUnderstood(Exception):
    """The text isn't an expression of types."""


class _HintReader:
    """Reads one annotation."""

    def __init__(self, text, names, more_names):
        self.text = text
        self.place = 0
        self.names = names
        self.more_names = more_names

    def skip(self):
        while self.place < len(self.text) and self.text[self.place].isspace():
            self.place += 1

    def peek(self):
        self.skip()
        return self.text[self.place:self.place + 1]

    def take(self, char):
        if self.peek() != char:
            return False
        self.place += 1
        return True

    def read(self):
        value = self.union()
        if self.peek():
            raise _NotUnderstood(self.text)
        return value

    def union(self):
        value = self.postfix()
        while self.take("|"):
            value = value | self.postfix()
        return value

    def postfix(self):
        value = self.atom()
        while True:
            if self.take("."):
                value = getattr(value, self.word())
            elif self.take("["):
                value = value[self.items("]")]
            else:
                return value

    def items(self, close):
        """One item, or a tuple of several, up to the bracket."""
        found = []
        is_tuple = False
        while not self.take(close):
            found.append(self.union())
            if self.take(","):
                is_tuple = True
            elif self.peek() != close:
                raise _NotUnderstood(self.text)
        return tuple(found) if is_tuple or not found else found[0]

    def word(self):
        self.skip()
        start = self.place
        while self.place < len(self.text) and (self.text[self.place].isalnum() or self.text[self.place] == "_"):
            self.place += 1
        if self.place == start:
            raise _NotUnderstood(self.text)
        return self.text[start:self.place]

    def atom(self):
        char = self.peek()
        if char == "[":
            self.place += 1
            found = self.items("]")
            return list(found) if isinstance(found, tuple) else [found]
        if char == "(":
            self.place += 1
            return self.items(")")
        if char == "'" or char == '"':
            end = self.text.find(char, self.place + 1)
            if end < 0:
                raise _NotUnderstood(self.text)
            value = self.text[self.place + 1:end]
            self.place = end + 1
            return value
        if self.text.startswith("...", self.place):
            self.place += 3
            return ...
        if char == "-" or char.isdigit():
            self.place += 1
            digits = char + (self.word() if self.peek().isdigit() else "")
            return int(digits)
        return self.look_up(self.word())

    def look_up(self, name):
        if name == "None":
            return None
        if name == "True":
            return True
        if name == "False":
            return False
        for names in (self.more_names, self.names):
            if name in names:
                return names[name]
        import builtins
        found = getattr(builtins, name, None)
        if found is None:
            raise NameError(f"name {name!r} is not defined")
        return found


def _evaluate(hint, names, more_names):
    """The type that text stands for; other hints with the text inside of them evaluated."""
    if hint is None:
        return type(None)
    text = hint
    if isinstance(hint, ForwardRef("x").__class__):
        text = hint.__forward_arg__
    if not isinstance(text, str):
        return _evaluate_arguments(hint, names, more_names)
    value = _HintReader(text, names, more_names).read()
    return _evaluate(value, names, more_names)


def _evaluate_arguments(hint, names, more_names):
    origin = get_origin(hint)
    args = get_args(hint)
    if origin is None or origin is Literal or not args:
        return hint
    evaluated = []
    for arg in args[:1] if origin is Annotated else args:
        if isinstance(arg, list):
            evaluated.append([_evaluate(each, names, more_names) for each in arg])
        elif arg is ... or arg == ():
            evaluated.append(arg)
        else:
            evaluated.append(_evaluate(arg, names, more_names))
    if all([new is old for new, old in zip(evaluated, args)]):
        return hint
    evaluated.extend(args[len(evaluated):])
    form = origin
    if origin is types.UnionType or origin is Union:
        # What is printed as `typing.Optional[...]` is one, too.
        form = Union
    elif repr(hint).startswith("typing."):
        # `typing.List[...]` is made of the form, not of its class.
        form = _form_of(repr(hint).partition("[")[0], origin)
    return form[tuple(evaluated) if len(evaluated) > 1 else evaluated[0]]


def _form_of(name, origin):
    """The form of that dotted name."""
    return getattr(sys.modules["typing"], name.partition(".")[2], origin)


def _strip_annotated(hint):
    """The hint without Annotated, Required, NotRequired and ReadOnly around it."""
    origin = get_origin(hint)
    if origin in (Annotated, Required, NotRequired, ReadOnly):
        return _strip_annotated(get_args(hint)[0])
    return hint


class _ModuleNames:
    """The globals of a module, which may be None, for look-ups."""

    def __init__(self, module):
        self.module = module

    def __contains__(self, name):
        return hasattr(self.module, name)

    def __getitem__(self, name):
        return getattr(self.module, name)


def _module_names(name):
    return _ModuleNames(sys.modules.get(name))


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, text turned into types."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    local = {} if localns is None else localns
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = _module_names(base.__module__) if globalns is None else globalns
            annotations = base.__dict__.get("__annotations__", {})
            if isinstance(annotations, types.GetSetDescriptorType):
                annotations = {}
            for name, hint in annotations.items():
                hints[name] = _evaluate(hint, names, local or dict(vars(base)))
    else:
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, types.BuiltinFunctionType):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        if globalns is None:
            wrapped = obj
            while hasattr(wrapped, "__wrapped__"):
                wrapped = wrapped.__wrapped__
            if isinstance(obj, types.ModuleType):
                globalns = _ModuleNames(obj)
            else:
                globalns = _module_names(getattr(wrapped, "__module__", "__main__"))
        for name, hint in annotations.items():
            hints[name] = _evaluate(hint, globalns, local)
    if include_extras:
        return hints
    return {name: _strip_annotated(hint) for name, hint in hints.items()}


# Small things.


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Tells type checkers that a decorator makes dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default,
            "order_default": order_default,
            "kw_only_default": kw_only_default,
            "frozen_default": frozen_default,
            "field_specifiers": field_specifiers,
            "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


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
