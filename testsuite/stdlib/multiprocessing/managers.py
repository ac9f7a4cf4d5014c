from multiprocessing import Manager, Process, Pool, managers, current_process
import queue, time
def work(d, l, ns, lock, i):
    with lock:
        d[i] = i * i
        l.append(i)
        ns.total += i
def qput(q, x): q.put(x * 2)
def fill(args):
    d, k = args
    d[k] = k; return len(d)
class Counter:
    def __init__(self, start=0): self.n = start
    def up(self, by=1): self.n += by; return self.n
    def fail(self): raise KeyError("no")
    def _hidden(self): return 1
class Mine(managers.BaseManager): pass
Mine.register("Counter", Counter)
if __name__ == "__main__":
    with Manager() as m:
        d, l, ns, lock = m.dict(), m.list(), m.Namespace(total=0), m.Lock()
        ps = [Process(target=work, args=(d, l, ns, lock, i)) for i in range(4)]
        for p in ps: p.start()
        for p in ps: p.join()
        print(sorted(d.items()), sorted(l), ns.total, sorted(d.keys()), sorted(d.values()), len(d), 3 in d, d.get(9), d[2])
        print(sorted(dict(d)), list(l) == [x for x in l], sorted(d.copy()), str(l) == str(list(l)), repr(l).split(" at ")[0], repr(d).split(" at ")[0])
        try: d[99]
        except KeyError as e: print("KeyError", e)
        l.sort(); l += [7]; l[0] = 50; print(l, l[1:3], l.index(7), l.pop(), len(l)); print(sorted(d), [k for k in l])
        q = m.Queue(); ps = [Process(target=qput, args=(q, i)) for i in range(3)]
        for p in ps: p.start()
        for p in ps: p.join()
        print(sorted(q.get() for _ in range(3)), q.empty())
        try: q.get(timeout=0.01)
        except queue.Empty: print("empty")
        v = m.Value("i", 5); v.value += 1; print(v.value, v, ns, m.Array("i", [1, 2, 3]))
        e = m.Event(); e.set(); print(e.is_set(), e.wait(1))
        with Pool(2) as pool: print(len(pool.map(fill, [(d, k) for k in "abc"])), sorted(map(str, d.keys())))
        nested = m.dict(); nested["l"] = m.list([1]); nested["l"].append(2); print(list(nested["l"]))
        print(d._getvalue() == dict(d), type(d).__name__, d.setdefault("z", 1), d.update(q=1), d.pop("q"))
        try: ns.missing
        except AttributeError as e: print(e)
    try: m.dict()
    except Exception as e: print(type(e).__name__)
    with Mine() as mine:
        c = mine.Counter(10); print(c.up(), c.up(5), repr(c).split(" at ")[0])
        try: c.fail()
        except KeyError as e: print("KeyError", e)
        try: c._hidden()
        except AttributeError as e: print("AttributeError", e)
    mm = Manager()
    dd = mm.dict(a=1, b=2); print(dd, dict(dd)); mm.shutdown()
    print("done")
