# What holds None, a number or a flag before it holds something else: nothing is stored there, called there or found there.


class Item:
    def __init__(self, name):
        self.name = name
        self.best = None
        self.parent = None
        self.callback = None
        self.cache = None
        self.flag = False
        self.count = 0

    def __repr__(self):
        return f"Item({self.name})"

    def total(self):
        return len(self.name)

    def remember(self, key, value):
        if self.cache is None:
            self.cache = {}
        self.cache[key] = value

    def forget(self, key):
        del self.cache[key]


def double(item):
    return item.name * 2


def attempt(function, *args):
    try:
        print(function(*args))
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


def set_best(item, other):
    item.parent.best = other
    return item.parent.best


def call_back(item):
    return item.callback(item)


def main():
    root, leaf = Item("root"), Item("leaf")
    attempt(set_best, leaf, root)
    attempt(call_back, leaf)
    attempt(leaf.forget, root)
    leaf.parent = root
    leaf.callback = double
    attempt(set_best, leaf, leaf)
    attempt(call_back, leaf)
    leaf.remember(1, root)
    leaf.remember(root, 2.5)
    print(leaf.cache, leaf.cache[1].total(), leaf.cache[root])
    leaf.forget(1)
    print(leaf.cache)
    for number in range(3):
        found = number > 0 and leaf.parent
        if found:
            print(found.name, found.total(), found.best.name)
        else:
            attempt(lambda: found.name)
    for thing in (None, root, 0, leaf):
        attempt(lambda: thing.name.upper())
        attempt(lambda: thing.total())
        print(thing.__class__.__name__, thing.__class__ is Item, thing.__eq__(root) is True, hasattr(thing, "name"))
    count = 0
    for thing in (1, leaf, None):
        try:
            thing.count += 1
            count += thing.count
        except AttributeError as error:
            count += 10
            print(error)
    print(count, leaf.count)
    table = None
    for step in range(3):
        try:
            table[step] = leaf
            print(table)
        except TypeError as error:
            print(error)
            table = {} if step else (1, 2)
    numbers = 3
    attempt(lambda: numbers.real + numbers.imag + numbers.bit_length())


main()
