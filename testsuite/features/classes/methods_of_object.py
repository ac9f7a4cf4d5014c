# Methods that instances have from `object`, called by their names.
class N:
    def __init__(self, v):
        self.v = v
        self.w = None

    def __repr__(self):
        return f"N({self.v!r}, {self.w!r})"


def use(n):
    n.__setattr__("w", [1])
    print(n.w)
    x = n.w and n.w[0]
    print(x, n)
    n.__init__("s")
    print(n.v, n)
    d = n.__class__(2.5)
    d.w = "t"
    print(d, d.v + 1, d.w + "u", n.w)
    e = n.__getattribute__("v")
    print(e, n.__format__(""), n.__str__(), n.__hash__() == hash(n), n.__eq__(d), n.__ne__(n))
    n.__delattr__("w")
    print(hasattr(n, "w"))
    f = n.__dir__()
    print("v" in f, n.__sizeof__() > 0, n.__reduce_ex__(2)[1] == (N,))


use(N(1))

# What a call of `__class__` makes.
class Branch:
    def __init__(self):
        self.items = []
        self.nodes = None

    def is_leaf(self):
        return self.nodes is None

    def delete(self, key):
        def is_big(node):
            return node and len(node.items) >= 2

        p = key
        if self.is_leaf():
            print("leaf")
        else:
            lower = p > 0 and self.nodes[p - 1]
            if is_big(lower):
                print("big")
            elif lower:
                print("lower")
            print(lower is False)


class Tree:
    def __init__(self):
        self.root = Branch()

    def __delitem__(self, key):
        self.root.delete(key)

    def add(self, key):
        node = self.root.__class__()
        node.nodes = [self.root]
        self.root = node


t = Tree()
del t[0]
t.add(1)
del t[1]


class Frozen:
    def __init__(self, value):
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "cache", None)

    def __setattr__(self, name, value):
        raise AttributeError(f"{name} is read-only")

    def doubled(self):
        if self.cache is None:
            object.__setattr__(self, "cache", self.value * 2)
        return self.cache


class Loose:
    def __init__(self):
        self.number = 1

    def fill(self, name):
        super().__setattr__(name, "text")
        return self.number


f = Frozen(4)
print(f.doubled(), f.doubled() + 1, f.cache)
try:
    f.value = 3
except AttributeError as error:
    print(error)
loose = Loose()
print(loose.number + 1, loose.fill("number"), Loose.__doc__, Loose.__module__, Loose.__slots__ if hasattr(Loose, "__slots__") else "no slots")
