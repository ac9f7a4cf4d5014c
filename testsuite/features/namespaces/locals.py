# locals(), vars() and dir() in functions: which names are there, in which order, and that they're a copy.
import asyncio


def plain(a, b=2, *args, c=3, **kwargs):
    d = a + b
    if a > 100:
        never = 1
    names = locals()
    names["d"] = "changed"
    e = 5
    return names, d, sorted(locals()) == dir(), vars()["e"]


def closures(x):
    y = x + 1
    zebra = 0

    def inner(z):
        nonlocal zebra
        zebra += y
        return locals()

    return inner(x), locals()["zebra"], list(locals())


def loops():
    out = []
    for i in range(3):
        out.append(dict(locals()))
        del out[-1]["out"]
    del i
    return out, list(locals())


def comprehension(n):
    return [sorted(locals()) for k in range(1)], [vars()["k"] for k in range(n)]


class Box:
    def method(self):
        value = 1.5
        flag = True
        return {name: text for name, text in locals().items() if name != "self"}, dir()


def generator(n):
    yield locals()
    m = n + 1
    yield locals()


async def coroutine(text):
    await asyncio.sleep(0)
    size = len(text)
    return locals()


def template(name, count):
    return "{name} has {count}".format(**locals())


print(plain(1), plain(1, 5, 6, 7, c=8, k=9)[0])
print(closures(1)[0], closures(1)[1:])
print(loops())
print(comprehension(2))
print(Box().method())
print(list(map(dict, generator(1))))
print(asyncio.run(coroutine("abc")))
print(template("box", 3))
print((lambda p, q=2: locals())(1))
