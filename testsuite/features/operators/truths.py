# What is true: containers by their length, instances unless their class says otherwise.
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Later(Node):
    pass


class Odd:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        print("asked", self.n)
        return self.n % 2 == 1


class Unasked:
    pass


def chain(n):
    head = None
    for i in range(n):
        head = Node(i, head)
    total = 0
    node = head
    while node:
        total += node.value
        node = node.next
    return total, not node, bool(head)


def drain(items):
    taken = []
    while items:
        taken.append(items.pop())
        if not items and len(taken) < 4:
            items.append(len(taken))
    return taken, not items


def several(table, names, empty):
    print("table" if table else "no table", "names" if names else "no names", "empty" if not empty else "full")
    print(table and 1, names or 2, empty or table, bool(table), bool(empty))
    table.clear()
    names.add("x")
    print(bool(table), bool(names), [bool(x) for x in ([], [0], (), (0,), {}, {1: 2}, set(), "")])


def mixed(which):
    thing = Sized(0) if which == 0 else Sized(2) if which == 1 else Node(0) if which == 2 else None
    return "yes" if thing else "no"


def asked():
    for odd in Odd(1), Odd(2):
        if odd:
            print("odd")
        print(not odd)
    unasked = Unasked()
    print("true" if unasked else "false")
    Unasked.__bool__ = lambda self: False
    print("true" if unasked else "false")
    later = Later(1)
    while later:
        print("once")
        Later.__len__ = lambda self: 0


print(chain(5), drain([1, 2]))
several({"a": 1}, set(), [])
print([mixed(i) for i in range(4)])
asked()
try:
    if Sized(-1):
        pass
except ValueError as error:
    print(error)
