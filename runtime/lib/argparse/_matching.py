"""How many arguments an action takes: patterns over the kinds of the command line's words.

"A" is an argument, "O" an option, "-" the mark `--`. A pattern is a list of (kinds, fewest, most).
"""

from argparse._values import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

_MANY = 1 << 30


def looks_like_negative_number(text):
    """`-1`, `-1.5`, `-.5`."""
    whole, point, fraction = text[1:].partition(".")
    if text[:1] != "-":
        return False
    return fraction.isdecimal() and whole.isdecimal() | (not whole) if point else whole.isdecimal()


def _nargs_pattern(action):
    """The mark counts for arguments without options only."""
    nargs = action.nargs
    marks, more = ([], "") if action.option_strings else ([("-", 0, _MANY)], "-")
    patterns = {
        None: marks + [("A", 1, 1)] + marks,
        OPTIONAL: marks + [("A", 0, 1)] + marks,
        ZERO_OR_MORE: marks + [("A" + more, 0, _MANY)],
        ONE_OR_MORE: marks + [("A", 1, 1), ("A" + more, 0, _MANY)],
        REMAINDER: [("AO" + more, 0, _MANY)],
        PARSER: marks + [("A", 1, 1), ("AO" + more, 0, _MANY)],
        SUPPRESS: marks,
    }
    return patterns[nargs] if nargs in patterns else marks + ([("A", 1, 1)] + marks) * nargs


def _ends(pattern, index, kinds, place):
    """Where a pattern may end, the longest of the earlier parts first."""
    if index == len(pattern):
        yield place
        return
    allowed, fewest, most = pattern[index]
    end = place
    while end < len(kinds) and end - place < most and kinds[end] in allowed:
        end += 1
    while end - place >= fewest:
        yield from _ends(pattern, index + 1, kinds, end)
        end -= 1


def _lengths(patterns, kinds, place):
    """Matches patterns one after the other, each as long as it can be: their lengths, or None."""
    if not patterns:
        return []
    for end in _ends(patterns[0], 0, kinds, place):
        rest = _lengths(patterns[1:], kinds, end)
        if rest is not None:
            return [end - place] + rest
    return None


def match_all(actions, kinds):
    """How many words each of the actions takes from the start; None where they can't all be served."""
    return _lengths([_nargs_pattern(action) for action in actions], kinds, 0)
