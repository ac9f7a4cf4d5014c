import bisect
import heapq
import random
from bisect import bisect_left, bisect_right, insort, insort_left
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"

random.seed(7)
data = [random.randrange(100) for _ in range(40)]
h = []
for x in data:
    heappush(h, x)
print(h)
print([heappop(h) for _ in range(len(h))] == sorted(data), h)
h = data[:]
heapify(h)
print(h, heappushpop(h, 50), heapreplace(h, -1), h[0], heappushpop([], 3), heappushpop([5], 3))
jobs = []
for priority, name in [(3, "c"), (1, "a"), (2, "b"), (1, "z")]:
    heappush(jobs, (priority, name))
print([heappop(jobs) for _ in range(4)])
mixed = []
for x in (2.5, 1, 2**70, -3):
    heappush(mixed, x)
print(mixed, [heappop(mixed) for _ in range(4)])
class Item:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n
    def __repr__(self):
        return f"Item({self.n})"
items = [Item(3), Item(1), Item(2)]
heapify(items)
heappush(items, Item(0))
print(items, heappop(items), items)
print(nlargest(3, data), nsmallest(3, data), nlargest(2, ["a", "bbb", "cc"], key=len), nsmallest(2, "hello"), nlargest(0, [1]), nsmallest(10, [2, 1]), nlargest(1, []), nlargest(-1, [1]), nsmallest(1, [3, 2], key=lambda v: -v))
print(list(merge([1, 4, 7], [2, 5], [], [3, 6, 8])), list(merge("ace", "bd")), list(merge([3, 1], [2], reverse=True)), list(merge(["a", "ccc"], ["bb"], key=len)), list(merge()), list(merge([1, 1], [1])))
print(attempt(lambda: heappop([])), attempt(lambda: heappush((), 1)), attempt(lambda: heapify(3)), attempt(lambda: heapreplace([], 1)), attempt(lambda: heappush([1], "a")), attempt(lambda: heappush([1])), attempt(lambda: heappushpop(3, 1)), attempt(lambda: list(merge([1], 3))))

a = [1, 3, 3, 5]
print([bisect_left(a, x) for x in range(7)], [bisect_right(a, x) for x in range(7)], bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right)
print(bisect_left(a, 3, 2), bisect_right(a, 3, 0, 2), bisect_left(a, 3, lo=1, hi=3), bisect_right([], 1), bisect_left("aceg", "d"), bisect_left((1, 2, 3), 2))
insort(a, 4); insort_left(a, 3); insort(a, 0); print(a)
rows = [("x", 1), ("y", 4)]
insort(rows, ("z", 2), key=lambda r: r[1]); print(rows, bisect_left(rows, 3, key=lambda r: r[1]), bisect_right(rows, 4, key=lambda r: r[1]))
print(attempt(lambda: bisect_left([1], "a")), attempt(lambda: bisect_left([1, 2], 1, -1)), attempt(lambda: bisect_left(5, 1)), attempt(lambda: bisect_left([1])), attempt(lambda: bisect_left([1], 1, 0, 5)), attempt(lambda: insort([1], 2, foo=3)))
class Log:
    def __init__(self): self.items = [1, 5]
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def insert(self, i, x): self.items.insert(i, x)
log = Log(); insort(log, 3); print(log.items, bisect_left(log, 5))
def grade(score, breakpoints=[60, 70, 80, 90], grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]
print([grade(s) for s in [33, 99, 77, 70, 89, 90, 100]])
