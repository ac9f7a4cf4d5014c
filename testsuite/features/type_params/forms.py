# PEP 695: type parameters of functions, classes and aliases, with bounds, constraints and defaults, evaluated when they're asked for.
import asyncio
import typing


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


def noisy(text):
    print("evaluated", text)
    return int


def bounded[T: noisy("bound"), U: (noisy("one"), str), *Ts, **P](x: T, y: U) -> tuple[T, U]:
    return x, y


def defaults[*Ts, T = int, **P = [int, str]]():
    pass


class Stack[T]:
    """A stack."""

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def map[U](self, function) -> "Stack[U]":
        made = Stack[U]()
        for item in self.items:
            made.push(function(item))
        return made

    def parameters(self):
        return T


class Pair[K, V = str](Stack[K]):
    kind = "pair"

    def key(self, extra: K) -> V:
        return extra


type Number = int | float
type Tree[T] = T | list[Tree[T]]
type Later = Undefined
type Callback[**P, R] = typing.Callable[P, R]


def outer[T](x: T):
    type Inner[U] = dict[T, U]

    class Local[V]:
        both = T

        def get(self) -> V:
            return T, V

    def inner[W](w: W) -> T:
        return x, T, W

    return Inner, Local, inner


async def fetch[T](value: T) -> T:
    await asyncio.sleep(0)
    return value


def pairs[T](items: list[T]):
    for item in items:
        yield item, T


def show(parameter):
    print(repr(parameter), type(parameter).__name__, parameter.__name__, parameter.has_default(), repr(parameter.__default__))


print(first([1, 2]), first([], "none"), first.__type_params__, first.__name__, first.__qualname__)
print(bounded(1, "a"), bounded.__type_params__)
t, u, ts, p = bounded.__type_params__
print(t.__bound__, t.__bound__, t.__constraints__, u.__constraints__, u.__bound__, t.__infer_variance__, t.__covariant__)
print(ts, p, p.args, p.kwargs)
for parameter in defaults.__type_params__:
    show(parameter)
show(t)
print(Stack.__type_params__, Stack.__name__, Stack.__doc__, Stack[int], Stack.__mro__[1:])
stack = Stack[int]().push(1).push(2)
print(stack.items, stack.map(str).items, stack.parameters(), Stack.map.__type_params__, Stack.map.__qualname__)
pair = Pair()
print(pair.push(3).items, pair.key("k"), Pair.kind, Pair.__type_params__, Pair.__type_params__[1].__default__, isinstance(pair, Stack))
print(Number, Number.__name__, Number.__value__, Number.__type_params__, type(Number).__name__, repr(Number))
print(Tree, Tree.__type_params__, Tree[int], Tree.__value__, Tree[int].__origin__, Tree[int].__args__)
print(Callback[[int], str], Callback.__type_params__)
try:
    Later.__value__
except NameError as error:
    print(error)
Undefined = "defined later"
print(Later.__value__)
for attempt in (lambda: Number[int], lambda: isinstance(1, Number)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
Inner, Local, inner = outer(5)
print(Inner.__value__, Inner.__type_params__, Local.both, Local().get(), inner(6), inner.__type_params__, inner.__qualname__)
print(asyncio.run(fetch("fetched")), fetch.__type_params__, list(pairs("ab")))
print([f[T](T) if 0 else (f.__type_params__, T) for T in (1,) for f in (first,)])
made = []
for number in range(2):

    def numbered[T: number](x: T):
        return T

    made.append(numbered)
print([f.__type_params__[0].__bound__ for f in made], made[0](1) is made[0].__type_params__[0], made[0](1) is made[1](1))
print(Number | None, Tree[str] | int)
