"""Decorated functions and callbacks: whatever they're given, once in a while something else than usual."""
import asyncio
import functools
import traceback


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@traced
def total(n):
    result = n * 0
    for i in range(3):
        result += n
    return result


class Count(int):
    def __mul__(self, other):
        return Count(100)

    def __add__(self, other):
        return Count(int(self) + int(other) + 1)

    __radd__ = __add__


print(total(5), total(2.5), total(True), total("ab"), total([1]), total(10**30), total(Count(7)))
for wrong in (None, {}):
    try:
        total(wrong)
    except TypeError as error:
        print(error)
        traceback.print_tb(error.__traceback__.tb_next)
try:
    total()
except TypeError as error:
    print(error)


@traced
def repeat(text: str, times: int = 2, *, end="!", strict: bool = False) -> str:
    out = ""
    for _ in range(times):
        out += text
    return f"{out}{end}{strict}"


print(repeat("a"), repeat("a", 3), repeat(times=1, text="b"), repeat("a", True), repeat("c", end="."), repeat("d", strict=1))
try:
    repeat(1)
except TypeError as error:
    print(error)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib(10.0), fib.cache_info())


def scale(values: list, factor: float):
    """Multiplies."""
    return [value * factor for value in values if factor != 0]


print(list(map(scale, [[1, 2], [3.5]], [2, 0.5])), scale([True], 1.5), scale.__name__, scale.__doc__)


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


class Steps:
    def __init__(self, start):
        self.n = start

    def __mod__(self, other):
        return self.n % other

    def __floordiv__(self, other):
        return Steps(self.n // other)

    def __rmul__(self, other):
        return Steps(self.n * other)

    def __add__(self, other):
        return Steps(self.n + other)

    def __ne__(self, other):
        return self.n != other


print(sorted([7, 3, 27, 1], key=collatz), collatz(97), collatz(Steps(6)), functools.reduce(lambda a, f: f(a), [collatz] * 2, 27))


class Account:
    def __init__(self, balance):
        self.balance = balance

    @traced
    def grow(self, rate, years: int):
        for _ in range(years):
            self.balance += self.balance * rate
        return self.balance


account = Account(100)
print(account.grow(0.5, 2), account.grow(1, 1), account.grow(rate=0, years=5))
operation = getattr(account, "gr" + "ow")
print(operation(1, 2), operation(0.25, True))


async def work(n, delay=0.0):
    result = 0
    for i in range(n):
        result += i
        await asyncio.sleep(delay)
    return result


async def main():
    jobs = {"work": work}
    print(await jobs["work"](4), await asyncio.gather(*(jobs["work"](n, 0) for n in range(4))))
    print(await asyncio.to_thread(collatz, 871))
    try:
        await jobs["work"](2.0)
    except TypeError as error:
        print(error)


asyncio.run(main())


@traced
def rebound(n: int, text: str = "", flag=None):
    for _ in range(2):
        n = n + n
        text = text + text
    given = n, text
    n = None
    text = [text]
    return given, n, text, flag


print(rebound(2, "a"), rebound("ab"), rebound([1], (2,), 3), rebound(1.5, flag=True))


@traced
def bound_late(n: int):
    while True:
        if n == "stop" or n is None:
            return "stopped"
        n = "stop" if n > 2 else n + 1


print(bound_late(1), bound_late(2.5), bound_late(None), bound_late(True))


@traced
def deep(n):
    for _ in range(1):
        return 0 if n == 0 else 1 + deep(n - 1)


print(deep(200))
try:
    deep(10**6)
except RecursionError as error:
    print(error)
