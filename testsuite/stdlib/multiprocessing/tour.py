import multiprocessing as mp
import os, sys, time, queue
from multiprocessing import Process, Queue, Pool, Lock, Value, Array, Pipe, Event

def square(x):
    return x * x

def add(a, b):
    return a + b

def fail(x):
    if x == 3:
        raise ValueError(f"bad {x}")
    return x

def child(q, n):
    q.put((n, mp.current_process().name, mp.parent_process().name))

def count(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1

def echo(conn):
    while True:
        m = conn.recv()
        if m is None:
            break
        conn.send([m, len(str(m))])
    conn.close()

def waiter(e, q):
    q.put("waiting")
    e.wait()
    q.put("got it")

def boom():
    raise RuntimeError("in child")

def leave(code):
    sys.exit(code)

def init(tag):
    global TAG
    TAG = tag

def tagged(x):
    return (TAG, x)

class Mine(Process):
    def __init__(self, q):
        super().__init__(name="mine")
        self.q = q
    def run(self):
        self.q.put(self.name)

if __name__ == "__main__":
    q = Queue()
    ps = [Process(target=child, args=(q, i)) for i in range(3)]
    print(ps[0].name, ps[0].is_alive(), ps[0].exitcode, ps[0].pid, ps[0].daemon)
    for p in ps: p.start()
    print(sorted(q.get() for _ in ps))
    for p in ps: p.join()
    print([p.exitcode for p in ps], ps[0].is_alive())
    v = Value("i", 0); lock = Lock()
    ps = [Process(target=count, args=(v, lock, 200)) for _ in range(4)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(v.value, lock)
    with lock:
        print(lock)
    try: lock.release()
    except ValueError as e: print(e)
    a, b = Pipe()
    p = Process(target=echo, args=(b,)); p.start()
    for m in ("hello", [1, 2], {"a": 3}):
        a.send(m); print(a.recv())
    a.send(None); p.join()
    print(a.poll())
    e = Event(); p = Process(target=waiter, args=(e, q)); p.start()
    print(q.get()); e.set(); print(q.get()); p.join()
    print(e.is_set())
    p = Process(target=boom, name="boomer"); p.start(); p.join(); print(p.exitcode)
    p = Process(target=leave, args=(7,)); p.start(); p.join(); print(p.exitcode)
    p = Process(target=leave, args=("text",)); p.start(); p.join(); print(p.exitcode)
    p = Process(target=time.sleep, args=(100,), daemon=True); p.start(); p.terminate(); p.join(); print(p.exitcode, repr(p).split("pid")[0], "SIGTERM" in repr(p))
    m = Mine(q); m.start(); print(q.get()); m.join()
    with Pool(3) as pool:
        print(pool.map(square, range(10)))
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        print(pool.apply(add, (5, 6)))
        r = pool.apply_async(square, (9,)); print(r.get(timeout=10), r.ready(), r.successful())
        print(list(pool.imap(square, range(6), chunksize=2)))
        print(sorted(pool.imap_unordered(square, range(6))))
        try: pool.map(fail, range(6))
        except ValueError as err: print("caught", err, type(err.__cause__).__name__)
        it = pool.imap(fail, range(5))
        for _ in range(5):
            try: print(next(it))
            except ValueError as err: print("err", err)
        got = []
        r = pool.map_async(square, range(5), callback=got.append); r.wait(); print(got)
        try: pool.apply(lambda: 1)
        except Exception as err: print(type(err).__name__)
    try: pool.map(square, [1])
    except ValueError as err: print(err)
    pool = Pool(2, initializer=init, initargs=("T",)); print(pool.map(tagged, range(3))); pool.close(); pool.join()
    with mp.Pool(2, maxtasksperchild=1) as pool:
        print(pool.map(square, range(6), chunksize=1))
    arr = Array("d", [1.0, 2.5]); arr[0] = 7; print(list(arr), arr[:], len(arr))
    s = Array("c", 5); s.value = b"abc"; print(s.value, s.raw)
    q2 = mp.Queue(2); q2.put(1); q2.put(2)
    try: q2.put(3, timeout=0.05)
    except queue.Full: print("full")
    print(q2.qsize(), q2.full(), q2.get(), q2.get(), q2.empty())
    try: q2.get(timeout=0.05)
    except queue.Empty: print("empty")
    try: q2.get_nowait()
    except queue.Empty: print("empty")
    q2.close(); q2.join_thread()
    try: q2.put(1)
    except ValueError as err: print(str(err).split(" <")[0])
    jq = mp.JoinableQueue(); jq.put(1); print(jq.get()); jq.task_done(); jq.join()
    try: jq.task_done()
    except ValueError as err: print(err)
    r = mp.RLock(); r.acquire(); r.acquire(); print(r); r.release(); r.release(); print(r)
    try: r.release()
    except AssertionError as err: print(err)
    print(mp.Semaphore(3), mp.BoundedSemaphore(2))
    print(mp.current_process(), mp.active_children(), mp.cpu_count() == os.cpu_count(), mp.get_start_method())
    try: mp.set_start_method("fork")
    except RuntimeError as err: print(err)
    import pickle
    try: pickle.dumps(lock)
    except RuntimeError as err: print(err)
    from multiprocessing.pool import ThreadPool
    with ThreadPool(3) as tp:
        print(tp.map(square, range(5)), tp.apply_async(add, (1, 1)).get())
        try: tp.map(fail, range(4))
        except ValueError as err: print(err)
    c = mp.Condition()
    with c: print(c.wait(0.01))
    p = Process(target=square, name="last")
    try: p.join()
    except AssertionError as err: print(err)
    p.start()
    try: p.start()
    except AssertionError as err: print(err)
    p.join(); print(p.exitcode); p.close()
    try: p.is_alive()
    except ValueError as err: print(err)
