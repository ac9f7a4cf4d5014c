"""The metaclass of enumerations."""

import builtins
import sys
from types import MappingProxyType

from enum._body import EnumDict
from enum._members import Blueprint, Known, Placeholder, attribute_beside, is_flag
from enum._naming import split_names

_NOT_GIVEN = object()

# What `dir` shows of a class besides its members.
_SHOWN = (
    "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__",
    "__qualname__",
)


class EnumType(type):
    """The metaclass of enumerations."""

    __module__ = "enum"

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        full = [base for chain in bases for base in chain.__mro__ if isinstance(base, EnumType) and base._member_names_]
        if full:
            raise TypeError(f"<enum {cls!r}> cannot extend {full[0]!r}")
        body = EnumDict(cls)
        parent = Blueprint(EnumType, cls, bases).parent
        if parent is not None:
            body["_generate_next_value_"] = getattr(parent, "_generate_next_value_", None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        for name in [*classdict.setdefault("_ignore_", []), "_ignore_"]:
            classdict.pop(name, None)
        member_names = classdict._member_names
        invalid = set(member_names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, invalid))}")
        order = classdict.pop("_order_", None)
        blueprint = Blueprint(EnumType, cls, bases)
        in_progress = f"_{cls}__in_progress"
        classdict.set_directly({
            **_attributes(classdict, blueprint, boundary),
            **{name: Placeholder(classdict[name]) for name in member_names},
            in_progress: True,
        })
        try:
            enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
        except Exception as error:
            # What making a member raised is the member's own, without a note on how members come to be.
            if hasattr(error, "__notes__"):
                del error.__notes__
            raise
        type.__delattr__(enum_class, in_progress)
        if blueprint.parent is not None:
            _choose_methods(enum_class, classdict, blueprint)
        if is_flag(enum_class):
            _finish_flag(enum_class, member_names)
        if order is not None:
            _check_order(enum_class, split_names(order) if isinstance(order, str) else order)
        return enum_class

    def __init__(cls, *args, **kwds):
        # Keywords are for `__new__`.
        super().__init__(*args)

    # Members, by value and by name.

    def __call__(cls, value, names=_NOT_GIVEN, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """`Color(1)` is the member of a value; `Enum("Color", "RED GREEN")` makes an enumeration."""
        has_names = names is not _NOT_GIVEN
        if not cls._member_map_ and (has_names or type is not None):
            return cls._create_(value, names if has_names else None, module=module, qualname=qualname, type=type, start=start,
                                boundary=boundary)
        return cls.__new__(cls, (value, names, *values) if has_names else value)

    def __contains__(cls, value):
        """Whether it's a member, or the value of one."""
        return isinstance(value, cls) or value in cls._unhashable_values_ or value in cls._hashable_values_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter(list(map(cls._member_map_.__getitem__, cls._member_names_)))

    def __reversed__(cls):
        return iter(list(map(cls._member_map_.__getitem__, reversed(cls._member_names_))))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    __members__ = builtins.property(lambda cls: MappingProxyType(cls._member_map_))

    # Attributes. Members stay what they are.

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        shown = {*_SHOWN, *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            shown.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            shown.add("__init_subclass__")
        if cls._member_type_ is not object:
            for base in cls._member_type_.__mro__:
                shown.update(base.__dict__)
        return sorted(shown)

    def __repr__(cls):
        return f"<{'flag' if is_flag(cls) else 'enum'} {cls.__name__!r}>"

    # Making enumerations by calls.

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional API."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        body = metacls.__prepare__(class_name, bases)
        for name, value in cls._named_values(names, start):
            body[name] = value
        body["__module__"] = "__main__" if module is None else module
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def _named_values(cls, names, start):
        """Pairs, of a text or list of names, a mapping, or pairs."""
        if isinstance(names, str):
            names = split_names(names)
        if not isinstance(names, (tuple, list)) or not names or not isinstance(names[0], str):
            return [(item, names[item]) if isinstance(item, str) else item for item in (() if names is None else names)]
        values = []
        for count, name in enumerate(names):
            values.append(cls._generate_next_value_(name, start, count, values[:]))
        return zip(names, values)

    def _add_member_(cls, name, made):
        """Sets the member as an attribute."""
        type.__setattr__(cls, name, attribute_beside(cls, name, made))
        cls._member_map_[name] = made


def _attributes(body, blueprint, boundary):
    """What the metaclass adds to the body."""
    new = body.get("__new__")
    if new is None:
        new = blueprint.inherited_new()
    added = {
        "_member_type_": blueprint.data_type,
        "_new_member_": new,
        "_use_args_": blueprint.parent is not None and new is not object.__new__,
        "_value_repr_": blueprint.value_repr(),
        "_boundary_": boundary or getattr(blueprint.parent, "_boundary_", None),
        # Names of members without aliases; members by name, aliases included, and by value.
        "_member_names_": [], "_member_map_": {}, "_value2member_map_": {},
        "_hashable_values_": [], "_unhashable_values_": [], "_unhashable_values_map_": {},
        # Flags: bits that have names, bits that are members, all up to the highest; the inverse of a member.
        "_flag_mask_": 0, "_singles_mask_": 0, "_all_bits_": 0, "_inverted_": None,
    }
    next_value = body.get("_generate_next_value_")
    if next_value is not None:
        added["_generate_next_value_"] = next_value if isinstance(next_value, staticmethod) else staticmethod(next_value)
    if Known.repr_enum in blueprint.bases:
        # Under ReprEnum, str and format are the mixed-in type's.
        data_type = blueprint.data_type
        is_plain = data_type.__str__ is object.__str__
        added["__format__"] = body.get("__format__", data_type.__format__)
        added["__str__"] = body.get("__str__", data_type.__repr__ if is_plain else data_type.__str__)
    return added


_FLAG_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")


def _choose_methods(enum_class, body, blueprint):
    """A mixed-in type's methods don't hide those of enumerations, unless the program says so."""
    parent = blueprint.parent
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        of_parent, of_class = getattr(parent, name), getattr(enum_class, name)
        is_mixed_in = of_class in (getattr(blueprint.data_type, name, None), getattr(object, name, None))
        if name not in body and of_class is not of_parent and is_mixed_in:
            setattr(enum_class, name, of_parent)
    if body.get("__new__") is not None:
        enum_class.__new_member__ = enum_class.__new__
    enum_class.__new__ = Known.enum.__new__
    if is_flag(enum_class):
        for name in _FLAG_OPERATORS:
            if name not in body:
                setattr(enum_class, name, getattr(Known.flag, name))


def _finish_flag(enum_class, names):
    """Resolves negative values, now that all bits are known. Members that weren't defined by value are listed as they were."""
    for name in names:
        member = enum_class._member_map_.get(name)
        value = None if member is None else member._value_
        if isinstance(value, int) and value < 0:
            member._value_ = enum_class._resolved(value)
            enum_class._value2member_map_.setdefault(member._value_, member)
    values = [enum_class._member_map_[name]._value_ for name in enum_class._member_names_]
    if sorted(values) != values:
        enum_class._iter_member_ = enum_class._iter_member_by_def_


def _check_order(enum_class, order):
    """`_order_` must name the members in order, aliases left out."""
    names = enum_class._member_names_
    order = [name for name in order if name in names or name not in enum_class._member_map_]
    if order != names:
        raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")


def add_to_module(cls):
    """Makes the members names of the class's module."""
    module = sys.modules[cls.__module__]
    for name, member in cls.__members__.items():
        setattr(module, name, member)
