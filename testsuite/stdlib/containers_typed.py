import heapq
from collections import deque

def run():
    h = []
    heapq.heappush(h, (2, "b"))
    heapq.heappush(h, (1, "a"))
    x = heapq.heappop(h)
    print(x, h)
    g = [5, 3, 8]
    heapq.heapify(g)
    heapq.heappush(g, 1)
    total = 0
    while g:
        total += heapq.heappop(g)
    print(total)
    m = [1]
    heapq.heappush(m, 2.5)
    print(m, heapq.heappop(m) + 1)
    q = deque()
    for i in range(10):
        q.append(i)
    s = 0
    while q:
        s += q.popleft()
    print(s)
    d = deque([1, 2, 3])
    d.append("x")
    print(d[0], d[3], len(d), [y for y in d], "x" in d)
    for y in d:
        print(y)
    e = deque(range(5), maxlen=3)
    e.appendleft(2.5)
    for v in e:
        print(v * 2)
    d[1] = None
    print(d)

def bench():
    q = deque()
    n = 0
    for i in range(3000):
        q.append(i)
        if len(q) > 100:
            n += q.popleft()
    print(n)

def bench_heap():
    h = []
    n = 0
    for i in range(5000):
        heapq.heappush(h, ((i * 7919) % 100003, i))
        if len(h) > 1000:
            n += heapq.heappop(h)[0]
    print(n)
run()
bench()
bench_heap()
