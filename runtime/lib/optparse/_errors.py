"""What's wrong with options, or with a command line."""


class OptParseError(Exception):
    """The base of them all."""

    def __init__(self, msg):
        self.msg = msg

    def __str__(self):
        return self.msg


class OptionError(OptParseError):
    """An Option was made with the wrong arguments."""

    def __init__(self, msg, option):
        self.msg = msg
        self.option_id = str(option)

    def __str__(self):
        return f"option {self.option_id}: {self.msg}" if self.option_id else self.msg


class OptionConflictError(OptionError):
    """Two options have the same name."""


class OptionValueError(OptParseError):
    """A command line gives an option a value that it can't have."""


class BadOptionError(OptParseError):
    """A command line has an option that there isn't."""

    def __init__(self, opt_str):
        self.opt_str = opt_str

    def __str__(self):
        return f"no such option: {self.opt_str}"


class AmbiguousOptionError(BadOptionError):
    """An abbreviated option may be one of several."""

    def __init__(self, opt_str, possibilities):
        BadOptionError.__init__(self, opt_str)
        self.possibilities = possibilities

    def __str__(self):
        return f"ambiguous option: {self.opt_str} ({', '.join(self.possibilities)}?)"


# Errors whose module users see.
for _error in (OptParseError, OptionError, OptionConflictError, OptionValueError, BadOptionError, AmbiguousOptionError):
    _error.__module__ = "optparse"
