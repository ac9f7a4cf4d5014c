# The death of deep structures must not use up the machine's stack.
import gc

def nested_lists(depth):
    items = []
    for _ in range(depth):
        items = [items]
    return items

class Node:
    def __init__(self, after):
        self.after = after

def linked(depth):
    node = None
    for _ in range(depth):
        node = Node(node)
    return node

def chained_errors(depth):
    error = None
    for _ in range(depth):
        fresh = ValueError("x")
        fresh.__context__ = error
        error = fresh
    return error

def chained_generators(depth):
    def pairs(source):
        yield source
        yield source
    source = iter([])
    for _ in range(depth):
        source = pairs(source)
        next(source)
    return source

def chained_closures(depth):
    def wrap(inner):
        return lambda: inner
    function = None
    for _ in range(depth):
        function = wrap(function)
    return function

def tuples_and_dicts(depth):
    thing = ()
    for i in range(depth):
        thing = (thing,) if i % 2 else {"in": thing}
    return thing

DEPTH = 300_000
# CPython itself ends with a crash here when it's much deeper.
for make in (chained_closures, chained_generators):
    thing = make(3_000)
    print(make.__name__, type(thing).__name__)
    del thing
for make in (nested_lists, linked, chained_errors, tuples_and_dicts):
    thing = make(DEPTH)
    print(make.__name__, type(thing).__name__)
    del thing

# The same in cycles, which only a collection finds.
gc.collect()
ring = linked(DEPTH)
ring.self = ring
del ring
print(gc.collect())
