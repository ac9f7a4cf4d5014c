# How deep functions may call one another: to the call, whatever they do before they go deeper.
import sys


def count(n):
    if n == 0:
        return 0
    return count(n - 1) + 1


def count_late(n):
    result = 0
    if n > 0:
        result = count_late(n - 1)
        result += 1
    return result


class Node:
    def __init__(self, below):
        self.below = below

    def depth(self):
        if self.below is None:
            return 1
        return self.below.depth() + 1


def chain(length):
    node = Node(None)
    for _ in range(length - 1):
        node = Node(node)
    return node


def is_even(n):
    if n == 0:
        return True
    elif n == 1:
        return False
    return is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def by_object(n):
    return chain(n).depth() if n > 0 else by_object(n - 1)


def nested(levels, function, n):
    return nested(levels - 1, function, n) if levels else function(n)


# The largest argument that doesn't raise, at each limit.
for limit in (1000, 100, 3000, 1000):
    sys.setrecursionlimit(limit)
    for function in (count, count_late, is_even, by_object):
        low, high = 1, 5000
        while low < high:
            middle = (low + high + 1) // 2
            try:
                function(middle)
                low = middle
            except RecursionError:
                high = middle - 1
        print(limit, low)
for levels in (0, 10, 500):
    for n in range(1000):
        try:
            nested(levels, count, n)
        except RecursionError:
            print(levels, n)
            break
try:
    count(100000)
except RecursionError as error:
    print(error)
    frames = 0
    trace = error.__traceback__
    while trace:
        frames += 1
        trace = trace.tb_next
    print(frames)
