# What follows a star and is no iterable.
def f(*a, **k): pass
for c in (lambda: [*None], lambda: (*5,), lambda: {*None}, lambda: f(1, *None), lambda: f(*None), lambda: f(*[], *None), lambda: f(c=1, *None), lambda: print(*5), lambda: print(1, *5), lambda: {**5}, lambda: {"a": 1, **[]}, lambda: f(**5), lambda: f(**{}, **5), lambda: [].extend(None), lambda: [1, *(), *3.5], lambda: "a".join(*5, *[])):
    try: c()
    except TypeError as e: print(e)
