"""Instances whose class is replaced: methods, properties, type() and isinstance() are the new one's"""
import sys


class A:
    def f(self):
        return "A"

    @property
    def p(self):
        return 1


class B:
    def f(self):
        return ["B"]

    @property
    def p(self):
        return "two"


a = A()
a.__class__ = B
print(a.f(), a.p, type(a).__name__, a.__class__.__name__, isinstance(a, A), isinstance(a, B))
setattr(a, "__class__", A)
print(a.f(), a.p, type(a).__name__)
