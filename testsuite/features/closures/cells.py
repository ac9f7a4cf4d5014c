# Captured variables are shared cells: late binding, nonlocal, counters.
def counter():
    count = 0

    def increase(by=1):
        nonlocal count
        count += by
        return count

    def value():
        return count

    return increase, value


increase, value = counter()
increase()
increase(10)
other, _ = counter()
print(value(), other())

print([f() for f in [lambda: n for n in range(3)]])
print([f() for f in [lambda n=n: n for n in range(3)]])


def compose(*functions):
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x

    return composed


print(compose(str, lambda x: x + 1, abs)(-5))


def early(flag):
    def read():
        return later

    if flag:
        later = "assigned"
    return read


print(early(True)())
try:
    early(False)()
except NameError as error:
    print(error)


def outer():
    number = 1
    late: int

    def inner():
        return number, late

    return inner


for cell in outer().__closure__:
    print([word for word in repr(cell).replace(">", " ").split() if not word.startswith("0x")])
