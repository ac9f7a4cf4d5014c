"""Bases that stand for others: __mro_entries__ of objects and of functions, __orig_bases__, subscripts of classes."""


class Stand:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("asked with", len(bases))
        return self.bases


class A:
    pass


class B:
    pass


class C(Stand(A, B), dict):
    pass


print(C.__bases__, [type(base).__name__ for base in C.__orig_bases__], "__orig_bases__" in A.__dict__)


def Tupled(name):
    raise NotImplementedError


def entries(bases):
    return (tuple,)


Tupled.__mro_entries__ = entries


class D(Tupled):
    pass


print(D.__bases__, D((1, 2)), D.__orig_bases__ == (Tupled,))


class Nothing(Stand()):
    pass


print(Nothing.__bases__)
for bases in ((5,), (Stand(5),), (Stand(bool),)):
    try:

        class Wrong(*bases):
            pass

        print(Wrong)
    except TypeError as error:
        print("TypeError:", error)
try:
    type("E", (Stand(A),), {})
except TypeError as error:
    print("TypeError:", error)


class Sub:
    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key}]"


class SubSub(Sub):
    pass


print(Sub[int], SubSub[1, 2])
try:
    A[int]
except TypeError as error:
    print("TypeError:", error)


class Ints(list[int]):
    pass


print(Ints([1]), Ints.__bases__, Ints.__orig_bases__)
