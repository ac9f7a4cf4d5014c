"""The tower of numbers, as abstract base classes."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    """Any number."""

    __slots__ = ()
    __hash__ = None


def _missing(name, *parameters):
    """An abstract method; it has as many parameters as are named, the last of which may have the default None."""

    def unary(self):
        raise NotImplementedError

    def binary(self, other):
        raise NotImplementedError

    def optional(self, other=None):
        raise NotImplementedError

    method = abstractmethod(optional if parameters == ("=None",) else binary if parameters else unary)
    method.__name__ = name
    return method


def _unary(*names):
    return [_missing(f"__{name}__") for name in names]


def _binary(*names):
    return [_missing(f"__{name}__", "other") for name in names]


def _with_reflected(*names):
    """Of each operator the method and the reflected one."""
    return _binary(*[prefix + name for name in names for prefix in ("", "r")])


class Complex(Number):
    """What has a real and an imaginary part."""

    __slots__ = ()

    # What derived classes must have.
    real, imag = property(_missing("real")), property(_missing("imag"))
    conjugate = _missing("conjugate")
    __complex__, __pos__, __neg__, __abs__ = _unary("complex", "pos", "neg", "abs")
    __add__, __radd__, __mul__, __rmul__, __truediv__, __rtruediv__ = _with_reflected("add", "mul", "truediv")
    __pow__, __rpow__ = _with_reflected("pow")
    __eq__, = _binary("eq")

    # What follows from that.

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    """What can be ordered and rounded."""

    __slots__ = ()

    __float__, __trunc__, __floor__, __ceil__ = _unary("float", "trunc", "floor", "ceil")
    __round__ = _missing("__round__", "=None")
    __floordiv__, __rfloordiv__, __mod__, __rmod__ = _with_reflected("floordiv", "mod")
    __lt__, __le__ = _binary("lt", "le")

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    def conjugate(self):
        return +self

    real = property(lambda self: +self)
    imag = property(lambda self: 0)


class Rational(Real):
    """What has a numerator and a denominator."""

    __slots__ = ()

    numerator, denominator = property(_missing("numerator")), property(_missing("denominator"))

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Whole numbers."""

    __slots__ = ()

    __int__, __invert__ = _unary("int", "invert")
    __lshift__, __rlshift__, __rshift__, __rrshift__ = _with_reflected("lshift", "rshift")
    __and__, __rand__, __xor__, __rxor__, __or__, __ror__ = _with_reflected("and", "xor", "or")

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    numerator = property(lambda self: +self)
    denominator = property(lambda self: 1)


Complex.register(complex)
Real.register(float)
Integral.register(int)
