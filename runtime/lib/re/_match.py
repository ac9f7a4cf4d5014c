"""Matches."""

from types import GenericAlias


class Match:
    """Where a pattern matched: `_places` are the starts and ends of the match and its groups, -1 for groups that took no part."""

    __module__ = "re"
    __slots__ = ("re", "string", "pos", "endpos", "_text", "_places")

    def __init__(self, pattern, string, text, start, end, places):
        self.re = pattern
        self.string = string
        self.pos = start
        self.endpos = end
        # The string, as bytes where it's something like them.
        self._text = text
        self._places = places

    def _index(self, group):
        """The number of a group given by number or name."""
        if hasattr(group, "__index__"):
            number = group.__index__()
            if 0 <= number < len(self._places) // 2:
                return number
        else:
            number = self.re._names.get(group) if group.__hash__ is not None else None
            if number is not None:
                return number
        raise IndexError("no such group")

    def _group(self, number, default=None):
        start = self._places[2 * number]
        return default if start < 0 else self._text[start:self._places[2 * number + 1]]

    def group(self, *args):
        """The text of the match, or of groups."""
        if not args:
            return self._group(0)
        if len(args) == 1:
            return self._group(self._index(args[0]))
        return tuple([self._group(self._index(group)) for group in args])

    def __getitem__(self, group):
        return self._group(self._index(group))

    def groups(self, default=None):
        """The texts of all groups."""
        return tuple([self._group(number, default) for number in range(1, len(self._places) // 2)])

    def groupdict(self, default=None):
        """The texts of the groups with names."""
        return {name: self._group(number, default) for name, number in self.re._names.items()}

    def start(self, group=0, /):
        """Where the group begins; -1 if it took no part."""
        return self._places[2 * self._index(group)]

    def end(self, group=0, /):
        """Where the group ends; -1 if it took no part."""
        return self._places[2 * self._index(group) + 1]

    def span(self, group=0, /):
        """Where the group begins and ends."""
        number = self._index(group)
        return self._places[2 * number], self._places[2 * number + 1]

    @property
    def regs(self):
        places = self._places
        return tuple([(places[i], places[i + 1]) for i in range(0, len(places), 2)])

    @property
    def lastindex(self):
        """The group that ended last. What a lookaround contains ends where that stands, whatever its place in the text."""
        best = None
        best_is_apart = False
        for number, is_apart in self.re._closed:
            end = self._places[2 * number + 1]
            if end < 0:
                continue
            if best is None or is_apart or best_is_apart or end >= self._places[2 * best + 1]:
                best, best_is_apart = number, is_apart
        return best

    @property
    def lastgroup(self):
        number = self.lastindex
        if number is not None:
            for name, index in self.re._names.items():
                if index == number:
                    return name
        return None

    def expand(self, template):
        """The template with the groups' texts."""
        return self.re._template(template)(self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={repr(self.group())[:50]}>"

    __class_getitem__ = classmethod(GenericAlias)
