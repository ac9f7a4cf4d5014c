"""Instances that are sorted, looked for, counted and hashed: what their comparisons get, and change"""
import heapq, bisect, collections


class P:
    def __init__(self, k, tag=None):
        self.k = k
        self.tag = tag

    def __eq__(self, o):
        if isinstance(o, P):
            return self.k == o.k
        self.tag = "compared"
        return self.k == o

    def __lt__(self, o):
        return self.k < (o.k if isinstance(o, P) else o)

    def __hash__(self):
        return hash(self.k)

    def __repr__(self):
        return f"P({self.k!r})"


ps = [P(3), P(1), P(2)]
print(sorted(ps), min(ps), ps.index(2), ps[2].tag, ps.count(P(3)), 5 in ps, P(1) in ps)
print(ps.index([1]) if [1] in ps else "none", [p.tag for p in ps])
ps.remove(3)
print(ps)
h = []
for n, p in enumerate([P(2), P(2), P(1)]):
    heapq.heappush(h, (p.k, n, p))
print([heapq.heappop(h) for _ in range(3)])
h = []
for p in [P(2.5), P(2), P(1)]:
    heapq.heappush(h, p)
print(heapq.heappop(h), h)
pairs = [(P(1), "b"), (P(1), "a"), (P(0), "c")]
pairs.sort()
print(pairs, max(pairs), (P(1), 2) < (P(1), 3), (P(1), [P(2)]) == (1, [2]))
mixed = [[P(1), 2], [P(1), 1]]
mixed.sort()
print(mixed, [P(1), P(2)] < [P(1), P(3)], [P(1)] == [1])
d = {P(1): "x", P("k"): "y"}
d[P(1)] = "z"
print(d, d[1], d.get(P("k")), P(7) in d, "k" in d, d.pop(P(1)))
s = {P(1), P(2)} | {P(2), P(3)}
print(len(s), 2 in s, s == {1, 2, 3}, len(s & {P(1)}), sorted(s - {P(3)}))
bisect.insort(ps, P(1.5))
print(ps, bisect.bisect(ps, P(1.7)))
c = collections.Counter([P(1), P(1), P(2)])
print(c[P(1)], c.most_common(1))
dq = collections.deque([P(1), P("z")])
print(dq.index("z"), dq.count(P(1)), P("z") in dq)
print(tuple(ps).index(P(2)), {P(1): 1} == {P(1): 1}, max({P(1): 5, P(4): 2}), sum(p.k for p in ps))
try:
    print(sorted([P(1), P("s")]))
except TypeError as e:
    print(e)
try:
    print(P(1) < None)
except TypeError as e:
    print(e)
lst = [P(1), "s", None, 3.5]
print(lst.index(3.5), lst.count(1), None in lst, [P(1)] in [[1]], lst[0].tag)
