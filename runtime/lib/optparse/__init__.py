"""Command lines with options, as programs read them before argparse."""

from optparse._errors import AmbiguousOptionError, BadOptionError, OptionConflictError, OptionError, OptionValueError, OptParseError
from optparse._help import NO_DEFAULT, SUPPRESS_HELP, SUPPRESS_USAGE, HelpFormatter, IndentedHelpFormatter, TitledHelpFormatter
from optparse._option import Option, Values, _parse_int, _parse_num, check_builtin, check_choice
from optparse._parser import OptionContainer, OptionGroup, OptionParser, _match_abbrev

__all__ = [
    "Option", "make_option", "SUPPRESS_HELP", "SUPPRESS_USAGE", "Values", "OptionContainer", "OptionGroup", "OptionParser", "HelpFormatter",
    "IndentedHelpFormatter", "TitledHelpFormatter", "OptParseError", "OptionError", "OptionConflictError", "OptionValueError", "BadOptionError",
    "check_choice",
]

make_option = Option
