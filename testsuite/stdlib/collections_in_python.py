from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple
import collections

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"

c = Counter("abracadabra")
print(c, c["z"], c.most_common(2), c.most_common(), sorted(c.elements()), c.total(), dict(c), len(c), "z" in c)
d = Counter(a=1, b=5, z=-2)
print(d, +d, -d, c + d, c - d, c & d, c | d, Counter(), Counter([1, 1.0, True]), Counter({"x": 3}), Counter(c) == c)
c.update("aab"); c.update({"new": 3}, old=1); c.subtract("aaaaaa"); c.subtract(b=1); del c["never"]; del c["r"]
print(c, c.copy(), type(c.copy()).__name__, c.pop("new"), c.get("q"), c.setdefault("s", 4))
print(Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=2) >= Counter(a=1), Counter(a=2) > Counter(a=1), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) != Counter(a=2), Counter("ab") == {"a": 1, "b": 1})
e = Counter("aabbb"); e += Counter("a"); e -= Counter("bb"); print(e); e |= Counter("ccc"); e &= Counter("accc"); print(e)
print(attempt(lambda: Counter.fromkeys("a")), attempt(lambda: Counter(3)), attempt(lambda: Counter(1, 2)), attempt(lambda: c + 1), repr(Counter({"a": "x", "b": 2})))
class Bag(Counter):
    def top(self):
        return self.most_common(1)[0][0]
print(Bag("xxy"), Bag("xxy").top(), Counter(w for w in "the cat the dog".split()).most_common(1), isinstance(c, dict))

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p.y, p[0], p[-1], tuple(p), p == (1, 2), len(p), p._replace(x=5), p._asdict(), Point._fields, Point._make([7, 8]), p + (3,), hash(p) == hash((1, 2)))
x, y = p
print(x, y, Point.__name__, Point.__doc__, Point.x.__doc__, isinstance(p, tuple), Point._field_defaults, sorted([Point(2, 1), Point(1, 5)]))
P3 = namedtuple("P3", ["a", "b", "c"], defaults=[10, 20])
print(P3(1), P3(1, 2), P3(1, c=3), P3._field_defaults, P3(*[1, 2, 3]), P3(**{"a": 1}))
print(namedtuple("R", "a def a _x", rename=True)._fields, namedtuple("E", "")(), namedtuple("C", "a, b, c")._fields)
for f in [lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(), lambda: p._replace(q=1), lambda: Point._make([1]), lambda: namedtuple("A", "x x"), lambda: namedtuple("A", "_x"), lambda: namedtuple("A", "1x"), lambda: namedtuple("A", "class"), lambda: namedtuple("1A", "x"), lambda: namedtuple("A", "x", defaults=[1, 2]), lambda: setattr(p, "x", 3), lambda: p.nope, lambda: p[5]]:
    print(attempt(f))
class Vec(namedtuple("Vec", "x y")):
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __repr__(self):
        return f"<{self.x} {self.y}>"
print(Vec(3, 4), Vec(3, 4).norm(), Vec(3, 4)._replace(x=0))

m = ChainMap({}, {"size": 2}, {"colour": "red", "size": 1})
m["size"] = 3
child = m.new_child({"own": True})
print(m, m["size"], m.parents["size"], list(child), len(child), child.maps[0], attempt(lambda: child.__delitem__("colour")), attempt(lambda: m["nope"]), dict(m.parents), m.get("none", 0), "size" in m, bool(ChainMap()), m.pop("size"), attempt(lambda: m.pop("zz")), attempt(lambda: ChainMap().popitem()), m | {"k": 1}, {"k": 1} | m, sorted(m.items()), m == {"size": 2, "colour": "red"}, m.copy(), ChainMap.fromkeys("ab", 0), m.setdefault("d", 4), list(m.keys()), list(m.values()))
class Caseless(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
h = Caseless(Host="h", ACCEPT="*")
print(h, "host" in h, h.data, len(h), h.get("nope", 1), attempt(lambda: h["zz"]), list(h), dict(h), h.pop("host"), h | {"X": 1}, h.copy(), type(h.copy()).__name__, UserDict({"a": 1}) == {"a": 1}, sorted(h.items()))
l = UserList([3, 1, 2]); l.append(5); l.sort(); l += [9]; l.insert(0, 7)
print(l, l + [3], [0] + l, l[::-1], l[0], len(l), l == [7, 1, 2, 3, 5, 9], l * 2, isinstance(l, list), 3 in l, l.index(5), l.count(1), l.pop(), UserList("ab"), l < [8], l.copy(), list(reversed(l)))
s = UserString("Hello")
print(s, repr(s), s + "!", "x" + s, s * 2, s.upper(), type(s.upper()).__name__, s[1:3], len(s), "ell" in s, s == "Hello", s.find("l"), s.split("l"), s.replace("l", "L"), s.center(9, "*"), s.isalpha(), s.startswith("He"), hash(s) == hash("Hello"), s.join(["a", "b"]), s < "Iello")
