"""Contexts: how precise results are, and which signals are errors."""

from _support import name_with_module
from contextvars import ContextVar

from decimal._signals import (
    CONDITIONS, ROUND_HALF_EVEN, ROUNDINGS, SIGNALS, Clamped, DivisionByZero, FloatOperation, Inexact, InvalidOperation, Overflow, Rounded,
    Subnormal, Underflow,
)

# The order in which signals are shown.
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997


class _SignalDict(dict):
    """Which of the signals hold. It has all of them, and no other."""

    def __setitem__(self, key, value):
        if key not in SIGNALS:
            raise KeyError("invalid error flag")
        dict.__setitem__(self, key, bool(value))

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def copy(self):
        """A plain dict."""
        return dict(self)


def _names(signals):
    """The names of those that hold."""
    return ", ".join([signal.__name__ for signal in _SHOWN if signals[signal]])


def _signal_dict(given):
    if isinstance(given, dict):
        if set(given) != set(SIGNALS):
            raise KeyError("invalid error flag")
        return _SignalDict({signal: bool(given[signal]) for signal in SIGNALS})
    for signal in given:
        if signal not in SIGNALS:
            raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, "
                            "Subnormal, Inexact, Rounded,\n   Clamped]")
    return _SignalDict({signal: signal in given for signal in SIGNALS})


class Context:
    """Precision, rounding, bounds of exponents, flags of what was signalled and traps of what is an error."""

    __module__ = "decimal"

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        like = DefaultContext
        self.prec = like.prec if prec is None else prec
        self.rounding = like.rounding if rounding is None else rounding
        self.Emin = like.Emin if Emin is None else Emin
        self.Emax = like.Emax if Emax is None else Emax
        self.capitals = like.capitals if capitals is None else capitals
        self.clamp = like.clamp if clamp is None else clamp
        self.traps = _signal_dict(like.traps if traps is None else traps)
        self.flags = _signal_dict([] if flags is None else flags)

    def __setattr__(self, name, value):
        check = _CHECKS.get(name)
        if check is None and name not in ("flags", "traps"):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        if check is not None:
            check(value)
        elif not isinstance(value, _SignalDict):
            value = _signal_dict(value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError(f"{name} cannot be deleted")

    def __repr__(self):
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, "
                f"clamp={self.clamp}, flags=[{_names(self.flags)}], traps=[{_names(self.traps)}])")

    def raise_signal(self, condition, result):
        """Notes a condition, and raises where that's an error; else the result is that."""
        signal = CONDITIONS.get(condition, condition)
        dict.__setitem__(self.flags, signal, True)
        if self.traps[signal]:
            raise signal([condition])
        return result

    def raise_signals(self, conditions, result):
        """Notes several conditions at once; the first one that's an error is raised."""
        for condition in conditions:
            dict.__setitem__(self.flags, condition, True)
        trapped = [signal for signal in SIGNALS if signal in conditions and self.traps[signal]]
        if trapped:
            raise trapped[0](trapped)
        return result

    def clear_flags(self):
        """Nothing was signalled."""
        for signal in SIGNALS:
            self.flags[signal] = False

    def clear_traps(self):
        """No signal is an error."""
        for signal in SIGNALS:
            self.traps[signal] = False

    def copy(self):
        """Another one like this."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy

    def precise(self, prec):
        """One for steps on the way: more digits, and no errors."""
        return Context(prec, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, 1, 0, [], [])

    def Etiny(self):
        """The least exponent of all numbers."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The greatest exponent of a number with all digits."""
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0", /):
        """A number, rounded."""
        from decimal._decimal import Decimal
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self.raise_signal(_conversion_syntax(), Decimal("NaN"))
        made = Decimal(num, self)
        return made if made.is_snan() else made.fixed(self)

    def create_decimal_from_float(self, f, /):
        """A float as a number, rounded."""
        from decimal._decimal import Decimal
        return Decimal.from_float(f).fixed(self)

    def power(self, a, b, modulo=None):
        """A power."""
        from decimal import _arithmetic as arithmetic
        return arithmetic.power(*self._operands((a, b)), self, None if modulo is None else self._operands((modulo,))[0])

    def _operands(self, values):
        from decimal._decimal import Decimal
        made = []
        for value in values:
            if isinstance(value, int):
                value = Decimal(value)
            elif not isinstance(value, Decimal):
                raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
            made.append(value)
        return made


def _conversion_syntax():
    from decimal._signals import ConversionSyntax
    return ConversionSyntax


def _operation(name):
    def method(self, *args):
        """The method of Decimal in this context."""
        first, *others = self._operands(args)
        return getattr(first, name)(*others, context=self)

    return method


for _name in ("compare", "compare_signal", "exp", "fma", "ln", "log10", "logb", "max", "max_mag", "min", "min_mag", "next_minus", "next_plus",
              "normalize", "quantize", "remainder_near", "sqrt", "to_integral_value", "to_integral_exact", "scaleb"):
    setattr(Context, _name, _operation(_name))


def _arithmetic(name):
    def method(self, *args):
        """The arithmetic operation in this context."""
        from decimal import _arithmetic as arithmetic
        return getattr(arithmetic, name)(*self._operands(args), self)

    return method


for _name in ("abs", "add", "subtract", "multiply", "divide", "divide_int", "remainder", "minus", "plus"):
    setattr(Context, _name, _arithmetic(_name))
Context.divmod = _arithmetic("divmod_")


def _in_range(name, least, most):
    def check(value):
        if not isinstance(value, int):
            raise TypeError("an integer is required")
        if not least <= value <= most:
            raise ValueError(f"valid range for {name} is [{least if abs(least) < 10**17 else 'MIN_EMIN'}, "
                             f"{most if most < 10**17 else 'MAX_PREC' if name == 'prec' else 'MAX_EMAX'}]")

    return check


def _check_rounding(value):
    if value not in ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, "
                        "ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")


_CHECKS = {"prec": _in_range("prec", 1, MAX_PREC), "rounding": _check_rounding, "Emin": _in_range("Emin", MIN_EMIN, 0),
           "Emax": _in_range("Emax", 0, MAX_EMAX), "capitals": _in_range("capitals", 0, 1), "clamp": _in_range("clamp", 0, 1)}


class _Defaults:
    prec, rounding, Emin, Emax, capitals, clamp = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0
    traps = [InvalidOperation, DivisionByZero, Overflow]


DefaultContext = _Defaults
DefaultContext = Context()
BasicContext = Context(9, "ROUND_HALF_UP", traps=[s for s in SIGNALS if s.__name__ in (
    "InvalidOperation", "DivisionByZero", "Overflow", "Underflow", "Clamped")])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])

_current = ContextVar("decimal_context")


def getcontext():
    """The context of this thread or task."""
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context, /):
    """Makes a context that of this thread or task."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:
    """Another context for a `with` statement."""

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, kind, value, traceback):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """A manager of a copy of the context, with some of its attributes changed."""
    made = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in _CHECKS and name not in ("flags", "traps"):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(made, name, value)
    return _ContextManager(made)


name_with_module(Context)
