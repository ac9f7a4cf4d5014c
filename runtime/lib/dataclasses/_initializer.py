"""Makes `__init__`: a function whose signature is known when the class is decorated."""

from _support import make_function

from dataclasses._fields import FACTORY_MARK, MISSING, ON_INSTANCE, PARAMETER, has_default

# What the compiler has made of the classes that are being decorated: (`__init__`, what that takes the fields to be).
compiled = {}


class _Signature:
    """The parameters: those by position, then those by keyword, each group in the order of definition."""

    def __init__(self, fields):
        parameters = [fld for fld in fields if fld.init]
        self.by_position = [fld for fld in parameters if not fld.kw_only]
        self.by_keyword = [fld for fld in parameters if fld.kw_only]
        # `self`, unless a field has that name.
        is_taken = any([fld.name == "self" for fld in fields])
        self.receiver = "__dataclass_self__" if is_taken else "self"

    def check_order(self):
        optional = None
        for fld in self.by_position:
            if has_default(fld):
                optional = fld
            elif optional is not None:
                raise TypeError(f"non-default argument {fld.name!r} follows default argument {optional.name!r}")

    def names(self):
        return [fld.name for fld in self.by_position + self.by_keyword]

    def defaults(self):
        return tuple([_default_of(fld) for fld in self.by_position if has_default(fld)]) or None

    def keyword_defaults(self):
        return {fld.name: _default_of(fld) for fld in self.by_keyword if has_default(fld)} or None

    def annotations(self):
        kinds = {fld.name: fld.type for fld in self.by_position + self.by_keyword}
        kinds["return"] = None
        return kinds


def _default_of(fld):
    return FACTORY_MARK if fld.default is MISSING else fld.default


def make_initializer(cls, fields, has_post_init, is_frozen, has_slots):
    """`fields` are those on the instance and those for `__init__` only."""
    signature = _Signature(fields)
    signature.check_order()
    ready = compiled.pop(cls, None)
    if ready:
        function = _checked(ready, fields, has_post_init)
        function.__defaults__ = signature.defaults()
        function.__kwdefaults__ = signature.keyword_defaults()
    else:
        places = {name: place for place, name in enumerate(signature.names())}
        steps = [_step(fld, places) for fld in fields if _is_set(fld, has_slots)]
        arguments = [_argument(fld, places) for fld in fields if fld._field_type is PARAMETER] if has_post_init else None
        names = (signature.receiver, *signature.names())
        function = make_function(_body(steps, arguments, is_frozen), "__init__", names, 0, 1 + len(signature.by_position),
                                 len(signature.by_keyword), False, False, signature.defaults(), signature.keyword_defaults())
    function.__annotations__ = signature.annotations()
    return function


# What the compiler has made.


def _checked(ready, fields, has_post_init):
    """The compiled function, which must be for the fields that the class has."""
    function, expected = ready
    shape = [_shape_of(fld) for fld in fields]
    if has_post_init:
        shape.append("__post_init__")
    found = " ".join(shape)
    if found != expected:
        raise SystemError(f"{function.__qualname__} is for the fields {expected!r}, the class has {found!r}")
    return function


def _shape_of(fld):
    """A field as the compiler writes it: `*` by keyword only, `-` no parameter, `=` with a default, `()` with a factory."""
    prefix = "-" if not fld.init else "*" if fld.kw_only else ""
    kind = "" if fld._field_type is ON_INSTANCE else f": {fld._field_type}"
    default = ""
    if fld.default_factory is not MISSING:
        default = "()"
    elif fld.default is not MISSING:
        default = "=descriptor" if hasattr(type(fld.default), "__set__") else "="
    return prefix + fld.name + kind + default


# What it hasn't.


def _is_set(fld, has_slots):
    if fld._field_type is not ON_INSTANCE:
        return False
    # A default without a parameter is found in the class, unless that has a slot there.
    return fld.init or fld.default_factory is not MISSING or (has_slots and fld.default is not MISSING)


def _step(fld, places):
    """An attribute: its name, the place of the argument (-1 for none), a factory or None, and what it's set to without both."""
    factory = None if fld.default_factory is MISSING else fld.default_factory
    return (fld.name, places[fld.name] if fld.init else -1, factory, fld.default)


def _argument(fld, places):
    """One argument of `__post_init__`: its place, or the class attribute that it is."""
    return (places[fld.name], "") if fld.init else (-1, fld.name)


def _body(steps, arguments, is_frozen):
    is_plain = arguments is None and all([place == index and factory is None
                                          for index, (_, place, factory, _) in enumerate(steps)])
    if is_plain and not is_frozen:
        return _plain_body([name for name, *_ in steps])
    return _general_body(steps, arguments, object.__setattr__ if is_frozen else setattr)


def _plain_body(names):
    """Each argument is an attribute."""

    def __init__(self, *values):
        place = 0
        for name in names:
            setattr(self, name, values[place])
            place += 1

    return __init__


def _general_body(steps, arguments, set_attribute):
    def __init__(self, *values):
        for name, place, factory, value in steps:
            if place >= 0:
                value = values[place]
            if factory is not None and (place < 0 or value is FACTORY_MARK):
                value = factory()
            set_attribute(self, name, value)
        if arguments is not None:
            self.__post_init__(*[getattr(self, name) if place < 0 else values[place] for place, name in arguments])

    return __init__
