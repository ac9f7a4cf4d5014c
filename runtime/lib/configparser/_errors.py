"""What's wrong with a configuration file, or with what's asked of it."""


class Error(Exception):
    """The base of the module's exceptions."""

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __str__(self):
        return self.message

    __repr__ = __str__

    def _tell(self, message, **parts):
        """Sets the message, and the parts of what's wrong: these are attributes, and together the arguments."""
        self.message = message
        vars(self).update(parts)
        self.args = tuple(parts.values())


class NoSectionError(Error):
    """There's no such section."""

    def __init__(self, section):
        self._tell(f"No section: {section!r}", section=section)


def _exists_already(what, source, lineno):
    """Says that `what` is there a second time, and where that was read if anywhere."""
    if source is None:
        return what[0].upper() + what[1:] + " already exists"
    line = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{line}: {what} already exists"


class DuplicateSectionError(Error):
    """The section is there already."""

    def __init__(self, section, source=None, lineno=None):
        self._tell(_exists_already(f"section {section!r}", source, lineno), section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    """The section has that option already."""

    def __init__(self, section, option, source=None, lineno=None):
        text = _exists_already(f"option {option!r} in section {section!r}", source, lineno)
        self._tell(text, section=section, option=option, source=source, lineno=lineno)


class NoOptionError(Error):
    """The section has no such option."""

    def __init__(self, option, section):
        self._tell(f"No option {option!r} in section: {section!r}", option=option, section=section)


class InterpolationError(Error):
    """A reference in a value can't be replaced."""

    def __init__(self, option, section, msg):
        self._tell(msg, option=option, section=section)
        self.args += (msg,)


class InterpolationMissingOptionError(InterpolationError):
    """It names an option that isn't there."""

    def __init__(self, option, section, rawval, reference):
        text = (f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key {reference!r} "
                f"which is not a valid option name. Raw value: {rawval!r}")
        super().__init__(option, section, text)
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """It isn't written as references are."""


class InterpolationDepthError(InterpolationError):
    """References lead to others for too long."""

    def __init__(self, option, section, rawval):
        text = (f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an interpolation key "
                f"which cannot be substituted in 10 steps. Raw value: {rawval!r}")
        super().__init__(option, section, text)
        self.args = (option, section, rawval)


class ParsingError(Error):
    """Lines that are no options: `errors` has (number, repr of the line)."""

    def __init__(self, source, *args):
        self._tell(f"Source contains parsing errors: {source!r}", source=source)
        self.errors = []
        if args:
            self.append(*args)

    def append(self, lineno, line):
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"
        self.errors.append((lineno, line))

    def combine(self, others):
        for lineno, line in [error for other in others for error in other.errors]:
            self.append(lineno, line)
        return self


class _MisplacedLine(ParsingError):
    """One line that can't stand where it does."""

    def __init__(self, filename, lineno, line):
        text = f"{self._rule}.\nfile: {filename!r}, line: {lineno}\n{line!r}"
        self._tell(text, source=filename, lineno=lineno, line=line)


class MissingSectionHeaderError(_MisplacedLine):
    """An option comes before the first section."""

    _rule = "File contains no section headers"


class MultilineContinuationError(_MisplacedLine):
    """The value of an option without one goes on."""

    _rule = "Key without value continued with an indented line"


for _class in (Error, NoSectionError, DuplicateSectionError, DuplicateOptionError, NoOptionError, InterpolationError,
               InterpolationMissingOptionError, InterpolationSyntaxError, InterpolationDepthError, ParsingError, MissingSectionHeaderError,
               MultilineContinuationError):
    _class.__module__ = "configparser"
