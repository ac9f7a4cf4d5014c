"""Parsing of command lines."""

import sys
from _support import environment_variable

__all__ = [
    "ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "HelpFormatter",
    "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
    "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE",
]

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."
_UNRECOGNIZED_ARGS_ATTR = "_unrecognized_args"


class _AttributeHolder:
    """Has a repr that shows its attributes."""

    def __repr__(self):
        parts = [repr(arg) for arg in self._get_args()]
        star_args = {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                parts.append(f"{name}={value!r}")
            else:
                star_args[name] = value
        if star_args:
            parts.append(f"**{star_args!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def _get_kwargs(self):
        return list(self.__dict__.items())

    def _get_args(self):
        return []


def _copy_items(items):
    if items is None:
        return []
    if type(items) is list:
        return items[:]
    return list(items)


# Help.


def _terminal_width():
    """Columns of the terminal: what COLUMNS says, else 80."""
    text = environment_variable("COLUMNS")
    return int(text) if text is not None and text.isdecimal() and int(text) > 0 else 80


class _Section:
    """A heading with the functions that make the text under it."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format_help(self):
        formatter = self.formatter
        if self.parent is not None:
            formatter._indent()
        text = formatter._join_parts([func(*args) for func, args in self.items])
        if self.parent is not None:
            formatter._dedent()
        if not text:
            return ""
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = f"{' ' * formatter._current_indent}{self.heading}:\n"
        else:
            heading = ""
        return formatter._join_parts(["\n", heading, text, "\n"])


class HelpFormatter:
    """Makes the help text."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _terminal_width() - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = _Section(self, None)
        self._current_section = self._root_section

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    def _add_item(self, func, args):
        self._current_section.items.append((func, args))

    def start_section(self, heading):
        self._indent()
        section = _Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, [usage, actions, groups, prefix])

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        longest = len(self._format_action_invocation(action)) + self._current_indent
        for subaction in self._iter_indented_subactions(action):
            longest = max(longest, len(self._format_action_invocation(subaction)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, longest)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        if text:
            while "\n\n\n" in text:
                text = text.replace("\n\n\n", "\n\n")
            text = text.strip("\n") + "\n"
        return text

    def _join_parts(self, part_strings):
        return "".join([part for part in part_strings if part and part is not SUPPRESS])

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            usage = usage % {"prog": self._prog}
        elif not actions:
            usage = str(self._prog)
        else:
            prog = str(self._prog)
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            usage = " ".join([text for text in [prog, self._format_actions_usage(optionals + positionals, groups)] if text])
            text_width = max(self._width - self._current_indent, 11)
            if len(prefix) + len(usage) > text_width:
                opt_parts = self._get_actions_usage_parts(optionals, groups)
                pos_parts = self._get_actions_usage_parts(positionals, groups)
                usage = "\n".join(self._wrapped_usage(prog, prefix, opt_parts, pos_parts, text_width))
        return f"{prefix}{usage}\n\n"

    def _wrapped_usage(self, prog, prefix, opt_parts, pos_parts, text_width):
        if len(prefix) + len(prog) <= 0.75 * text_width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if opt_parts:
                lines = _usage_lines([prog] + opt_parts, indent, text_width, prefix)
                lines += _usage_lines(pos_parts, indent, text_width)
                return lines
            if pos_parts:
                return _usage_lines([prog] + pos_parts, indent, text_width, prefix)
            return [prog]
        indent = " " * len(prefix)
        lines = _usage_lines(opt_parts + pos_parts, indent, text_width)
        if len(lines) > 1:
            lines = _usage_lines(opt_parts, indent, text_width) + _usage_lines(pos_parts, indent, text_width)
        return [prog] + lines

    def _format_actions_usage(self, actions, groups):
        return " ".join(self._get_actions_usage_parts(actions, groups))

    def _get_actions_usage_parts(self, actions, groups):
        """The parts of the usage; those of a group that excludes others are joined."""
        wholly_shown = []
        for group in groups:
            if not group._group_actions:
                raise ValueError(f"empty group {group}")
            if all([action.help is SUPPRESS for action in group._group_actions]):
                continue
            try:
                start = actions.index(group._group_actions[0])
            except ValueError:
                continue
            end = start + len(group._group_actions)
            if actions[start:end] == group._group_actions:
                suppressed = 0
                for action in group._group_actions:
                    if action.help is SUPPRESS:
                        suppressed += 1
                shown = len(group._group_actions) - suppressed
                wholly_shown.append((start, end, group, shown))
        parts = []
        for action in actions:
            parts.append(None if action.help is SUPPRESS else self._usage_part(action, wholly_shown, actions))
        # From the back, so that places stay.
        wholly_shown.sort(key=lambda item: item[0], reverse=True)
        for start, end, group, shown in wholly_shown:
            pieces = [part for part in parts[start:end] if part is not None]
            if not pieces:
                continue
            if shown > 1:
                open_mark, close_mark = ("(", ")") if group.required else ("[", "]")
                pieces[0] = open_mark + pieces[0]
                for place in range(len(pieces) - 1):
                    pieces[place] += " |"
                pieces[-1] += close_mark
            parts[start:end] = pieces
        return [part for part in parts if part is not None]

    def _usage_part(self, action, groups, actions):
        place = actions.index(action)
        in_group = None
        for start, end, group, shown in groups:
            if start <= place < end:
                in_group = (group, shown)
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            part = self._format_args(action, default)
            if in_group is not None and part[0] == "[" and part[-1] == "]":
                part = part[1:-1]
            return part
        option_string = action.option_strings[0]
        if action.nargs == 0:
            part = action.format_usage()
        else:
            default = self._get_default_metavar_for_optional(action)
            part = f"{option_string} {self._format_args(action, default)}"
        if not action.required and in_group is None:
            part = f"[{part}]"
        elif in_group is not None and not in_group[0].required and in_group[1] == 1:
            part = f"[{part}]"
        return part

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        text_width = max(self._width - self._current_indent, 11)
        indent = " " * self._current_indent
        return self._fill_text(text, text_width, indent) + "\n\n"

    def _format_action(self, action):
        """The invocation with the help beside it, or below where it's long."""
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent = " " * self._current_indent
        first_indent = 0
        if not action.help:
            header = f"{indent}{header}\n"
        elif len(header) <= action_width:
            header = f"{indent}{header:<{action_width}}  "
        else:
            header = f"{indent}{header}\n"
            first_indent = help_position
        parts = [header]
        if action.help and action.help.strip():
            help_text = self._expand_help(action)
            if help_text:
                lines = self._split_lines(help_text, help_width)
                parts.append(f"{' ' * first_indent}{lines[0]}\n")
                for line in lines[1:]:
                    parts.append(f"{' ' * help_position}{line}\n")
        elif not header.endswith("\n"):
            parts.append("\n")
        for subaction in self._iter_indented_subactions(action):
            parts.append(self._format_action(subaction))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return " ".join(self._metavar_formatter(action, default)(1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        default = self._get_default_metavar_for_optional(action)
        return f"{', '.join(action.option_strings)} {self._format_args(action, default)}"

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = f"{{{','.join(map(str, action.choices))}}}"
        else:
            result = default_metavar

        def format(tuple_size):
            if isinstance(result, tuple):
                return result
            return (result,) * tuple_size

        return format

    def _format_args(self, action, default_metavar):
        get_metavar = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return "%s" % get_metavar(1)
        if nargs == OPTIONAL:
            return "[%s]" % get_metavar(1)
        if nargs == ZERO_OR_MORE:
            metavar = get_metavar(1)
            if len(metavar) == 2:
                return "[%s [%s ...]]" % metavar
            return "[%s ...]" % metavar
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % get_metavar(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % get_metavar(1)
        if nargs == SUPPRESS:
            return ""
        try:
            formats = ["%s" for _ in range(nargs)]
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return " ".join(formats) % get_metavar(nargs)

    def _expand_help(self, action):
        params = dict(vars(action), prog=self._prog)
        for name in list(params):
            value = params[name]
            if value is SUPPRESS:
                del params[name]
            elif hasattr(value, "__name__"):
                params[name] = value.__name__
        if params.get("choices") is not None:
            params["choices"] = ", ".join(map(str, params["choices"]))
        return self._get_help_string(action) % params

    def _iter_indented_subactions(self, action):
        try:
            get_subactions = action._get_subactions
        except AttributeError:
            return
        self._indent()
        yield from get_subactions()
        self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _usage_lines(parts, indent, text_width, prefix=None):
    """The parts on lines of at most the width."""
    lines = []
    line = []
    length = len(prefix) - 1 if prefix is not None else len(indent) - 1
    for part in parts:
        if length + 1 + len(part) > text_width and line:
            lines.append(indent + " ".join(line))
            line = []
            length = len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        lines.append(indent + " ".join(line))
    if prefix is not None:
        lines[0] = lines[0][len(indent):]
    return lines


class RawDescriptionHelpFormatter(HelpFormatter):
    """Keeps the lines of descriptions."""

    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Keeps the lines of all help."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the default to each help."""

    def _get_help_string(self, action):
        text = action.help
        if text is None:
            text = ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in [OPTIONAL, ZERO_OR_MORE]:
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows types in place of names."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__


# Errors.


def _get_action_name(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        metavar = argument.metavar
        if not isinstance(metavar, tuple):
            return metavar
        if argument.nargs == ZERO_OR_MORE and len(metavar) == 2:
            return "%s[, %s]" % metavar
        if argument.nargs == ONE_OR_MORE:
            return "%s[, %s]" % metavar
        return ", ".join(metavar)
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if argument.choices:
        return "{" + ",".join(argument.choices) + "}"
    return None


class ArgumentError(Exception):
    """What's wrong with which argument."""

    def __init__(self, argument, message):
        self.argument_name = _get_action_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return f"{self.message}"
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """For functions that are given as `type`: its text is the whole message."""


# Actions.


class Action(_AttributeHolder):
    """What an argument does: the base of all actions."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar
        self.deprecated = deprecated

    def _get_kwargs(self):
        names = ["option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help",
                 "metavar", "deprecated"]
        return [(name, getattr(self, name)) for name in names]

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class BooleanOptionalAction(Action):
    """`--flag` and `--no-flag`."""

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        all_strings = []
        for option_string in option_strings:
            all_strings.append(option_string)
            if option_string.startswith("--"):
                all_strings.append("--no-" + option_string[2:])
        super().__init__(option_strings=all_strings, dest=dest, nargs=0, default=default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store "
                             "true or store const may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
        super().__init__(option_strings=option_strings, dest=dest, nargs=nargs, const=const, default=default,
                         type=type, choices=choices, required=required, help=help, metavar=metavar,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, const=const, default=default,
                         required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings=option_strings, dest=dest, const=True, deprecated=deprecated,
                         required=required, help=help, default=default)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings=option_strings, dest=dest, const=False, default=default, required=required,
                         help=help, deprecated=deprecated)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        if nargs == 0:
            raise ValueError("nargs for append actions must be != 0; if arg strings are not supplying the value to "
                             "append, the append const action may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
        super().__init__(option_strings=option_strings, dest=dest, nargs=nargs, const=const, default=default,
                         type=type, choices=choices, required=required, help=help, metavar=metavar,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _copy_items(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, const=const, default=default,
                         required=required, help=help, metavar=metavar, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _copy_items(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, default=default, required=required,
                         help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        count = getattr(namespace, self.dest, None)
        if count is None:
            count = 0
        setattr(namespace, self.dest, count + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings=option_strings, dest=dest, default=default, nargs=0, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        if help is None:
            help = "show program's version number and exit"
        super().__init__(option_strings=option_strings, dest=dest, default=default, nargs=0, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version
        if version is None:
            version = parser.version
        formatter = parser._get_formatter()
        formatter.add_text(version)
        parser._print_message(formatter.format_help(), sys.stdout)
        parser.exit()


class _ChoicesPseudoAction(Action):
    """Stands for one command in the help."""

    def __init__(self, name, aliases, help):
        metavar = dest = name
        if aliases:
            metavar += f" ({', '.join(aliases)})"
        super().__init__(option_strings=[], dest=dest, help=help, metavar=metavar)


class _SubParsersAction(Action):
    """Commands, each with a parser of its own."""

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        self._deprecated = set()
        super().__init__(option_strings=option_strings, dest=dest, nargs=PARSER, choices=self._name_parser_map,
                         required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = f"{self._prog_prefix} {name}"
        aliases = kwargs.pop("aliases", ())
        if name in self._name_parser_map:
            raise ArgumentError(self, f"conflicting subparser: {name}")
        for alias in aliases:
            if alias in self._name_parser_map:
                raise ArgumentError(self, f"conflicting subparser alias: {alias}")
        if "help" in kwargs:
            self._choices_actions.append(_ChoicesPseudoAction(name, aliases, kwargs.pop("help")))
        parser = self._parser_class(**kwargs)
        self._name_parser_map[name] = parser
        for alias in aliases:
            self._name_parser_map[alias] = parser
        if deprecated:
            self._deprecated.add(name)
            self._deprecated.update(aliases)
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name = values[0]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        subparser = self._name_parser_map.get(name)
        if subparser is None:
            choices = ", ".join(self._name_parser_map)
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {choices})")
        if name in self._deprecated:
            parser._warning(f"command '{name}' is deprecated")
        # Into a namespace of its own, so that its defaults win.
        subnamespace, rest = subparser.parse_known_args(values[1:], None)
        for key, value in vars(subnamespace).items():
            setattr(namespace, key, value)
        if rest:
            if not hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
                setattr(namespace, _UNRECOGNIZED_ARGS_ATTR, [])
            getattr(namespace, _UNRECOGNIZED_ARGS_ATTR).extend(rest)


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copy_items(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class Namespace(_AttributeHolder):
    """Holds what was parsed."""

    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    __hash__ = None

    def __contains__(self, key):
        return key in self.__dict__


# Parsers.


def _looks_like_negative_number(text):
    """`-1`, `-1.5`, `-.5`."""
    if len(text) < 2 or text[0] != "-":
        return False
    whole, point, fraction = text[1:].partition(".")
    if not point:
        return whole.isdecimal()
    return (whole == "" or whole.isdecimal()) and fraction.isdecimal()


class _ActionsContainer:
    """What arguments can be added to: parsers and groups."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {}
        self.register("action", None, _StoreAction)
        self.register("action", "store", _StoreAction)
        self.register("action", "store_const", _StoreConstAction)
        self.register("action", "store_true", _StoreTrueAction)
        self.register("action", "store_false", _StoreFalseAction)
        self.register("action", "append", _AppendAction)
        self.register("action", "append_const", _AppendConstAction)
        self.register("action", "count", _CountAction)
        self.register("action", "help", _HelpAction)
        self.register("action", "version", _VersionAction)
        self.register("action", "parsers", _SubParsersAction)
        self.register("action", "extend", _ExtendAction)
        self._get_handler()
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries[registry_name].get(value, default)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument(self, *args, **kwargs):
        """Adds an argument: `add_argument("name")`, `add_argument("-n", "--name", type=int)`."""
        chars = self.prefix_chars
        if not args or (len(args) == 1 and args[0][0] not in chars):
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        action_class = self._pop_action_class(kwargs)
        if not callable(action_class):
            raise ValueError(f'unknown action "{action_class}"')
        action = action_class(**kwargs)
        type_func = self._registry_get("type", action.type, action.type)
        if not callable(type_func):
            raise ValueError(f"{type_func!r} is not callable")
        if hasattr(self, "_get_formatter"):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs") from None
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for option_string in action.option_strings:
            self._option_string_actions[option_string] = action
        for option_string in action.option_strings:
            if _looks_like_negative_number(option_string) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Takes over the arguments of a parent parser, group by group."""
        titles = {}
        for group in self._action_groups:
            if group.title in titles:
                raise ValueError(f"cannot merge actions - two groups are named {group.title!r}")
            titles[group.title] = group
        group_of = {}
        for group in container._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(title=group.title, description=group.description,
                                                              conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                group_of[action] = titles[group.title]
        for group in container._mutually_exclusive_groups:
            if group._container is container:
                target = self
            else:
                target = titles[group._container.title]
            exclusive = target.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                group_of[action] = exclusive
        for action in container._actions:
            group_of.get(action, self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs == 0:
            raise ValueError("nargs for positionals must be != 0")
        if nargs not in [OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS] or (
                nargs == ZERO_OR_MORE and "default" not in kwargs):
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        option_strings = []
        long_option_strings = []
        for option_string in args:
            if option_string[0] not in self.prefix_chars:
                raise ValueError(f"invalid option string {option_string!r}: must start with a character "
                                 f"{self.prefix_chars!r}")
            option_strings.append(option_string)
            if len(option_string) > 1 and option_string[1] in self.prefix_chars:
                long_option_strings.append(option_string)
        dest = kwargs.pop("dest", None)
        if dest is None:
            source = long_option_strings[0] if long_option_strings else option_strings[0]
            dest = source.lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f"dest= is required for options like {option_string!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=option_strings)

    def _pop_action_class(self, kwargs, default=None):
        action = kwargs.pop("action", default)
        return self._registry_get("action", action, action)

    def _get_handler(self):
        if self.conflict_handler == "error":
            return self._handle_conflict_error
        if self.conflict_handler == "resolve":
            return self._handle_conflict_resolve
        raise ValueError(f"invalid conflict_resolution value: {self.conflict_handler!r}")

    def _check_conflict(self, action):
        conflicts = []
        for option_string in action.option_strings:
            if option_string in self._option_string_actions:
                conflicts.append((option_string, self._option_string_actions[option_string]))
        if conflicts:
            self._get_handler()(action, conflicts)

    def _handle_conflict_error(self, action, conflicting_actions):
        names = ", ".join([name for name, other in conflicting_actions])
        plural = "s" if len(conflicting_actions) > 1 else ""
        raise ArgumentError(action, f"conflicting option string{plural}: {names}")

    def _handle_conflict_resolve(self, action, conflicting_actions):
        for option_string, other in conflicting_actions:
            other.option_strings.remove(option_string)
            self._option_string_actions.pop(option_string, None)
            if not other.option_strings:
                other.container._remove_action(other)


class _ArgumentGroup(_ActionsContainer):
    """Arguments under a heading of their own."""

    def __init__(self, container, title=None, description=None, **kwargs):
        kwargs.setdefault("conflict_handler", container.conflict_handler)
        kwargs.setdefault("prefix_chars", container.prefix_chars)
        kwargs.setdefault("argument_default", container.argument_default)
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._has_negative_number_optionals = container._has_negative_number_optionals
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)


# How many arguments an action takes, as patterns over "A" (an argument), "-" (the mark `--`) and "O" (an option): a list of
# (characters, fewest, most).

_MANY = 1 << 30


def _nargs_pattern(action):
    nargs = action.nargs
    has_marks = not action.option_strings
    marks = [("-", 0, _MANY)] if has_marks else []
    anything = "A-" if has_marks else "A"
    if nargs is None:
        return marks + [("A", 1, 1)] + marks
    if nargs == OPTIONAL:
        return marks + [("A", 0, 1)] + marks
    if nargs == ZERO_OR_MORE:
        return marks + [(anything, 0, _MANY)]
    if nargs == ONE_OR_MORE:
        return marks + [("A", 1, 1), (anything, 0, _MANY)]
    if nargs == REMAINDER:
        return [("A-O" if has_marks else "AO", 0, _MANY)]
    if nargs == PARSER:
        return marks + [("A", 1, 1), ("A-O" if has_marks else "AO", 0, _MANY)]
    if nargs == SUPPRESS:
        return marks
    pattern = list(marks)
    for _ in range(nargs):
        pattern.append(("A", 1, 1))
        pattern += marks
    return pattern


def _match_patterns(patterns, text, place):
    """Matches patterns one after the other, each as long as it can be: their lengths, or None."""
    if not patterns:
        return []
    for end in _pattern_ends(patterns[0], 0, text, place):
        rest = _match_patterns(patterns[1:], text, end)
        if rest is not None:
            return [end - place] + rest
    return None


def _pattern_ends(pattern, index, text, place):
    """Where a pattern may end, the longest of the earlier parts first."""
    if index == len(pattern):
        yield place
        return
    chars, fewest, most = pattern[index]
    end = place
    while end < len(text) and end - place < most and text[end] in chars:
        end += 1
    while end - place >= fewest:
        yield from _pattern_ends(pattern, index + 1, text, end)
        end -= 1


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Parses command lines."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description=description, prefix_chars=prefix_chars,
                                   argument_default=argument_default, conflict_handler=conflict_handler)
        if prog is None:
            prog = sys.argv[0].rpartition("/")[2]
        self.prog = prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None

        def identity(string):
            return string

        self.register("type", None, identity)
        default_prefix = "-" if "-" in prefix_chars else prefix_chars[0]
        if self.add_help:
            self.add_argument(default_prefix + "h", default_prefix * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = ["prog", "usage", "description", "formatter_class", "conflict_handler", "add_help"]
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        """Commands with parsers of their own; the result has `add_parser`."""
        if self._subparsers is not None:
            raise ArgumentError(None, "cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"),
                                                       kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        action_class = self._pop_action_class(kwargs, "parsers")
        action = action_class(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        if action.option_strings:
            self._optionals._add_action(action)
        else:
            self._positionals._add_action(action)
        return action

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def parse_args(self, args=None, namespace=None):
        """The namespace of a command line, that of the program without `args`."""
        args, argv = self.parse_known_args(args, namespace)
        if argv:
            message = f"unrecognized arguments: {' '.join(argv)}"
            if self.exit_on_error:
                self.error(message)
            else:
                raise ArgumentError(None, message)
        return args

    def parse_known_args(self, args=None, namespace=None):
        """(namespace, arguments that nobody takes)."""
        return self._parse_known_args2(args, namespace, False)

    def _parse_known_args2(self, args, namespace, intermixed):
        if args is None:
            args = sys.argv[1:]
        else:
            args = list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                namespace, args = self._parse_known_args(args, namespace, intermixed)
            except ArgumentError as err:
                self.error(str(err))
        else:
            namespace, args = self._parse_known_args(args, namespace, intermixed)
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            args.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, args

    def _parse_known_args(self, arg_strings, namespace, intermixed):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        return _Run(self, arg_strings, namespace, intermixed).parse()

    def parse_intermixed_args(self, args=None, namespace=None):
        """As `parse_args`; positional arguments may stand among options."""
        args, argv = self.parse_known_intermixed_args(args, namespace)
        if argv:
            message = f"unrecognized arguments: {' '.join(argv)}"
            if self.exit_on_error:
                self.error(message)
            else:
                raise ArgumentError(None, message)
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        wrong = [action for action in self._get_positional_actions() if action.nargs in [PARSER, REMAINDER]]
        if wrong:
            raise TypeError(f"parse_intermixed_args: positional arg with nargs={wrong[0].nargs}")
        return self._parse_known_args2(args, namespace, True)

    def _read_args_from_files(self, arg_strings):
        """The arguments, with those from a file in place of its name."""
        found = []
        for arg_string in arg_strings:
            if not arg_string or arg_string[0] not in self.fromfile_prefix_chars:
                found.append(arg_string)
                continue
            try:
                with open(arg_string[1:], encoding=sys.getfilesystemencoding(),
                          errors=sys.getfilesystemencodeerrors()) as file:
                    inner = []
                    for line in file.read().splitlines():
                        inner.extend(self.convert_arg_line_to_args(line))
                    found.extend(self._read_args_from_files(inner))
            except OSError as error:
                raise ArgumentError(None, str(error))
        return found

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _match_argument(self, action, arg_strings_pattern):
        """How many arguments an option takes; ArgumentError where it's not enough."""
        lengths = _match_patterns([_nargs_pattern(action)], arg_strings_pattern, 0)
        if lengths is not None:
            return lengths[0]
        messages = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                    ONE_OR_MORE: "expected at least one argument"}
        message = messages.get(action.nargs)
        if message is None:
            message = f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
        raise ArgumentError(action, message)

    def _match_arguments_partial(self, actions, arg_strings_pattern):
        """How many arguments each of the first actions takes, as many actions as can be matched."""
        for count in range(len(actions), 0, -1):
            patterns = [_nargs_pattern(action) for action in actions[:count]]
            lengths = _match_patterns(patterns, arg_strings_pattern, 0)
            if lengths is not None:
                return lengths
        return []

    def _parse_optional(self, arg_string):
        """None for a positional argument, else candidates (action, option string, separator, explicit argument)."""
        if not arg_string or arg_string[0] not in self.prefix_chars:
            return None
        if arg_string in self._option_string_actions:
            return [(self._option_string_actions[arg_string], arg_string, None, None)]
        if len(arg_string) == 1:
            return None
        option_string, sep, explicit_arg = arg_string.partition("=")
        if sep and option_string in self._option_string_actions:
            return [(self._option_string_actions[option_string], option_string, sep, explicit_arg)]
        candidates = self._get_option_tuples(arg_string)
        if candidates:
            return candidates
        if _looks_like_negative_number(arg_string):
            if not self._has_negative_number_optionals:
                return None
        if " " in arg_string:
            return None
        return [(None, arg_string, None, None)]

    def _get_option_tuples(self, option_string):
        """What an abbreviated option may stand for."""
        result = []
        chars = self.prefix_chars
        if option_string[0] in chars and option_string[1] in chars:
            if self.allow_abbrev:
                prefix, sep, explicit_arg = option_string.partition("=")
                if not sep:
                    sep = explicit_arg = None
                for name in self._option_string_actions:
                    if name.startswith(prefix):
                        result.append((self._option_string_actions[name], name, sep, explicit_arg))
        elif option_string[0] in chars and option_string[1] not in chars:
            prefix, sep, explicit_arg = option_string.partition("=")
            if not sep:
                sep = explicit_arg = None
            short_prefix = option_string[:2]
            short_explicit_arg = option_string[2:]
            for name in self._option_string_actions:
                if name == short_prefix:
                    result.append((self._option_string_actions[name], name, "", short_explicit_arg))
                elif self.allow_abbrev and name.startswith(prefix):
                    result.append((self._option_string_actions[name], name, sep, explicit_arg))
        else:
            raise ArgumentError(None, f"unexpected option string: {option_string}")
        return result

    def _get_values(self, action, arg_strings):
        """What an action gets for its arguments."""
        nargs = action.nargs
        if nargs == OPTIONAL and not arg_strings:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
            return value
        if nargs == ZERO_OR_MORE and not arg_strings and not action.option_strings:
            value = action.default if action.default is not None else []
            return value
        if len(arg_strings) == 1 and nargs in [None, OPTIONAL]:
            value = self._get_value(action, arg_strings[0])
            self._check_value(action, value)
            return value
        if nargs == REMAINDER:
            return [self._get_value(action, text) for text in arg_strings]
        if nargs == PARSER:
            value = [self._get_value(action, text) for text in arg_strings]
            self._check_value(action, value[0])
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        value = [self._get_value(action, text) for text in arg_strings]
        for one in value:
            self._check_value(action, one)
        return value

    def _get_value(self, action, arg_string):
        type_func = self._registry_get("type", action.type, action.type)
        if not callable(type_func):
            raise TypeError(f"{type_func!r} is not callable")
        try:
            return type_func(arg_string)
        except ArgumentTypeError as err:
            raise ArgumentError(action, str(err))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {arg_string!r}")

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            names = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {names})")

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            file = file or sys.stderr
            try:
                file.write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        """Ends the program."""
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """Ends the program with a message and the usage."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", sys.stderr)


class _Run:
    """One command line being parsed."""

    def __init__(self, parser, arg_strings, namespace, intermixed):
        self.parser = parser
        self.arg_strings = arg_strings
        self.namespace = namespace
        self.intermixed = intermixed
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            members = group._group_actions
            for place, action in enumerate(members):
                others = self.conflicts.setdefault(action, [])
                others += members[:place] + members[place + 1:]
        self.option_string_indices = {}
        self.pattern = self.make_pattern()
        self.seen_actions = set()
        self.seen_non_default_actions = set()
        self.warned = set()
        self.extras = []
        self.extras_pattern = []
        self.positionals = parser._get_positional_actions()

    def make_pattern(self):
        """A character for each argument: "A", "O" for an option, "-" for `--`, behind which all are "A"."""
        parts = []
        is_behind_mark = False
        for place, text in enumerate(self.arg_strings):
            if is_behind_mark:
                parts.append("A")
            elif text == "--":
                parts.append("-")
                is_behind_mark = True
            else:
                candidates = self.parser._parse_optional(text)
                if candidates is None:
                    parts.append("A")
                else:
                    self.option_string_indices[place] = candidates
                    parts.append("O")
        return "".join(parts)

    def take_action(self, action, argument_strings, option_string=None):
        self.seen_actions.add(action)
        argument_values = self.parser._get_values(action, argument_strings)
        # Defaults don't count as given.
        if action.option_strings or argument_strings:
            self.seen_non_default_actions.add(action)
            for other in self.conflicts.get(action, []):
                if other in self.seen_non_default_actions:
                    raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")
        if argument_values is not SUPPRESS:
            action(self.parser, self.namespace, argument_values, option_string)

    def consume_optional(self, start_index):
        """Takes the option at that place with its arguments; where it ends."""
        parser = self.parser
        candidates = self.option_string_indices[start_index]
        if len(candidates) > 1:
            names = ", ".join([name for action, name, sep, explicit in candidates])
            raise ArgumentError(None, f"ambiguous option: {self.arg_strings[start_index]} could match {names}")
        action, option_string, sep, explicit_arg = candidates[0]
        todo = []
        while True:
            if action is None:
                self.extras_pattern.append("O")
                self.extras.append(self.arg_strings[start_index])
                return start_index + 1
            if explicit_arg is None:
                start = start_index + 1
                arg_count = parser._match_argument(action, self.pattern[start:])
                stop = start + arg_count
                todo.append((action, self.arg_strings[start:stop], option_string))
                break
            arg_count = parser._match_argument(action, "A") if action.nargs != 0 else 0
            if arg_count == 0 and option_string[1] not in parser.prefix_chars and explicit_arg != "":
                # Several short options in one argument.
                if sep or explicit_arg[0] in parser.prefix_chars:
                    raise ArgumentError(action, f"ignored explicit argument {explicit_arg!r}")
                todo.append((action, [], option_string))
                char = option_string[0]
                option_string = char + explicit_arg[0]
                following = parser._option_string_actions.get(option_string)
                if following is None:
                    self.extras_pattern.append("O")
                    self.extras.append(char + explicit_arg)
                    stop = start_index + 1
                    break
                action = following
                explicit_arg = explicit_arg[1:]
                if not explicit_arg:
                    sep = explicit_arg = None
                elif explicit_arg[0] == "=":
                    sep = "="
                    explicit_arg = explicit_arg[1:]
                else:
                    sep = ""
            elif arg_count == 1:
                stop = start_index + 1
                todo.append((action, [explicit_arg], option_string))
                break
            else:
                raise ArgumentError(action, f"ignored explicit argument {explicit_arg!r}")
        for action, args, option_string in todo:
            if action.deprecated and option_string not in self.warned:
                parser._warning(f"option '{option_string}' is deprecated")
                self.warned.add(option_string)
            self.take_action(action, args, option_string)
        return stop

    def consume_positionals(self, start_index):
        """Takes as many positional arguments as there are actions for."""
        parser = self.parser
        selected = self.pattern[start_index:]
        counts = parser._match_arguments_partial(self.positionals, selected)
        for action, arg_count in zip(self.positionals, counts):
            args = self.arg_strings[start_index:start_index + arg_count]
            # The mark between options and arguments isn't one of these.
            if action.nargs == PARSER:
                if selected[:1] == "-" and args and args[0] == "--":
                    args.remove("--")
            elif action.nargs != REMAINDER and "-" in self.pattern[start_index:start_index + arg_count]:
                args.remove("--")
            start_index += arg_count
            if args and action.deprecated and action.dest not in self.warned:
                parser._warning(f"argument '{action.dest}' is deprecated")
                self.warned.add(action.dest)
            self.take_action(action, args)
        self.positionals = self.positionals[len(counts):]
        return start_index

    def parse(self):
        start_index = 0
        indices = self.option_string_indices
        last_option = max(indices) if indices else -1
        while start_index <= last_option:
            next_option = start_index
            while next_option <= last_option and next_option not in indices:
                next_option += 1
            if not self.intermixed and start_index != next_option:
                end = self.consume_positionals(start_index)
                if end > start_index:
                    start_index = end
                    continue
            elif start_index != next_option:
                self.extras += self.arg_strings[start_index:next_option]
                self.extras_pattern += list(self.pattern[start_index:next_option])
                start_index = next_option
            if start_index not in indices:
                following = start_index
                while following not in indices:
                    following += 1
                self.extras += self.arg_strings[start_index:following]
                self.extras_pattern += list(self.pattern[start_index:following])
                start_index = following
            start_index = self.consume_optional(start_index)
        if self.intermixed:
            self.finish_intermixed(start_index)
        else:
            stop = self.consume_positionals(start_index)
            self.extras += self.arg_strings[stop:]
        self.check_required()
        return self.namespace, self.extras

    def finish_intermixed(self, start_index):
        """The arguments that were found among the options are the positional ones."""
        rest = self.extras + self.arg_strings[start_index:]
        marks = "".join(self.extras_pattern) + self.pattern[start_index:]
        self.arg_strings = [text for text, mark in zip(rest, marks) if mark != "O"]
        self.pattern = "".join([mark for mark in marks if mark != "O"])
        unknown = [text for text, mark in zip(rest, marks) if mark == "O"]
        stop = self.consume_positionals(0)
        self.extras = unknown + self.arg_strings[stop:]

    def check_required(self):
        """Fills in defaults that are text; ArgumentError for what is missing."""
        parser = self.parser
        namespace = self.namespace
        missing = []
        for action in parser._actions:
            if action in self.seen_actions:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (action.default is not None and isinstance(action.default, str) and hasattr(namespace, action.dest)
                    and action.default is getattr(namespace, action.dest)):
                setattr(namespace, action.dest, parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in parser._mutually_exclusive_groups:
            if group.required and not any([action in self.seen_non_default_actions for action in group._group_actions]):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
