# Widths and precisions of `%` that nothing can hold.
import sys

for fmt, args in [
    ("%.*d", (sys.maxsize, 1)),
    ("%*d", (sys.maxsize, 1)),
    ("%*d", (-sys.maxsize, 1)),
    ("%.*f", (sys.maxsize, 1.0)),
    ("%.*s", (sys.maxsize, "x")),
    ("%*s", (sys.maxsize, "x")),
    ("%.*x", (2**31 - 1, 1)),
    ("%.99999999999d", (1,)),
    ("%99999999999999999999d", (1,)),
    (b"%.*d", (sys.maxsize, 1)),
    (b"%*d", (sys.maxsize, 1)),
    (b"%*s", (sys.maxsize, b"x")),
    ("%*.*d|%-*d|", (6, 3, 7, 4, 1)),
    ("%.*s|%.*s", (1, "xyz", -1, "xyz")),
]:
    try:
        print(fmt, fmt % args)
    except (OverflowError, MemoryError, ValueError) as error:
        print(fmt, type(error).__name__, error)

# Keys and places don't mix: from the first key on there's nothing to take without one.
for form in ("%s %(k)s %(k)s", "%(k)s %s", "%(k)*d", "%(k)s %%", "%(k)d %(k)5d"):
    try:
        print(form % {"k": 1})
    except TypeError as error:
        print(error)
for form in (b"%(k)d %d", b"%d %(k)d"):
    try:
        print(form % {b"k": 1})
    except TypeError as error:
        print(error)
