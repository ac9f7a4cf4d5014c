# Weak references and proxies: what they give while their object lives and afterwards, and when callbacks are called.
import asyncio
import gc
import weakref


class Thing:
    def __init__(self, name="thing"):
        self.name = name

    def __add__(self, other):
        return f"{self.name}+{other}"

    def __radd__(self, other):
        return f"{other}+{self.name}"

    def __len__(self):
        return 3

    def __call__(self, *args, **kwargs):
        return args, kwargs

    def __getitem__(self, key):
        return key * 2

    def __contains__(self, item):
        return item == 1

    def __iter__(self):
        return iter("abc")

    def method(self):
        return self.name


class Plain:
    value = 1


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


def outline(text):
    """A repr without its addresses."""
    return " ".join("0x" if part.startswith("0x") else part for part in text.replace(";", " ;").replace(">", " >").split())


# References.
thing = Thing()
first = weakref.ref(thing)
print(first() is thing, weakref.ref(thing) is first, first.__callback__)
print(outline(repr(first)), type(first), weakref.ReferenceType is weakref.ref)
called = weakref.ref(thing, lambda reference: print("called with", reference is called, reference()))
print(called is first, called == first, called != first, hash(called) == hash(thing), called.__callback__ is None)
print(weakref.getweakrefcount(thing), len(weakref.getweakrefs(thing)), weakref.getweakrefcount(5), weakref.getweakrefs("x"))
again = weakref.ref(thing, lambda reference: print("the newest is called first"))
unhashed = weakref.ref(Plain)
other = weakref.ref(Plain)
print(unhashed == other, unhashed is other)
del thing
print(first(), called(), first == called, called == called, first != called)
print(outline(repr(first)), called.__callback__)
print(isinstance(hash(called), int))
attempt(hash, again)

# Errors.
attempt(weakref.ref)
attempt(weakref.ref, Plain(), None, 3)
attempt(lambda: weakref.ref(Plain(), callback=print))
attempt(first, 1)
attempt(lambda: first(a=1))
for value in (1, "text", 1.5, None, (1,), [1], {1: 2}, b"bytes", range(3), object(), slice(1, 2), Exception("built in"), iter([])):
    attempt(weakref.ref, value)
attempt(weakref.proxy, 1)


# What supports them.
class OfException(Exception):
    pass


def function():
    pass


def generator():
    yield 1


kept = [Thing(), {1}, frozenset([1]), function, lambda: 1, generator(), OfException("x"), Thing, gc, len, Thing().method]
print([weakref.ref(each)() is each for each in kept])
print(outline(repr(weakref.ref(function))), outline(repr(weakref.ref(Thing))))
bound = Thing().method
of_bound = weakref.ref(bound)
print(of_bound() is bound)

# Proxies.
thing = Thing("proxied")
proxy = weakref.proxy(thing)
print(proxy.name, proxy + 1, 1 + proxy, len(proxy), proxy[4], 1 in proxy, 2 in proxy, list(proxy), proxy(1, a=2), bool(proxy))
proxy.name = "renamed"
proxy.extra = 5
print(thing.name, thing.extra, proxy.method(), type(proxy), proxy.__class__)
del proxy.extra
attempt(lambda: proxy.extra)
attempt(hash, proxy)
attempt(next, proxy)
attempt(lambda: -proxy)
attempt(lambda: proxy < 3)
print(proxy == thing, proxy != thing, weakref.proxy(thing) is proxy, weakref.proxy(thing, print) is proxy)
plain = Plain()
plain_proxy = weakref.proxy(plain, lambda reference: print("proxy's callback"))
print(type(plain_proxy), type(plain_proxy) in weakref.ProxyTypes)
attempt(lambda: plain_proxy + 1)
attempt(lambda: plain_proxy[0])
attempt(len, plain_proxy)
print(outline(repr(proxy)))
del thing, plain
print(outline(repr(proxy)))
for operation in (lambda: proxy.name, lambda: str(proxy), lambda: len(proxy), lambda: proxy + 1, lambda: bool(proxy), lambda: proxy(),
                  lambda: proxy == 1, lambda: list(proxy)):
    attempt(operation)


# Callbacks and finalisers, in order.
class Last:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name, [reference() is None for reference in references])


references = []
last = Last("alone")
references.append(weakref.ref(last, lambda reference: print("callback after the finaliser")))
del last

references.clear()
a, b = Last("a"), Last("b")
a.other, b.other = b, a
references.append(weakref.ref(a, lambda reference: print("callback of a")))
references.append(weakref.ref(b, lambda reference: print("callback of b")))
del a, b
print("collected", gc.collect())

references.clear()
first, second = Last("first"), Last("second")
first.other, second.other = second, first
first.reference = weakref.ref(second, lambda reference: print("never called: the reference is garbage too"))
del first, second
print("collected", gc.collect())


class Phoenix:
    def __del__(self):
        reborn.append(self)


reborn = []
phoenix = Phoenix()
phoenix.me = phoenix
reference = weakref.ref(phoenix)
del phoenix
gc.collect()
print(len(reborn), reference())
reborn.clear()
gc.collect()
print(len(reborn))

failing = Plain()
reference = weakref.ref(failing, lambda reference: list(5))
del failing


# A subclass of ref.
class Keyed(weakref.ref):
    def __new__(cls, target, callback, key):
        self = super().__new__(cls, target, callback)
        self.key = key
        return self

    def __init__(self, target, callback, key):
        super().__init__(target, callback)


thing = Thing("keyed")
keyed = Keyed(thing, lambda reference: print("gone:", reference.key), "k")
print(keyed().name, keyed.key, keyed is weakref.ref(thing))
del thing
print(keyed())


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.sleep(0))
    for each in (future, task, asyncio.Event(), asyncio.Lock(), asyncio.Queue()):
        print(weakref.ref(each)() is each, end=" ")
    await task
    print()


asyncio.run(main())
