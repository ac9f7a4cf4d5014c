"""One option: what it's called, what it takes and does."""

from optparse._errors import OptionError, OptionValueError
from optparse._help import NO_DEFAULT


def _parse_num(val, type):
    """A number in decimal, or with one of the prefixes 0x, 0b and 0."""
    head = val[:2].lower()
    if head == "0x":
        return type(val, 16)
    if head == "0b":
        return type(val[2:] or "0", 2)
    return type(val, 8 if val[:1] == "0" else 10)


def _parse_int(val):
    return _parse_num(val, int)


# What makes the values of each numeric type, and what messages call these.
_NUMBERS = {
    "int": (_parse_int, "integer"), "long": (_parse_int, "integer"), "float": (float, "floating-point"), "complex": (complex, "complex"),
}


def check_builtin(option, opt, value):
    """A value as a number of the option's type."""
    make, noun = _NUMBERS[option.type]
    try:
        return make(value)
    except ValueError:
        raise OptionValueError(f"option {opt}: invalid {noun} value: {value!r}")


def check_choice(option, opt, value):
    """A value, if it's among the option's choices."""
    if value not in option.choices:
        allowed = ", ".join([repr(choice) for choice in option.choices])
        raise OptionValueError(f"option {opt}: invalid choice: {value!r} (choose from {allowed})")
    return value


# What the actions that just set the destination set it to.
_EFFECTS = {
    "store": lambda option, value: value,
    "store_const": lambda option, value: option.const,
    "store_true": lambda option, value: True,
    "store_false": lambda option, value: False,
}
# The parser's methods that those call after which the program ends.
_ENDING = {"help": "print_help", "version": "print_version"}


# Checks of an option's arguments, which fill in what isn't given.


def _settle_action(option):
    option.action = "store" if option.action is None else option.action
    if option.action not in option.ACTIONS:
        raise OptionError(f"invalid action: {option.action!r}", option)


def _settle_type(option):
    kind = option.type
    if kind is None:
        if option.action in option.ALWAYS_TYPED_ACTIONS:
            option.type = "choice" if option.choices is not None else "string"
        return
    name = kind.__name__ if isinstance(kind, type) else kind
    option.type = "string" if name == "str" else name
    if option.type not in option.TYPES:
        raise OptionError(f"invalid option type: {option.type!r}", option)
    if option.action not in option.TYPED_ACTIONS:
        raise OptionError(f"must not supply a type for action {option.action!r}", option)


def _check_choices(option):
    choices = option.choices
    if option.type != "choice":
        if choices is not None:
            raise OptionError(f"must not supply choices for type {option.type!r}", option)
    elif choices is None:
        raise OptionError("must supply a list of choices for type 'choice'", option)
    elif not isinstance(choices, (tuple, list)):
        # A class of the program is named with its module.
        found = str(type(choices)).split("'")[1]
        raise OptionError(f"choices must be a list of strings ({found!r} supplied)", option)


def _settle_dest(option):
    if option.dest is None and (option.type is not None or option.action in option.STORE_ACTIONS):
        name = option.get_opt_string()
        option.dest = name[2:].replace("-", "_") if len(name) > 2 else name[1]


def _settle_numbers(option):
    if option.const is not None and option.action not in option.CONST_ACTIONS:
        raise OptionError(f"'const' must not be supplied for action {option.action!r}", option)
    if option.nargs is None:
        option.nargs = 1 if option.action in option.TYPED_ACTIONS else None
    elif option.action not in option.TYPED_ACTIONS:
        raise OptionError(f"'nargs' must not be supplied for action {option.action!r}", option)


def _check_callback(option):
    function, args, keywords = option.callback, option.callback_args, option.callback_kwargs
    if option.action == "callback":
        if not callable(function):
            raise OptionError(f"callback not callable: {function!r}", option)
        for name, given, kind in (("callback_args", args, tuple), ("callback_kwargs", keywords, dict)):
            if given is not None and not isinstance(given, kind):
                raise OptionError(f"{name}, if supplied, must be a {kind.__name__}: not {given!r}", option)
        return
    if function is not None:
        raise OptionError(f"callback supplied ({function!r}) for non-callback option", option)
    for name, given in (("callback_args", args), ("callback_kwargs", keywords)):
        if given is not None:
            raise OptionError(f"{name} supplied for non-callback option", option)


class Option:
    """Made by `OptionParser.add_option`."""

    # What derived classes may add to.
    ATTRS = "action type dest default nargs const choices callback callback_args callback_kwargs help metavar".split()
    STORE_ACTIONS = (*_EFFECTS, "append", "append_const", "count")
    ACTIONS = (*STORE_ACTIONS, "callback", *_ENDING)
    TYPED_ACTIONS = ("store", "append", "callback")
    ALWAYS_TYPED_ACTIONS = TYPED_ACTIONS[:2]
    CONST_ACTIONS = ("store_const", "append_const")
    TYPES = ("string", *_NUMBERS, "choice")
    TYPE_CHECKER = {**dict.fromkeys(_NUMBERS, check_builtin), "choice": check_choice}
    CHECK_METHODS = [_settle_action, _settle_type, _check_choices, _settle_dest, _settle_numbers, _check_callback]

    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts = [], []
        names = list(filter(None, opts))
        if not names:
            raise TypeError("at least one option string must be supplied")
        for name in names:
            self._add_name(name)
        for attribute in self.ATTRS:
            setattr(self, attribute, attrs.pop(attribute, NO_DEFAULT if attribute == "default" else None))
        if attrs:
            raise OptionError(f"invalid keyword arguments: {', '.join(sorted(attrs))}", self)
        for check in self.CHECK_METHODS:
            check(self)

    def _add_name(self, name):
        if len(name) < 2:
            raise OptionError(f"invalid option string {name!r}: must be at least two characters long", self)
        if len(name) == 2:
            kind, rule, names = "short", "must be of the form -x, (x any non-dash char)", self._short_opts
            is_right = name[0] == "-" and name[1] != "-"
        else:
            kind, rule, names = "long", "must start with --, followed by non-dash", self._long_opts
            is_right = name.startswith("--") and name[2] != "-"
        if not is_right:
            raise OptionError(f"invalid {kind} option string {name!r}: {rule}", self)
        names.append(name)

    def __str__(self):
        return "/".join(self._short_opts + self._long_opts)

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}: {self}>"

    def takes_value(self):
        return self.type is not None

    def get_opt_string(self):
        """The name that messages use."""
        return self._long_opts[0] if self._long_opts else self._short_opts[0]

    # What happens when a command line has it.

    def check_value(self, opt, value):
        check = self.TYPE_CHECKER.get(self.type)
        return check(self, opt, value) if check else value

    def convert_value(self, opt, value):
        """A value, or as many as it takes in a tuple, of the option's type."""
        if value is None or self.nargs == 1:
            return value if value is None else self.check_value(opt, value)
        return tuple([self.check_value(opt, each) for each in value])

    def process(self, opt, value, values, parser):
        """Does what the option is for; `values` gets the results."""
        return self.take_action(self.action, self.dest, opt, self.convert_value(opt, value), values, parser)

    def take_action(self, action, dest, opt, value, values, parser):
        if action in _EFFECTS:
            setattr(values, dest, _EFFECTS[action](self, value))
        elif action in ("append", "append_const"):
            values.ensure_value(dest, []).append(value if action == "append" else self.const)
        elif action == "count":
            setattr(values, dest, 1 + values.ensure_value(dest, 0))
        elif action == "callback":
            self.callback(self, opt, value, parser, *(self.callback_args or ()), **(self.callback_kwargs or {}))
        elif action in _ENDING:
            getattr(parser, _ENDING[action])()
            parser.exit()
        else:
            raise ValueError(f"unknown action {self.action!r}")
        return 1


class Values:
    """The options' values, as attributes."""

    def __init__(self, defaults=None):
        for name, value in (defaults or {}).items():
            setattr(self, name, value)

    def __str__(self):
        return str(self.__dict__)

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}: {self}>"

    def __eq__(self, other):
        others = other.__dict__ if isinstance(other, Values) else other
        return self.__dict__ == others if isinstance(others, dict) else NotImplemented

    def _update(self, dict, mode):
        """Takes values over: of attributes that are there ("careful"), or of all ("loose")."""
        if mode == "loose":
            self.__dict__.update(dict)
        elif mode == "careful":
            for name in list(self.__dict__):
                if dict.get(name) is not None:
                    setattr(self, name, dict[name])
        else:
            raise ValueError(f"invalid update mode: {mode!r}")

    def read_module(self, modname, mode="careful"):
        raise NotImplementedError("aiocc doesn't read values from modules")

    def read_file(self, filename, mode="careful"):
        raise NotImplementedError("a compiled program can't run a file of values")

    def ensure_value(self, attr, value):
        """The attribute, set to `value` if it's None or isn't there."""
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)
