# The calls that lead to a recursion count against the limit as well, lambdas too.
import sys


def down(n):
    return down(n + 1)


def deepest(call):
    try:
        call()
    except RecursionError:
        entry = sys.exc_info()[2]
        depth = 0
        while entry is not None:
            depth += 1
            entry = entry.tb_next
        return depth
    return 0


def direct():
    return down(0)


def further():
    return direct()


class Walker:
    def walk(self):
        return further()


fall = lambda n: fall(n + 1)
pick = lambda: down(0)
twice = lambda: pick()
print(deepest(direct), deepest(further), deepest(Walker().walk), deepest(pick), deepest(twice), deepest(lambda: fall(0)))
print(deepest(lambda: [down(0) for _ in range(1)]), deepest(lambda: sorted([1, 2], key=down)))


def countdown(n):
    if n == 0:
        return 0
    return countdown(n - 1)


def at(n):
    return countdown(n)


limit = sys.getrecursionlimit()
for n in range(limit - 8, limit + 2):
    try:
        at(n)
        print(n - limit, "fits")
    except RecursionError:
        print(n - limit, "too deep")
