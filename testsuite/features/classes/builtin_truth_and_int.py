# Classes derived from built-in ones, by their own `__len__`, `__bool__` and `__int__`.
class Full(list):
    def __len__(self):
        return 42


class Hollow(dict):
    def __len__(self):
        return 0


class Decided(str):
    def __len__(self):
        return 0

    def __bool__(self):
        return True


class Later(set):
    pass


class Number(int):
    def __int__(self):
        return 77

    def __len__(self):
        return 0


class Plain(int):
    pass


class Wrong(int):
    def __int__(self):
        return "seventy"


class Bad(tuple):
    def __len__(self):
        return -1


print(bool(Full()), not Full(), bool(Hollow(a=1)), "full" if Full() else "empty", bool(Decided("")))
print(bool(Later({1})), bool(Later()))
Later.__len__ = lambda self: 3
print(bool(Later()), Later() and "yes")
del Later.__len__
print(bool(Later()))
print(int(Number(5)), Number(5) + 1, "%d" % Number(5), bool(Number(0)), bool(Number(5)), int(Plain(6)), type(int(Plain(6))))
for wrong in (lambda: int(Wrong(1)), lambda: bool(Bad())):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(error)
print([hasattr(each, "__bool__") for each in ([], {}, "", b"", (), set(), range(2), 1, 1.5, None, bytearray())])
