# Parameters die before the function's other variables, in the order in which they're declared.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("~", self.name)


def plain(a, b, c=None):
    local = Thing("local")
    other = Thing("other")
    return 1


def quiet(a, b):
    return None


def star(*args, **kwargs):
    local = Thing("local")


def returned(a, b):
    x = Thing("x")
    return a


def captured(a, b):
    x = Thing("x")

    def inner():
        return a, x

    return inner


def failing(a, b):
    x = Thing("x")
    raise ValueError("failed")


class Holder:
    def take(self, a, b):
        x = Thing("x")
        return self


def things(names):
    return [Thing(name) for name in names]


plain(*things("ab"))
print(plain(*things("abc")), "called")
quiet(*things("de"))
star(*things("fg"), k=Thing("k"))
print(returned(*things("hi")).name)
inner = captured(*things("jl"))
print(len(inner()))
del inner
try:
    failing(*things("mn"))
except ValueError as error:
    print(error)
print("failed")
Holder().take(*things("op"))
print(list(map(quiet, things("qr"), things("st"))), "mapped")
print(weakref.ref(things("u")[0])())


def generator(a, b):
    x = Thing("x")
    yield 1
    y = Thing("y")
    yield 2


print(list(generator(*things("vw"))))
print(next(generator(*things("yz"))), "next")
