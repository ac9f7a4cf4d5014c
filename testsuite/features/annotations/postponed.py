# `from __future__ import annotations`: no annotation is evaluated; functions keep their text.
from __future__ import annotations


def f(a: undefined[int,str], b: "quoted", c: x.y . z = 1, *d: *tuple[int, ...], e: (lambda q, *r, s=1: q+1) = 0, **g: {**a, 'k':[1,2]}) -> not a or b and -c ** 2:
    local: whatever = 1
    return local


def g(a: f'{x!r:>{w}}', b: a if b else (c,), c: [x for x in y if z], e: a[1:2, ::3], h: a.b(c, *d, k=1, **e), i: 1 < 2 <= x in y is not z, j: ~(a + b) * c @ d // 2 % 3 << 1 >> 2 & 3 ^ 4 | 5, k: (), l: (1,), m: 1.5e300, n: 0xff, o: b'x', p: ..., q: None, r: 2j, s: {1, 2}, t: await_, u: (a, b), v: -(-1), w: (1).real, x: "a" "b", y: (x for x in y), z: {k: v for k, v in z}): ...


for function in (f, g):
    for name, text in function.__annotations__.items():
        print(name, "->", text)
print(f(1, 2))
