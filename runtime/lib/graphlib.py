"""Topological sorting."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class _Node:
    """A node of the graph, and those that must come after it."""

    __slots__ = ("name", "followers", "missing", "is_out", "is_done")

    def __init__(self, name):
        self.name = name
        self.followers = []
        # How many that come before it aren't done.
        self.missing = 0
        self.is_out = self.is_done = False

    def check_out(self):
        if self.is_done:
            raise ValueError(f"node {self.name!r} was already marked done")
        if not self.is_out:
            raise ValueError(f"node {self.name!r} was not passed out (still not ready)")


class CycleError(ValueError):
    """The graph has a cycle, which is `args[1]`."""


class TopologicalSorter:
    """Orders the nodes of a graph so that each comes after its predecessors."""

    def __init__(self, graph=None):
        self._nodes = {}
        # Those to be passed out next; None before `prepare`.
        self._ready = None
        # How many are passed out and not done.
        self._pending = 0
        for name, predecessors in () if graph is None else graph.items():
            self.add(name, *predecessors)

    def _node(self, name):
        node = self._nodes.get(name)
        if node is None:
            node = self._nodes[name] = _Node(name)
        return node

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def add(self, node, *predecessors):
        """Adds a node that comes after `predecessors`; can be called again for more of them."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        added = self._node(node)
        for name in predecessors:
            self._node(name).followers.append(added)
            added.missing += 1

    def prepare(self):
        """Ends the adding; CycleError where there is a cycle."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node in self._nodes.values() if not node.missing]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        """The names on a cycle, the first again at the end; none without one."""
        finished = set()
        for start in self._nodes.values():
            # A way from there, and the followers that each node on it has left to try.
            way = {start: iter(start.followers)} if start not in finished else {}
            while way:
                last, rest = next(reversed(way.items()))
                following = next(rest, None)
                if following is None:
                    finished.add(last)
                    del way[last]
                elif following in way:
                    names = [node.name for node in way]
                    return names[names.index(following.name):] + [following.name]
                elif following not in finished:
                    way[following] = iter(following.followers)
        return []

    def get_ready(self):
        """The nodes whose predecessors are all done, each once."""
        self._check_prepared()
        passed, self._ready = self._ready, []
        self._pending += len(passed)
        for node in passed:
            node.is_out = True
        return tuple([node.name for node in passed])

    def is_active(self):
        """Whether there is more to do."""
        self._check_prepared()
        return self._pending > 0 or bool(self._ready)

    __bool__ = is_active

    def done(self, *nodes):
        """Marks nodes that `get_ready` gave as done."""
        self._check_prepared()
        for name in nodes:
            node = self._nodes.get(name)
            if node is None:
                raise ValueError(f"node {name!r} was not added using add()")
            node.check_out()
            node.is_done = True
            self._pending -= 1
            for follower in node.followers:
                follower.missing -= 1
                if not follower.missing:
                    self._ready.append(follower)

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while names := self.get_ready():
            yield from names
            self.done(*names)

    __class_getitem__ = classmethod(GenericAlias)
