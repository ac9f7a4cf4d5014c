"""What a class derived from dict says that it has, where it is read as a mapping."""
class K(dict):
    def keys(self):
        print("keys"); return ["a", "z"]
    def __getitem__(self, k):
        print("get", k); return 9
class I(dict):
    def __iter__(self):
        print("iter"); return iter(["a"])
class KI(dict):
    def __iter__(self):
        print("iter"); return iter(["a"])
    def keys(self):
        print("keys"); return ["a", "z"]
    def __getitem__(self, k):
        print("get", k); return 9
def f(**k): return k
for cls in (K, I, KI):
    print(cls.__name__)
    x = cls({"a": 1, "b": 2})
    d = {"q": 0}
    print("or", d | x)
    print("ror", x | d, type(x | d).__name__)
    e = dict(d); e |= x; print("ior", e)
    e = dict(d); e.update(x); print("update", e)
    print("dict", dict(x))
    print("copy", x.copy(), type(x.copy()).__name__)
    print("star", {**x})
    print("call", f(**x))
    print("fromkeys", dict.fromkeys(x, 1))
    print("list", list(x), len(x), "a" in x)
    print(x == {"a": 1, "b": 2})
    print({}.__or__(x))
