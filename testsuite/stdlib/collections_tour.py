from collections import OrderedDict, defaultdict, deque
import collections

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"

d = deque("abc")
d.append("d"); d.appendleft("z")
print(d, len(d), bool(d), d[0], d[-1], d.maxlen, deque(), bool(deque()))
print(d.pop(), d.popleft(), d)
d.extend([1, 2]); d.extendleft([8, 9])
print(d, d.index(1), d.count("a"), "b" in d, "q" in d)
d.rotate(2); print(d)
d.rotate(-3); print(d)
d.rotate(); print(d)
d.rotate(100); print(d)
d.reverse(); print(d)
d.insert(2, "I"); d.insert(-1, "J"); d.insert(100, "K"); d.insert(-100, "L"); print(d)
d.remove("I"); del d[0]; d[1] = "set"; del d[-1]; print(d)
print(list(reversed(d)), list(d), [x for x in d], tuple(d))
m = deque(range(10), maxlen=3)
m.append(10); m.appendleft(1); print(m, m.maxlen, m.copy(), m.copy().maxlen, m + [] if False else m + deque([5]), m * 2, deque([1]) * 3, 2 * deque([1]), m * 0)
m += [7, 8]; print(m)
e = deque([1]); e *= 3; print(e); e *= 0; print(e)
e.extend(e); e.append(1); e.extend(e); e.extendleft(e); print(e)
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) == [1, 2], deque([1, 2]) < deque([1, 3]), deque([1]) < deque([1, 0]), deque([2]) != deque([2], 5), deque("a") >= deque("b"))
r = deque([1]); r.append(r); print(r)
print(deque([1, 2], 0), deque([], maxlen=None), deque(maxlen=2), deque(iterable=[1]))
for case in [
    lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[1], lambda: deque([1])["a"], lambda: deque([1])[0:1], lambda: deque([1]).remove(2), lambda: deque([1]).index(5), lambda: deque([1, 2], 2).insert(0, 0), lambda: deque([1], -1), lambda: deque([1], "a"), lambda: deque(3), lambda: deque(1, 2, 3), lambda: hash(deque()), lambda: deque() + [1], lambda: deque() < [1], lambda: deque([1]).rotate("a"), lambda: deque([1], foo=2), lambda: deque().append(), lambda: deque.pop(3), lambda: setattr(deque(), "maxlen", 3), lambda: deque([1]) * "a", lambda: deque([1]).insert("a", 1), lambda: deque([1, 2, 3]).index(1, 1), lambda: deque([1, 2, 1]).index(1, 1), lambda: deque([1, 2, 1]).index(1, -1, 3),
]:
    print(attempt(case))
def mutate():
    q = deque([1, 2, 3])
    for x in q:
        q.append(x)
print(attempt(mutate))
def mutate2():
    q = deque([1, 2, 3])
    for x in q:
        q[0] = x
    return q
print(mutate2())
print(collections.deque, type(iter(deque())), collections.deque.__module__, deque([1]).__class__, deque[int])

g = defaultdict(list)
for w in "the quick brown the lazy the".split():
    g[len(w)].append(w)
print(g, g[99], g.get(5), g.get(77, "no"), 77 in g, len(g), dict(g), list(g), sorted(g.items())[:1])
c = defaultdict(int)
for ch in "mississippi":
    c[ch] += 1
print(c, c.default_factory, c.copy(), c == dict(c), type(c.copy()).__name__)
n = defaultdict(lambda: defaultdict(int)); n["a"]["b"] += 2; print({k: dict(v) for k, v in n.items()})
print(defaultdict(None, {"a": 1}), defaultdict(int, a=1, b=2), defaultdict(int, [("x", 1)], y=2), defaultdict(), attempt(lambda: defaultdict()["k"]), attempt(lambda: defaultdict(None)[(1, 2)]), attempt(lambda: defaultdict(1)), attempt(lambda: defaultdict(int, {}, {})))
c.default_factory = None; print(attempt(lambda: c["zz"])); c.default_factory = str; print(repr(c["zz"]))
print(defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), c.pop("m"), c.setdefault("new", 5), isinstance(c, dict))

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o["d"] = 4; o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(o, list(o), list(reversed(o)))
print(o.popitem(), o.popitem(last=False), o, OrderedDict(), OrderedDict(a=1), OrderedDict({"z": 26}, y=25))
print(OrderedDict(x=1, y=2) == OrderedDict(y=2, x=1), OrderedDict(x=1, y=2) == {"y": 2, "x": 1}, OrderedDict(x=1, y=2) != OrderedDict(y=2, x=1), OrderedDict(x=1) == OrderedDict(x=1))
print(attempt(lambda: o.move_to_end("q")), attempt(lambda: OrderedDict().popitem()), attempt(lambda: o["nope"]), attempt(lambda: OrderedDict(1)), attempt(lambda: OrderedDict([1], [2])))
print(OrderedDict.fromkeys("abc"), OrderedDict.fromkeys([1, 2], 0), o.copy(), o | {"n": 1}, type(o | {}).__name__, type({} | o).__name__, list(o.keys()), list(o.values()), list(o.items()))
o |= {"w": 5}; print(o, len(o), "w" in o, o.pop("w"), o.get("w"), o.setdefault("k", 3), o)
big = OrderedDict((i, i) for i in range(1000))
for i in range(0, 1000, 3):
    big.move_to_end(i, last=i % 2 == 0)
for _ in range(300):
    big.popitem(last=False)
for _ in range(300):
    big.popitem()
print(len(big), list(big)[:10], list(big)[-10:], sum(big.values()))
counts = {}
collections._count_elements(counts, "abracadabra"); print(counts)
