"""What is known of a field, and the objects that stand for what isn't there."""

from reprlib import recursive_repr
import types


class FrozenInstanceError(AttributeError):
    """A field of a frozen dataclass was assigned or deleted."""


class _MISSING_TYPE:
    """Says that no default was given, since None may be one."""


class _KW_ONLY_TYPE:
    """The annotation after which fields are keyword-only."""


class _FactoryMark:
    """The default of a parameter whose field has a factory."""

    def __repr__(self):
        return "<factory>"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
FACTORY_MARK = _FactoryMark()

# Attributes of a dataclass that hold its fields by name, and its options.
FIELDS = "__dataclass_fields__"
OPTIONS = "__dataclass_params__"


class _Kind:
    """What an annotation makes of its name."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


# Kept on the instance; the class's own; a parameter of `__init__` that isn't kept; nothing, but what follows is by keyword.
ON_INSTANCE = _Kind("_FIELD")
ON_CLASS = _Kind("_FIELD_CLASSVAR")
PARAMETER = _Kind("_FIELD_INITVAR")
SEPARATOR = _Kind("KW_ONLY")


class InitVar:
    """A parameter of `__init__` and `__post_init__` that isn't kept: `InitVar[int]`."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        is_class = isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias)
        return f"dataclasses.InitVar[{self.type.__name__ if is_class else repr(self.type)}]"


# What a field's text tells, in its order.
_TOLD = (
    "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "_field_type",
)

_NOTHING = types.MappingProxyType({})


class Field:
    """What is known of one field; made by `field()` and by `dataclass`, never by a program."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only
        self.metadata = _NOTHING if metadata is None else types.MappingProxyType(metadata)
        # These are known once the class is decorated.
        self.name = self.type = self._field_type = None

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        tell = getattr(type(self.default), "__set_name__", None)
        if tell:
            tell(self.default, owner, name)

    @recursive_repr()
    def __repr__(self):
        return f"Field({','.join([f'{name}={getattr(self, name)!r}' for name in _TOLD])})"

    __class_getitem__ = classmethod(types.GenericAlias)


def has_default(fld):
    """Whether its parameter may be left out."""
    return fld.default is not MISSING or fld.default_factory is not MISSING


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Describes a field in more detail than its annotation and default can."""
    if default is not MISSING is not default_factory:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)
