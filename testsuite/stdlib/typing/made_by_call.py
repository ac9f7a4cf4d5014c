"""Type aliases and parameters with defaults, made by calls."""
import typing
from typing import Generic, NoDefault, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T", default=int)
P = ParamSpec("P", default=[int, str])
Ts = TypeVarTuple("Ts", default=typing.Unpack[tuple[int, str]])
plain = TypeVar("plain")
print(T, T.__default__, T.has_default(), P.__default__, Ts.__default__, plain.__default__ is NoDefault, plain.has_default())
print(TypeVar("N", default=None).__default__, TypeVar("B", bound=int, default=bool).__bound__)
inferred = TypeVar("inferred", infer_variance=True)
print(inferred, inferred.__infer_variance__, inferred.__covariant__, TypeVar("C", covariant=True))


class Box(Generic[T]):
    pass


print(Box[str], Box[str].__args__)

Number = TypeAliasType("Number", int | float)
Pair = TypeAliasType("Pair", tuple[T, T], type_params=(T,))
print(Number, Number.__value__, Number.__name__, Number.__type_params__, Number.__parameters__)
print(Pair, Pair.__value__, Pair.__type_params__, Pair[int], Pair[int].__args__, Pair[int].__origin__ is Pair)
print(Number | None, isinstance(Number, TypeAliasType), type(Number).__name__)

type Other[X] = dict[str, X]
print(Other[int], type(Other) is TypeAliasType)
attempt(lambda: Number[int])
attempt(TypeAliasType, 1, int)
attempt(TypeAliasType, "A", int, type_params=[T])
attempt(TypeVar, 1)
attempt(TypeVar, "V", covariant=True, contravariant=True)
attempt(TypeVar, "V", covariant=True, infer_variance=True)
attempt(TypeVar, "V", int)
attempt(TypeVar, "V", int, str, bound=int)
