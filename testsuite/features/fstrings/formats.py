# f-strings: conversions, format specifications, nesting, debugging form.
name, n, x, big = "ada", 42, 3.14159, 10**20
print(f"{name}|{name!r}|{name:>6}|{name:<6}|{name:^7}|{name:*^7}|{name:.2}")
print(f"{n}|{n:5}|{n:<5}|{n:05}|{n:+}|{n:x}|{n:#x}|{n:b}|{n:o}|{n:,}|{big:,}|{big:_}|{n:c}|{n:e}")
print(f"{x}|{x:.2f}|{x:8.3f}|{x:e}|{x:g}|{x:%}|{x:.0f}|{-x:+.1f}|{1e300:g}|{1234567.891:,.2f}")
print(f"{n=} {x=:.1f} {name=!s} {n + 1 = }")
width, precision = 10, 3
print(f"{x:{width}.{precision}}|{'nested'}|{f'{n}'}|{{braces}}|{[1, 2][0]}|{'q' 'r'}")
print(f"{True}|{None}|{[1, 'a']}|{(1,)}|{ {'k': 1.0} }|{True:d}|{True:>6}")
for value, spec in [(1, "s"), ("a", "d"), (1.5, "x"), ([], "5")]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as error:
        print(error)


# The text before `=` is decoded like the literal that it's part of.
print(f"{'\n' = } {b"\xc3\x41" = } {len("\x41\u00e9") = }\n")
print(rf"{'\n' = }")
