"""Functions that are called with values of several types, directly, by name, through methods and by the runtime."""
import asyncio


def double(x):
    return x + x


def first(xs):
    return xs[0]


def push(xs, x):
    xs.append(x)
    return xs


def apply(f, *args):
    return f(*args)


def power(base, n):
    if n == 0:
        return 1
    return base * power(base, n - 1)


def even(n, value):
    return value if n == 0 else odd(n - 1, value)


def odd(n, value):
    return None if n == 0 else even(n - 1, value)


def grown(n, made):
    if n == 0:
        return made
    return grown(n - 1, made + [n])


def nested(x):
    def inner(y):
        return (x, y)
    return inner


print(double(2), double(1.5), double("ab"), double([1]), double((1, "x")), double(2**70), double(True))
print(first([1]) + 1, first(["a"]) + "b", first("xyz"), first((2.5,)) * 2, first(b"q"))
ints, texts = push([], 1), push([], "a")
print(ints, texts, push(texts, 2), push(ints, None))
print(apply(double, 3), apply(double, "z"), apply(first, [9]), list(map(double, [1, "a"])))
print(power(2, 10), power(1.5, 3), power(2.0, 0), power(3, 40))
print(even(4, "e"), even(3, 1), odd(3, 2.5), odd(2, [1]))
print(grown(3, []), grown(2, ["s"]))
print(nested(1)(2), nested("a")("b"), nested(1.5)(None))


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def add(self, amount):
        self.balance += amount
        return self

    def compare(self, other):
        return self.owner == other.owner


class Savings(Account):
    def add(self, amount):
        return super().add(amount * 2)


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def swapped(self):
        return Pair(self.right, self.left)

    def total(self):
        return self.left + self.right


print(Account("a", 1).add(2).balance, Account("b", 0.5).add(1).balance, Savings("c", 1).add(2).balance)
print(Account(1).compare(Account("1")), Account("x").compare(Savings("x")), Account(owner=2, balance="n").add("m").balance)
print(Pair(1, 2).total(), Pair("a", "b").swapped().total(), Pair([1], [2]).swapped().total(), Pair(1.5, 2).total())
for wrong in (lambda: double(), lambda: double(1, 2), lambda: first(5), lambda: Pair(1, "x").total(), lambda: power("a", 2)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


async def fetch(key, table):
    await asyncio.sleep(0)
    return table[key]


async def later(x):
    return x


async def main():
    print(await fetch("a", {"a": 1}) + 1, await fetch(0, ["zero"]) + "!", await fetch(1, (0, 2.5)) * 2)
    print(await later(1) + 1, await later("s") + "t", await asyncio.gather(later(1), later("x"), fetch(0, "pq")))
    kept = later([1, 2])
    print(await kept, await asyncio.create_task(later(2.5)))


asyncio.run(main())


def replaced(x):
    return x * 2


def uses(x):
    return replaced(x)


print(uses(2), uses("a"))
replaced = double
print(uses(2), uses("a"), uses([1]))


def unbound(flag, value):
    if flag:
        result = value
    return result


print(unbound(True, 1) + 1, unbound(1, "x") + "y")
try:
    unbound(False, 2.5)
except UnboundLocalError as error:
    print(error)


def by_type(flag, factor, value):
    if flag and isinstance(value, int):
        return factor + value
    return factor * value, value


def text_or_list(flag, factor, value):
    result = [factor]
    if flag and isinstance(value, str):
        result = factor > 1
    return result


print(by_type(False, 1.5, 0.5), by_type(True, 1.5, 2), text_or_list(True, 1.5, 2), text_or_list(True, 1.5, "x"))


def traced(value):
    return value.missing


def trace(value):
    return traced(value)


for value in (1, "s"):
    try:
        trace(value)
    except AttributeError as error:
        print(error, error.__traceback__ is not None)
trace(2.5)
