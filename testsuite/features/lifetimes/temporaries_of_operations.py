# Temporaries that operators, special methods, calls of all kinds and comprehensions use up.
import weakref, gc
class Node:
    live = 0
    def __init__(self, name, parent=None):
        self.name = name; self.parent = parent; Node.live += 1
    def __del__(self):
        Node.live -= 1
        print("~", self.name)
    def child(self, name): return Node(name, self)
    def __add__(self, o): return Node(self.name + o.name)
    def __eq__(self, o): return self.name == o.name
    def __lt__(self, o): return self.name < o.name
    def __hash__(self): return hash(self.name)
    def __getitem__(self, i): return Node(f"{self.name}[{i}]")
    def __call__(self, *a): return Node(f"{self.name}()")
    def __len__(self): return 3
    def __contains__(self, x): return True
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit")
    def __iter__(self): return iter([1, 2])
    def __bool__(self): return True
    def __repr__(self): return f"<{self.name}>"
def show(x): print("show", x); return x
print((Node("a") + Node("b")).name, show(1))
print(Node("c") == Node("d"), show(2))
print(Node("e")[0][1].name, show(3))
print(Node("f")()().name, show(4))
print(len(Node("g")), show(5))
print(1 in Node("h"), show(6))
print([*Node("i")], show(7))
print(Node("j").child("k").child("l").parent.name, show(8))
with Node("m") as m: print(Node.live)
print(Node.live, show(9)); del m
p, q = Node("n")
print(show(10))
print(list(map(show, Node("o"))), show(11))
print(sorted([Node("q"), Node("p")])[0].name, show(12))
print({Node("r"): 1}[Node("r")], show(13))
print(max(Node("s"), Node("t")).name, show(14))
print(isinstance(Node("u"), Node), show(15))
print(str(Node("v")), show(16), f"{Node('w')!r}", show(17))
print(not Node("x"), bool(Node("y")), show(18))
def fn(a, b=None, *c, **d): return a.name
print(fn(Node("z"), Node("z2"), Node("z3"), k=Node("z4")), show(19))
r = weakref.ref(Node("D"))
print(r(), weakref.ref(Node("E"))(), show(21))
for c in Node("F").name:
    print(c)
x = Node("G").child("H")
x = x.parent
print(show(22))
x.name = Node("I").name + show("x")
print(x.name)
def ret(): return Node("J").name, show("ret")
print(ret())
def raise_(): raise ValueError(Node("K").name, show("raise"))
try: raise_()
except ValueError as e: print(e.args)
v = [Node("L").name, Node("M").name if show(True) else 0, show(23)]
try:
    print(Node("N").missing, show(24))
except AttributeError as e:
    e = None; print("attr")
print(Node.live)
g = (Node(c).name for c in "OP")
print(next(g), show(25), next(g), show(26))
print([Node(c).name + show(c) for c in "QR"])
print([c for c in "ST" if Node(c).name == show(c)])
def outer():
    n = Node("U")
    def inner(): return n.name
    return inner
print(outer()(), show(27))
del x
print("end", Node.live)
