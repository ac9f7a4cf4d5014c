"""What names and values of a class body are, and the bits of flags."""


def is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_enclosed(name, mark):
    """Whether just `mark` stands on both sides of something."""
    inner = name[len(mark):-len(mark)]
    return name.startswith(mark) and name.endswith(mark) and inner != "" and inner[0] != "_" and inner[-1] != "_"


def is_dunder(name):
    return _is_enclosed(name, "__")


def is_sunder(name):
    return _is_enclosed(name, "_")


def is_private(class_name, name):
    prefix = f"_{class_name}__"
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith("__")


def is_internal_class(class_name, obj):
    """Whether the class was written inside the enumeration's body."""
    if not isinstance(obj, type):
        return False
    return getattr(obj, "__qualname__", "").endswith(f"{class_name}.{obj.__name__}")


def split_names(text):
    """The names in a text that has commas or spaces between them."""
    return text.replace(",", " ").split()


def is_single_bit(value):
    return value != 0 and value & (value - 1) == 0


def bits_of(value):
    """The powers of two that add up to `value`, lowest first."""
    if value < 0:
        raise ValueError(f"{value!r} is not a positive integer")
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def bin(num, max_bits=None):
    """Binary digits with the sign's bit apart: `0b0 1010`; negative numbers as their two's complement."""
    num = num.__index__()
    width = num.bit_length()
    sign = "1" if num < 0 else "0"
    digits = f"{num % (1 << width):0{width}b}" if width else ""
    return f"0b{sign} {digits.rjust(max_bits or 0, sign)}"
