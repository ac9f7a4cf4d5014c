"""Where `super()` and an attribute of it fail, the error is at the whole attribute."""
import traceback


class A:
    def f(self, x):
        return "A.f", x

    @classmethod
    def g(cls):
        return "A.g"


class B(A):
    def f(self, x):
        self = 7
        return super().f(x)

    def h(self):
        del self
        return super().f(1)

    def two(self, x):
        return super(B, x).f(1)

    def missing(self):
        return super().nothing(1,
                               2)

    def attr(self, x):
        self = x
        return super().f

    def attr2(self, x):
        return 1 + super(x, self).f

    def plain(self, x):
        self = x
        s = super()
        return s

    def starred(self, x):
        self = x
        return super().f(*[1])

    def keywords(self, x):
        self = x
        return super().f(x=x, **{})

    def three(self):
        return super(B, self, 1).f

    def cls_attr(self, x):
        self = x
        return super().__class__

    def nested(self, x):
        def inner():
            return super().f(x)
        return inner()

    def nested2(self, x):
        def inner(y):
            return super().f(x)
        return inner(self), inner(x)

    def lines(self, x):
        self = x
        return super(
        ).f(
            1
        )

    def typ(self, x):
        return super(x).f(1)

    def packed(*args):
        return super().f(*args)

    def bad_args(self):
        return super().f()


def outside():
    return super().f(1)


def outside3(a):
    return super(B, a).f(1)


b = B()
for call in (lambda: b.f(1), b.h, lambda: b.two(3), b.missing, lambda: b.attr(3), lambda: b.attr2(3), lambda: b.plain(3),
             lambda: b.starred(3), lambda: b.keywords(3), b.three, lambda: b.cls_attr(3), lambda: b.nested(1), lambda: b.nested2(1), lambda: b.lines(3), lambda: b.typ(3), b.packed, b.bad_args,
             outside, lambda: outside3(1), lambda: b.two(b)):
    try:
        print(call())
    except Exception:
        print(traceback.format_exc().split("\n", 3)[3].replace(__file__, "super_places.py"))
