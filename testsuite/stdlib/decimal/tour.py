# The module decimal: numbers, contexts, traps, rounding.
import decimal, math, numbers
from decimal import *
D = Decimal

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
print(getcontext())
print(BasicContext)
print(ExtendedContext)
for f in (lambda: D('1.10') + D('2.2'), lambda: D(1) / D(3), lambda: D('x'), lambda: D(''), lambda: D(' 1_000.5 '), lambda: D('1e5'), lambda: D(3.5), lambda: D(0.1), lambda: D((1, (1, 2, 3), -2)), lambda: D((0, (1,), 'F')), lambda: D([0, [1], 0]), lambda: D((2, (1,), 0)), lambda: D((0, (1, 11), 0)), lambda: D((0, 1)), lambda: D(None), lambda: D(1j), lambda: D(True), lambda: D(D(5)), lambda: D(value='3'), lambda: D(), lambda: D('NaN'), lambda: D('-sNaN12'), lambda: D('inf'), lambda: D('١٢'), lambda: D(1) + 1.5, lambda: D(1) + 2, lambda: 2 - D(1), lambda: D(1) < 1.5, lambda: D('0.1') == 0.1, lambda: D('0.5') == 0.5, lambda: D(1) == '1', lambda: D(1) < '1', lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) // 0, lambda: D(1) % 0, lambda: divmod(D(7), 2), lambda: D(-7) // 2, lambda: D(-7) % 2, lambda: D(2) ** 10, lambda: D(2) ** (-1), lambda: D(2) ** D('0.5'), lambda: 2 ** D(3), lambda: pow(D(3), 4, 5), lambda: D(0) ** 0, lambda: (-D(2)) ** D('0.5'), lambda: D(-1).sqrt(), lambda: D(2).sqrt(), lambda: D(1).exp(), lambda: D(10).ln(), lambda: D(0).ln(), lambda: D(1000).log10(), lambda: D('1E+1000000'), lambda: D('9E+999999') * 10, lambda: D('1.005').quantize(D('0.01')), lambda: D('1.005').quantize(D('0.01'), ROUND_HALF_UP), lambda: D('1.005').quantize(D('0.01'), rounding='x'), lambda: D('1E+30').quantize(D('0.01')), lambda: round(D('2.675'), 2), lambda: round(D('2.5')), lambda: round(D('-3.5')), lambda: math.floor(D('-1.5')), lambda: math.ceil(D('1.2')), lambda: math.trunc(D('-1.9')), lambda: int(D('12.9')), lambda: int(D('inf')), lambda: int(D('nan')), lambda: float(D('1.1')), lambda: hash(D(5)) == hash(5), lambda: hash(D('0.5')) == hash(0.5), lambda: hash(D('sNaN')), lambda: {D(1): 'a'}[1], lambda: sum([D('0.1')] * 10), lambda: max(D(1), D(2)), lambda: sorted([D(3), D('1.5'), 2]), lambda: f"{D('1234567.891'):,.2f}", lambda: f"{D('0.5'):.0%}", lambda: '%s %d %.2f' % (D('1.5'), D('1.5'), D('1.5')), lambda: str(D('1E-7')), lambda: str(D('0.000001')), lambda: str(D('123E+3')), lambda: D('123E+3').to_eng_string(), lambda: D('1.20').normalize(), lambda: D('100').normalize(), lambda: D('1.20').as_tuple(), lambda: D('1.5').as_integer_ratio(), lambda: D('inf').as_integer_ratio(), lambda: D('-0'), lambda: -D(0), lambda: abs(D('-5')), lambda: +D('1.23456789012345678901234567890'), lambda: bool(D('0.0')), lambda: D('1.5').is_finite(), lambda: D('nan') == D('nan'), lambda: D('nan') < 1, lambda: D('snan') + 1, lambda: D(5).compare(D(3)), lambda: D(5).max(3), lambda: D('1.1').copy_sign(D(-1)), lambda: D('12.3').adjusted(), lambda: D('1.23').same_quantum(D('9.99')), lambda: D('1.5').to_integral_value(), lambda: D(5).__format__('q'), lambda: format(D('1'), '5d'), lambda: Decimal.from_float(0.1), lambda: Decimal.from_float('x'), lambda: D('3').radix(), lambda: D('1.0').number_class(), lambda: D(1).foo, lambda: complex(D('1.5')), lambda: D('1.5').real, lambda: D('0E-10'), lambda: D('0E+10'), lambda: D('1.5').scaleb(2), lambda: D('150').logb(), lambda: D(2).fma(3, 4), lambda: D(10).remainder_near(6), lambda: D('1').next_plus(), lambda: isinstance(D(1), numbers.Number), lambda: D('1e400') * D('1e400'), lambda: D(7) / D(2) * D('1.0')):
    show(f)
c = getcontext()
print(c.flags[Inexact], c.prec)
c.prec = 6
print(D(1) / 7)
c.prec = 28
with localcontext() as x:
    x.prec = 5
    x.rounding = ROUND_UP
    print(D(1) / 3, D(2) / 3)
    print(x)
with localcontext(prec=4) as x:
    print(D(1) / 7)
with localcontext(Context(prec=3)):
    print(D(10) / 3)
print(D(1) / 3)
for f in (lambda: setattr(c, 'prec', 0), lambda: setattr(c, 'prec', 'x'), lambda: setattr(c, 'rounding', 'x'), lambda: setattr(c, 'foo', 1), lambda: setattr(c, 'Emin', 1), lambda: Context(traps=[5]), lambda: Context(prec=5, rounding=ROUND_DOWN), lambda: c.create_decimal('1.23456789012345678901234567890123'), lambda: c.create_decimal(' 1'), lambda: c.divide(1, 3), lambda: c.add(D(1), 2), lambda: c.sqrt(2), lambda: c.power(2, 3), lambda: c.power(2, 3, 5), lambda: c.divmod(7, 2), lambda: c.copy().prec, lambda: c.Etiny(), lambda: c.Etop(), lambda: c.clear_flags(), lambda: c, lambda: localcontext(foo=1), lambda: setcontext(5), lambda: c.quantize(D('1.555'), D('0.1')), lambda: c.compare(1, 2), lambda: c.max(1, 2), lambda: c.add('1', 2)):
    show(f)
c.traps[Inexact] = True
show(lambda: D(1) / 3)
c.traps[Inexact] = False
c.traps[FloatOperation] = True
show(lambda: D(0.5))
show(lambda: D(1) < 0.5)
show(lambda: D(1) == 0.5)
c.traps[FloatOperation] = False
c.traps[DivisionByZero] = False
print(D(1) / 0, D(-1) / 0)
c.traps[InvalidOperation] = False
print(D(0) / 0, D('x'), D(-1).sqrt())
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(r, [str(D(v).quantize(D('0.1'), rounding=r)) for v in ('1.25', '-1.25', '1.35', '1.21', '-1.29', '1.05')])

class Money(Decimal):

    def __str__(self):
        return '$' + super().__str__()
m = Money('5.50')
print(m, repr(m), type(m + 1), m + 1)
print(DivisionByZero.__mro__, InvalidOperation([1]).args, D.__module__, Decimal, type(D(1)), DecimalTuple(0, (1,), 2), MAX_PREC, MIN_EMIN)
