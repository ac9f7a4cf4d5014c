"""Parsing of command lines."""

# Programs replace `argparse._sys.exit` in their tests.
import sys as _sys

# What it warns of is told at the place that calls it: importing this says so.
from _support import caller_place
from argparse._errors import ArgumentError, ArgumentTypeError, _get_action_name
from argparse._values import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, FileType, Namespace, _AttributeHolder,
)
from argparse._help import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter,
)
from argparse._actions import (
    Action, BooleanOptionalAction, _AppendAction, _AppendConstAction, _CountAction, _ExtendAction, _HelpAction, _StoreAction,
    _StoreConstAction, _StoreFalseAction, _StoreTrueAction, _SubParsersAction, _VersionAction,
)
from argparse._containers import _ActionsContainer, _ArgumentGroup, _MutuallyExclusiveGroup
from argparse._parser import ArgumentParser

__all__ = [
    "ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
    "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter", "Namespace",
    "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE",
]

# Tracebacks and pickles name the classes by the package.
for _class in [
    Action, ArgumentDefaultsHelpFormatter, ArgumentError, ArgumentParser, ArgumentTypeError, BooleanOptionalAction, FileType, HelpFormatter,
    MetavarTypeHelpFormatter, Namespace, RawDescriptionHelpFormatter, RawTextHelpFormatter,
]:
    _class.__module__ = "argparse"
