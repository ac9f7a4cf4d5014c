"""Enumerations: classes whose instances are a fixed set of named values."""

import sys
import builtins as bltns
from types import MappingProxyType, DynamicClassAttribute

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS",
    "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]

# These are set where the classes are made; the metaclass is used before they are.
Enum = Flag = EJECT = KEEP = STRICT = CONFORM = ReprEnum = None

_not_given = object()


class nonmember:
    """Keeps a value of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value of the class body a member that wouldn't be one, such as a function."""

    def __init__(self, value):
        self.value = value


# What a name or value of a class body is.


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == "__" and name[-2:] == "__" and name[2] != "_" and name[-3] != "_")


def _is_sunder(name):
    return (len(name) > 2 and name[0] == "_" and name[-1] == "_" and name[1] != "_" and name[-2] != "_")


def _is_private(class_name, name):
    prefix = f"_{class_name}__"
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith("__")


def _is_internal_class(class_name, obj):
    """Whether the class was written inside the enumeration's body."""
    if not isinstance(obj, type):
        return False
    return getattr(obj, "__qualname__", "").endswith(f"{class_name}.{obj.__name__}")


def _is_single_bit(value):
    return value != 0 and value & (value - 1) == 0


def _iter_bits_lsb(value):
    """The powers of two that add up to `value`, lowest first."""
    if value < 0:
        raise ValueError(f"{value!r} is not a positive integer")
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _high_bit(value):
    return value.bit_length() - 1


def bin(num, max_bits=None):
    """Binary digits with the sign's bit apart: `0b0 1010`; negative numbers as their two's complement."""
    num = num.__index__()
    ceiling = 1 << num.bit_length()
    if num >= 0:
        text = bltns.bin(num + ceiling).replace("1", "0", 1)
    else:
        text = bltns.bin(~num ^ (ceiling - 1) + ceiling)
    sign = text[:3]
    digits = text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f"{sign} {digits}"


class auto:
    """The next value, as `_generate_next_value_` says."""

    def __init__(self, value=_not_given):
        self.value = _auto_null if value is _not_given else value

    def __repr__(self):
        return f"auto({self.value!r})"


_auto_null = object()


class property(DynamicClassAttribute):
    """A property of members; a member may have the same name on the class."""

    member = _cls_type = _attr_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


# Making members.


class _proto_member:
    """Stands in the class's namespace until the class exists, then becomes the member."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        delattr(enum_class, member_name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if enum_class._member_type_ is tuple:
            args = (args,)
        made = _new_member(enum_class, value, args)
        value = made._value_
        made._name_ = member_name
        made.__objclass__ = enum_class
        made.__init__(*args)
        made._sort_order_ = len(enum_class._member_names_)
        if Flag is None or not issubclass(enum_class, Flag):
            found = _equal_member(enum_class, value)
            if found is None:
                enum_class._member_names_.append(member_name)
        else:
            found = _equal_member(enum_class, value)
            if found is None:
                _count_flag_bits(enum_class, member_name, value)
        if found is not None:
            made = found
        enum_class._add_member_(member_name, made)
        _register_value(enum_class, value, made)


def _new_member(enum_class, value, args):
    """An instance with its `_value_`."""
    if enum_class._use_args_:
        made = enum_class._new_member_(enum_class, *args)
    else:
        made = enum_class._new_member_(enum_class)
    if not hasattr(made, "_value_"):
        if enum_class._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = enum_class._member_type_(*args)
            except Exception as exc:
                failure = TypeError("_value_ not set in __new__, unable to create it")
                failure.__cause__ = exc
                raise failure
    return made


def _equal_member(enum_class, value):
    """The member of that value, or None."""
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for other in enum_class._member_map_.values():
            if other._value_ == value:
                return other
        return None


def _count_flag_bits(enum_class, member_name, value):
    """Only single bits are listed as members; the masks know all bits that have names."""
    if isinstance(value, int):
        if value < 0:
            # Resolved once all bits are known.
            return
        enum_class._flag_mask_ |= value
        if _is_single_bit(value):
            enum_class._singles_mask_ |= value
            enum_class._member_names_.append(member_name)
        enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1


def _register_value(enum_class, value, made):
    try:
        enum_class._value2member_map_.setdefault(value, made)
        if value not in enum_class._hashable_values_:
            enum_class._hashable_values_.append(value)
    except TypeError:
        enum_class._unhashable_values_.append(value)
        enum_class._unhashable_values_map_.setdefault(made._name_, []).append(value)


_ALLOWED_SUNDERS = frozenset({
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
    "_use_args_", "_member_names_", "_member_map_", "_value2member_map_",
})


class EnumDict(dict):
    """The namespace that an enumeration's body runs in: it notes members in order and gives `auto()` its values."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member):
            value = self._add_member(key, value.value)
        elif _is_descriptor(value) or (self._cls_name is not None and _is_internal_class(self._cls_name, value)):
            pass
        else:
            value = self._add_member(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _ALLOWED_SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            names = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = names
            already = set(names) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
            return names
        return value

    def _add_member(self, key, value):
        if key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        if isinstance(value, auto):
            value = self._auto_value(key, value)
        elif isinstance(value, tuple):
            value = self._resolve_parts(key, value)
            self._member_names[key] = None
            return value
        self._member_names[key] = None
        self._last_values.append(value)
        return value

    def _resolve_parts(self, key, value):
        """A tuple with the values of the `auto()`s in it; these count as last values, else the tuple does."""
        parts = []
        has_auto = False
        for part in value:
            if isinstance(part, auto):
                has_auto = True
                part = self._auto_value(key, part)
                self._last_values.append(part)
            parts.append(part)
        if not has_auto:
            self._last_values.append(value)
            return value
        try:
            return type(value)(parts)
        except TypeError:
            return type(value)(*parts)

    def _auto_value(self, key, placeholder):
        if placeholder.value is _auto_null:
            placeholder.value = self._next_value(key)
            self._auto_called = True
        return placeholder.value

    def _next_value(self, key):
        return self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])

    @bltns.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        """As a dict's, but by way of the checks of `__setitem__`."""
        if hasattr(members, "keys"):
            members = [(name, members[name]) for name in members.keys()]
        for source in (members, more_members.items()):
            for name, value in source:
                self[name] = value


_EnumDict = EnumDict

# Methods that a mixed-in type may define and that an enumeration then keeps.
_REDUCERS = ("__getnewargs_ex__", "__getnewargs__", "__reduce_ex__", "__reduce__")


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        # A subclass without members may be extended; these stay its own.
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        in_progress = f"_{cls}__in_progress"
        member_names = classdict._member_names
        invalid = set(member_names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(name) for name in invalid])}")
        declared_order = classdict.pop("_order_", None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        next_value = classdict.get("_generate_next_value_")
        if next_value is not None and not isinstance(next_value, staticmethod):
            dict.__setitem__(classdict, "_generate_next_value_", staticmethod(next_value))
        for name in member_names:
            dict.__setitem__(classdict, name, _proto_member(classdict[name]))
        set_directly = {
            "_new_member_": new_member,
            "_use_args_": use_args,
            "_member_names_": [],
            "_member_map_": {},
            "_value2member_map_": {},
            "_hashable_values_": [],
            "_unhashable_values_": [],
            "_unhashable_values_map_": {},
            "_member_type_": member_type,
            "_value_repr_": metacls._find_data_repr_(cls, bases),
            "_boundary_": boundary or getattr(first_enum, "_boundary_", None),
            "_flag_mask_": 0,
            "_singles_mask_": 0,
            "_all_bits_": 0,
            "_inverted_": None,
            in_progress: True,
        }
        for key, value in set_directly.items():
            dict.__setitem__(classdict, key, value)
        if ReprEnum is not None and ReprEnum in bases:
            _keep_format(classdict, member_type)
        enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
        type.__delattr__(enum_class, in_progress)
        metacls._choose_methods(enum_class, classdict, member_type, first_enum, save_new)
        if Flag is not None and issubclass(enum_class, Flag):
            _finish_flag(enum_class, classdict)
        if declared_order is not None:
            _check_order(enum_class, declared_order, member_names)
        return enum_class

    def __init__(cls, *args, **kwds):
        # Keywords are for `__new__`.
        super().__init__(*args)

    @staticmethod
    def _choose_methods(enum_class, classdict, member_type, first_enum, save_new):
        """A mixed-in type's repr, str, format and reduction don't hide Enum's, unless the program says so."""
        if first_enum is not None:
            for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if name not in classdict:
                    of_class = getattr(enum_class, name)
                    of_enum = getattr(first_enum, name)
                    if of_class is not of_enum and of_class in (getattr(member_type, name, None),
                                                                 getattr(object, name, None)):
                        setattr(enum_class, name, of_enum)
            if save_new:
                enum_class.__new_member__ = enum_class.__new__
            enum_class.__new__ = Enum.__new__
        if Flag is not None and issubclass(enum_class, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in classdict:
                    setattr(enum_class, name, getattr(Flag, name))

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        """`Color(1)` is the member of a value; `Enum("Color", "RED GREEN")` makes an enumeration."""
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            return cls.__new__(cls, value)
        return cls._create_(class_name=value, names=None if names is _not_given else names, module=module,
                            qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        """Whether it's a member, or the value of one."""
        if isinstance(value, cls):
            return True
        return value in cls._unhashable_values_ or value in cls._hashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        interesting = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__",
            "__name__", "__qualname__",
        }
        interesting.update(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            interesting.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            interesting.add("__init_subclass__")
        if cls._member_type_ is not object:
            interesting.update(_names_of(cls._member_type_))
        return sorted(interesting)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        member_map = cls._member_map_
        return iter([member_map[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        member_map = cls._member_map_
        return iter([member_map[name] for name in reversed(cls._member_names_)])

    @bltns.property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional API."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            last_values = []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                pairs.append((name, value))
            names = pairs
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                classdict[item] = names[item]
            else:
                name, value = item
                classdict[name] = value
        if module is None:
            module = "__main__"
        if module is not None:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """A new enumeration of the module's constants that `filter` accepts."""
        module_globals = sys.modules[module].__dict__
        source = module_globals if source is None else source.__dict__
        members = [(key, source[key]) for key in source.keys() if filter(key)]
        try:
            members.sort(key=lambda item: (item[1], item[0]))
        except TypeError:
            members.sort(key=lambda item: item[0])
        made = cls(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            _add_to_module(made)
        module_globals[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type that members are of besides, and the last base, which must be an enumeration."""
        if not bases:
            return object, None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        member_type = mcls._find_data_type_(class_name, bases) or object
        return member_type, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    # A dataclass's generated repr would repeat the class's name.
                    params = base.__dict__.get("__dataclass_params__")
                    if "__dataclass_fields__" in base.__dict__ and params is not None and params.repr:
                        return _dataclass_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        """The one type among the bases that makes the members' values."""
        data_types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in data_types:
                            data_types.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found = candidate or base
                    if found not in data_types:
                        data_types.append(found)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(data_types)!r}")
        return data_types[0] if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """The `__new__` that makes members, whether to keep it, and whether it wants the value."""
        new = classdict.get("__new__", None)
        save_new = first_enum is not None and new is not None
        if new is None:
            for method in ("__new_member__", "__new__"):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target is not None and not _is_default_new(target):
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = not (first_enum is None or new in (object.__new__,))
        return new, save_new, use_args

    def _add_member_(cls, name, made):
        """Sets the member as an attribute; beside a property of that name, which then gives both."""
        inherited = None
        attribute_kind = None
        for base in cls.__mro__[1:]:
            attribute = base.__dict__.get(name)
            if attribute is not None:
                inherited = attribute
                inherited_from = base
                break
        if inherited is None:
            type.__setattr__(cls, name, made)
        elif isinstance(inherited, (property, DynamicClassAttribute)):
            redirect = property(inherited.fget, inherited.fset, inherited.fdel)
            redirect.member = made
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)
        else:
            redirect = property()
            redirect.member = made
            redirect.__set_name__(cls, name)
            if _is_descriptor(inherited):
                redirect._attr_type = "desc"
                redirect._cls_type = inherited_from
                if isinstance(inherited, bltns.property):
                    redirect.fget = inherited.fget
                    redirect.fset = inherited.fset
                    redirect.fdel = inherited.fdel
                    redirect._attr_type = None
                elif callable(getattr(inherited, "__get__", None)):
                    redirect.fget = None
            else:
                redirect._attr_type = "attr"
                redirect._cls_type = inherited_from
            type.__setattr__(cls, name, redirect)
        cls._member_map_[name] = made


EnumMeta = EnumType


def _keep_format(classdict, member_type):
    """Under ReprEnum, str and format are the mixed-in type's."""
    if "__format__" not in classdict:
        dict.__setitem__(classdict, "__format__", member_type.__format__)
    if "__str__" not in classdict:
        method = member_type.__str__
        if method is object.__str__:
            method = member_type.__repr__
        dict.__setitem__(classdict, "__str__", method)


def _names_of(cls):
    """The names that a class and its bases define."""
    names = set()
    for base in cls.__mro__:
        names.update(base.__dict__)
    return names


def _is_default_new(function):
    if function is None or function is object.__new__:
        return True
    if Enum is None:
        return False
    return function is Enum.__new__ or function is Enum.__dict__.get("__new__")


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join([f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr])


def _check_order(enum_class, order, member_names):
    """`_order_` must name the members in order, aliases left out."""
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    if Flag is not None and issubclass(enum_class, Flag):
        names = [name for name in enum_class._member_names_]
        order = [name for name in order if name in names or name not in enum_class._member_map_]
    else:
        names = enum_class._member_names_
        order = [name for name in order
                 if name in names or name not in enum_class._member_map_]
    if order != names:
        raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")


def _finish_flag(enum_class, classdict):
    """Resolves negative values, and sorts the members that are listed by value where they weren't defined so."""
    for name in list(classdict._member_names):
        made = enum_class._member_map_.get(name)
        if made is None:
            continue
        value = made._value_
        if isinstance(value, int) and value < 0:
            _resolve_negative(enum_class, made, value)
    values = [enum_class._member_map_[name]._value_ for name in enum_class._member_names_]
    if sorted(values) != values:
        enum_class._iter_member_ = enum_class._iter_member_by_def_


def _resolve_negative(enum_class, made, value):
    if enum_class._boundary_ is KEEP or enum_class._boundary_ is EJECT:
        positive = enum_class._all_bits_ + 1 + value
    else:
        positive = enum_class._singles_mask_ & value
    made._value_ = positive
    enum_class._value2member_map_.setdefault(positive, made)


class Enum(metaclass=EnumType):
    """The base of enumerations; every member has a name and a value."""

    def __new__(cls, value):
        """The member of a value; members were made by the metaclass."""
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, unhashable in cls._unhashable_values_map_.items():
                if value in unhashable:
                    return cls[name]
            for name, found in cls._member_map_.items():
                if value == found._value_:
                    return cls[name]
        if f"_{cls.__name__}__in_progress" in cls.__dict__:
            raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        exc = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            exc = error
            result = None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if result is None and exc is None:
                raise invalid
            if exc is None:
                exc = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
            if not isinstance(exc, ValueError):
                exc.__context__ = invalid
            raise exc
        finally:
            # No cycle through the exception's traceback.
            exc = None
            invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        found = _equal_member(cls, value)
        if found is not None:
            if found is not self:
                raise ValueError(f"{value!r} is already bound: {found!r}")
            return
        _register_value(cls, value, self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """One more than the greatest value so far."""
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError(f"unable to increment {last_value!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {value_repr(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        """Names of the mixed-in type, of methods and attributes of the enumeration; no other members."""
        interesting = set()
        if self.__class__._member_type_ is not object:
            interesting.update(object.__dir__(self))
        for name in getattr(self, "__dict__", []):
            if name[0] != "_" and name not in self._member_map_:
                interesting.add(name)
        for cls in self.__class__.mro():
            for name, value in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(value, property):
                    if value.fget is not None or name not in self._member_map_:
                        interesting.add(name)
                    else:
                        interesting.discard(name)
                elif name not in self._member_map_:
                    interesting.add(name)
        interesting.update(["__class__", "__doc__", "__eq__", "__hash__", "__module__"])
        return sorted(interesting)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Only the repr is an enumeration's; str and format are the mixed-in type's."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strs; `auto()` gives the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1:
            if not isinstance(values[0], str):
                raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2:
            if not isinstance(values[1], str):
                raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3:
            if not isinstance(values[2], str):
                raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What happens to bits that no member of a flag has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


class Flag(Enum, boundary=STRICT):
    """Members can be combined with `|`, `&`, `^` and `~`."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = _high_bit(last_value)
        except Exception:
            raise TypeError(f"invalid flag value {last_value!r}") from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members of a value's bits, by value."""
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The members of a value's bits, in the order of their definition."""
        found = list(cls._iter_member_by_value_(value))
        found.sort(key=lambda member: member._sort_order_)
        yield from found

    @classmethod
    def _missing_(cls, value):
        """The combination of members that a value stands for, made on demand."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        flag_mask = cls._flag_mask_
        singles_mask = cls._singles_mask_
        all_bits = cls._all_bits_
        boundary = cls._boundary_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if boundary is STRICT:
                max_bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, max_bits)}\n"
                                 f"  allowed {bin(flag_mask, max_bits)}")
            elif boundary is CONFORM:
                value = value & flag_mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError(f"{cls!r} unknown flag boundary {boundary!r}")
        if value < 0:
            negative = value
            if boundary is EJECT or boundary is KEEP:
                value = all_bits + 1 + value
            else:
                value = singles_mask & value
        unknown = value & ~flag_mask
        if unknown and boundary is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        return cls._combined_member(value, negative, singles_mask)

    @classmethod
    def _combined_member(cls, value, negative, singles_mask):
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = cls._combined_name(value, singles_mask)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _combined_name(cls, value, singles_mask):
        """`RED|BLUE`, unnamed bits as a number at the end; None where no bit has a name."""
        aliases = value & ~singles_mask
        member_value = value & singles_mask
        if not member_value and not aliases:
            return None
        members = []
        combined = 0
        for found in cls._iter_member_(member_value):
            members.append(found)
            combined |= found._value_
        if aliases:
            for found in cls._member_map_.values():
                bits = found._value_
                if bits and found not in members and bits & value == bits:
                    members.append(found)
                    combined |= bits
        if not combined:
            return None
        name = "|".join([found._name_ for found in members])
        unknown = value ^ combined
        if unknown and cls._boundary_ is KEEP:
            name += f"|{cls._numeric_repr_(unknown)}"
        return name

    def __contains__(self, other):
        """Whether all bits of `other` are set in this flag."""
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        value_repr = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{name}: {value_repr(self._value_)}>"
        return f"<{name}.{self._name_}: {value_repr(self._value_)}>"

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f"{name}({self._value_!r})"
        return f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        member_type = self._member_type_
        if member_type is not object and isinstance(flag, member_type):
            return flag
        return NotImplemented

    def _operands(self, other, operator):
        """Both values, or NotImplemented; TypeError where a value is None."""
        other_value = self._get_value(other)
        if other_value is NotImplemented:
            return NotImplemented
        for flag in (self, other):
            if self._get_value(flag) is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with {operator}")
        return other_value

    def __or__(self, other):
        other_value = self._operands(other, "|")
        if other_value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ | other_value)

    def __and__(self, other):
        other_value = self._operands(other, "&")
        if other_value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ & other_value)

    def __xor__(self, other):
        other_value = self._operands(other, "^")
        if other_value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ ^ other_value)

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            bits = ~self._value_
            if self._boundary_ is not EJECT and self._boundary_ is not KEEP:
                bits &= self._singles_mask_
            self._inverted_ = self.__class__(bits)
        return self._inverted_

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


# Checks and decorators.


def unique(enumeration):
    """A decorator: ValueError where a member has an alias."""
    duplicates = []
    for name, found in enumeration.__members__.items():
        if name != found.name:
            duplicates.append((name, found.name))
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


class verify:
    """A decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._check_unique(enumeration)
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named_flags(enumeration)
        return enumeration

    def _check_unique(self, enumeration):
        duplicates = [(name, found.name) for name, found in enumeration.__members__.items() if name != found.name]
        if duplicates:
            details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
            raise ValueError(f"aliases found in {enumeration!r}: {details}")

    def _check_continuous(self, enumeration):
        if issubclass(enumeration, Flag):
            kind = "flag"
        elif issubclass(enumeration, Enum):
            kind = "enum"
        else:
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        values = {found.value for found in enumeration}
        if len(values) < 2:
            return
        low = min(values)
        high = max(values)
        missing = []
        if kind == "flag":
            for place in range(_high_bit(low) + 1, _high_bit(high)):
                if 2 ** place not in values:
                    missing.append(2 ** place)
        else:
            for value in range(low + 1, high):
                if value not in values:
                    missing.append(value)
        if missing:
            listing = f"{', '.join([str(value) for value in missing])}"
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {listing}"[:256])

    def _check_named_flags(self, enumeration):
        member_values = [found.value for found in enumeration]
        missing_names = []
        missing_value = 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            missed = [value for value in _iter_bits_lsb(alias.value) if value not in member_values]
            if missed:
                missing_names.append(name)
                for value in missed:
                    missing_value |= value
        if missing_names:
            if len(missing_names) == 1:
                listing = f"alias {missing_names[0]} is missing"
            else:
                listing = f"aliases {', '.join(missing_names[:-1])} and {missing_names[-1]} are missing"
            if _is_single_bit(missing_value):
                wanted = f"value 0x{missing_value:x}"
            else:
                wanted = f"combined values of 0x{missing_value:x}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {listing} {wanted} "
                             "[use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def global_enum_repr(self):
    """`module.NAME`."""
    module = self.__class__.__module__.split(".")[-1]
    return f"{module}.{self._name_}"


def global_flag_repr(self):
    """`module.NAME|module.OTHER`; `module.Class(number)` where no bit has a name."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    if _is_single_bit(self._value_):
        return f"{module}.{self._name_}"
    if self._boundary_ is not FlagBoundary.KEEP:
        return "|".join([f"{module}.{name}" for name in self.name.split("|")])
    parts = []
    for name in self._name_.split("|"):
        parts.append(name if name[0].isdigit() else f"{module}.{name}")
    return "|".join(parts)


def global_str(self):
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """A decorator: members are the module's names too, and their reprs say so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    _add_to_module(cls)
    return cls


def _add_to_module(cls):
    """Makes the members names of the class's module."""
    module = sys.modules[cls.__module__]
    for name, member in cls.__members__.items():
        setattr(module, name, member)


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes an enumeration of a plain class."""

    def convert_class(cls):
        namespace = etype.__class__.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        return etype.__class__(cls.__name__, (etype,), namespace, boundary=boundary)

    return convert_class
