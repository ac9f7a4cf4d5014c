# Variables that hold ints at times and floats at others.
import asyncio
import math


def mean(values):
    total = 0
    for value in values:
        total += value * 0.5
    return total / len(values) if values else total


print(mean([]), mean([1, 2]), mean([1.5]), mean([10**20, 1]))


def running(values):
    low = high = 0
    for value in values:
        if value < low:
            low = value
        elif value > high:
            high = value
    return low, high, low < high, low == high, -low, +high, not low, high != 0


print(running([]), running([0.5, -2.5]), running([1e300, -(10**40), float("nan")]))


def arithmetic(x, y):
    for operation in range(6):
        try:
            if operation == 0:
                result = x + y
            elif operation == 1:
                result = x - y
            elif operation == 2:
                result = x * y
            elif operation == 3:
                result = x / y
            elif operation == 4:
                result = x // y
            else:
                result = x % y
            print(result, type(result).__name__, end=" ")
        except (ArithmeticError, TypeError) as error:
            print(type(error).__name__, error, end=" ")
    print(x < y, x <= y, x == y, x != y, x > y, x >= y, x**2, bool(x), f"{x:.2f} {y!r}")


NUMBERS = [0, 3, -7, 0.0, -0.0, 2.5, 2**53 + 1, 2.0**53, 10**309, float("inf"), float("nan")]
for first in NUMBERS:
    for second in NUMBERS:
        if first < 10**300 or second < 10**300:
            try:
                arithmetic(first, second)
            except (OverflowError, ZeroDivisionError) as error:
                print(type(error).__name__, error)


def chosen(flag, x=0):
    if flag:
        x = x + 0.25
    return x


print(chosen(False), chosen(True), chosen(True, 2), chosen(False, 1.5), type(chosen(False)), isinstance(chosen(True), float))


def described(x):
    if isinstance(x, int):
        return f"int {x.bit_length()}"
    if isinstance(x, float):
        return f"float {x.is_integer()}"
    return "neither"


def shown(x, y=0):
    y += x
    return f"{y} {y!r:>6} {y:6} {y:06.2f} {y + 1}" + str(y) + "%s %d %.1f" % (y, y, y) + "{} {:x<5}".format(y, y)


print(shown(1), shown(2.5))
print(described(5), described(5.0), described(chosen(True)), described(chosen(False)))


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.limit = 0

    def deposit(self, amount):
        self.balance += amount
        if amount > self.limit:
            self.limit = amount
        return self.balance


account = Account()
print(account.deposit(10), account.deposit(0.5), account.__dict__, account.balance > account.limit)
account.balance = 10**30
print(account.balance, vars(account), account.deposit(1))
other = Account(2.5)
print(other.balance, other.limit, getattr(other, "balance"))
setattr(other, "balance", 7)
print(other.balance / 2, other.deposit(-3))
del other.balance
print(hasattr(other, "balance"), sorted(vars(other)))


async def measured(delays):
    total = 0
    for delay in delays:
        await asyncio.sleep(0)
        total += delay
    return total


async def main():
    print(await measured([]), await measured([0.5, 1]), await asyncio.gather(measured([1]), measured([2.5])))
    best = 0
    async for item in countdown(3):
        best = max(best, item)
    print(best)


async def countdown(start):
    step = 1
    while start > 0:
        yield start
        start -= step
        step = 0.5


asyncio.run(main())


def halves(n):
    x = n
    while x > 1:
        yield x
        x = x / 2 if x % 2 else x // 2


print(list(halves(20)), list(halves(7.5)))


def mixed(values):
    out = []
    for x in values:
        out.append(x)
        if x:
            x = -x
        out.append(x)
    return out, sum(values), min(values), max(values)


print(mixed([1, 2.5, 0, 0.0]))


def closure():
    count = 0

    def add(amount):
        nonlocal count
        count += amount
        return count

    add(1)
    return add(0.5), count


print(closure())


def late(flag):
    if flag:
        value = 1
    elif flag is None:
        value = 1.5
    try:
        return value
    except UnboundLocalError as error:
        return error


print(late(True), late(None), late(False))


def converted(x):
    return int(x), float(x), round(x), abs(x), str(x), hash(x), math.floor(x), divmod(x, 2), {x: x}[x], [x, x].count(x), (x, x)


print(converted(chosen(True, 2)), converted(chosen(False, 3)))


def classified(x):
    match x:
        case 0:
            return "zero"
        case int():
            return "int"
        case float():
            return "float"


print(classified(chosen(False)), classified(chosen(True)), classified(chosen(False, 2)))


def compared(n, x):
    return n < x, n <= x, n == x, n != x, n > x, n >= x, 0 < n < x < 10, x == 3, n > 2.5


print(compared(3, 3.0), compared(2, 2.5), compared(2**60 + 1, 2.0**60))
total = 0
for each in [0.1] * 3:
    total += each
print(total, total == 0.30000000000000004)


def negated(x):
    return --2.5, -(-2.5) * x, - -x, -(-0.0), --1


print(negated(0.5), negated(2))
