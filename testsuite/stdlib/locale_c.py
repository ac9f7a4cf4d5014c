"""The module locale in the C locale; what the environment says isn't asked."""
import locale


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


print(locale.setlocale(locale.LC_ALL, "C.UTF-8"), locale.getlocale(), locale.getlocale(locale.LC_NUMERIC))
print(locale.localeconv(), locale.getencoding(), locale.getpreferredencoding(False))
for name in ("C", "POSIX", "C.UTF-8", "C.utf8", "xx_YY.UTF-8", "zz", ("zz", "UTF-8")):
    attempt(lambda: locale.setlocale(locale.LC_ALL, name))
    attempt(lambda: locale.getlocale())
locale.setlocale(locale.LC_ALL, "C")
attempt(lambda: locale.setlocale(locale.LC_NUMERIC, "C.UTF-8"))
saved = locale.setlocale(locale.LC_ALL)
print(saved)
attempt(lambda: locale.setlocale(locale.LC_ALL, "C"))
attempt(lambda: locale.setlocale(locale.LC_ALL, saved))
attempt(lambda: locale.setlocale(locale.LC_NUMERIC))
attempt(lambda: locale.setlocale(99))
attempt(lambda: locale.setlocale(99, "C"))
attempt(lambda: locale.setlocale(locale.LC_ALL, 5))
attempt(lambda: locale.format_string("%.2f %d %s %%", (1234567.891, 12345, "x"), grouping=True))
attempt(lambda: locale.format_string("%d", 1234567, grouping=True))
attempt(lambda: locale.format_string("%d", (1, 2)))
attempt(lambda: locale.format_string("%d %*d", (1, 5, 2)))
attempt(lambda: locale.format_string("%(a)d", {"a": 1}))
attempt(lambda: locale.format_string("%d %d", (1,)))
attempt(lambda: [locale.str(1.5), locale.atof("1.5"), locale.atoi("12"), locale.delocalize("1,5"), locale.localize("1234.5", True)])
attempt(lambda: locale.currency(12.3))
attempt(lambda: locale.strcoll("a", "B"))
attempt(lambda: locale.strcoll(1, "B"))
attempt(lambda: sorted(["b", "A", "a"], key=locale.strxfrm))
attempt(lambda: [locale.nl_langinfo(key) for key in (locale.CODESET, locale.DAY_1, locale.ABMON_12, locale.D_FMT, locale.RADIXCHAR, locale.YESEXPR)])
attempt(lambda: locale.nl_langinfo(5))
print(f"{1234567:n}", locale.LC_ALL, locale.CHAR_MAX, issubclass(locale.Error, Exception))
