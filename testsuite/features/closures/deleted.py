# Closures that outlive what they capture: `del`, and the names of handlers, which are deleted at their end.
def deleted():
    x = 1

    def read():
        return x

    def nested():
        return lambda: x

    print(read(), nested()())
    del x
    for f in (read, nested()):
        try:
            print(f())
        except NameError as error:
            print(type(error).__name__, error)
    x = "again"
    print(read(), nested()())


def handled():
    try:
        1 / 0
    except ZeroDivisionError as error:
        read = lambda: error
        print(read())
    try:
        print(read())
    except NameError as unbound:
        print(unbound)


def returned():
    try:
        [].pop()
    except IndexError as error:
        return lambda: error


def iterated():
    rows = [1]
    generator = (rows for _ in range(2))
    print(next(generator))
    del rows
    try:
        next(generator)
    except NameError as error:
        print(error)


def kept_number():
    total = 0.5

    def add(x):
        nonlocal total
        total += x
        return total

    print(add(1.0))
    del total
    try:
        add(2.0)
    except NameError as error:
        print(type(error).__name__, error)


deleted()
handled()
try:
    returned()()
except NameError as error:
    print(error)
iterated()
kept_number()
