"""How a class's bases say what its members are, and how members are made."""

import builtins
from itertools import chain
from types import DynamicClassAttribute

from enum._naming import is_descriptor, is_single_bit

_static_layouts = True


class Known:
    """The classes that those made later depend on; None until they're there."""

    enum = flag = repr_enum = None


def is_flag(enum_class):
    return Known.flag is not None and issubclass(enum_class, Known.flag)


class property(DynamicClassAttribute):
    """A property of members; a member may have the same name on the class."""

    __module__ = "enum"

    # The member of that name, and what an attribute of that name in a base is: "desc" or "attr", where its value is elsewhere.
    member = _cls_type = _attr_type = None

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            if self._attr_type is not None:
                return getattr(self._cls_type if self._attr_type == "attr" else instance._value_, self.name)
        found = self.member if instance is None else ownerclass._member_map_.get(self.name)
        if found is None:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        return found

    def _refuse(self, verb):
        raise AttributeError(f"<enum {self.clsname!r}> cannot {verb} attribute {self.name!r}")

    def __set__(self, instance, value):
        return self._refuse("set") if self.fset is None else self.fset(instance, value)

    def __delete__(self, instance):
        return self._refuse("delete") if self.fdel is None else self.fdel(instance)


def attribute_beside(cls, name, made):
    """What stands for a member of the name of an attribute that the class inherits: it gives members that attribute."""
    base = next((base for base in cls.__mro__[1:] if base.__dict__.get(name) is not None), None)
    if base is None:
        return made
    inherited = base.__dict__[name]
    beside = property()
    if isinstance(inherited, (builtins.property, property, DynamicClassAttribute)):
        beside = property(inherited.fget, inherited.fset, inherited.fdel)
    else:
        beside._attr_type = "desc" if is_descriptor(inherited) else "attr"
        beside._cls_type = base
    beside.member = made
    beside.__set_name__(cls, name)
    return beside


class Blueprint:
    """What the bases of an enumeration say about its members. `metacls` is the class of enumerations."""

    def __init__(self, metacls, name, bases):
        self.metacls = metacls
        self.bases = bases
        self.parent = bases[-1] if bases else None
        if bases and not isinstance(self.parent, metacls):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        self.data_type = self._data_type(name, bases)

    def _data_type(self, name, bases):
        """The one type among the bases that makes the members' values."""
        found = [self._data_type_of(base) for base in bases]
        distinct = list(dict.fromkeys([each for each in found if each is not None]))
        if len(distinct) > 1:
            raise TypeError(f"too many data types for {name!r}: {set(distinct)!r}")
        return distinct[0] if distinct else object

    def _data_type_of(self, base):
        """That of an enumeration; of others, the class that makes objects, or one derived from it."""
        derived = None
        for cls in base.__mro__[:-1]:
            if isinstance(cls, self.metacls):
                if cls._member_type_ is not object:
                    return cls._member_type_
            elif "__new__" in cls.__dict__ or "__dataclass_fields__" in cls.__dict__:
                return derived or cls
            else:
                derived = derived or cls
        return None

    def value_repr(self):
        """How values are shown in the members' reprs; None as any object is."""
        for cls in chain.from_iterable([base.__mro__[:-1] for base in self.bases]):
            names = cls.__dict__
            if isinstance(cls, self.metacls):
                return cls._value_repr_
            if "__repr__" in names:
                # A dataclass's generated repr would repeat the class's name.
                is_generated = "__dataclass_fields__" in names and getattr(names.get("__dataclass_params__"), "repr", False)
                return _repr_of_fields if is_generated else names["__repr__"]
        return None

    def inherited_new(self):
        """The `__new__` of the data type, else that which makes the parent's members."""
        classes = [cls for cls in (self.data_type, self.parent) if cls is not None]
        found = [getattr(cls, name, None) for name in ("__new_member__", "__new__") for cls in classes]
        defaults = (None, object.__new__, None if Known.enum is None else Known.enum.__new__)
        return next((new for new in found if new not in defaults), object.__new__)


def _repr_of_fields(instance):
    fields = instance.__dataclass_fields__
    return ", ".join([f"{name}={getattr(instance, name)!r}" for name in fields if fields[name].repr])


class Placeholder:
    """Stands in the class's namespace until the class exists, then becomes the member."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, name):
        delattr(enum_class, name)
        value = self.value
        args = value if isinstance(value, tuple) and enum_class._member_type_ is not tuple else (value,)
        made = _instance(enum_class, value, args)
        made._name_ = name
        made.__objclass__ = enum_class
        made.__init__(*args)
        made._sort_order_ = len(enum_class._member_names_)
        value = made._value_
        found = equal_member(enum_class, value)
        if found is None:
            _list_member(enum_class, name, value)
        else:
            made = found
        enum_class._add_member_(name, made)
        register_value(enum_class, value, made)


def _instance(enum_class, value, args):
    """An instance with its `_value_`."""
    new = enum_class._new_member_
    made = new(enum_class, *args) if enum_class._use_args_ else new(enum_class)
    if hasattr(made, "_value_"):
        return made
    if enum_class._member_type_ is object:
        made._value_ = value
        return made
    try:
        made._value_ = enum_class._member_type_(*args)
    except Exception as exc:
        failure = TypeError("_value_ not set in __new__, unable to create it")
        failure.__cause__ = exc
        raise failure
    return made


def _list_member(enum_class, name, value):
    """Notes a member that's no alias. Of flags only single bits are; the masks know all bits that have names."""
    if not is_flag(enum_class):
        enum_class._member_names_.append(name)
    elif isinstance(value, int) and value >= 0:
        enum_class._flag_mask_ |= value
        enum_class._all_bits_ = (1 << enum_class._flag_mask_.bit_length()) - 1
        if is_single_bit(value):
            enum_class._singles_mask_ |= value
            enum_class._member_names_.append(name)


def equal_member(enum_class, value):
    """The member of that value, or None."""
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        members = enum_class._member_map_.values()
        return next((other for other in members if other._value_ == value), None)


def register_value(enum_class, value, made):
    try:
        enum_class._value2member_map_.setdefault(value, made)
        if value not in enum_class._hashable_values_:
            enum_class._hashable_values_.append(value)
    except TypeError:
        enum_class._unhashable_values_.append(value)
        enum_class._unhashable_values_map_.setdefault(made._name_, []).append(value)
