class Power:
    def __pow__(self, *args):
        return "pow", args

    def __rpow__(self, *args):
        return "rpow", args


class Plain:
    pass


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


for base in (2, 2.0, True, 1j, "a", Power(), Plain()):
    for exponent in (3, 3.0, 1j, None):
        for modulus in (5, 5.0, "m", 2j):
            print(type(base).__name__, exponent, modulus, end=": ")
            attempt(pow, base, exponent, modulus)
attempt(pow, 0, Plain(), 0)


class Endless:
    @property
    def __bases__(self):
        return self, self


def is_subclass(cls, base):
    try:
        return issubclass(cls, base)
    except RecursionError:
        return "recursion"


print(is_subclass(Endless(), int), is_subclass(int, Endless()), isinstance(1, Endless()))
