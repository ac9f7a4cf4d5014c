"""Patterns as trees. A tree is a list of nodes, each a tuple that begins with its kind:

("literal", code)  ("any",)  ("category", letter)  ("at", letter)  ("set", is negated, items)  ("branch", trees)
("group", number or None, flags that it adds, flags that it takes away, tree)  ("atomic", tree)  ("backreference", number)
("repeat", suffix, least, most or None, tree)  ("look", is ahead, is negated, tree)  ("conditional", number, tree, tree or None)

A set's items are literals, categories and ("range", first code, last code).
"""

from re import _escapes
from re._groups import parse_group
from re._source import DECIMAL_DIGITS
from re._source import Source
from re._state import State, VerboseNeeded
from re._state import ASCII, LOCALE, UNICODE, VERBOSE

_WHITESPACE = frozenset(" \t\n\r\v\f")
_SPECIAL = frozenset("\\[{()*+?^$|.")
_MOST_REPETITIONS = 4294967295


def parse(pattern, flags):
    """The tree of a pattern and its state, whose flags have those of the pattern; PatternError where it's wrong."""
    source = Source(pattern)
    state = State(source, flags)
    try:
        tree = parse_branches(source, state, flags & VERBOSE, 0)
    except VerboseNeeded:
        # The flag for comments stands inside: from the beginning, with it.
        source.seek(0)
        state = State(source, flags | VERBOSE)
        tree = parse_branches(source, state, True, 0)
    state.flags = _checked_flags(source.is_text, state.flags)
    if source.next is not None:
        raise source.error("unbalanced parenthesis")
    state.check_forward_references(source)
    state.check_lookbehinds(tree)
    return tree, state


def _checked_flags(is_text, flags):
    if is_text:
        if flags & LOCALE:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & ASCII and flags & UNICODE:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        return flags if flags & ASCII else flags | UNICODE
    if flags & UNICODE:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    if flags & LOCALE and flags & ASCII:
        raise ValueError("ASCII and LOCALE flags are incompatible")
    return flags


def parse_branches(source, state, verbose, nested):
    """A whole pattern, or a group's, up to its parenthesis."""
    branches = []
    while True:
        branches.append(_parse_sequence(source, state, verbose, nested + 1, not nested and not branches))
        if not source.match("|"):
            break
        if not nested:
            verbose = state.flags & VERBOSE
    return branches[0] if len(branches) == 1 else [("branch", branches)]


def _parse_sequence(source, state, verbose, nested, is_first):
    """Nodes up to a bar, a closing parenthesis or the end."""
    tree = []
    while True:
        char = source.next
        if char is None or char in "|)":
            return tree
        source.get()
        if verbose and _skip_comment(source, char):
            continue
        if char[0] == "\\":
            tree.append(_escapes.in_pattern(source, char, state))
        elif char not in _SPECIAL:
            tree.append(("literal", ord(char)))
        elif char == "[":
            tree.append(_parse_set(source))
        elif char in "*+?{":
            _parse_repeat(source, char, tree)
        elif char == ".":
            tree.append(("any",))
        elif char == "(":
            node = parse_group(source, state, verbose, nested, is_first and not tree, parse_branches, _parse_sequence)
            if node is not None:
                tree.append(node)
        else:
            tree.append(("at", char))


def _skip_comment(source, char):
    """Whether the character is nothing where comments are allowed; reads a comment to its end."""
    if char in _WHITESPACE:
        return True
    if char != "#":
        return False
    while True:
        char = source.get()
        if char is None or char == "\n":
            return True


def _parse_set(source):
    start = source.tell() - 1
    negated = source.match("^")
    items = []
    while True:
        char = source.get()
        if char is None:
            raise source.error("unterminated character set", source.tell() - start)
        if char == "]" and items:
            break
        first = _escapes.in_set(source, char) if char[0] == "\\" else ("literal", ord(char))
        if not source.match("-"):
            items.append(first)
            continue
        last_text = source.get()
        if last_text is None:
            raise source.error("unterminated character set", source.tell() - start)
        if last_text == "]":
            items.append(first)
            items.append(("literal", ord("-")))
            break
        items.append(_range(source, char, first, last_text))
    return ("set", negated, items)


def _range(source, first_text, first, last_text):
    last = _escapes.in_set(source, last_text) if last_text[0] == "\\" else ("literal", ord(last_text))
    if first[0] != "literal" or last[0] != "literal" or last[1] < first[1]:
        text = f"{first_text}-{last_text}"
        raise source.error(f"bad character range {text}", len(text))
    return ("range", first[1], last[1])


def _parse_repeat(source, char, tree):
    """A quantifier for the tree's last node; a brace that is none is a literal."""
    start = source.tell()
    if char == "{":
        bounds = _parse_bounds(source, start)
        if bounds is None:
            tree.append(("literal", ord("{")))
            return
        low, high = bounds
    else:
        low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}[char]
    if not tree or tree[-1][0] == "at":
        raise source.error("nothing to repeat", source.tell() - start + len(char))
    item = tree[-1]
    if item[0] == "repeat":
        raise source.error("multiple repeat", source.tell() - start + len(char))
    suffix = "?" if source.match("?") else "+" if source.match("+") else ""
    tree[-1] = ("repeat", suffix, low, high, [item])


def _parse_bounds(source, start):
    """The two numbers in braces, None (and nothing is read) where that's something else."""
    if source.next == "}":
        return None
    low_text = source.get_while(len(source.text), DECIMAL_DIGITS)
    high_text = source.get_while(len(source.text), DECIMAL_DIGITS) if source.match(",") else low_text
    if not source.match("}"):
        source.seek(start)
        return None
    low, high = 0, None
    if low_text:
        low = int(low_text)
        if low >= _MOST_REPETITIONS:
            raise OverflowError("the repetition number is too large")
    if high_text:
        high = int(high_text)
        if high >= _MOST_REPETITIONS:
            raise OverflowError("the repetition number is too large")
        if high < low:
            raise source.error("min repeat greater than max repeat", source.tell() - start)
    return low, high
