"""How objects are taken apart for pickle and copy."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

# Types to functions that give what `__reduce__` would.
dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Takes objects of a type apart by a function."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """TypeError for what can't be called."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def _reduce_complex(number):
    return complex, (number.real, number.imag)


def _union_of(first, *others):
    for other in others:
        first |= other
    return first


def _reduce_union(union):
    return _union_of, union.__args__


pickle(complex, _reduce_complex)
pickle(type(int | str), _reduce_union)


def _reconstructor(cls, base, state):
    """What protocols 0 and 1 make an object by."""
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def __newobj__(cls, *args):
    """Stands for `cls.__new__(cls, *args)`."""
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """The same with arguments by keyword."""
    return cls.__new__(cls, *args, **kwargs)


def add_extension(module, name, code):
    """Registers a number for a global name."""
    code = int(code)
    if not 1 <= code <= 0x7FFFFFFF:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Forgets it."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]


def clear_extension_cache():
    """There's none."""
