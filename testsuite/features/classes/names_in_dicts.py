# Attributes by their dicts.
from collections import UserList


def anything(*values):
    """What it gives is of no type that inference knows."""
    return UserList(values)[0]


class Node:
    def __init__(self, value, parent=None):
        self.value = value
        self.parent = parent
        self.children = []

    def attach(self, child):
        child.parent = self
        self.children.append(child)
        return child

    def depth(self):
        return 0 if self.parent is None else 1 + self.parent.depth()

    def total(self):
        return self.value + sum(child.total() for child in self.children)


root = anything(Node(1))
leaf = root.attach(Node(2)).attach(Node(3))
print(leaf.depth(), root.total(), leaf.parent.value)
leaf.value = 2.5
print(root.total())
print(type(leaf).__name__, leaf.__class__.__name__, type(leaf) is Node, type(root) == type(leaf))
other = type(leaf)("made", None)
print(other.value, other.children)
setattr(leaf, "value", "abc")
print(leaf.value)
for attribute, value in (("value", None), ("extra", 1)):
    setattr(leaf, attribute, value)
print(leaf.value, leaf.extra, sorted(vars(leaf)))
leaf.__dict__["value"] = 5
print(leaf.value + 1)
