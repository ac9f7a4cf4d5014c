"""Arguments fitted to parameters of all kinds: what is given by place, what by keyword, what is wrong."""
import inspect


def nothing():
    pass


def by_place(a, b=1, /):
    pass


def by_place_and_rest(a, b, c=3, /, **rest):
    pass


def either(a, /, b, c=2):
    pass


def many(a, *more, k):
    pass


def keywords(a, /, *, k, m=5):
    pass


def everything(a, /, b, *more, k=1, **rest):
    pass


def tried(function, args, kwargs, method):
    try:
        bound = getattr(inspect.signature(function), method)(*args, **kwargs)
    except TypeError as error:
        return str(error)
    shown = f"{bound} {bound.args} {bound.kwargs}"
    bound.apply_defaults()
    return f"{shown} {bound.arguments}"


for function in (nothing, by_place, by_place_and_rest, either, many, keywords, everything):
    print(function.__name__)
    for args in ((), (1,), (1, 2), (1, 2, 3)):
        for kwargs in ({}, {"a": 1}, {"b": 2}, {"a": 1, "b": 2}, {"b": 1, "c": 2}, {"k": 1}, {"z": 1, "k": 2}):
            full, partial = [tried(function, args, kwargs, method) for method in ("bind", "bind_partial")]
            print(args, kwargs, full, *([] if full == partial else ["|", partial]))
