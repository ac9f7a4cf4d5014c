"""Texts and comparisons of deeply nested containers recurse in the runtime, which doesn't count against Python's limit."""


class Node:
    def __init__(self, child):
        self.child = child

    def __repr__(self):
        return f"Node({self.child!r})"


def nested(depth, wrap, innermost):
    value = innermost
    for _ in range(depth):
        value = wrap(value)
    return value


def tried(function):
    try:
        return function()
    except RecursionError as error:
        return f"RecursionError: {error}"


print(len(repr(nested(3000, lambda value: [value], None))))
print(len(str(nested(3000, lambda value: {1: value}, {}))))
print(nested(3000, lambda value: [value], 1) == nested(3000, lambda value: [value], 1))
print(tried(lambda: repr(nested(20000, lambda value: (value,), ()))))
print(len(repr(nested(600, lambda value: Node([value]), None))))
print(tried(lambda: repr(nested(3000, Node, None))))


def is_sorted(depth, items):
    if list(items) != sorted(items):
        return False
    return depth == 0 or is_sorted(depth - 1, items)


print([depth for depth in range(990, 1000) if tried(lambda: is_sorted(depth, [1, 2])) is True][-1] > 990)
