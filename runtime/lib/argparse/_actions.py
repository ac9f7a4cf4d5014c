"""What arguments do: the actions."""

import sys
from argparse._errors import ArgumentError
from argparse._values import OPTIONAL, PARSER, SUPPRESS, _AttributeHolder

_UNRECOGNIZED_ARGS_ATTR = "_unrecognized_args"
_ATTRIBUTES = (
    "option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar", "deprecated",
)


class Action(_AttributeHolder):
    """What an argument does when it's found: the base of all actions."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        self.option_strings, self.dest = option_strings, dest
        self.nargs, self.const, self.default = nargs, const, default
        self.type, self.choices = type, choices
        self.required, self.deprecated = required, deprecated
        self.help, self.metavar = help, metavar

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in _ATTRIBUTES]

    def format_usage(self):
        return self.option_strings[0]


# Distinguishes what wasn't given from None.
_NOT_GIVEN = object()


def _warn_if_given(name, value):
    """What `name` is taken for, with a warning where it was given."""
    if value is _NOT_GIVEN:
        return None
    import warnings
    # It's said of this package, whose warnings of that kind aren't shown.
    message = f"{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14."
    warnings.warn_explicit(message, DeprecationWarning, "argparse.py", 1, "argparse")
    return value


class BooleanOptionalAction(Action):
    """`--flag` and `--no-flag`."""

    def __init__(self, option_strings, dest, default=None, type=_NOT_GIVEN, choices=_NOT_GIVEN, required=False, help=None,
                 metavar=_NOT_GIVEN, deprecated=False):
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith("--"):
                names.append(f"--no-{name[2:]}")
        type, choices, metavar = [_warn_if_given(key, value) for key, value in
                                  [("type", type), ("choices", choices), ("metavar", metavar)]]
        Action.__init__(self, names, dest, 0, None, default, type, choices, required, help, metavar, deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


# Actions that keep values. Each says what it makes of the value that the namespace has.


def _check_value_count(nargs, const, advice):
    if nargs == 0:
        raise ValueError(f"nargs for {advice}")
    if const is not None and nargs != OPTIONAL:
        raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")


def _copied(items):
    """A list of its own with what a namespace has, so that defaults stay as they are."""
    if items is None:
        return []
    if isinstance(items, list):
        return list(items)
    import copy
    return copy.copy(items)


class _KeepingAction(Action):
    """An action that sets its attribute of the namespace to a value made of the present one."""

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self._next(getattr(namespace, self.dest, None), values))


class _StoreAction(_KeepingAction):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        _check_value_count(nargs, const, "store actions must be != 0; if you have nothing to store, actions such as store true or "
                           "store const may be more appropriate")
        Action.__init__(self, option_strings, dest, nargs, const, default, type, choices, required, help, metavar, deprecated)

    def _next(self, present, values):
        return values


class _AppendAction(_KeepingAction):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        _check_value_count(nargs, const, "append actions must be != 0; if arg strings are not supplying the value to append, the "
                           "append const action may be more appropriate")
        Action.__init__(self, option_strings, dest, nargs, const, default, type, choices, required, help, metavar, deprecated)

    def _next(self, present, values):
        items = _copied(present)
        items.append(values)
        return items


class _ExtendAction(_AppendAction):
    def _next(self, present, values):
        items = _copied(present)
        items.extend(values)
        return items


class _StoreConstAction(_KeepingAction):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        Action.__init__(self, option_strings, dest, 0, const, default, None, None, required, help, None, deprecated)

    def _next(self, present, values):
        return self.const


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        _StoreConstAction.__init__(self, option_strings, dest, True, default, required, help, None, deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        _StoreConstAction.__init__(self, option_strings, dest, False, default, required, help, None, deprecated)


class _AppendConstAction(_KeepingAction):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        Action.__init__(self, option_strings, dest, 0, const, default, None, None, required, help, metavar, deprecated)

    def _next(self, present, values):
        items = _copied(present)
        items.append(self.const)
        return items


class _CountAction(_KeepingAction):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        Action.__init__(self, option_strings, dest, 0, None, default, None, None, required, help, None, deprecated)

    def _next(self, present, values):
        return 1 if present is None else present + 1


# Actions that end the program.


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        Action.__init__(self, option_strings, dest, 0, None, default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        self.version = version
        shown = "show program's version number and exit" if help is None else help
        Action.__init__(self, option_strings, dest, 0, None, default, help=shown)

    def __call__(self, parser, namespace, values, option_string=None):
        text = parser._get_formatter()
        text.add_text(parser.version if self.version is None else self.version)
        parser._print_message(text.format_help(), sys.stdout)
        parser.exit()


# Commands.


class _CommandHelp(Action):
    """Stands for one command in the help."""

    def __init__(self, name, aliases, help):
        shown = f"{name} ({', '.join(aliases)})" if aliases else name
        Action.__init__(self, [], name, help=help, metavar=shown)


class _SubParsersAction(Action):
    """Commands, each with a parser of its own."""

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        self._deprecated = set()
        Action.__init__(self, option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = f"{self._prog_prefix} {name}"
        aliases = kwargs.pop("aliases", ())
        for kind, new_name in [("", name), *[(" alias", alias) for alias in aliases]]:
            if new_name in self._name_parser_map:
                raise ArgumentError(self, f"conflicting subparser{kind}: {new_name}")
        if "help" in kwargs:
            self._choices_actions.append(_CommandHelp(name, aliases, kwargs.pop("help")))
        parser = self._parser_class(**kwargs)
        for new_name in [name, *aliases]:
            self._name_parser_map[new_name] = parser
            if deprecated:
                self._deprecated.add(new_name)
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, *arguments = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._name_parser_map)})")
        if name in self._deprecated:
            parser._warning(f"command '{name}' is deprecated")
        # Into a namespace of its own, so that its defaults win.
        found, unknown = self._name_parser_map[name].parse_known_args(arguments, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if unknown:
            setattr(namespace, _UNRECOGNIZED_ARGS_ATTR, getattr(namespace, _UNRECOGNIZED_ARGS_ATTR, []) + unknown)


# The actions that `add_argument(action=...)` knows by name.
ACTIONS_BY_NAME = {
    None: _StoreAction,
    "store": _StoreAction,
    "store_const": _StoreConstAction,
    "store_true": _StoreTrueAction,
    "store_false": _StoreFalseAction,
    "append": _AppendAction,
    "append_const": _AppendConstAction,
    "extend": _ExtendAction,
    "count": _CountAction,
    "help": _HelpAction,
    "version": _VersionAction,
    "parsers": _SubParsersAction,
}
