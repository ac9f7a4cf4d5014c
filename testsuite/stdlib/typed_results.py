# Dicts with defaults, and what itertools, functools and constructors give, of known types and of any.
from collections import defaultdict, deque
import itertools, functools

def words(text):
    counts = defaultdict(int)
    for w in text.split():
        counts[w] += 1
    return counts

c = words("a b a c b a")
print(c, dict(c), sorted(c.items(), key=lambda kv: (-kv[1], kv[0])), "a" in c, c.get("zz"), len(c), c["new"], len(c))
nested = defaultdict(lambda: defaultdict(list))
nested["x"][1].append("one")
nested["x"][2].append("two")
nested["y"][1] += ["three"]
print({k: dict(v) for k, v in nested.items()})
s = defaultdict(set)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    s[k].add(v)
print(s, s["a"] | {9}, sorted(s.keys()), list(s.values()))
e = defaultdict(None)
try:
    e[1]
except KeyError as err:
    print("KeyError", err)
try:
    defaultdict(3)
except TypeError as err:
    print(err)
f = defaultdict(list, {"k": [1]})
f["k"].append(2); f["j"].append(3)
print(f, f.copy(), f == {"k": [1, 2], "j": [3]}, f.default_factory)
f.default_factory = None
try:
    f["nope"]
except KeyError as err:
    print("KeyError", err)
del f["k"]
print(f, f.pop("j"), f, bool(f))
g = defaultdict(int, a=1)
g["b"] -= 2
g.update({"c": 5}); g.update([("d", 6)]); g.update(e=7)
print(g, g.setdefault("z", 1), g | {"q": 1})
class Node:
    def __init__(self): self.n = 0
nodes = defaultdict(Node)
for i in (1, 2, 1):
    nodes[i].n += i
print({k: v.n for k, v in nodes.items()})
class Rising(defaultdict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
r = Rising()
print(r[4], r, r["ab"])
def fail(): raise ValueError("no value")
h = defaultdict(fail)
try:
    h["x"]
except ValueError as err:
    print(err, len(h))
mixed = defaultdict(int)
mixed["a"] += 1
mixed[2] += 1.5
mixed[None] = "x"
print(mixed)
lists = defaultdict(list)
lists[0].append(1); lists[0].append("a"); lists[1].extend([2.5, None])
print(lists, sum(len(v) for v in lists.values()))
print([(k, sum(g)) for k, g in itertools.groupby([1, 1, 2, 3, 3])], [(k, list(g)) for k, g in itertools.groupby("aAbB", key=str.lower)])
print(list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([1.5, 2])), list(itertools.accumulate([True, True])), list(itertools.accumulate([1, 2, 3], lambda a, b: a * b)), list(itertools.accumulate(["a", "b"])), list(itertools.accumulate([1, 2, 3], lambda a, b: f"{a}-{b}")), list(itertools.accumulate([1, 2], initial=10)))
print(functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.reduce(lambda a, b: (a, b), [1, 2, 3]), functools.reduce(lambda acc, w: {**acc, w: len(w)}, ["a", "bb"], {}), functools.reduce(max, [3, 9, 2]))
try: functools.reduce(lambda a, b: a, [])
except TypeError as err: print(err)
print(list(itertools.chain([1, 2], (3,), "ab")), list(itertools.chain.from_iterable([[1], [2, 3]])), list(itertools.product([1, 2], "ab")), list(itertools.product([0, 1], repeat=2)), list(itertools.zip_longest([1, 2], "a")), list(itertools.zip_longest([1], "ab", fillvalue=0)), list(itertools.zip_longest([1], [2, 3], [4], fillvalue="-")))
a, b = itertools.tee([1, 2, 3]); print(list(a), sum(b), list(itertools.repeat("x", 2)), list(itertools.takewhile(lambda v: v < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda v: v < 3, [1, 2, 3, 1])), list(itertools.filterfalse(None, [0, 1, 2])))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict([("a", 1), ("b", 2.5)]), dict(zip("ab", [1, 2])), dict((k, k * 2) for k in range(3)), dict([["k", 1]]), dict(["ab", "cd"]), set().union([1], (2,), "a"), {1}.union([2.5]), {1}.symmetric_difference([1, 2]), frozenset([1]).union([2]))
z = set(); z.update([1], ["a"]); print(len(z)); z.symmetric_difference_update({1, 5}); print(len(z), 5 in z)
q = deque([1, 2], maxlen=3); q.extend([3, 4]); q.extendleft(("x",)); print(q, q[0], q[-1]); q[0] = None; del q[1]; print(q)
try: q[10]
except IndexError as err: print(err)
try: q["a"]
except TypeError as err: print(err)
