# The cycle collector by the module gc: what it finds, in which order finalisers run, what they may do.
import gc

class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
    def __del__(self):
        print("del", self.name)

def make():
    a = Node("a"); b = Node("b"); c = Node("c")
    a.next = b; b.next = c; c.next = a

gc.collect()
make()
print("made")
print(gc.collect() > 0)
l = []; l.append(l); del l
print(gc.collect())
d = {}; d[1] = d; del d
print(gc.collect())
class P: pass
p = P(); p.me = p; del p
print(gc.collect())
def counter():
    def inc():
        return inc
    return inc
counter()
print(gc.collect())
keep = []
class Z:
    def __del__(self):
        keep.append(self)
        print("zombie")
z = Z(); z.me = z; z.other = [z]; del z
print(gc.collect(), len(keep))
z = keep.pop(); print(z.other[0] is z)
del z
print(gc.collect())
print(gc.isenabled(), gc.get_threshold())
gc.disable(); print(gc.isenabled()); gc.enable()
try:
    gc.collect(5)
except ValueError as e: print(e)
try:
    gc.collect("x")
except TypeError as e: print(e)
print(gc.garbage, gc.callbacks)
print(gc.is_tracked(P()), gc.is_tracked(1), gc.is_tracked([]), gc.is_tracked("x"))
print(sorted(gc.get_referents(["b", "a"])))
holder = ["held"]
owner = {"holder": holder}
print(any(each is owner for each in gc.get_referrers(holder)))

# Callbacks see each collection that is asked for; what they raise is reported.
gc.callbacks.append(lambda phase, info: print(phase, sorted(info)))
gc.collect()
gc.callbacks.clear()

# Frozen objects take part in no collection.
ring = []
ring.append(ring)
gc.freeze()
del ring
print(gc.get_freeze_count() > 0, gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect() >= 1)

gc.set_threshold(500, 5)
print(gc.get_threshold())
gc.set_debug(gc.DEBUG_STATS & 0)
print(gc.get_debug(), gc.DEBUG_LEAK == gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)


# Cycles through everything that can hold references.
class Everything:
    alive = 0

    def __init__(self):
        Everything.alive += 1

    def __del__(self):
        Everything.alive -= 1

    def method(self):
        return self


def by_bound_method():
    thing = Everything()
    thing.bound = thing.method


def by_closure():
    thing = Everything()

    def inner():
        return thing

    thing.inner = inner


def by_default():
    thing = Everything()

    def inner(value=thing, *, other=thing):
        return value

    thing.inner = inner


def by_function_attribute():
    thing = Everything()

    def inner():
        pass

    inner.thing = thing
    thing.inner = inner


def by_exception():
    thing = Everything()
    error = ValueError(thing)
    thing.error = KeyError("other")
    thing.error.__cause__ = error


def by_raised_exception():
    thing = Everything()
    try:
        raise ValueError(thing)
    except ValueError as error:
        thing.error = error


def by_class():
    thing = Everything()

    class Local:
        attribute = thing

    thing.cls = Local


def by_subclass_of_builtin():
    class Items(Exception):
        pass

    thing = Everything()
    items = Items([thing])
    items.owner = items
    thing.items = items


def by_containers():
    thing = Everything()
    thing.all = [(thing,), {1: thing}, {thing}, frozenset([thing]), slice(thing, None), {thing: 1}.keys()]


def by_iterators():
    thing = Everything()
    things = [thing]
    thing.iterators = [iter(things), reversed(things), enumerate(things), zip(things, things), map(str, things),
                       filter(None, things), iter({1: thing}.values()), iter({thing})]


def by_properties():
    thing = Everything()
    thing.descriptors = [property(thing.method), staticmethod(thing.method), classmethod(thing.method)]


def many_ages():
    for i in range(3):
        thing = Named(i)
        thing.me = [thing]


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


for make in (by_bound_method, by_closure, by_default, by_function_attribute, by_exception, by_raised_exception, by_class,
             by_subclass_of_builtin, by_containers, by_iterators, by_properties):
    make()
    before = Everything.alive
    gc.collect()
    print(make.__name__, before, Everything.alive)
many_ages()
print(gc.collect())
