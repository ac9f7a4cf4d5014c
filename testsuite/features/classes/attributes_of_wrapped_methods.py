# Static and class methods: what they have from their functions, and attributes of their own.
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)
def f(cls, arg: int):
    "f doc"
    return cls
f.extra = 1
for W in staticmethod, classmethod:
    w = W(f)
    print(w.__name__, w.__doc__, w.__qualname__, w.__module__, w.__annotations__, w.__wrapped__ is f, w.__isabstractmethod__)
    attempt('extra', lambda: w.extra)
    attempt('code', lambda: w.__code__)
    print(sorted(w.__dict__))
    w.x = 3
    print(w.x, w.__dict__['x'])
    del w.x
    attempt('x', lambda: w.x)
    def d(): del w.x
    attempt('del', d)
    def s(): w.__func__ = 3
    attempt('func', s)
    w.__name__ = 'changed'
    print(w.__name__, f.__name__)
    n = W(None)
    attempt('dict', lambda: n.__name__)
    class D(W): pass
    dd = D(f)
    dd.y = 1
    print(dd.y, dd.__name__)
    def set_dict(): n.__dict__ = {'a': 1}; return n.a
    attempt('set', set_dict)
import abc
class A(abc.ABC):
    @classmethod
    @abc.abstractmethod
    def m(cls): ...
    @staticmethod
    @abc.abstractmethod
    def n(): ...
print(A.__abstractmethods__ == frozenset({'m','n'}), A.__dict__['m'].__isabstractmethod__)
