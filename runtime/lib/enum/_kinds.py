"""The enumerations that programs derive theirs from, but for flags."""

from enum._members import Known, equal_member, is_flag, property, register_value
from enum._metaclass import EnumType


class Enum(metaclass=EnumType):
    """The base of enumerations; every member has a name and a value."""

    __module__ = "enum"

    def __new__(cls, value):
        """The member of a value; members were made by the metaclass."""
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            found = None
        except TypeError:
            found = _search(cls, value)
        return _made_for(cls, value) if found is None else found

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        found = equal_member(cls, value)
        if found is None:
            register_value(cls, value, self)
        elif found is not self:
            raise ValueError(f"{value!r} is already bound: {found!r}")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """One more than the greatest value so far."""
        if not last_values:
            return start
        try:
            # Of equal ones the last.
            greatest = max(reversed(last_values))
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return greatest + 1
        except TypeError:
            raise TypeError(f"unable to increment {greatest!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        """Names of the mixed-in type, of methods and attributes of the enumeration; no other members."""
        members = self._member_map_
        shown = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if self.__class__._member_type_ is not object:
            shown.update(object.__dir__(self))
        # Whether to show a public name. What a base says of it counts most.
        verdicts = {name: True for name in getattr(self, "__dict__", ()) if name not in members}
        for cls in self.__class__.mro():
            for name, value in cls.__dict__.items():
                is_property = isinstance(value, property)
                if is_property or name not in members:
                    verdicts[name] = name not in members or value.fget is not None
        for name, is_shown in verdicts.items():
            if name[0] != "_":
                (shown.add if is_shown else shown.discard)(name)
        return sorted(shown)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


Known.enum = Enum


def _search(cls, value):
    """The member of a value that can't be hashed, or None."""
    for name, values in cls._unhashable_values_map_.items():
        if value in values:
            return cls[name]
    return next((found for found in cls._member_map_.values() if found._value_ == value), None)


def _invalid(cls, value):
    return ValueError(f"{value!r} is not a valid {cls.__qualname__}")


def _made_for(cls, value):
    """What `_missing_` gives for a value that no member has."""
    if f"_{cls.__name__}__in_progress" in cls.__dict__:
        raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
    if not cls._member_map_:
        raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
    try:
        made = cls._missing_(value)
    except ValueError as error:
        problem = error
    except Exception as error:
        problem = error
        problem.__context__ = _invalid(cls, value)
    else:
        is_ejected = isinstance(made, int) and is_flag(cls) and cls._boundary_ == "eject"
        if isinstance(made, cls) or is_ejected:
            return made
        problem = _invalid(cls, value)
        if made is not None:
            problem, problem.__context__ = TypeError(
                f"error in {cls.__name__}._missing_: returned {made!r} instead of None or a valid member"), problem
    try:
        raise problem
    finally:
        # No cycle through the exception's traceback.
        del problem


class ReprEnum(Enum):
    """Only the repr is an enumeration's; str and format are the mixed-in type's."""

    __module__ = "enum"


Known.repr_enum = ReprEnum


class IntEnum(int, ReprEnum):
    """Members are ints."""

    __module__ = "enum"


class StrEnum(str, ReprEnum):
    """Members are strs; `auto()` gives the name in lower case."""

    __module__ = "enum"

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for what, argument in zip(("encoding", "errors"), values[1:]):
            if not isinstance(argument, str):
                raise TypeError(f"{what} must be a string, not {argument!r}")
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
