"""Flags: members that can be combined."""

from enum._body import auto
from enum._kinds import Enum, ReprEnum, StrEnum
from enum._members import Known
from enum._naming import bin, bits_of


class FlagBoundary(StrEnum):
    """What happens to bits that no member of a flag has."""

    __module__ = "enum"

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members can be combined with `|`, `&`, `^` and `~`."""

    __module__ = "enum"

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not last_values:
            return 1 if start is None else start
        greatest = max(last_values)
        if not hasattr(greatest, "bit_length"):
            raise TypeError(f"invalid flag value {greatest!r}")
        return 1 << greatest.bit_length()

    # Members of a value's bits.

    @classmethod
    def _iter_member_by_value_(cls, value):
        """By value."""
        for bit in bits_of(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """In the order of their definition."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda member: member._sort_order_)

    # Values that no member has.

    @classmethod
    def _missing_(cls, value):
        """The combination of members that a value stands for, made on demand."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        known, most, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        if not ~most <= value <= most or value & (most ^ known):
            if boundary is EJECT:
                return value
            value = cls._within_boundary(value, known, most, boundary)
        given = value
        value = cls._resolved(value)
        unknown = value & ~known
        if unknown and boundary is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        made = cls._combined(value)
        if given < 0:
            cls._value2member_map_[given] = made
        return made

    @classmethod
    def _within_boundary(cls, value, known, most, boundary):
        """What becomes of a value with bits that have no names."""
        if boundary is CONFORM:
            return value & known
        if boundary is KEEP:
            return value if value >= 0 else max(most + 1, 1 << value.bit_length()) + value
        if boundary is not STRICT:
            raise ValueError(f"{cls!r} unknown flag boundary {boundary!r}")
        width = max(value.bit_length(), known.bit_length())
        raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n"
                         f"  allowed {bin(known, width)}")

    @classmethod
    def _resolved(cls, value):
        """The bits that a negative value stands for."""
        if value >= 0:
            return value
        if cls._boundary_ is EJECT or cls._boundary_ is KEEP:
            return cls._all_bits_ + 1 + value
        return cls._singles_mask_ & value

    @classmethod
    def _combined(cls, value):
        kind = cls._member_type_
        made = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = cls._combined_name(value)
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _combined_name(cls, value):
        """`RED|BLUE`, unnamed bits as a number at the end; None where no bit has a name."""
        parts = list(cls._iter_member_(value & cls._singles_mask_))
        bits = value & cls._singles_mask_
        if value != bits:
            # Members of several bits.
            for found in cls._member_map_.values():
                if found._value_ and found not in parts and found._value_ & value == found._value_:
                    parts.append(found)
                    bits |= found._value_
        if not bits:
            return None
        names = [found._name_ for found in parts]
        if value != bits and cls._boundary_ is KEEP:
            names.append(cls._numeric_repr_(value ^ bits))
        return "|".join(names)

    # Of one flag.

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

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        name = "" if self._name_ is None else f".{self._name_}"
        return f"<{cls.__name__}{name}: {show(self._value_)}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    # Operators.

    def _get_value(self, flag):
        is_own = isinstance(flag, self.__class__)
        if is_own or (self._member_type_ is not object and isinstance(flag, self._member_type_)):
            return flag._value_ if is_own else flag
        return NotImplemented

    def _operand(self, other, operator):
        """The other's value, or NotImplemented; TypeError where a value is None."""
        value = self._get_value(other)
        if value is None or (self._value_ is None and value is not NotImplemented):
            odd = self if self._value_ is None else other
            raise TypeError(f"'{odd}' cannot be combined with other flags with {operator}")
        return value

    def __or__(self, other):
        value = self._operand(other, "|")
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other, "&")
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other, "^")
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            keeps_others = self._boundary_ is EJECT or self._boundary_ is KEEP
            self._inverted_ = self.__class__(~self._value_ if keeps_others else ~self._value_ & self._singles_mask_)
        return self._inverted_

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


Known.flag = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""

    __module__ = "enum"
