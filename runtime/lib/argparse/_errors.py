"""What's wrong with a command line, and how messages name arguments."""

from argparse._values import ONE_OR_MORE, SUPPRESS, ZERO_OR_MORE


def _get_action_name(argument):
    """The name that messages have for an argument: options, metavar, dest or choices, the first that there is."""
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    for name in [argument.metavar, argument.dest]:
        if name is not None and name != SUPPRESS:
            return _joined_metavars(name, argument.nargs) if isinstance(name, tuple) else name
    return f"{{{','.join(argument.choices)}}}" if argument.choices else None


def _joined_metavars(names, nargs):
    if nargs == ONE_OR_MORE or (nargs == ZERO_OR_MORE and len(names) == 2):
        return f"{names[0]}[, {names[1]}]"
    return ", ".join(names)


class ArgumentError(Exception):
    """What's wrong with which argument; `argument_name` is None where it's about the whole line."""

    def __init__(self, argument, message):
        self.message = message
        self.argument_name = _get_action_name(argument)

    def __str__(self):
        prefix = "" if self.argument_name is None else f"argument {self.argument_name}: "
        return f"{prefix}{self.message}"


class ArgumentTypeError(Exception):
    """For functions that are given as `type`: its text is the whole message."""
