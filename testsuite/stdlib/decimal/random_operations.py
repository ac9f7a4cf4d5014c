# All operations on random numbers in random contexts, with the signals.
import decimal, random
from decimal import *
D = Decimal
R = random.Random(7)

def rnd():
    k = R.random()
    if k < 0.05:
        return R.choice(['0', '-0', '0E+3', '0.00', 'Infinity', '-Infinity', 'NaN', '-NaN123', 'sNaN', '1', '-1', '10', '0.1', '1E+5', '1.0', '1.00'])
    n = R.choice([1, 2, 3, 5, 10, 28, 29, 40])
    c = ''.join((R.choice('0123456789') for _ in range(n)))
    e = R.choice([0, 0, -1, -2, -5, -28, 3, -n, R.randrange(-60, 60)])
    return R.choice(['', '-']) + c + 'E%d' % e

def out(f):
    c = getcontext()
    c.clear_flags()
    try:
        r = f()
        s = repr(r)
    except Exception as e:
        s = type(e).__name__ + ' ' + str(e)
    return s + ' ' + ','.join(sorted((k.__name__ for k, v in c.flags.items() if v)))
N = 12
for i in range(N):
    c = getcontext()
    c.prec = R.choice([28, 28, 9, 3, 16, 1, 50])
    c.rounding = R.choice([ROUND_HALF_EVEN] * 3 + [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_05UP])
    if R.random() < 0.3:
        c.Emin, c.Emax = (-30, 30)
    else:
        c.Emin, c.Emax = (-999999, 999999)
    c.clear_traps() if R.random() < 0.7 else [c.traps.__setitem__(s, True) for s in (InvalidOperation, DivisionByZero, Overflow)]
    sa, sb = (rnd(), rnd())
    a, b = (D(sa), D(sb))
    n = R.randrange(-6, 20)
    ctxs = '%s %s prec=%d %s %d' % (sa, sb, c.prec, c.rounding, c.Emax)
    ops = {'+': lambda: a + b, '-': lambda: a - b, '*': lambda: a * b, '/': lambda: a / b, '//': lambda: a // b, '%': lambda: a % b, 'divmod': lambda: divmod(a, b), 'rn': lambda: a.remainder_near(b), 'neg': lambda: -a, 'abs': lambda: abs(a), 'pos': lambda: +a, 'cmp': lambda: a < b if 1 else 0, 'eq': lambda: a == b, 'compare': lambda: a.compare(b), 'max': lambda: max(a, b) and a.max(b), 'min': lambda: a.min(b), 'q': lambda: a.quantize(b), 'q2': lambda: a.quantize(D('0.01')), 'norm': lambda: a.normalize(), 'int': lambda: a.to_integral_value(), 'ie': lambda: a.to_integral_exact(), 'sqrt': lambda: a.sqrt(), 'fma': lambda: a.fma(b, D(3)), 'powi': lambda: a ** n, 'str': lambda: str(a), 'eng': lambda: a.to_eng_string(), 'toint': lambda: int(a), 'hash': lambda: hash(a) == hash(b), 'tuple': lambda: a.as_tuple(), 'ratio': lambda: a.as_integer_ratio(), 'adj': lambda: a.adjusted(), 'float': lambda: float(a), 'round': lambda: round(a, 2), 'round0': lambda: round(a), 'class': lambda: a.number_class(), 'np': lambda: a.next_plus(), 'nm': lambda: a.next_minus(), 'total': lambda: a.compare_total(b), 'logb': lambda: a.logb(), 'scaleb': lambda: a.scaleb(n), 'fmt': lambda: [format(a, s) for s in ('', '.2f', 'e', '.3e', 'g', '.3g', '%', '.1%', '010.2f', ',.2f', '+', '<12', '^20.1f', 'z.1f', '012,.1f', '>+15')], 'lt': lambda: (a <= b, a > b, a != b), 'create': lambda: c.create_decimal(sa)}
    for k, f in ops.items():
        print(ctxs, k, out(f))
    if i % 4 == 0:
        for k, f in {'exp': lambda: (a * D('1e-%d' % max(0, a.adjusted()))).exp() if a.is_finite() else a.exp(), 'ln': lambda: abs(a).ln(), 'log10': lambda: abs(a).log10(), 'pow': lambda: abs(D(sa[:5].split('E')[0] or '1')) ** D(sb[:4].split('E')[0].strip('-') or '2')}.items():
            print(ctxs, k, out(f))
