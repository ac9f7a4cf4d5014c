# *args and **kwargs, taken and given.
def show(*args, **kwargs):
    print(args, kwargs)


def mixed(first, *rest, flag=False, **options):
    return first, rest, flag, options


show()
show(1, *[2, 3], *"ab", x=1, **{"y": 2})
print(mixed(*range(3), flag=True, colour="red"))
print(mixed(*(1,), **dict(flag=0)))
print(max(*[3, 1, 2]), [*range(2), *"xy"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[], 1), {*[1], *(1,)})


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


print(forward(mixed, 1, 2, flag="f", z=0))
for action in [
    lambda: mixed(),
    lambda: show(**{1: 2}),
    lambda: show(*5),
    lambda: mixed(1, **{"first": 2}),
    lambda: show(**{"a": 1}, **{"a": 2}),
]:
    try:
        action()
    except TypeError as error:
        print(error)
