# How iterators end, as who calls next() sees it: exceptions of the program's are what they were.
class It:
    def __next__(s): raise StopIteration
    def __iter__(s): return s
class It2:
    def __init__(s, i): s.i = iter(i)
    def __next__(s): return next(s.i)
    def __iter__(s): return s
class It3:
    def __next__(s): raise StopIteration("v")
class It4:
    def __init__(s, i): s.i = i
    def get(s): return next(s.i)
    def __next__(s): return s.get()
    def __iter__(s): return s
def gen():
    yield 1
    return 5
def gen0():
    if 0: yield
for make in (lambda: It(), lambda: It2([]), lambda: It3(), lambda: It2(It()), lambda: It4(It()), lambda: It4(iter([])), lambda: It4(It3()), lambda: iter([]), gen0, lambda: iter({}), lambda: zip(), lambda: map(str, [])):
    try: next(make())
    except StopIteration as e: print(repr(e), e.args, e.value)
class Stop(StopIteration): pass
class It5:
    def __next__(s): raise Stop("a", "b")
try: next(It5())
except StopIteration as e: print(type(e).__name__, e.args, e.value, next(It5(), "fallback"))
g = gen(); next(g)
try: next(g)
except StopIteration as e: print(repr(e), e.value)
