"""close() gives what the generator or coroutine returned."""
def g():
    try:
        yield 1
    except GeneratorExit:
        return 42
def h():
    yield 1
def catch():
    try:
        yield 1
    finally:
        pass
def k():
    r = yield from g()
    return ("k", r)
def deleg():
    try:
        yield from [1,2]
    except GeneratorExit:
        return "end"
x = g(); next(x); print(x.close()); print(x.close())
x = g(); print(x.close())
x = h(); next(x); print(x.close())
x = catch(); next(x); print(x.close())
x = k(); next(x); print(x.close())
x = deleg(); next(x); print(x.close())
def num():
    try:
        yield 1.5
    except GeneratorExit:
        return 2.5
x = num(); next(x); r = x.close(); print(r, type(r))
class C:
    def close(self): return "C"
for o in (num(), C()):
    if not isinstance(o, C): next(o)
    print(o.close())
async def co():
    try:
        await Y()
    except GeneratorExit:
        return 5
class Y:
    def __await__(self):
        yield 1
c = co(); c.send(None); print(c.close())
