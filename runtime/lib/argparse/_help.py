"""The text of help and usage."""

from _support import environment_variable
from argparse._usage import usage_parts, wrapped_usage
from argparse._values import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

# No text is made narrower than this.
_NARROWEST = 11

# How arguments are shown: a format, and how many names it takes.
_ARGUMENT_FORMATS = {
    None: ("%s", 1),
    OPTIONAL: ("[%s]", 1),
    ONE_OR_MORE: ("%s [%s ...]", 2),
    PARSER: ("%s ...", 1),
    REMAINDER: ("...", 0),
    SUPPRESS: ("", 0),
}

# Non-breaking spaces stay.
_BLANKS = dict.fromkeys(map(ord, "\t\n\r\f\v"), " ")


def _terminal_width():
    """Columns of the terminal: what COLUMNS says, else 80."""
    text = environment_variable("COLUMNS")
    return int(text) if text is not None and text.isdecimal() and int(text) > 0 else 80


def _one_line(text):
    return " ".join([word for word in text.translate(_BLANKS).split(" ") if word]).strip()


def _without_blank_runs(text):
    """The text with at most one empty line in a row, and none at its ends."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    text = text.strip("\n")
    return text + "\n" if text else ""


class HelpFormatter:
    """Collects what the help shows, as functions with their arguments, and makes the text of it."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        self._width = _terminal_width() - 2 if width is None else width
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(self._width - 20, 2 * indent_increment))
        self._current_indent = 0
        self._action_max_length = 0
        # The items of the sections that are open, the innermost last.
        self._open_sections = [[]]

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def _room(self):
        return max(self._width - self._current_indent, _NARROWEST)

    # What's collected.

    def _add_item(self, func, args):
        self._open_sections[-1].append((func, args))

    def start_section(self, heading):
        items = []
        self._add_item(self._format_section, [heading, items])
        self._open_sections.append(items)
        self._indent()

    def end_section(self):
        self._dedent()
        self._open_sections.pop()

    def add_text(self, text):
        if text is None or text is SUPPRESS:
            return
        self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is SUPPRESS:
            return
        self._add_item(self._format_usage, [usage, actions, groups, prefix])

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        self._make_room_for(action)
        for command in self._iter_indented_subactions(action):
            self._make_room_for(command)
        self._add_item(self._format_action, [action])

    def _make_room_for(self, action):
        width = self._current_indent + len(self._format_action_invocation(action))
        self._action_max_length = max(self._action_max_length, width)

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    # The text.

    def format_help(self):
        return _without_blank_runs(self._format_items(self._open_sections[0]))

    def _format_items(self, items):
        return self._join_parts([func(*args) for func, args in items])

    def _join_parts(self, part_strings):
        return "".join([part for part in part_strings if part and part is not SUPPRESS])

    def _format_section(self, heading, items):
        self._indent()
        text = self._format_items(items)
        self._dedent()
        if text and heading is not None and heading is not SUPPRESS:
            text = f"{' ' * self._current_indent}{heading}:\n{text}"
        return f"\n{text}\n" if text else ""

    def _format_text(self, text):
        shown = text % {"prog": self._prog} if "%(prog)" in text else text
        return self._fill_text(shown, self._room(), " " * self._current_indent) + "\n\n"

    def _format_usage(self, usage, actions, groups, prefix):
        label = "usage: " if prefix is None else prefix
        if usage is not None:
            text = usage % {"prog": self._prog}
        else:
            text = self._usage_of_actions(actions, groups, label)
        return f"{label}{text}\n\n"

    def _usage_of_actions(self, actions, groups, label):
        """The program's name and its arguments: on one line if they fit there."""
        prog = str(self._prog)
        options = [action for action in actions if action.option_strings]
        arguments = [action for action in actions if not action.option_strings]
        shown = self._format_actions_usage(options + arguments, groups)
        line = f"{prog} {shown}" if shown else prog
        room = self._room()
        if len(label) + len(line) <= room:
            return line
        return wrapped_usage(prog, usage_parts(self, options, groups), usage_parts(self, arguments, groups), len(label), room)

    def _format_actions_usage(self, actions, groups):
        return " ".join(usage_parts(self, actions, groups))

    def _format_action(self, action):
        """The invocation with the help beside it, or below where it's long."""
        column = min(self._action_max_length + 2, self._max_help_position)
        name = " " * self._current_indent + self._format_action_invocation(action)
        text = f"{name}\n"
        if action.help:
            if len(name) + 2 <= column:
                text = name.ljust(column)
                margin = ""
            else:
                margin = " " * column
            text += self._help_beside(action, column, margin)
        for command in self._iter_indented_subactions(action):
            text += self._format_action(command)
        return text

    def _help_beside(self, action, column, first_margin):
        """The lines of an action's help from a column on; the first has its own margin."""
        if not action.help.strip():
            return "" if first_margin else "\n"
        help_text = self._expand_help(action)
        if not help_text:
            return ""
        lines = self._split_lines(help_text, max(self._width - column, _NARROWEST))
        return f"{first_margin}{lines[0]}\n" + "".join([f"{' ' * column}{line}\n" for line in lines[1:]])

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1))
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        return f"{names} {self._format_args(action, self._get_default_metavar_for_optional(action))}"

    def _metavar_formatter(self, action, default_metavar):
        """A function that gives a tuple of so many names of the action's arguments."""
        metavar = action.metavar
        if metavar is None and action.choices is None:
            metavar = default_metavar
        elif metavar is None:
            metavar = "{" + ",".join(map(str, action.choices)) + "}"

        def names(count):
            return metavar if isinstance(metavar, tuple) else (metavar,) * count

        return names

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs == ZERO_OR_MORE:
            shown = names(1)
            return ("[%s [%s ...]]" if len(shown) == 2 else "[%s ...]") % shown
        if nargs in _ARGUMENT_FORMATS:
            text, count = _ARGUMENT_FORMATS[nargs]
            return text % names(count) if count else text
        if not isinstance(nargs, int):
            raise ValueError("invalid nargs value")
        return " ".join(["%s"] * nargs) % names(nargs)

    def _expand_help(self, action):
        """The help with the action's attributes in place of `%(...)s`."""
        names = {"prog": self._prog}
        for name, value in vars(action).items():
            if value is not SUPPRESS:
                names[name] = getattr(value, "__name__", value)
        if action.choices is not None:
            names["choices"] = ", ".join(map(str, action.choices))
        names["prog"] = self._prog
        return self._get_help_string(action) % names

    def _iter_indented_subactions(self, action):
        if hasattr(action, "_get_subactions"):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(_one_line(text), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(_one_line(text), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Keeps the lines of descriptions."""

    def _fill_text(self, text, width, indent):
        return indent + indent.join(text.splitlines(keepends=True)) if text else ""


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Keeps the lines of all help."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the default to each help that doesn't show it."""

    def _get_help_string(self, action):
        text = action.help or ""
        has_default = bool(action.option_strings) or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        if not has_default or action.default is SUPPRESS or "%(default)" in text:
            return text
        return f"{text} (default: %(default)s)"


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows types in place of names."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return self._get_default_metavar_for_optional(action)
