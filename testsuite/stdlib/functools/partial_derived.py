"""functools.partial as a base class, and what pickle and copy get of partials."""
import copy
import functools
import pickle
import weakref


class Named(functools.partial):
    """A partial with a name."""

    def __new__(cls, name, *args, **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.name = name
        return self

    def __call__(self, *args, **kwargs):
        print(f"calling {self.name}")
        return super().__call__(*args, **kwargs)


class Slotted(functools.partial):
    __slots__ = ("place",)


class Plain(functools.partial):
    pass


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


power = Named("cube", pow, exp=3)
print(power(2), power.func is pow, power.args, power.keywords, power.__dict__)
print(isinstance(power, functools.partial), type(power).__mro__[1] is functools.partial)
plain = Plain(len)
plain.x = 1
print(plain, plain.__dict__, plain("abc"))
slotted = Slotted(divmod, 17)
slotted.place = 4
print(slotted(5), slotted.place, slotted)
del slotted.place
attempt(lambda: slotted.place)
# A partial of a bare partial is one partial.
print(Plain(Plain(len), "a").func is len, functools.partial(Plain(len, "a")).func is len, functools.partial(plain, "a").func is plain)
print(functools.partial(len).__reduce__(), plain.__reduce__())
for value in (functools.partial(pow, 2), Plain(int, base=2), functools.partial(sorted, reverse=True)):
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        print(type(again).__name__, again.func.__name__, again.args, again.keywords, again.__dict__)
kept = functools.partial(print)
kept.note = ["x"]
again = copy.deepcopy(kept)
print(again.note, again.note is kept.note)
print(weakref.ref(kept)() is kept)

attempt(Plain)
attempt(Plain, 1)
attempt(functools.partial)
attempt(kept.__setstate__, (1, 2))
attempt(kept.__setstate__, (1, (), {}, {}))
attempt(kept.__setstate__, (len, [], {}, {}))
attempt(kept.__setstate__, (len, (), [], {}))
attempt(kept.__setstate__, 5)
kept.__setstate__((max, (1, 2), None, {"y": 2}))
print(kept(), kept.func is max, kept.keywords, kept.y, hasattr(kept, "note"))

kept = functools.partial(print, "x")
kept.keywords["end"] = "!\n"
kept()
kept.keywords[5] = 6
attempt(kept)
attempt(lambda: kept(sep=""))
