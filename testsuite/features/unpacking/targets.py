# Assignment to every kind of target, in Python's order.
a, b = 1, 2
a, b = b, a
(c, [d, *e]), f = ("x", "yzw"), {}
print(a, b, c, d, e, f)
first, *middle, last = range(6)
*start, end = "ab"
print(first, middle, last, start, end)
items = [0, 0]
i = 0
i, items[i] = 1, "set"
print(i, items)
x = y = []
x.append(1)
print(y, x is y)
table = {}
table["k"], table["j"] = table, 2
print(table["j"], table["k"] is table)
n = 5
n += 1; n *= 2; n -= 3; n //= 2; n **= 2; n %= 10; n <<= 3; n |= 1; n ^= 3; n &= 0xFF; n >>= 1
print(n)
values = [1]
alias = values
values += [2]
print(alias)
for action in [lambda: unpack([1]), lambda: unpack([1, 2, 3]), lambda: unpack(5), lambda: unpack_star([])]:
    try:
        action()
    except (ValueError, TypeError) as error:
        print(error)
    except NameError:
        print("not yet")


def unpack(x):
    a, b = x


def unpack_star(x):
    a, *b = x


for action in [lambda: unpack([1]), lambda: unpack([1, 2, 3]), lambda: unpack(5), lambda: unpack_star([])]:
    try:
        action()
    except (ValueError, TypeError) as error:
        print(error)
