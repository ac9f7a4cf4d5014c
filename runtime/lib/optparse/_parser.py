"""Parsers, and groups of their options."""

import functools
import os
import sys

from optparse._errors import AmbiguousOptionError, BadOptionError, OptionConflictError, OptionValueError
from optparse._help import NO_DEFAULT, SUPPRESS_HELP, SUPPRESS_USAGE, IndentedHelpFormatter
from optparse._option import Option, Values


def _given_or_made(kind, make, args, kwargs):
    """The only argument; where the first is a str, what's made of them all."""
    if isinstance(args[0], str):
        return make(*args, **kwargs)
    if len(args) > 1 or kwargs:
        raise TypeError("invalid arguments")
    if not isinstance(args[0], kind):
        raise TypeError(f"not an {kind.__name__} instance: {args[0]!r}")
    return args[0]


class OptionContainer:
    """A parser or a group: options, their names and defaults."""

    def __init__(self, option_class, conflict_handler, description):
        self.set_description(description)
        self.set_conflict_handler(conflict_handler)
        self.option_class = option_class
        self.option_list = []
        self._use_tables({}, {}, {})

    def _use_tables(self, short, long, defaults):
        """Options by their names, and defaults by destination; a parser's groups share its tables."""
        self._short_opt, self._long_opt, self.defaults = short, long, defaults

    def set_conflict_handler(self, handler):
        """What happens to two options of one name: "error", or the later one takes the name ("resolve")."""
        if handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value {handler!r}")
        self.conflict_handler = handler

    def set_description(self, description):
        self.description = description

    def get_description(self):
        return self.description

    def destroy(self):
        """Gives up what leads back here."""
        for name in ("_short_opt", "_long_opt", "defaults", "option_list"):
            delattr(self, name)

    def _check_conflict(self, option):
        taken = [(name, table[name]) for names, table in ((option._short_opts, self._short_opt), (option._long_opts, self._long_opt))
                 for name in names if name in table]
        if not taken:
            return
        if self.conflict_handler == "error":
            raise OptionConflictError(f"conflicting option string(s): {', '.join([name for name, other in taken])}", option)
        for name, other in taken:
            is_long = name.startswith("--")
            (other._long_opts if is_long else other._short_opts).remove(name)
            del (self._long_opt if is_long else self._short_opt)[name]
            if not other._short_opts and not other._long_opts:
                other.container.option_list.remove(other)

    def add_option(self, *args, **kwargs):
        """Adds an Option, or makes one."""
        option = _given_or_made(Option, self.option_class, args, kwargs)
        self._check_conflict(option)
        option.container = self
        self.option_list.append(option)
        self._short_opt.update(dict.fromkeys(option._short_opts, option))
        self._long_opt.update(dict.fromkeys(option._long_opts, option))
        dest, default = option.dest, option.default
        if dest is not None and default is NO_DEFAULT:
            self.defaults.setdefault(dest, None)
        elif dest is not None:
            self.defaults[dest] = default
        return option

    def add_options(self, option_list):
        for option in option_list:
            self.add_option(option)

    def get_option(self, opt_str):
        """The option of that name, or None."""
        return self._short_opt.get(opt_str) or self._long_opt.get(opt_str)

    def has_option(self, opt_str):
        return opt_str in self._short_opt or opt_str in self._long_opt

    def remove_option(self, opt_str):
        if not self.has_option(opt_str):
            raise ValueError(f"no such option {opt_str!r}")
        option = self.get_option(opt_str)
        for table in (self._short_opt, self._long_opt):
            for name in [name for name, other in table.items() if other is option]:
                del table[name]
        option.container.option_list.remove(option)

    def format_option_help(self, formatter):
        return "".join([formatter.format_option(option) for option in self.option_list if option.help is not SUPPRESS_HELP])

    def format_description(self, formatter):
        return formatter.format_description(self.get_description())

    def format_help(self, formatter):
        description = [self.format_description(formatter)] if self.description else []
        options = [self.format_option_help(formatter)] if self.option_list else []
        return "\n".join(description + options)


class OptionGroup(OptionContainer):
    """Options that have a heading of their own in the help."""

    def __init__(self, parser, title, description=None):
        super().__init__(parser.option_class, parser.conflict_handler, description)
        self._use_tables(parser._short_opt, parser._long_opt, parser.defaults)
        self.parser = parser
        self.set_title(title)

    def set_title(self, title):
        self.title = title

    def format_help(self, formatter):
        heading = formatter.format_heading(self.title)
        formatter.indent()
        body = super().format_help(formatter)
        formatter.dedent()
        return heading + body


class OptionParser(OptionContainer):
    """Reads command lines."""

    standard_option_list = []

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error", description=None,
                 formatter=None, add_help_option=True, prog=None, epilog=None):
        super().__init__(option_class, conflict_handler, description)
        self.option_groups = []
        self.prog, self.version, self.epilog = prog, version, epilog
        self.set_usage(usage)
        self.enable_interspersed_args()
        self.set_process_default_values(True)
        self.formatter = formatter or IndentedHelpFormatter()
        self.formatter.set_parser(self)
        self.add_options([*self.standard_option_list, *(option_list or ())])
        if version:
            self.add_option("--version", action="version", help="show program's version number and exit")
        if add_help_option:
            self.add_option("-h", "--help", action="help", help="show this help message and exit")
        # The rest of the arguments, those that are left, and what the options gave: callbacks look at them.
        self.rargs = self.largs = self.values = None

    def destroy(self):
        super().destroy()
        for group in self.option_groups:
            group.destroy()
        del self.option_groups, self.formatter

    # Settings.

    def set_usage(self, usage):
        if usage is None:
            self.usage = "%prog [options]"
        elif usage is SUPPRESS_USAGE:
            self.usage = None
        else:
            self.usage = usage[7:] if usage.lower().startswith("usage: ") else usage

    def enable_interspersed_args(self):
        """Options may follow other arguments."""
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        """The first argument that's no option ends them."""
        self.allow_interspersed_args = False

    def set_process_default_values(self, process):
        self.process_default_values = process

    def set_default(self, dest, value):
        self.defaults[dest] = value

    def set_defaults(self, **kwargs):
        self.defaults.update(kwargs)

    def _get_all_options(self):
        return self.option_list + [option for group in self.option_groups for option in group.option_list]

    def get_default_values(self):
        """The values that options have which the command line lacks; defaults that are strs count as if they came from there."""
        defaults = dict(self.defaults)
        for option in self._get_all_options() if self.process_default_values else ():
            text = defaults.get(option.dest)
            if isinstance(text, str):
                defaults[option.dest] = option.check_value(option.get_opt_string(), text)
        return Values(defaults)

    def add_option_group(self, *args, **kwargs):
        """Adds an OptionGroup, or makes one."""
        group = _given_or_made(OptionGroup, functools.partial(OptionGroup, self), args, kwargs)
        if group.parser is not self:
            raise ValueError("invalid OptionGroup (wrong parser)")
        self.option_groups.append(group)
        return group

    def get_option_group(self, opt_str):
        """The group of an option; None for one that's in none."""
        option = self.get_option(opt_str)
        return option.container if option and option.container is not self else None

    # Reading a command line.

    def _get_args(self, args):
        return sys.argv[1:] if args is None else args[:]

    def parse_args(self, args=None, values=None):
        """Options' values, and the other arguments in a list."""
        self.rargs = rargs = self._get_args(args)
        self.largs = largs = []
        self.values = values = self.get_default_values() if values is None else values
        try:
            self._process_args(largs, rargs, values)
        except (BadOptionError, OptionValueError) as error:
            self.error(str(error))
        return self.check_values(values, largs + rargs)

    def check_values(self, values, args):
        return values, args

    def _process_args(self, largs, rargs, values):
        while rargs:
            first = rargs[0]
            if len(first) < 2 or first[0] != "-":
                if not self.allow_interspersed_args:
                    break
                largs.append(rargs.pop(0))
            elif first == "--":
                rargs.pop(0)
                break
            else:
                process = self._process_long_opt if first[1] == "-" else self._process_short_opts
                process(rargs, values)

    def _match_long_opt(self, opt):
        """The whole name of a long option."""
        return _match_abbrev(opt, self._long_opt)

    def _taken(self, option, opt, rargs):
        """The value, or values, that an option takes from the arguments."""
        count = option.nargs
        if len(rargs) < count:
            noun = "argument" if count == 1 else "arguments"
            self.error(f"{opt} option requires {count} {noun}")
            return None
        if count == 1:
            return rargs.pop(0)
        value = tuple(rargs[:count])
        del rargs[:count]
        return value

    def _process_long_opt(self, rargs, values):
        name, has_value, given = rargs.pop(0).partition("=")
        if has_value:
            rargs.insert(0, given)
        opt = self._match_long_opt(name)
        option = self._long_opt[opt]
        value = None
        if option.takes_value():
            value = self._taken(option, opt, rargs)
        elif has_value:
            self.error(f"{opt} option does not take a value")
        option.process(opt, value, values, self)

    def _process_short_opts(self, rargs, values):
        letters = rargs.pop(0)[1:]
        for place, letter in enumerate(letters, 1):
            opt = "-" + letter
            option = self._short_opt.get(opt)
            if not option:
                raise BadOptionError(opt)
            value = None
            ends = False
            if option.takes_value():
                # What follows the letter is the value.
                if letters[place:]:
                    rargs.insert(0, letters[place:])
                    ends = True
                value = self._taken(option, opt, rargs)
            option.process(opt, value, values, self)
            if ends:
                return

    # What's printed.

    def get_prog_name(self):
        return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

    def expand_prog_name(self, s):
        return s.replace("%prog", self.get_prog_name())

    def get_description(self):
        return self.expand_prog_name(self.description) if self.description else self.description

    def exit(self, status=0, msg=None):
        if msg:
            sys.stderr.write(msg)
        sys.exit(status)

    def error(self, msg):
        """Prints the usage and what's wrong, and ends the program."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

    def get_usage(self):
        return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ""

    def print_usage(self, file=None):
        if self.usage:
            print(self.get_usage(), file=file)

    def get_version(self):
        return self.expand_prog_name(self.version) if self.version else ""

    def print_version(self, file=None):
        if self.version:
            print(self.get_version(), file=file)

    def format_option_help(self, formatter=None):
        formatter = formatter or self.formatter
        formatter.store_option_strings(self)
        heading = formatter.format_heading("Options")
        formatter.indent()
        sections = [super().format_option_help(formatter)] if self.option_list else []
        sections += [group.format_help(formatter) for group in self.option_groups]
        formatter.dedent()
        return heading + "\n".join(sections) if sections else ""

    def format_epilog(self, formatter):
        return formatter.format_epilog(self.epilog)

    def format_help(self, formatter=None):
        formatter = formatter or self.formatter
        usage = f"{self.get_usage()}\n" if self.usage else ""
        description = f"{self.format_description(formatter)}\n" if self.description else ""
        return usage + description + self.format_option_help(formatter) + self.format_epilog(formatter)

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())


def _match_abbrev(s, wordmap):
    """The word that `s` is, or the only one that it begins."""
    words = [s] if s in wordmap else sorted([word for word in wordmap if word.startswith(s)])
    if not words:
        raise BadOptionError(s)
    if len(words) > 1:
        raise AmbiguousOptionError(s, words)
    return words[0]
