"""The text of `--help`."""

import os
import textwrap

# Stand for no default, no help, no usage.
NO_DEFAULT = ("NO", "DEFAULT")
SUPPRESS_HELP = "SUPPRESSHELP"
SUPPRESS_USAGE = "SUPPRESSUSAGE"


def _terminal_width():
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 80
    return columns - 2


class HelpFormatter:
    """Lays out help in lines of `width` columns, where the options' help begins at `max_help_position` at most."""

    NO_DEFAULT_VALUE = "none"

    def __init__(self, indent_increment, max_help_position, width, short_first):
        self.short_first = short_first
        self.indent_increment = indent_increment
        self.level = self.current_indent = 0
        self.width = _terminal_width() if width is None else width
        self.max_help_position = self.help_position = min(max_help_position, max(2 * indent_increment, self.width - 20))
        # Known once there's a parser, and its options were looked at.
        self.parser = self.help_width = None
        self.option_strings = {}
        self.default_tag = "%default"
        self.set_short_opt_delimiter(" ")
        self.set_long_opt_delimiter("=")

    def set_parser(self, parser):
        self.parser = parser

    def set_short_opt_delimiter(self, delim):
        """What stands between a short option and its value."""
        if delim not in ("", " "):
            raise ValueError(f"invalid metavar delimiter for short options: {delim!r}")
        self._short_opt_fmt = "%s" + delim + "%s"

    def set_long_opt_delimiter(self, delim):
        """What stands between a long option and its value."""
        if delim not in ("=", " "):
            raise ValueError(f"invalid metavar delimiter for long options: {delim!r}")
        self._long_opt_fmt = "%s" + delim + "%s"

    def _move(self, levels):
        self.level += levels
        self.current_indent += levels * self.indent_increment
        assert self.current_indent >= 0, "Indent decreased below 0."

    def indent(self):
        self._move(1)

    def dedent(self):
        self._move(-1)

    def format_heading(self, heading):
        raise NotImplementedError("subclasses must implement")

    def format_usage(self, usage):
        raise NotImplementedError("subclasses must implement")

    def _format_text(self, text):
        """A paragraph at the current indentation."""
        indent = " " * self.current_indent
        return textwrap.fill(text, max(self.width - self.current_indent, 11), initial_indent=indent, subsequent_indent=indent)

    def format_description(self, description):
        return self._format_text(description) + "\n" if description else ""

    def format_epilog(self, epilog):
        return f"\n{self._format_text(epilog)}\n" if epilog else ""

    def expand_default(self, option):
        """The help of an option, with its default in place of the tag."""
        tag = self.default_tag
        if not tag or not self.parser:
            return option.help
        default = self.parser.defaults.get(option.dest)
        has_default = default is not None and default is not NO_DEFAULT
        return option.help.replace(tag, str(default) if has_default else self.NO_DEFAULT_VALUE)

    def format_option(self, option):
        """One option: its names, and beside or below them its help."""
        names = self.option_strings[option]
        room = self.help_position - self.current_indent - 2
        indent = " " * self.current_indent
        if len(names) > room:
            lines = [f"{indent}{names}\n"]
            first_indent = self.help_position
        else:
            lines = [f"{indent}{names:<{room}}  "]
            first_indent = 0
        if option.help:
            help_lines = textwrap.wrap(self.expand_default(option), self.help_width)
            lines.append(f"{'':{first_indent}}{help_lines[0]}\n")
            lines += [f"{'':{self.help_position}}{line}\n" for line in help_lines[1:]]
        elif lines[-1][-1] != "\n":
            lines.append("\n")
        return "".join(lines)

    def store_option_strings(self, parser):
        """The names of all options, and where their help begins."""
        self.indent()
        longest = self._store_names(parser.option_list, 0)
        self.indent()
        for group in parser.option_groups:
            longest = self._store_names(group.option_list, longest)
        self.dedent()
        self.dedent()
        self.help_position = min(longest + 2, self.max_help_position)
        self.help_width = max(self.width - self.help_position, 11)

    def _store_names(self, options, longest):
        for option in options:
            names = self.option_strings[option] = self.format_option_strings(option)
            longest = max(longest, len(names) + self.current_indent)
        return longest

    def format_option_strings(self, option):
        """An option's names, with its value if it takes one."""
        short, long = list(option._short_opts), list(option._long_opts)
        if option.takes_value():
            metavar = option.metavar or option.dest.upper()
            short = [self._short_opt_fmt % (name, metavar) for name in short]
            long = [self._long_opt_fmt % (name, metavar) for name in long]
        return ", ".join(short + long if self.short_first else long + short)


class IndentedHelpFormatter(HelpFormatter):
    """Sections are indented."""

    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        HelpFormatter.__init__(self, indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"Usage: {usage}\n"

    def format_heading(self, heading):
        return f"{'':{self.current_indent}}{heading}:\n"


class TitledHelpFormatter(HelpFormatter):
    """Sections have underlined titles."""

    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        HelpFormatter.__init__(self, indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"{self.format_heading('Usage')}  {usage}\n"

    def format_heading(self, heading):
        return f"{heading}\n{'=-'[self.level] * len(heading)}\n"
