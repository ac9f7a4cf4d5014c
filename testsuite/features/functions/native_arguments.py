# Calls of built-in functions and methods with arguments left out, by keyword, too many, too few, and of other types.
import math


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def cases(s, l, d, b):
    print(s.find("b"), s.find("b", 2), s.find("b", 2, 3), s.count("a"), s.split(), s.split("b", 1), s.split(maxsplit=1), s.split(sep="b"))
    print(s.replace("a", "x"), s.replace("a", "x", 1), s.replace("a", "x", count=1), s.strip(), s.strip("a"), s.startswith("a"), s.startswith(("z", "a"), 0, 9))
    print(max(3, 1, 2), max([1, 5], default=0), max([], default=7), max("ab", "b", key=len), min(4, 2), min((3, 1), key=lambda x: -x))
    print(l.pop(), l.pop(0), l.index(3), l.index(3, 0, 9), sorted(l, reverse=True), sorted(l, key=lambda x: -x), l)
    print(d.get("k"), d.get("z"), d.get("z", 1), d.pop("k"), d.pop("k", None), d.setdefault("y"), d.setdefault("y", 3), d)
    print(b.find(b"b"), b.hex(), b.hex("-"), b.hex(sep=":", bytes_per_sep=2), b.decode(), b.decode("ascii", errors="strict"))
    print(round(2.5), round(2.567, 1), round(2.567, ndigits=2), int("12", 8), int("12", base=16), pow(2, 5), pow(2, 5, 3), pow(base=2, exp=3))
    print(sum([1, 2]), sum([1, 2], 10), sum([1], start=2), list(enumerate("ab", 1)), list(zip("ab", [1, 2], strict=True)), math.isclose(1, 1.0001, abs_tol=0.1))
    print(print("x", "y", sep="-", end="!\n"), len("abc"), abs(-3), chr(97), ord("a"), isinstance(1, int), getattr(s, "zz", 5), divmod(7, 2))


cases("abcab", [1, 2, 3, 4], {"k": 1}, b"abc")
for name in ("find", "replace", "split", "strip", "encode", "startswith", "join"):
    method = getattr("abc", name)
    for args in ((), (1,), ("a",), ("a", "b"), ("a", 0, 1, 2), (None, None)):
        show(method, *args)
    show(method, nope=1)
for f in (len, ord, chr, max, round, isinstance, getattr, divmod, sum, abs, pow, repr, math.sqrt, math.isclose, math.gcd, iter, next, min):
    for args in ((), (1,), (1, 2), (1, 2, 3, 4), ("a",)):
        if f not in (iter, next) or not args:
            show(f, *args)
    if f in (len, ord, chr, isinstance, getattr, divmod, sum, abs, repr, math.sqrt):
        show(f, nope=1)
show([].pop, 1, 2)
show([1].index)
show([1].insert, 1)
show({}.get)
show({}.get, 1, 2, 3)
show({}.get, key=1)
show(str.upper)
show(str.upper, 5)
show(str.find, "abc", "c")
show(list.append, (), 1)
show(max, 1, 2, default=3)
show(max)
show(min, default=3)


class Text(str):
    pass


class Words(list):
    def append(self, x):
        super().append(x * 2)

    def __getitem__(self, i):
        return ("item", i)

    def __setitem__(self, i, x):
        super().__setitem__(i, ("set", x))


def use(x):
    x.append(4)
    x[0] = 5
    return x[0], x[-1], len(x), list(x)


print(use(Words([1, 2])), use([1, 2]))
t = Text("abc")
print(t.upper(), type(t.strip()), type(t.replace("z", "y")), t[1], t[-1], t.find("c"), t == "abc", "abc" == t, t < "abd")


def items(x, i):
    try:
        return x[i]
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for x in ("añb", "ab", (1, 2), [1, 2], b"ab", [True, False], range(3), "", (), [], {0: "z", -1: "y"}):
    print([items(x, i) for i in (0, -1, 1, 2, -3, 10**30, True, None, "a", slice(0, 1))])


def put(x, i, v):
    try:
        x[i] = v
        return x
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for x in ([1, 2], [True, False], (1,), "ab", bytearray(b"ab"), {}):
    print([put(x, i, v) for i, v in ((0, 7), (-1, 8), (5, 9), (True, 65), (None, 1), ("a", 2))])
for a, b in (("a", "a"), ("a", "b"), ("", ""), ("é", "é"), ("ж", "ж"), ("a", "aa"), ("same text that is long" * 2, "same text that is long" * 2), ("a", 1)):
    print(a == b, a != b, (a,) == (b,), a in [b], end=" ")
print()


class Counted(dict):
    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)


class Stored(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


for d in (Counted(), Stored()):
    d["a"] = 1
    d["a"] += 1
    try:
        del d["a"]
        del d["b"]
    except KeyError as e:
        print("KeyError", e)
    try:
        d[[]] = 1
    except TypeError as e:
        print(e)
    print(d)
Counted.__setitem__ = lambda self, k, v: print("patched", k, v)
d = Counted()
d[1] = 2
Counted.__setitem__ = list.__setitem__
try:
    d[1] = 2
except TypeError as e:
    print(e)
del Counted.__setitem__
d[1] = 2
print(d)


def star(*args, **kwargs):
    return args, kwargs


def both(a, b=2, *args, c=3, **kwargs):
    return a, b, args, c, kwargs


def through(f, *args, **kwargs):
    return f(*args, **kwargs)


print(through(star), through(star, 1, x=2), through(both, 1), through(both, 1, 2, 3, c=4, d=5), through(both, b=1, a=2))
k = {"x": 1}
print(star(*[1, 2], **k, y=2), k)
for bad in (lambda: through(both), lambda: through(both, 1, a=2), lambda: star(**{1: 2}), lambda: star(x=1, **k), lambda: star(**k, **k), lambda: star(*1), lambda: star(**1)):
    show(bad)
for spec in ("5", "05", "<5", ">5d", "^7", "=6", "*=6", "+", " d", "-5", ",", "_d", "0,", "x", "#x", "#d", "c", "n", "5n", ".2", "z", "q", "=+6", "010"):
    for value in (-42, 7, 0, True, 10**25, -10**25):
        try:
            print(repr(format(value, spec)), end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    print()
print("%d|%5d|%-5d|%05d|%+d|% d|%.3d|%i|%u|%*d|%d" % (-5, 42, 42, -42, 3, 3, 7, 10**20, 5, 6, 1, True))
print(f"{'ab':>5}|{'é':*^7}|{'ж':😀<3}|{1:>10}|{-1:<4}|", "{:>5}{:ж>4}".format(1, -2))
