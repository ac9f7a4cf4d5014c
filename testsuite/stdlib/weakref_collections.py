# Weak dictionaries, weak sets, weak methods, finalisers.
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name!r})"

    def method(self, *args):
        return self.name, args


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, "of a reference" if "<weakref" in str(error) else error)


a, b, c = Thing("a"), Thing("b"), Thing("c")

# Values.
values = weakref.WeakValueDictionary({"a": a}, b=b)
values["c"] = c
print(len(values), values["a"], values.get("z"), "b" in values, "z" in values, sorted(values), sorted(values.keys()))
print(sorted(values.items()), sorted(value.name for value in values.values()), repr(values).startswith("<WeakValueDictionary at 0x"))
attempt(lambda: values["z"])
attempt(values.__setitem__, "d", 5)
del b
print(len(values), sorted(values.items()))
print(values.pop("a"), values.pop("a", None), values.setdefault("c", None), len(values))
attempt(values.pop, "a")
fresh = Thing("fresh")
print(values.setdefault("f", fresh), len(values))
copied = values.copy()
values |= {"a": a}
print(sorted(values), sorted(copied), sorted(values | {"q": c}), values == copied, bool(values), len(values.valuerefs()))
cycle = Thing("cycle")
cycle.me = cycle
values["cycle"] = cycle
del cycle
gc.collect()
print("cycle" in values)
key, value = copied.popitem()
print(key, value)
values.clear()
print(len(values), bool(values))

# Keys.
keys = weakref.WeakKeyDictionary()
keys[a] = 1
keys[c] = 2
print(len(keys), keys[a], keys.get(c), keys.get(fresh), keys.get(fresh, "none"), a in keys, 5 in keys)
print(sorted(keys.values()), sorted(key.name for key in keys), sorted(value for key, value in keys.items()))
attempt(lambda: keys[fresh])
attempt(keys.__setitem__, 5, 1)
del a
print(len(keys), list(keys.items()))
print(keys.setdefault(fresh, 3), keys.pop(fresh), keys.pop(fresh, "gone"), len(keys.keyrefs()))
del keys[c]
print(len(keys), repr(keys).startswith("<WeakKeyDictionary at 0x"))

# Sets.
a, b = Thing("a"), Thing("b")
things = weakref.WeakSet([a, b])
things.add(c)
things.add(a)
print(len(things), a in things, 5 in things, sorted(thing.name for thing in things))
del b
print(sorted(thing.name for thing in things))
print(sorted(thing.name for thing in things | {fresh}), list(things & {c}), things - {c} == weakref.WeakSet([a]), things >= {a}, things < {a}, things.isdisjoint([fresh]))
things.discard(fresh)
things.remove(c)
attempt(things.remove, fresh)
print(len(things), things.pop(), len(things))
attempt(things.pop)

# Methods.
calls = []
method = weakref.WeakMethod(c.method, calls.append)
print(method()(1), method() == c.method, method == weakref.WeakMethod(c.method), method == weakref.WeakMethod(a.method))
attempt(weakref.WeakMethod, print)
keep = c
del c
print(method() is None)
del keep
print(method(), len(calls), calls[0] is method)

# Finalisers.
fresh_end = weakref.finalize(fresh, print, "fresh ended", sep="!")
print(fresh_end.alive, fresh_end.atexit, fresh_end.peek()[1:], repr(fresh_end).startswith("<finalize object at 0x"))
del fresh, value
print(fresh_end.alive, fresh_end(), fresh_end.peek(), fresh_end.detach())
early = weakref.finalize(a, lambda name: print("called for", name) or 5, "a")
print(early(), early.alive, early())
detached = weakref.finalize(a, print, "never")
print(detached.detach()[0] is a, detached.alive)
last, first = Thing("last"), Thing("first")
weakref.finalize(last, print, "at exit: the oldest is last")
weakref.finalize(first, print, "at exit: the newest is first")
quiet = weakref.finalize(first, print, "not at exit")
quiet.atexit = False
print("end of the program")
