# The greatest precision: results that are exact need no more room than their digits.
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Decimal, InvalidOperation, getcontext


def factorial(n, m):
    if n > m:
        return factorial(m, n)
    if m == 0:
        return 1
    if n == m:
        return n
    return factorial(n, (n + m) // 2) * factorial((n + m) // 2 + 1, m)


context = getcontext()
context.prec, context.Emax, context.Emin = MAX_PREC, MAX_EMAX, MIN_EMIN
print(factorial(Decimal(60), Decimal(0)), Decimal(7) // 2, Decimal(7) % 2, divmod(Decimal("1e40"), 3))
print(Decimal(7).remainder_near(4), Decimal("1.5") * Decimal("2.25") + Decimal("1e-30"))
context.prec = 3
print(Decimal(999) // 1, Decimal(12345) + 0, Decimal("999.9") + 0, Decimal(0) // 5)
for operation in (lambda: Decimal(1000) // 1, lambda: Decimal(123456) % 7, lambda: Decimal(10000).remainder_near(3)):
    try:
        print(operation())
    except InvalidOperation as error:
        print(error)

# More digits than an int may be turned into text with.
context.prec = 6000
many = factorial(Decimal(1800), Decimal(0))
text = str(many)
print(len(text), text[:20], text.rstrip("0")[-20:], many.adjusted(), len(many.as_tuple().digits), f"{many:.5e}")
ones = Decimal("1" * 5000)
print(str(ones + 1)[-5:], ones == int(ones), len(repr(ones * 9)), str(Decimal(2).sqrt())[-20:], len(str(Decimal(1) / 7)))
try:
    int("1" * 5000)
except ValueError as error:
    print(str(error)[:40])
