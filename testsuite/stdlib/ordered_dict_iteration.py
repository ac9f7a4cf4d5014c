"""Iteration over an OrderedDict notices when its order changes, but not once the last key is out."""
import copy
from collections import OrderedDict


def attempt(change, keys="abc", start=iter):
    d = OrderedDict.fromkeys(keys, 0)
    seen = []
    try:
        for k in start(d):
            seen.append(k)
            change(d, k)
            if len(seen) > 5:
                break
    except Exception as e:
        print(type(e).__name__, e, end=" ")
    print(seen, list(d))


def move_other(d, k):
    d.move_to_end("a")

def change_value(d, k):
    d[k] = 5

def delete_last(d, k):
    d.popitem()

def delete_add(d, k):
    v = d.pop(k)
    d[k] = v

def clear(d, k):
    d.clear()

for start in (iter, reversed, lambda d: d.items(), lambda d: d.values()):
    for keys in ("a", "abc", "ab"):
        for change in (lambda d, k: d.move_to_end(k if isinstance(k, str) else "b" if "b" in d else "a"), lambda d, k: d.move_to_end("a", last=False), move_other, change_value if start is iter else move_other,
                       delete_last, delete_add if start is iter else clear, clear, lambda d, k: d.update(zz=1)):
            attempt(change, keys, start)


class Lru(OrderedDict):
    def __getitem__(self, k):
        v = super().__getitem__(k)
        self.move_to_end(k)
        return v


l = Lru(a=1, b=2)
print(l["a"], list(l))
try:
    for k in l:
        print(k, l[k])
except RuntimeError as e:
    print(e)
l.move_to_end("b")
for k in [*l]:
    print(l[k])
it = iter(l)
next(it)
l[next(it)]
print(list(it))
def typed():
    d: OrderedDict[str, int] = OrderedDict()
    for i in range(4):
        d[str(i)] = i
    n = 0
    for k in d:
        n += d[k]
        d.move_to_end(k)
        if n > 100: break
    return n
try:
    print(typed())
except RuntimeError as e:
    print(e)
def typed2():
    d: OrderedDict[str, int] = OrderedDict()
    for i in range(4):
        d[str(i)] = i
    n = 0
    for k in d:
        n += d[k]
        d.move_to_end("3")
    for k, v in d.items():
        n += v
        d.move_to_end("3")
        d.move_to_end("0", False)
    for v in d.values():
        d.popitem()
    return n
try:
    print(typed2())
except RuntimeError as e:
    print(e)


def views():
    d = OrderedDict(a=1, b=2)
    print(d.keys(), d.values(), d.items())
    print({type(each).__name__ for each in (iter(d), reversed(d), iter(d.items()), reversed(d.values()))})
    print(d.keys() & {"a"}, d.items() & {("b", 2)}, d.keys() == {"a", "b"}, {"a", "b"} == d.keys(), d.keys() <= d.keys(), len(d.values()))
    print("a" in d.keys(), ("a", 1) in d.items(), d.keys().isdisjoint("c"), d.keys().mapping, isinstance(d.keys(), type({}.keys())))
    it = iter(d.items())
    next(it)
    print(it.__reduce__(), next(it), list(it), hasattr(it, "__length_hint__"))
    it = iter(d)
    again = copy.copy(it)
    print(next(it), next(again), list(again), list(it))
    print(*d, {**d}, dict(d), max(d), sorted(d.items(), reverse=True), list(zip(d, d.values())), "-".join(d))
    print(list(reversed(d)), list(reversed(d.keys())), list(reversed(d.values())), list(reversed(d.items())))
    x, y = d
    (a, b), c = d.items()
    print(x, y, a, b, c)


class Lying(OrderedDict):
    def __iter__(self):
        return iter(["q"])


views()
lying = Lying(a=1)
print(list(lying), list(lying.keys()), list(lying.items()), lying, dict(lying.items()))
del lying["a"]
d = OrderedDict.fromkeys("abcd")
del d["d"], d["a"]
for k in d:
    d.move_to_end("c")
    d.move_to_end("b", last=False)
print(list(d))
