# A tour of calls, unpacking, operators, containers and their errors.
def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3}))
for bad in [lambda: f(), lambda: f(1), lambda: f(1, c=2, a=3), lambda: f(1, 2, c=3, **{"c": 4})]:
    try: bad()
    except TypeError as e: print(e)
def pos(a, /, b): return a, b
try: pos(a=1, b=2)
except TypeError as e: print(e)
def mut(x, acc=[]): acc.append(x); return acc
print(mut(1), mut(2))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
*x, y = "abc"; print(x, y)
try: a, b = [1, 2, 3]
except ValueError as e: print(e)
try: a, b, *c = [1]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
l = list(range(10))
print(l[2:5], l[::-1], l[-3:], l[::3], "hello"[1:-1], (1, 2, 3)[:2])
l[2:4] = ["x"]; print(l); del l[0:2]; print(l); l[::2] = [0] * len(l[::2]); print(l)
print([i * j for i in range(3) for j in range(3) if i != j], {i: i * i for i in range(3)}, {i % 2 for i in range(5)})
print([[j for j in range(i)] for i in range(3)])
name, v = "n", 3.14159
print(f"{name!r:>5} {v:.2f} {v:10.3e} {42:#x} {42:08b} {1234567:,} {name:^9}| {{}} {v=} {'nested ' + f'{name}'} {l[0]:{4}}")
print("%s %d %5.2f %r %%" % ("a", 3, 2.5, "q"), "{} {1} {k}".format(1, 2, k=3) if 0 else "{} {k}".format(1, k=3))
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c1, c2 = counter(), counter()
print(c1(), c1(), c2())
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
G = 1
def setg():
    global G, NEW
    G += 1; NEW = "new"
setg(); print(G, NEW)
print(10 // 3, -10 // 3, 10 % -3, 2 ** 100, 7 / 2, 1e100, 0.1 + 0.2, -0.0, float("inf"), 5 & 3 | 8 ^ 1, ~5, 1 << 70, 3 > 2 > 1)
print(sorted("banana"), sorted([3, 1, 2], reverse=True), sorted(["bb", "a"], key=len), max(1, 5, 3), min("abc"), sum([1, 2.5]), any([0, 1]), all([]))
print(list(zip("ab", [1, 2])), list(enumerate("ab", 1)), list(map(lambda x: x + 1, [1, 2])), list(filter(None, [0, 1, 2])), list(reversed([1, 2])))
d = {"a": 1, "b": 2}
for k, v in d.items(): print(k, v, end=";")
print(d.get("z"), d.setdefault("c", []), d.pop("a"), list(d), "b" in d, d | {"q": 1})
try: d["nope"]
except KeyError as e: print(repr(e), e)
print("a,b,,c".split(","), " x ".strip(), "abc".upper(), "x".join(["1", "2"]), "hello".replace("l", "L"), "abc".find("c"), "abc".startswith("ab"), "a" * 3)
s = {1, 2, 3}; s.add(4); print(s, s & {1, 9}, s - {1}, s | {7}, len(s))
print((1,), (), [], {}, set(), None, True, ..., b"bytes\x00", 'it\'s', "tab\t\u00e9")
if (n := len("abc")) > 2: print("walrus", n)
x = y = z = []; x.append(1); print(z, x is z)
i = 5; i -= 2; i *= 3; i //= 2; i **= 2; i %= 7; print(i)
print(int("42"), float("1.5"), str(3), repr("x"), bool([]), list("ab"), tuple([1]), dict(a=1), chr(65), ord("a"), abs(-3), round(2.567, 2), divmod(7, 3), hex(255), isinstance(True, int))
try: int("x")
except ValueError as e: print(e)
try: "a" + 1
except TypeError as e: print(e)
try: 1 + "a"
except TypeError as e: print(e)
try: [1][5]
except IndexError as e: print(e)
try: None.foo
except AttributeError as e: print(e)
try: len(5)
except TypeError as e: print(e)
try: 1 / 0
except ZeroDivisionError as e: print(e)
try: [] < 3
except TypeError as e: print(e)
try: {[]: 1}
except TypeError as e: print(e)
try: for_ = iter(3)
except TypeError as e: print(e)
print(1 if not d else 2, type(f), f.__name__, (lambda: 0).__name__)
print(*[1, 2], sep="-", end="!\n")
def doc():
    "the doc"
print(doc.__doc__, __name__)
