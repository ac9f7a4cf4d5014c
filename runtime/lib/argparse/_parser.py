"""The parser: it holds the arguments, and has a run over each command line."""

import sys
from argparse._actions import _UNRECOGNIZED_ARGS_ATTR
from argparse._containers import _ActionsContainer
from argparse._errors import ArgumentError, ArgumentTypeError
from argparse._help import HelpFormatter
from argparse._matching import looks_like_negative_number, match_all
from argparse._run import Run
from argparse._values import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, Namespace, _AttributeHolder

_TOO_FEW = {
    None: "expected one argument",
    OPTIONAL: "expected at most one argument",
    ONE_OR_MORE: "expected at least one argument",
}


def _as_it_is(string):
    return string


def _split_at_equals(text):
    """(name, "=", value) for `name=value`, else (text, None, None)."""
    name, sep, value = text.partition("=")
    return (name, sep, value) if sep else (text, None, None)


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Parses command lines."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter, prefix_chars="-",
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = sys.argv[0].rpartition("/")[2] if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help, self.allow_abbrev, self.exit_on_error = add_help, allow_abbrev, exit_on_error
        self.register("type", None, _as_it_is)
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            dash = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(f"{dash}h", f"{dash}{dash}help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            self._take_over(parent)

    def _take_over(self, parent):
        if not isinstance(parent, ArgumentParser):
            raise TypeError("parents must be a list of ArgumentParser")
        self._add_container_actions(parent)
        self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        shown = "prog usage description formatter_class conflict_handler add_help"
        return [(name, getattr(self, name)) for name in shown.split()]

    # Arguments.

    def add_subparsers(self, **kwargs):
        """Commands with parsers of their own; the result has `add_parser`."""
        if self._subparsers is not None:
            raise ArgumentError(None, "cannot have multiple subparser arguments")
        self._subparsers = self._positionals
        if not {"title", "description"}.isdisjoint(kwargs):
            title = kwargs.pop("title", "subcommands")
            self._subparsers = self.add_argument_group(title, kwargs.pop("description", None))
        kwargs.setdefault("parser_class", type(self))
        if kwargs.get("prog") is None:
            kwargs["prog"] = self._usage_text(self._get_positional_actions(), "").strip()
        action = self._pop_action_class(kwargs, "parsers")(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # Parsing.

    def parse_args(self, args=None, namespace=None):
        """The namespace of a command line, that of the program without `args`."""
        return self._all_known(self.parse_known_args(args, namespace))

    def parse_intermixed_args(self, args=None, namespace=None):
        """As `parse_args`; positional arguments may stand among options."""
        return self._all_known(self.parse_known_intermixed_args(args, namespace))

    def _all_known(self, found):
        namespace, unknown = found
        if unknown:
            self._fail(ArgumentError(None, f"unrecognized arguments: {' '.join(unknown)}"))
        return namespace

    def _fail(self, error):
        if not self.exit_on_error:
            raise error
        self.error(str(error))

    def parse_known_args(self, args=None, namespace=None):
        """(namespace, arguments that nobody takes)."""
        return self._parse(args, namespace, self._parse_known_args)

    def _parse(self, args, namespace, run):
        words = list(sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        self._set_missing_defaults(namespace)
        # Where `error` returns, nothing is known.
        unknown = words
        try:
            namespace, unknown = run(words, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        # Commands leave there what they don't know; any object may be the namespace.
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            unknown = unknown + getattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, unknown

    def _set_missing_defaults(self, namespace):
        defaults = [(action.dest, action.default) for action in self._actions if action.default is not SUPPRESS]
        for dest, default in [*defaults, *self._defaults.items()]:
            if dest is not SUPPRESS and not hasattr(namespace, dest):
                setattr(namespace, dest, default)

    def _parse_known_args(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        return Run(self, arg_strings, namespace).parse()

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Options first, then the positional arguments from what is left."""
        positionals = self._get_positional_actions()
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
        for group in self._mutually_exclusive_groups:
            if any([action in positionals for action in group._group_actions]):
                raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")
        return self._parse(args, namespace, self._parse_intermixed)

    def _parse_intermixed(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        namespace, rest = Run(self, arg_strings, namespace, takes_positionals=False).parse()
        for action in self._get_positional_actions():
            if getattr(namespace, action.dest, None) == []:
                import warnings
                warnings.warn(f"Do not expect {action.dest} in {namespace}")
                delattr(namespace, action.dest)
        self._set_missing_defaults(namespace)
        return Run(self, rest, namespace, requires_options=False).parse()

    def _read_args_from_files(self, arg_strings):
        """The arguments, with those from a file in place of its name."""
        for place, word in enumerate(arg_strings):
            if word and word[0] in self.fromfile_prefix_chars:
                inner = self._read_args_from_files(self._args_in_file(word[1:]))
                return arg_strings[:place] + inner + self._read_args_from_files(arg_strings[place + 1:])
        return list(arg_strings)

    def _args_in_file(self, name):
        try:
            file = open(name, encoding=sys.getfilesystemencoding(), errors=sys.getfilesystemencodeerrors())
            with file:
                return [word for line in file.read().splitlines() for word in self.convert_arg_line_to_args(line)]
        except OSError as error:
            raise ArgumentError(None, str(error))

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    # What words are, and how many an action takes.

    def _match_argument(self, action, arg_strings_pattern):
        """How many arguments an option takes; ArgumentError where it's not enough."""
        lengths = match_all([action], arg_strings_pattern)
        if lengths is None:
            count = action.nargs
            raise ArgumentError(action, _TOO_FEW.get(count, f"expected {count} argument{'s' * (count != 1)}"))
        return lengths[0]

    def _match_arguments_partial(self, actions, arg_strings_pattern):
        """How many arguments each of the first actions takes, as many actions as can be served."""
        lengths = None
        count = len(actions)
        while lengths is None:
            lengths = match_all(actions[:count], arg_strings_pattern)
            count -= 1
        return lengths

    def _parse_optional(self, arg_string):
        """None for a positional argument, else candidates (action, option string, separator, explicit argument)."""
        known = self._option_string_actions
        if arg_string[:1] not in list(self.prefix_chars):
            return None
        if arg_string in known:
            return [(known[arg_string], arg_string, None, None)]
        if len(arg_string) == 1:
            return None
        name, sep, value = _split_at_equals(arg_string)
        if sep and name in known:
            return [(known[name], name, sep, value)]
        candidates = self._get_option_tuples(arg_string)
        if candidates:
            return candidates
        is_number = looks_like_negative_number(arg_string) and not self._has_negative_number_optionals
        return None if is_number or " " in arg_string else [(None, arg_string, None, None)]

    def _get_option_tuples(self, option_string):
        """What an abbreviated option may stand for."""
        is_long = option_string[1] in self.prefix_chars
        name, sep, value = _split_at_equals(option_string)
        found = []
        for known, action in self._option_string_actions.items():
            if not is_long and known == option_string[:2]:
                found.append((action, known, "", option_string[2:]))
            elif self.allow_abbrev and known.startswith(name):
                found.append((action, known, sep, value))
        return found

    # Values.

    def _get_values(self, action, arg_strings):
        """What an action gets for its arguments."""
        nargs = action.nargs
        if nargs == SUPPRESS:
            return SUPPRESS
        if not arg_strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            is_text = isinstance(value, str) and value is not SUPPRESS
            return self._get_value(action, value) if is_text else value
        if not arg_strings and nargs == ZERO_OR_MORE and not action.option_strings:
            return [] if action.default is None else action.default
        values = [self._get_value(action, text) for text in arg_strings]
        # Of a command only its name is checked, of the rest of the line nothing.
        checked = {PARSER: 1, REMAINDER: 0}.get(nargs, len(values))
        for value in values[:checked]:
            self._check_value(action, value)
        return values[0] if len(values) == 1 and nargs in (None, OPTIONAL) else values

    def _get_value(self, action, arg_string):
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f"{convert!r} is not callable")
        try:
            return convert(arg_string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {getattr(action.type, '__name__', repr(action.type))} value: {arg_string!r}")

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        # Of text, the letters are meant and not the parts.
        if value not in (list(choices) if isinstance(choices, str) else choices):
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(repr, choices))})")

    # Help and the end of the program.

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def _usage_text(self, actions, prefix=None):
        text = self._get_formatter()
        text.add_usage(self.usage, actions, self._mutually_exclusive_groups, prefix)
        return text.format_help()

    def format_usage(self):
        return self._usage_text(self._actions)

    def format_help(self):
        text = self._get_formatter()
        text.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        text.add_text(self.description)
        for group in self._action_groups:
            text.start_section(group.title)
            text.add_text(group.description)
            text.add_arguments(group._group_actions)
            text.end_section()
        text.add_text(self.epilog)
        return text.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or sys.stdout)

    def _print_message(self, message, file=None):
        try:
            if message:
                (file or sys.stderr).write(message)
        except (AttributeError, OSError):
            # There's nobody to read it.
            pass

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n")

    def exit(self, status=0, message=None):
        """Ends the program."""
        self._print_message(message)
        sys.exit(status)

    def error(self, message):
        """Ends the program with a message and the usage."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")
