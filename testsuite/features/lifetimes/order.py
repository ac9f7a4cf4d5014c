# The order in which what containers, instances and functions hold dies.
import collections


class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, end="; ")
def show(what, make):
    print(what, end=": ")
    x = make()
    del x
    print()
def cl():
    l = [D(1), D(2), D(3)]
    l.clear()
show("list", lambda: [D(1), D(2), D(3)])
show("tuple", lambda: (D(1), D(2), D(3)))
show("dict", lambda: {1: D(1), 2: D(2), 3: D(3)})
show("clear", cl)
def sl():
    l = [D(1), D(2), D(3), D(4)]
    l[1:3] = []
    print("|", end=" ")
    del l[:]
show("slice", sl)
def dc():
    d = {1: D(1), 2: D(2), 3: D(3)}
    d.clear()
show("dict.clear", dc)
class O:
    def __init__(self): self.a = D(1); self.b = D(2); self.c = D(3)
show("obj", O)
class S:
    __slots__ = "a", "b", "c"
    def __init__(self): self.a = D(1); self.b = D(2); self.c = D(3)
show("slots", S)
def loc():
    a = D(1); b = D(2); c = D(3)
    print("|", end=" ")
show("locals", loc)
def cells():
    a = D(1); b = D(2)
    c = D(3)
    return lambda: (a, c)
show("cells", cells)
def gen():
    a = D(1); b = D(2)
    yield 1
def gg():
    g = gen(); next(g)
    return g
show("gen", gg)
async def co():
    a = D(1); b = D(2)
show("deque", lambda: collections.deque([D(1), D(2), D(3)]))
show("default", lambda: (lambda x=D(1), y=D(2): 0))
show("nested", lambda: [[D(1), D(2)], (D(3),), {"a": D(4), "b": [D(5)]}])
def loop():
    for x in [D(1), D(2)]: pass
    print("|", end=" ")
show("loop", loop)
def exc():
    try:
        a = D(1)
        raise ValueError(D(2))
    except ValueError as e:
        b = D(3)
    print("|", end=" ")
show("exc", exc)
