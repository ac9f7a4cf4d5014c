"""timeit with statements and setups as text: literals, f-strings with holes for names, attributes and numbers."""
import timeit
from timeit import Timer, timeit as t

count = 0


def f(n=1):
    global count
    count += n
    return count


class S:
    def push(self, x):
        pass

    def pop(self):
        pass


s = S()
print(t("f()", setup="from __main__ import f", number=10) > 0, count)
print(t("f(2)", globals=globals(), number=10) > 0, count)
setup = """
from __main__ import f
data = [1, 2, 3]
def g(x):
    return x + len(data)
"""
print(t("f(g(1)); data.append(1)", setup=setup, number=3) > 0, count)
print(timeit.timeit('"-".join(str(n) for n in range(100))', number=100) > 0)
print(len(timeit.repeat("x = [i for i in range(10)]\nx.sort()", repeat=3, number=10)))
for func in ("f", "g"):
    if func == "f":
        print(t(f"{func}(5)", setup="from __main__ import f", number=2) > 0, count)
for func in (f,):
    print(t(f"z.{func.__name__}(25)", setup="import __main__ as z", number=2) > 0, count)
    for n in (1, 100):
        print(t(f"f({n})", globals=globals(), number=2) > 0, count)
try:
    t("nothing(1)", number=1)
except NameError as error:
    print(error)
print(Timer("s.push(1); s.pop()", "from __main__ import s").timeit(5) > 0)
print(t("total = total + 1", "total = 5", number=3) > 0)
print(t("time.time()", number=2) > 0)
# Names of the setup's that the statement binds too, and those that a text's own scopes bind.
print(t("""
for i in range(2):
    seen.append([value for value in (i, base)])
base = base + 1
""", "seen, base = [], 10; import __main__; __main__.seen = seen", number=2) > 0, seen)
print(t("measure(lambda x: x + offset)", "offset = 2; from __main__ import results; measure = lambda g: results.append(g(1))",
        globals={}, number=2) > 0 if (results := []) == [] else None, results)
print(t("a.append(f'{b}-{len(b)}')", globals={"a": results, "b": "text"}, number=1) > 0, results)
for wrong in ("1 / 0", lambda: 1 / 0):
    try:
        t(wrong, number=1)
    except ZeroDivisionError as error:
        print(error)
# CPython's compiler would warn of these, if anybody gave them to timeit.
never_timed = ["seen is 5", "{kind}(values)", "'text'[1.5]"]
print(len(never_timed))
