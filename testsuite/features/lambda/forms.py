# Lambdas: defaults, stars, captured names, as keys and in tables.
operations = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": lambda *args: max(args), "neg": lambda x=1: -x}
print(operations["+"](1, 2), operations["-"]("5" and 5, 3), operations["max"](1, 9, 4), operations["neg"](), operations["neg"](x=4))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)), list(map(lambda x: x * 2, [1, 2])), list(filter(lambda x: x, [0, 1, "", "a"])))
print((lambda x: lambda y: (x, y))(1)(2), (lambda **k: k)(a=1))
f = lambda n: 1 if n == 0 else n * f(n - 1)
print(f(25), f.__name__)
