# Assignment expressions: everywhere they may stand, and the scope that they bind in.
import asyncio

if (n := 10) > 5:
    print(n)
print((a := 1, b := 2), a + b, [c := 3, c * 2], {(k := "k"): (v := 4)}, k, v)
print([last := x for x in range(4)], last, [y for x in range(3) if (y := x * 2)], y)
print(any((witness := w) > 2 for w in range(5)), witness)
while (step := n - 1) > 8:
    n = step
print(step, f"{(inside := 7)}", f"{inside:=5}", inside, (lambda: (z := 5) + z)(), max(p := 1, q := 2), p, q)


def function(default=(d := 9)):
    total = 0
    values = [total := total + i for i in range(4)]
    nested = [[(j, outer_most := i) for j in range(2)] for i in range(2)]

    def inner():
        nonlocal total
        return [total := total * 2 for _ in range(3)], total

    return values, total, nested, outer_most, inner(), total, default


def with_global():
    global counted
    return [counted := i for i in range(3)], sum(counted := counted + 1 for _ in range(3))


class Body:
    first = (second := 2) + 1
    third = [third_ for third_ in range(second)]


async def main():
    if (value := await asyncio.sleep(0, "slept")) and (m := [await asyncio.sleep(0, i) for i in range(2)]):
        print(value, m)
    print([r async for i in stream() if (r := i * 2)], r, x[(key := 1)], x[(lower := 0) : (upper := 2)], lower, upper)
    assert (checked := True), (message := "unused")
    print(checked, "message" in locals())
    del x[(gone := 0)]
    print(x, gone)


async def stream():
    for i in range(3):
        yield i


x = [1, 2, 3]
print(function(), d)
print(with_global(), counted)
print(Body.first, Body.second, Body.third, hasattr(Body, "third_"))
asyncio.run(main())
match (subject := (1, 2)):
    case (first, _) if (second := first + 1) > 1:
        print(subject, first, second)
for i in (items := [1, 2]):
    items = None
print(i, items, "no" if (x := None) else "none", x, not (t := 0), t)
try:
    print(unset_by_comprehension)
except NameError as error:
    print(error)
print([unset_by_comprehension := 0 for _ in []])
