"""Trees of patterns in PCRE2's syntax, with Python's meaning.

PCRE2 gets the text as code points. Where letters, digits and case are Unicode's it's told so; white space, which it sees otherwise than
Python, is always written out. A part of a pattern that has another idea of letters than the whole one is written out altogether.
"""

from re._state import ASCII, DOTALL, IGNORECASE, MULTILINE, TYPE_FLAGS, UNICODE, trees_of

_MAX_UNICODE = 0x10FFFF
_MOST_REPETITIONS = 65535
_SPACES = [(0x09, 0x0D), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029),
           (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)]
_ASCII_RANGES = {"d": [(48, 57)], "w": [(48, 57), (65, 90), (95, 95), (97, 122)], "s": [(9, 13), (32, 32)]}
_SCOPED = {IGNORECASE: "i", MULTILINE: "m", DOTALL: "s"}
# What is the same without case to Python, but not to PCRE2.
_SAME_LETTERS = ((0x49, 0x69, 0x130, 0x131), (0x390, 0x1FD3), (0x3B0, 0x1FE3), (0xFB05, 0xFB06))
_IN_SAME_LETTERS = frozenset([code for letters in _SAME_LETTERS for code in letters])
_WORD = "[0-9A-Za-z_]"
_ASCII_BOUNDARY = {"b": f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))",
                   "B": f"(?:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))"}


class NeedsWide(Exception):
    """The pattern may match only with code points past 255 around."""


def options(flags, tree):
    """The letters by which the native module knows the flags of the whole pattern."""
    letters = "".join(letter for flag, letter in _SCOPED.items() if flags & flag)
    return letters + "u" if flags & UNICODE or _has_other_letters(tree) else letters


def _has_other_letters(tree):
    """Whether a group has its own idea of letters."""
    for node in tree:
        if node[0] == "group" and node[2] & TYPE_FLAGS:
            return True
        if any(_has_other_letters(inner) for inner in trees_of(node)):
            return True
    return False


def _complement(ranges):
    result = []
    start = 0
    for first, last in ranges:
        if first > start:
            result.append((start, first - 1))
        start = last + 1
    if start <= _MAX_UNICODE:
        result.append((start, _MAX_UNICODE))
    return result


def _character(code):
    """A character that stands for itself."""
    char = chr(code)
    return char if code > 127 or char.isalnum() or char == "_" else "\\" + char if char.isprintable() else f"\\x{{{code:x}}}"


class Translator:
    """Writes for subjects of code points up to `widest`; `is_unicode` tells whether PCRE2 goes by Unicode's letters."""

    def __init__(self, widest, is_unicode):
        self.widest = widest
        self.is_unicode = is_unicode

    def translate(self, tree, flags):
        """The text for a tree where these flags hold."""
        return "".join([self._node(node, flags) for node in tree])

    def _node(self, node, flags):
        return getattr(self, "_" + node[0])(node, flags)

    def _is_ascii_part(self, flags):
        """Whether this part goes by ASCII letters, although PCRE2 goes by Unicode's."""
        return self.is_unicode and not flags & UNICODE

    def _literal(self, node, flags):
        code = node[1]
        if flags & IGNORECASE:
            if self._is_ascii_part(flags):
                return self._set(("set", False, [node]), flags)
            if flags & UNICODE and code in _IN_SAME_LETTERS:
                return self._set(("set", False, [node]), flags)
        if code > self.widest:
            raise NeedsWide
        return _character(code)

    def _any(self, node, flags):
        return "."

    def _at(self, node, flags):
        letter = node[1]
        if letter in "bB":
            text = _ASCII_BOUNDARY[letter] if self._is_ascii_part(flags) else "\\" + letter
            # An empty text has neither.
            return text if letter == "b" else f"(?:{text}(?!\\A\\z))"
        return {"^": "^", "$": "$", "A": "\\A", "Z": "\\z"}[letter]

    def _category(self, node, flags):
        letter = node[1]
        if letter in "sS" or self._is_ascii_part(flags):
            return self._set(("set", False, [node]), flags)
        return "\\" + letter

    def _set(self, node, flags):
        ranges, classes = self._members(node[2], flags)
        if flags & IGNORECASE and self._is_ascii_part(flags):
            text = self._set_text(node[1], _with_ascii_case(ranges), classes)
            return f"(?-i:{text})"
        if flags & IGNORECASE and flags & UNICODE:
            ranges = self._with_same_letters(ranges)
        return self._set_text(node[1], ranges, classes)

    def _members(self, items, flags):
        """Code point ranges, and PCRE2's names of classes, for a set's items."""
        ranges = []
        classes = ""
        for item in items:
            if item[0] == "literal":
                ranges.append((item[1], item[1]))
            elif item[0] == "range":
                ranges.append((item[1], item[2]))
            elif item[1] in "sS" or self._is_ascii_part(flags):
                ranges += self._category_ranges(item[1], flags)
            else:
                classes += "\\" + item[1]
        if flags & IGNORECASE and self.widest < _MAX_UNICODE and any(
                last > self.widest for first, last in ranges) and not self._is_only_spaces(items, flags):
            raise NeedsWide
        return ranges, classes

    def _is_only_spaces(self, items, flags):
        """Whether the code points past the widest come from white space alone, which has no case."""
        return all(item[-1] <= self.widest for item in items if item[0] != "category")

    def _category_ranges(self, letter, flags):
        small = letter.lower()
        ranges = _SPACES if small == "s" and flags & UNICODE else _ASCII_RANGES[small]
        return ranges if letter == small else _complement(ranges)

    def _with_same_letters(self, ranges):
        """The ranges with the other forms of the letters in them that PCRE2 doesn't know of."""
        for letters in _SAME_LETTERS:
            if any(first <= code <= last for code in letters for first, last in ranges):
                ranges = ranges + [(code, code) for code in letters]
        return ranges

    def _set_text(self, negated, ranges, classes):
        text = ""
        for first, last in ranges:
            if first > self.widest:
                continue
            last = min(last, self.widest)
            text += _character(first) if first == last else f"{_character(first)}-{_character(last)}"
        text += classes
        if not text:
            return "(?s:.)" if negated else "(?!)"
        return f"[{'^' if negated else ''}{text}]"

    def _branch(self, node, flags):
        return "(?:" + "|".join([self.translate(tree, flags) for tree in node[1]]) + ")"

    def _group(self, node, flags):
        kind, number, added, removed, tree = node
        if number is not None:
            return "(" + self.translate(tree, flags) + ")"
        inner = flags & ~removed
        if added & TYPE_FLAGS:
            inner &= ~TYPE_FLAGS
        inner |= added
        letters = "".join(letter for flag, letter in _SCOPED.items() if added & flag)
        gone = "".join(letter for flag, letter in _SCOPED.items() if removed & flag)
        return f"(?{letters}{'-' + gone if gone else ''}:{self.translate(tree, inner)})"

    def _atomic(self, node, flags):
        return "(?>" + self.translate(node[1], flags) + ")"

    def _backreference(self, node, flags):
        return f"\\g{{{node[1]}}}"

    def _look(self, node, flags):
        kind, is_ahead, negated, tree = node
        return f"(?{'' if is_ahead else '<'}{'!' if negated else '='}{self.translate(tree, flags)})"

    def _conditional(self, node, flags):
        kind, number, yes, no = node
        text = f"(?({number}){self.translate(yes, flags)}"
        return text + (")" if no is None else f"|{self.translate(no, flags)})")

    def _repeat(self, node, flags):
        kind, suffix, low, high, tree = node
        item = self._repeated(tree[0], flags)
        if low > _MOST_REPETITIONS or (high or 0) > _MOST_REPETITIONS:
            return self._long_repeat(item, suffix, low, high)
        return item + _quantifier(low, high) + suffix

    def _repeated(self, node, flags):
        """The text of a node, so that a quantifier behind it takes all of it."""
        text = self._node(node, flags)
        if node[0] in ("look", "at", "repeat") or text.startswith("(?!)"):
            return f"(?:{text})"
        return text

    def _long_repeat(self, item, suffix, low, high):
        """More repetitions than PCRE2 counts, as a sequence of repetitions."""
        text = ""
        while low > _MOST_REPETITIONS:
            text += f"{item}{{{_MOST_REPETITIONS}}}"
            low -= _MOST_REPETITIONS
            high = None if high is None else high - _MOST_REPETITIONS
        while high is not None and high > _MOST_REPETITIONS:
            text += f"{item}{_quantifier(low, _MOST_REPETITIONS)}{suffix}"
            high -= _MOST_REPETITIONS
            low = 0
        text += f"{item}{_quantifier(low, high)}{suffix}"
        return f"(?>{text})" if suffix == "+" else f"(?:{text})"


def _quantifier(low, high):
    if high is None:
        return "*" if low == 0 else "+" if low == 1 else f"{{{low},}}"
    if (low, high) == (0, 1):
        return "?"
    return f"{{{low}}}" if low == high else f"{{{low},{high}}}"


def _with_ascii_case(ranges):
    """The ranges with the ASCII letters of the other case."""
    result = list(ranges)
    for first, last in ranges:
        for start, offset in ((65, 32), (97, -32)):
            low, high = max(first, start), min(last, start + 25)
            if low <= high:
                result.append((low + offset, high + offset))
    return result
