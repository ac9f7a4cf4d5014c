# Lists that items are put into and taken out of, at all places, while items that die look at the list.
class Watch:
    seen = []
    def __init__(self, n, l): self.n = n; self.l = l
    def __del__(self): Watch.seen.append((self.n, [w.n if isinstance(w, Watch) else w for w in self.l]))
l = []
for i in range(6): l.insert(i // 2, Watch(i, l))
print([w.n for w in l])
for i in (0, -2, -1):
    w = l.pop(i)
    print(w.n)
    del w
del l[1]
print(Watch.seen)
l[0:2] = []
print(Watch.seen[3:], l)
l.extend([1, 2, 3]); l.insert(-100, "a"); l.insert(100, "z"); l.insert(-1, "y"); l.insert(True, "t")
print(l, l.pop(True), l)
for bad in (lambda: [].pop(), lambda: [1].pop(1), lambda: [1].pop(-2), lambda: [1].pop("a"), lambda: [1].insert("a", 1), lambda: [1].pop(10**30)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
q = list(range(50)); out = []
while q:
    out.append(q.pop(len(q) * 7 % 11 % len(q))); out.insert(len(out) // 3, q.pop(0)) if q else None
print(out)
b = [True, False, True]; b.insert(1, True); print(b.pop(0), b, b.pop(2), b); b.insert(0, 5); print(b)
q = [[i] for i in range(5)]; del q[1:3]; del q[::2]; q.remove([3]); print(q)
it = [1, 2, 3, 4, 5]; r = []
for x in it:
    r.append(x)
    if x == 2: it.pop(0)
    if x == 4: it.insert(0, 9)
    if len(r) > 8: break
print(r, it)
