"""Differences between sequences, and how alike they are."""

import heapq
from bisect import bisect_left
from collections import namedtuple
from itertools import chain
from types import GenericAlias

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
           "context_diff", "unified_diff", "diff_bytes", "Match"]

Match = namedtuple("Match", "a b size", module=__name__)


# By whether there's something before a match in the first sequence, and in the second.
_TAGS = {(True, True): "replace", (True, False): "delete", (False, True): "insert", (False, False): None}


class _Found(tuple):
    """A match, among the parts that are still to be looked at."""


def _first_items(code, n):
    tag, i1, i2, j1, j2 = code
    return tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)


def _last_items(code, n):
    tag, i1, i2, j1, j2 = code
    return tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items: finds the longest run that both have, then goes on to its left and right."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Both sequences anew."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """The first sequence anew."""
        if self.a is not a:
            self.a, self.matching_blocks, self.opcodes = a, None, None

    def set_seq2(self, b):
        """The second sequence anew: what's known of it is kept, so compare many first ones with it."""
        if self.b is not b:
            self.b, self.matching_blocks, self.opcodes = b, None, None
            self.fullbcount = None
            self._index_second()

    def _index_second(self):
        """Notes where each item is; but not of junk, nor of those that a long sequence is full of."""
        self.b2j = places = {}
        for index, item in enumerate(self.b):
            places.setdefault(item, []).append(index)
        self.bjunk = set(filter(self.isjunk, places)) if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        many = len(self.b) // 100 + 1 if self.autojunk and len(self.b) >= 200 else len(self.b)
        self.bpopular = {item for item, indices in places.items() if len(indices) > many}
        for item in self.bpopular:
            del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest run in a[alo:ahi] and b[blo:bhi]; of several the one that begins first in `a`, then in `b`."""
        a, places = self.a, self.b2j
        ahi = len(a) if ahi is None else ahi
        bhi = len(self.b) if bhi is None else bhi
        is_part = blo > 0 or bhi < len(self.b)
        begin, other_begin, most = alo, blo, 0
        # The lengths of the runs that end before this item of `a`, by where they end in `b`.
        lengths = {}
        for i in range(alo, ahi):
            indices = places.get(a[i], ())
            if is_part and indices:
                indices = indices[bisect_left(indices, blo):bisect_left(indices, bhi)]
            longer = {}
            for j in indices:
                length = longer[j + 1] = lengths.get(j, 0) + 1
                if length > most:
                    begin, other_begin, most = i + 1 - length, j + 1 - length, length
            lengths = longer
        match = begin, other_begin, most
        # What isn't junk but popular may be next to it; then junk that's equal on both sides.
        for of_junk in (False, True):
            match = self._extended(*match, (alo, ahi, blo, bhi), of_junk)
        return Match(*match)

    def _extended(self, i, j, size, bounds, of_junk):
        """A match with the equal items on both sides that are junk, or that aren't."""
        a, b, junk = self.a, self.b, self.bjunk
        alo, ahi, blo, bhi = bounds
        while i > alo and j > blo and a[i - 1] == b[j - 1] and (b[j - 1] in junk) == of_junk:
            i, j, size = i - 1, j - 1, size + 1
        end, other_end = i + size, j + size
        while end < ahi and other_end < bhi and a[end] == b[other_end] and (b[other_end] in junk) == of_junk:
            end, other_end = end + 1, other_end + 1
        return i, j, end - i

    def _matches(self):
        """The longest match between the longest ones of what's before and behind it, and so on."""
        waiting = [(0, len(self.a), 0, len(self.b))]
        while waiting:
            alo, ahi, blo, bhi = part = waiting.pop()
            if isinstance(part, _Found):
                yield part[:3]
            elif alo < ahi and blo < bhi:
                i, j, size = self.find_longest_match(alo, ahi, blo, bhi)
                if size:
                    waiting += (i + size, ahi, j + size, bhi), _Found((i, j, size, 0)), (alo, i, blo, j)

    def get_matching_blocks(self):
        """Matches in their order; the last one, of size 0, stands behind both ends."""
        if self.matching_blocks is None:
            blocks = []
            end = other_end = None
            for i, j, size in self._matches():
                if i == end and j == other_end:
                    # The two are one.
                    i, j, before = blocks.pop()
                    size += before
                blocks.append((i, j, size))
                end, other_end = i + size, j + size
            self.matching_blocks = list(map(Match._make, [*blocks, (len(self.a), len(self.b), 0)]))
        return self.matching_blocks

    def get_opcodes(self):
        """How to turn the first into the second: (tag, i1, i2, j1, j2)."""
        if self.opcodes is None:
            self.opcodes = []
            i = j = 0
            for begin, other_begin, size in self.get_matching_blocks():
                tag = _TAGS[i < begin, j < other_begin]
                if tag:
                    self.opcodes.append((tag, i, begin, j, other_begin))
                i, j = begin + size, other_begin + size
                if size:
                    self.opcodes.append(("equal", begin, i, other_begin, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Groups of opcodes with up to `n` equal items around the changes."""
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        for place, shortened in ((0, _last_items), (-1, _first_items)):
            if codes[place][0] == "equal":
                codes[place] = shortened(codes[place], n)
        group = []
        for code in codes:
            if code[0] == "equal" and code[2] - code[1] > 2 * n:
                yield [*group, _first_items(code, n)]
                group, code = [], _last_items(code, n)
            group.append(code)
        if [code[0] for code in group] not in ([], ["equal"]):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        return _ratio(sum([block[-1] for block in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of `ratio`, found faster."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        available = {}
        matches = 0
        for item in self.a:
            count = available[item] if item in available else self.fullbcount.get(item, 0)
            available[item] = count - 1
            if count > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of `quick_ratio`, found faster still."""
        first, second = len(self.a), len(self.b)
        return _ratio(min(first, second), first + second)

    __class_getitem__ = classmethod(GenericAlias)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Up to `n` of the possibilities that are at least `cutoff` alike, the most alike first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher(b=word)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio)
    found = []
    for possibility in possibilities:
        matcher.set_seq1(possibility)
        ratio = matcher.ratio() if all(bound() >= cutoff for bound in bounds) else -1.0
        if ratio >= cutoff:
            found.append((ratio, possibility))
    return [possibility for _, possibility in heapq.nlargest(n, found)]


def _keep_whitespace(text, tags):
    """The tags, with the tabs and spaces of the text where there's no tag."""
    return "".join([char if tag == " " and char.isspace() else tag for char, tag in zip(text, tags)]).rstrip()


class Differ:
    """Differences of lines of text, for people to read."""

    def __init__(self, linejunk=None, charjunk=None):
        self.charjunk, self.linejunk = charjunk, linejunk

    def compare(self, a, b):
        """Lines that begin with "- ", "+ ", "  " or "? "."""
        for tag, *bounds in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            alo, ahi, blo, bhi = bounds
            if tag == "replace":
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == "insert":
                yield from self._dump("+", b, blo, bhi)
            else:
                yield from self._dump("-" if tag == "delete" else " ", a, alo, ahi)

    def _dump(self, tag, lines, low, high):
        for index in range(low, high):
            yield f"{tag} {lines[index]}"

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        removed, added = self._dump("-", a, alo, ahi), self._dump("+", b, blo, bhi)
        # The shorter part first.
        yield from chain(added, removed) if bhi - blo < ahi - alo else chain(removed, added)

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """Looks for lines that are much alike, near each other: their differences are shown inside of the line."""
        cutoff = 0.74999
        matcher = SequenceMatcher(self.charjunk)
        window = 10
        dump_i, dump_j = alo, blo
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            # Those near the line's own place, the last first where they're equally alike.
            place = dump_i + (j - dump_j)
            best_ratio = cutoff
            best_i = None
            for i in range(max(dump_i, place - window), min(ahi, place + window)):
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio
                        and matcher.ratio() > best_ratio):
                    best_i, best_ratio = i, matcher.ratio()
            if best_i is None:
                continue
            yield from self._fancy_helper(a, dump_i, best_i, b, dump_j, j)
            line_a, line_b = a[best_i], b[j]
            if line_a == line_b:
                yield "  " + line_a
            else:
                yield from self._intraline(matcher, line_a, line_b)
            dump_i, dump_j = best_i + 1, j + 1
        yield from self._fancy_helper(a, dump_i, ahi, b, dump_j, bhi)

    def _intraline(self, matcher, line_a, line_b):
        tags_a = tags_b = ""
        matcher.set_seqs(line_a, line_b)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            length_a, length_b = i2 - i1, j2 - j1
            if tag == "replace":
                tags_a += "^" * length_a
                tags_b += "^" * length_b
            elif tag == "delete":
                tags_a += "-" * length_a
            elif tag == "insert":
                tags_b += "+" * length_b
            else:
                tags_a += " " * length_a
                tags_b += " " * length_b
        yield from self._qformat(line_a, line_b, tags_a, tags_b)

    def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
        # One of the parts may be empty.
        return self._plain_replace(a, alo, ahi, b, blo, bhi)

    def _qformat(self, aline, bline, atags, btags):
        for mark, line, tags in (("-", aline, atags), ("+", bline, btags)):
            yield f"{mark} {line}"
            hints = _keep_whitespace(line, tags)
            if hints:
                yield f"? {hints}\n"


def IS_LINE_JUNK(line, pat=None):
    """Whether the line is blank, or has a single "#"."""
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether it's a blank or a tab."""
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """What `Differ` says of two lists of lines."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two lists of lines, of what `ndiff` gave."""
    mark = {1: "- ", 2: "+ "}.get(int(which))
    if mark is None:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}")
    yield from (line[2:] for line in delta if line.startswith(("  ", mark)))


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return str(stop)
    # An empty range is named by the line before it.
    return f"{start + (length > 0)},{length}"


def _file_line(mark, name, date, lineterm):
    tab_and_date = f"\t{date}" if date else ""
    return f"{mark} {name}{tab_and_date}{lineterm}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Lines as `diff -u` writes them."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    heads = [_file_line("---", fromfile, fromfiledate, lineterm), _file_line("+++", tofile, tofiledate, lineterm)]
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from heads
        heads = []
        first, last = group[0], group[-1]
        yield f"@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            mark = " " if tag == "equal" else "-"
            yield from [mark + line for line in a[i1:i2]]
            if tag != "equal":
                yield from ["+" + line for line in b[j1:j2]]


def _context_range(start, stop):
    return f"{start + 1},{stop}" if stop - start > 1 else str(stop)


_CONTEXT_MARKS = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Lines as `diff -c` writes them."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    heads = [_file_line("***", fromfile, fromfiledate, lineterm), _file_line("---", tofile, tofiledate, lineterm)]
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from heads
        heads = []
        first, last = group[0], group[-1]
        tags = {code[0] for code in group}
        yield "*" * 15 + lineterm
        yield f"*** {_context_range(first[1], last[2])} ****{lineterm}"
        if tags & {"replace", "delete"}:
            yield from [_CONTEXT_MARKS[tag] + line for tag, i1, i2, _, _ in group for line in a[i1:i2]]
        yield f"--- {_context_range(first[3], last[4])} ----{lineterm}"
        if tags & {"replace", "insert"}:
            yield from [_CONTEXT_MARKS[tag] + line for tag, _, _, j1, j2 in group for line in b[j1:j2]]


def _check_types(a, b, *args):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f"lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})")
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f"all arguments must be str, not: {arg!r}")


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """What `unified_diff` or `context_diff` says of lines of bytes."""

    def decode(text):
        try:
            return text.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(f"all arguments must be bytes, not {type(text).__name__} ({text!r})") from error

    lines = dfunc(list(map(decode, a)), list(map(decode, b)), decode(fromfile), decode(tofile), decode(fromfiledate),
                  decode(tofiledate), n, decode(lineterm))
    for line in lines:
        yield line.encode("ascii", "surrogateescape")
