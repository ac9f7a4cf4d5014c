# Generators that only an expression holds are closed right after their last use.
import contextlib
def gen(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("closing", n)
def show(*a):
    print("show", a)
    return a
def first(it):
    for x in it:
        return x
print(next(gen(3)), "after")
print(first(gen(2)), show(1))
x = next(gen(4)) + len(show(2, 3))
print(x)
print([next(gen(k)) for k in range(1, 3)], "list")
print(next(iter([next(gen(5))])), show(5))
def f():
    a = next(gen(6)); show(a)
    return next(gen(7)) + len(show(8))
print(f())
if next(gen(8)) == 0 and show("cond"):
    print("body")
while next(gen(9)) == 0:
    print("once")
    break
@contextlib.contextmanager
def cm(x):
    print("enter", x)
    try:
        yield x
    finally:
        print("exit", x)
with cm("a") as v, cm(next(gen(10))) as w:
    print(v, w)
print(sum(gen(3)), max(gen(4), default=show("d")))
async def agen():
    try:
        yield 1
    finally:
        print("aclose")
import asyncio
async def value(g): return next(g)
async def main():
    print(await value(gen(11)), show("await"))
    print(await asyncio.create_task(value(gen(12))), show("task"))
    async for x in agen():
        print(x)
    r = [await value(gen(13)), show("in list")]
    print(r)
asyncio.run(main())
print(f"{next(gen(14))} {show('f')}")
d = {next(gen(15)): show("val"), "k": next(gen(16))}
print(d)
print((lambda g: next(g))(gen(17)), show("lambda"))
print(next(gen(18)) if show("if") else 0, show("then"))
print(next(gen(19)) or show("or"), show("then"))
print(*[next(gen(20))], show("star"))
print(next(gen(21)) < next(gen(22)) <= next(gen(23)), show("cmp"))
assert next(gen(24)) == 0, show("msg")
a, b = next(gen(25)), show("b")
a = b = next(gen(26)), show("c")
print(dict(k=next(gen(27)), v=show("kw")))
try:
    print(next(gen(0)), show("no"))
except StopIteration:
    print("stop")
try:
    print(gen(28).nope, show("no"))
except AttributeError as e:
    print(e)
print(gen(29).send(None), show("send"))
l = [1, 2, 3]
l[next(gen(30))] = len(show("set"))
l[next(gen(31))] += len(show("aug"))
