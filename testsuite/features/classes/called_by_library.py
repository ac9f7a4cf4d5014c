"""Writers, handlers, workers, visitors and states: methods of the program that the library and built-in functions call"""
import sys, io, json, logging, functools, contextlib, threading, queue, heapq, types


class Writer:
    def __init__(self):
        self.parts = []
        self.flushed = 0

    def write(self, text):
        self.parts.append(text)
        self.flushed = "written"

    def flush(self):
        self.flushed = None


w = Writer()
print("a", 1, file=w)
print(w.parts, w.flushed)
print("b", file=w, flush=True)
print(w.flushed)
with contextlib.redirect_stdout(w):
    print("redirected")
print(len(w.parts))


class Encoder(json.JSONEncoder):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.count = 0

    def default(self, o):
        self.count = str(self.count) + "x"
        return o.to_json()


class Thing:
    def __init__(self, n):
        self.n = n

    def to_json(self):
        self.n = [self.n]
        return {"n": self.n}


t = Thing(1)
print(json.dumps([t], cls=Encoder), t.n)
print(json.dumps(t, default=lambda o: o.to_json()), t.n)


class Handler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.seen = 0

    def emit(self, record):
        self.seen = record.getMessage()


h = Handler()
log = logging.getLogger("x")
log.addHandler(h)
log.propagate = False
log.warning("hello %s", "w")
print(h.seen)


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        self.result = 0

    def run(self):
        self.result = "done"


k = Worker()
k.start()
k.join()
print(k.result)


class Job:
    def __init__(self, p):
        self.p = p

    def __lt__(self, other):
        return self.p < other.p

    @property
    def priority(self):
        return self.p


q = queue.PriorityQueue()
for p in (3, 1, 2):
    q.put(Job(p))
print([q.get().priority for _ in range(3)])
jobs = [Job(2), Job(1)]
jobs.sort()
print([j.p for j in jobs], sorted(jobs, reverse=True)[0].priority, min(jobs).p)
heapq.heapify(jobs)
print(heapq.nsmallest(1, jobs)[0].p, heapq.heappushpop(jobs, Job(0)).p)


class Temp:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, Temp) and self.v == other.v

    def __hash__(self):
        return hash(self.v)


seen = set()
for v in (1, 2.0, 1.0, "1"):
    seen.add(Temp(v))
print(len(seen), Temp(1) in seen, Temp(3) in seen)
cache = {Temp(1): "one"}
print(cache[Temp(1)], cache.get(Temp(2)), Temp("1") in cache, cache.setdefault(Temp(2), 5), len(cache))


@functools.lru_cache
def f(t):
    return t.v


print(f(Temp(4)), f(Temp(4)), f.cache_info().hits)


class Visitor:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic)(node)

    def generic(self, node):
        return ("generic", type(node).__name__)

    def visit_int(self, node):
        return node + 1

    def visit_Temp(self, node):
        node.v = (node.v,)
        return node.v


v = Visitor()
tmp = Temp(9)
print(v.visit(1), v.visit("s"), v.visit(tmp), tmp.v)


class Chain:
    def __init__(self, value):
        self.value = value

    def then(self, fn):
        return Chain(fn(self.value))

    def __or__(self, fn):
        return self.then(fn)

    def __rshift__(self, other):
        other.value = self.value
        return other


print((Chain(3) | str | len | float).value, (Chain([1]) >> Chain("x")).value)


class Lazy:
    def __init__(self, make):
        self.make = make

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = self.make(instance)
        instance.__dict__[self.make.__name__] = value
        return value


class UsesLazy:
    def __init__(self, n):
        self.n = n

    @Lazy
    def square(self):
        return self.n * self.n

    @property
    def cube(self):
        return self.square * self.n


u = UsesLazy(3)
print(u.square, u.cube, "square" in u.__dict__)


class State:
    name = "base"

    def next(self, event):
        return self

    def enter(self, machine):
        machine.log.append(self.name)


class Idle(State):
    name = "idle"

    def next(self, event):
        return Running() if event == "go" else self


class Running(State):
    name = "running"

    def __init__(self):
        self.ticks = 0

    def next(self, event):
        if event == "stop":
            return Idle()
        self.ticks += 1
        return self if self.ticks < 2 else Done(self.ticks)


class Done(State):
    name = 7

    def __init__(self, n):
        self.n = n


class Machine:
    def __init__(self):
        self.state = Idle()
        self.log = []

    def feed(self, *events):
        for e in events:
            new = self.state.next(e)
            if new is not self.state:
                new.enter(self)
                self.state = new
        return self


m = Machine().feed("x", "go", "t", "stop", "go", "t", "t", "t")
print(m.log, type(m.state).__name__, m.state.n)


class Observable:
    def __init__(self):
        self._handlers = {}

    def on(self, name, fn=None):
        if fn is None:
            return lambda g: self.on(name, g)
        self._handlers.setdefault(name, []).append(fn)
        return fn

    def emit(self, name, *args):
        return [h(*args) for h in self._handlers.get(name, [])]


class Account(Observable):
    def __init__(self, balance):
        super().__init__()
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.emit("deposit", self, amount)


acc = Account(10)


@acc.on("deposit")
def log_it(account, amount):
    account.balance = f"{account.balance} after {amount}"
    return account.balance


print(acc.deposit(5), acc.balance)


class LastOnly:
    def __init__(self):
        self.last = 0

    def write(self, text):
        self.last = text


class Redirected:
    def __init__(self, write):
        self.write = write


def last_written():
    out = LastOnly()
    out.write(1)
    first = out.last
    print("to out", file=out)
    numbers = [1]
    print("to numbers", end="", file=Redirected(numbers.append))
    return first, out.last, numbers[-1]


print(last_written())
