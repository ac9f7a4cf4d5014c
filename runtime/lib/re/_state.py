"""What is known of a pattern while it's read: flags, groups and their widths."""

from re._errors import PatternError

IGNORECASE = 2
LOCALE = 4
MULTILINE = 8
DOTALL = 16
UNICODE = 32
VERBOSE = 64
DEBUG = 128
ASCII = 256

# The flags that tell which characters are letters: at most one holds.
TYPE_FLAGS = ASCII | LOCALE | UNICODE
FLAGS = {"i": IGNORECASE, "L": LOCALE, "m": MULTILINE, "s": DOTALL, "x": VERBOSE, "a": ASCII, "u": UNICODE}
MOST_GROUPS = 2**30


class VerboseNeeded(Exception):
    """The pattern itself says that it has comments."""


class State:
    """`groups` is one more than the number of groups so far; `widths` has None for those that are still open."""

    def __init__(self, source, flags):
        self.flags = flags
        self.names = {}
        self.widths = [None]
        self.outer_lookbehind_groups = None
        # How many lookarounds are open, and the groups in the order in which they end, each with whether it's in one.
        self.lookarounds = 0
        self.closed = []
        # Groups that conditions name before they're there, with the places.
        self.forward_references = {}

    @property
    def groups(self):
        return len(self.widths)

    def open_group(self, source, name):
        """The number of a new group; `name` may be None."""
        number = self.groups
        self.widths.append(None)
        if name is not None:
            earlier = self.names.get(name)
            if earlier is not None:
                raise source.error(f"redefinition of group name {name!r} as group {number}; was group {earlier}", len(name) + 1)
            self.names[name] = number
        return number

    def close_group(self, number, tree):
        """The group ends here."""
        self.widths[number] = self.width(tree)
        self.closed.append((number, self.lookarounds > 0))

    def check_lookbehinds(self, tree):
        """Raises for a lookbehind that matches texts of different lengths."""
        for node in tree:
            if node[0] == "look" and not node[1]:
                low, high = self.width(node[3])
                if low != high:
                    raise PatternError("look-behind requires fixed-width pattern")
            for inner in trees_of(node):
                self.check_lookbehinds(inner)

    def check_reference(self, source, group, offset):
        """Raises unless a reference to the group may stand here."""
        if group < self.groups and self.widths[group] is None:
            raise source.error("cannot refer to an open group", offset)
        self.check_in_lookbehind(source, group)

    def check_in_lookbehind(self, source, group):
        """Raises for a reference inside of a lookbehind to what isn't known before it."""
        if self.outer_lookbehind_groups is None:
            return
        if group >= self.groups or self.widths[group] is None:
            raise source.error("cannot refer to an open group")
        if group >= self.outer_lookbehind_groups:
            raise source.error("cannot refer to group defined in the same lookbehind subpattern")

    def check_forward_references(self, source):
        """Raises for a condition on a group that isn't there."""
        for group, place in self.forward_references.items():
            if group >= self.groups:
                source.seek(place)
                raise source.error(f"invalid group reference {group}")

    def width(self, tree):
        """The least and the greatest length of what the tree matches; None for one without bound."""
        low, high = 0, 0
        for node in tree:
            least, most = self._node_width(node)
            low += least
            high = None if high is None or most is None else high + most
        return low, high

    def _node_width(self, node):
        kind = node[0]
        if kind in ("literal", "any", "category", "set"):
            return 1, 1
        if kind == "branch":
            return _either([self.width(tree) for tree in node[1]])
        if kind in ("group", "atomic"):
            return self.width(node[-1])
        if kind == "repeat":
            return self._repeat_width(node)
        if kind == "backreference":
            return self.widths[node[1]]
        if kind == "conditional":
            return _either([self.width(node[2]), self.width(node[3]) if node[3] is not None else (0, 0)])
        return 0, 0

    def _repeat_width(self, node):
        low, high = self.width(node[4])
        most = node[3]
        if high == 0:
            return 0, 0
        return low * node[2], None if most is None or high is None else high * most


def trees_of(node):
    """The trees right below a node."""
    kind = node[0]
    if kind == "branch":
        return node[1]
    if kind == "conditional":
        return [tree for tree in node[2:] if tree is not None]
    return [node[-1]] if kind in ("group", "atomic", "repeat", "look") else []


def _either(widths):
    highs = [high for low, high in widths]
    return min(low for low, high in widths), None if None in highs else max(highs)
