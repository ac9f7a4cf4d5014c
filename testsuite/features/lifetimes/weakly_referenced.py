# Objects that a program's containers, weak references and context managers hold, to the last of them.
import weakref, gc, sys
class Resource:
    _cache = weakref.WeakValueDictionary()
    def __new__(cls, key):
        obj = cls._cache.get(key)
        if obj is None:
            obj = super().__new__(cls)
            cls._cache[key] = obj
            obj.key = key
        return obj
    def __repr__(self): return f"Resource({self.key!r})"
a = Resource("a"); b = Resource("a")
print(a is b, len(Resource._cache))
del a
print(len(Resource._cache), Resource("a") is b)
del b
print(len(Resource._cache))
print(Resource("tmp"), len(Resource._cache))
print(len(Resource._cache))
class Subject:
    def __init__(self): self._obs = weakref.WeakSet()
    def attach(self, o): self._obs.add(o); return o
    def notify(self, *a):
        for o in sorted(self._obs, key=lambda o: o.name): o.update(*a)
class Observer:
    def __init__(self, name): self.name = name
    def update(self, *a): print(self.name, a)
s = Subject()
x = s.attach(Observer("x"))
s.attach(Observer("gone"))
y = s.attach(Observer("y"))
s.notify(1)
del x
s.notify(2, 3)
def cb(r): print("callback", r() is None)
class T: pass
t = T(); r = weakref.ref(t, cb); del t
w = weakref.WeakMethod(Observer("m").update); print(w())
o = Observer("keep"); w = weakref.WeakMethod(o.update); w()("hi")
f = weakref.finalize(T(), print, "finalized", 1)
print(f.alive)
class Tree:
    def __init__(self, v, parent=None):
        self.v = v; self._parent = weakref.ref(parent) if parent else None; self.kids = []
    def add(self, v):
        k = Tree(v, self); self.kids.append(k); return k
    @property
    def parent(self): return self._parent() if self._parent else None
    def __del__(self): print("del", self.v)
root = Tree("root"); c = root.add("c"); g = c.add("g")
print(g.parent.v, g.parent.parent.v)
root = None
print(c.parent, g.parent.v)
print(Tree("t").add("u").parent)
print(Tree("t2").add("u2").add("u3").v)
k = Tree("t3").add("u3").add("u4"); print(k.parent)
p = weakref.proxy(c); print(p.v)
del c, g
try: p.v
except ReferenceError as e: print(e)
k.kids.append(k)
del k
print(gc.collect() >= 0)
d = weakref.WeakKeyDictionary(); key = T(); d[key] = 1; d[T()] = 2
print(len(d)); del key; print(len(d))
def gen():
    h = Tree("in gen")
    try:
        yield h
        yield 2
    finally: print("gen fin")
print(next(gen()).v)
it = gen(); next(it); it = None
print("end")
for v in (n.v for n in [Tree("l1"), Tree("l2")]): print(v)
print([n.v for n in [Tree("l3")]], {n.v: n for n in (Tree("l4"),)}.keys())
print(sorted([Tree("s2"), Tree("s1")], key=lambda n: n.v)[0].v)
print(max([Tree("m2"), Tree("m1")], key=lambda n: n.v).v)
print(sum(len(n.v) for n in map(Tree, ["p", "qq"])))
lst = [Tree("i0"), Tree("i1")]
print(lst.pop().v, len(lst)); lst[0] = None; print("replaced")
lst.append(Tree("ap")); lst.clear(); print("cleared")
dd = {"a": Tree("dv")}; print(dd.pop("a").v); dd["b"] = Tree("db"); dd["b"] = 1; print("over")
x = y = Tree("xy"); x = 1; print("x"); y = 2; print("y")
a, b = Tree("ta"), Tree("tb"); a, b = b, a; a = None; print("swap"); b = None
try:
    raise ValueError(Tree("exc"))
except ValueError as e:
    print(e.args[0].v)
print("after")
with open("/dev/null") as fh: q = Tree("inwith").v
print(q)
class C:
    def __enter__(self): return Tree("entered")
    def __exit__(self, *a): print("exit")
with C() as z: print(z.v)
with C(): print("body")
z = None
if (n := Tree("walrus")).v: print("w")
n = None
print(f"{Tree('fs').v:>5}|{Tree('fs2').v!r}")
assert Tree("as").v == "as"
def default(a=Tree("default")): return a.v
print(default()); del default
lam = lambda: Tree("lam").v
print(lam())
print((lambda t: t.v)(Tree("arg")))
print(type(Tree("ty")).__name__, hash(Tree("h")) != 0, Tree("e") == Tree("e2"), Tree("i") in [1])
def ret(): return Tree("ret")
ret(); print("r"); ret().v; print("r2"); _ = ret(); print("r3")
