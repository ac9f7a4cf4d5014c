"""Signatures: what they show, how arguments are fitted to them, and what they refuse."""
import functools
import inspect
from inspect import Parameter, Signature


def everything(a, /, b: int, c=3, *args, d, e: str = "x", **kw) -> list[int]:
    """Has parameters of all kinds."""


def keyword_only(*, x):
    pass


class Plain:
    def __init__(self, a, b=2):
        pass

    def method(self, x):
        pass

    @classmethod
    def of_class(cls, y: "Plain"):
        pass

    @staticmethod
    def static(z):
        pass

    def __call__(self, q):
        pass


class Derived(Plain):
    pass


class Bare:
    pass


class Made:
    def __new__(cls, u):
        return object.__new__(cls)


@functools.wraps(everything)
def wrapping(*args):
    return everything(*args)


CALLABLES = {
    "everything": everything,
    "keyword_only": keyword_only,
    "method": Plain.method,
    "bound": Plain(1).method,
    "class method": Plain.of_class,
    "static": Plain.static,
    "callable": Plain(1),
    "derived": Derived,
    "bare": Bare,
    "made": Made,
    "wrapping": wrapping,
    "partial": functools.partial(everything, 1, c=5),
    "partial keyword": functools.partial(keyword_only, x=1),
    "lambda": lambda first, *rest: 0,
}
for name, each in CALLABLES.items():
    print(name, inspect.signature(each), repr(inspect.signature(each)))
print(inspect.signature(wrapping, follow_wrapped=False))

whole = inspect.signature(everything)
for parameter in whole.parameters.values():
    print(repr(parameter), parameter.kind, repr(parameter.kind), parameter.kind.description, parameter.default, parameter.annotation)
print(whole.return_annotation, Signature.empty, Parameter.empty is Signature.empty)
print(whole == inspect.signature(everything), hash(whole) == hash(inspect.signature(everything)), whole == inspect.signature(keyword_only))
print(whole.replace(return_annotation=int), whole.format(max_width=10))

ARGUMENTS = [
    ((1, 2), {"d": 4}), ((1,), {}), ((), {}), ((1, 2, 3, 4), {"d": 1, "zz": 2}), ((1, 2), {}), ((1, 2), {"d": 1, "b": 3}),
    ((1,), {"a": 1, "b": 2, "d": 3}), ((1, 2, 3, 4, 5), {"d": 6, "e": 7}),
]
for positional, named in ARGUMENTS:
    try:
        bound = whole.bind(*positional, **named)
    except TypeError as error:
        print(error)
        continue
    print(bound, bound.args, bound.kwargs)
    bound.apply_defaults()
    print(bound.arguments)
print(whole.bind_partial(1), whole.bind(1, 2, d=3) == whole.bind(1, b=2, d=3))
for positional, named in [((1,), {}), ((), {"x": 1, "y": 2}), ((), {})]:
    try:
        print(inspect.signature(keyword_only).bind(*positional, **named))
    except TypeError as error:
        print(error)

for positional, named in ARGUMENTS:
    try:
        print(inspect.getcallargs(everything, *positional, **named))
    except TypeError as error:
        print(error)
print(inspect.getcallargs(Plain(1).method, 5))
print(inspect.getfullargspec(everything))
print(inspect.getfullargspec(Plain.method), inspect.getfullargspec(Plain(1).method).args)


def refused(make):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


refused(lambda: Parameter("a b", Parameter.KEYWORD_ONLY))
refused(lambda: Parameter("a", 9))
refused(lambda: Parameter("if", Parameter.KEYWORD_ONLY))
refused(lambda: Parameter(5, Parameter.KEYWORD_ONLY))
refused(lambda: Parameter("a", Parameter.VAR_KEYWORD, default=1))
refused(lambda: Signature([Parameter("a", Parameter.KEYWORD_ONLY), Parameter("b", Parameter.POSITIONAL_ONLY)]))
refused(lambda: Signature([Parameter("a", Parameter.KEYWORD_ONLY), Parameter("a", Parameter.KEYWORD_ONLY)]))
refused(lambda: inspect.signature(5))
refused(lambda: inspect.signature(functools.partial(keyword_only, 1)))
refused(lambda: inspect.getfullargspec(5))
print(Signature([Parameter("a", Parameter.POSITIONAL_ONLY, annotation=int), Parameter("b", Parameter.VAR_POSITIONAL)]))
print(Parameter("a", Parameter.POSITIONAL_ONLY) == Parameter("a", Parameter.POSITIONAL_ONLY), Parameter("a", Parameter.KEYWORD_ONLY, default=5).replace(name="b"))


def checked(function):
    """Checks arguments against annotations, as many scripts do."""
    wanted = inspect.signature(function)

    @functools.wraps(function)
    def checking(*args, **kwargs):
        for name, value in wanted.bind(*args, **kwargs).arguments.items():
            annotation = wanted.parameters[name].annotation
            if annotation is not Parameter.empty and not isinstance(value, annotation):
                raise TypeError(f"{name} must be {annotation.__name__}")
        return function(*args, **kwargs)

    return checking


@checked
def power(base: int, exponent: int = 2):
    return base**exponent


print(power(3), power(2, exponent=5))
refused(lambda: power("3"))
