"""Whether an example printed what's expected, and how what it printed differs."""

import difflib

from doctest._flags import (
    DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS, NORMALIZE_WHITESPACE, REPORT_CDIFF, REPORT_NDIFF, REPORT_UDIFF,
)

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


def indented(text, indent=4):
    """The text with spaces in front of each line that isn't empty."""
    margin = " " * indent
    return "\n".join([margin + line if line else line for line in text.split("\n")])


def _with_empty_lines(text):
    """What's wanted, with the marked lines empty."""
    return "\n".join(["" if line.rstrip(" ") == BLANKLINE_MARKER else line for line in text.split("\n")])


def _without_blanks(text):
    """What's got, with lines of blanks empty."""
    return "\n".join(["" if not line.strip(" ") else line for line in text.split("\n")])


def _with_marks(text):
    """The text with its empty lines marked; the end of the last line is none."""
    lines = text.split("\n")
    return "\n".join([BLANKLINE_MARKER if not line.strip(" ") and place < len(lines) - 1 else line for place, line in enumerate(lines)])


def matches_ellipsis(want, got):
    """Whether they're equal, `...` standing for anything."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    place = len(first)
    end = len(got) - len(last)
    for part in middle:
        found = got.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True


class OutputChecker:
    """Compares what examples print with what's expected."""

    def check_output(self, want, got, optionflags):
        """Whether that's what is expected."""
        want = want.encode("ASCII", "backslashreplace").decode("ASCII")
        got = got.encode("ASCII", "backslashreplace").decode("ASCII")
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = _with_empty_lines(want)
            got = _without_blanks(got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got = " ".join(got.split())
            want = " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS and matches_ellipsis(want, got))

    def _uses_difference(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        # Differences of few lines are shown only where lines are compared letter by letter.
        return bool(optionflags & REPORT_NDIFF) or (want.count("\n") > 2 and got.count("\n") > 2)

    def output_difference(self, example, got, optionflags):
        """How it differs, as text."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = _with_marks(got)
        if self._uses_difference(want, got, optionflags):
            return self._difference(want.splitlines(keepends=True), got.splitlines(keepends=True), optionflags)
        if want and got:
            return f"Expected:\n{indented(want)}Got:\n{indented(got)}"
        if want:
            return f"Expected:\n{indented(want)}Got nothing\n"
        if got:
            return f"Expected nothing\nGot:\n{indented(got)}"
        return "Expected nothing\nGot nothing\n"

    def _difference(self, want, got, optionflags):
        if optionflags & REPORT_UDIFF:
            kind = "unified diff with -expected +actual"
            lines = list(difflib.unified_diff(want, got, n=2))[2:]
        elif optionflags & REPORT_CDIFF:
            kind = "context diff with expected followed by actual"
            lines = list(difflib.context_diff(want, got, n=2))[2:]
        else:
            kind = "ndiff with -expected +actual"
            lines = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got))
        return f"Differences ({kind}):\n" + indented("".join(lines))


OutputChecker.__module__ = "doctest"
