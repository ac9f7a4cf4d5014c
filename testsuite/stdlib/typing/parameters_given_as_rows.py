"""What ParamSpec and TypeVarTuple are replaced by: rows of types."""
from typing import (Callable, Concatenate, Dict, Generic, List, Optional, ParamSpec, Tuple, TypeVar, TypeVarTuple, Union, Unpack)

T = TypeVar("T")
D = TypeVar("D", default=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Handler(Generic[P]): ...


class Task(Generic[T, P]): ...


class Row(Generic[T, Unpack[Ts]]): ...


class Any(Generic[*Ts]): ...


class Defaulted(Generic[T, D]): ...


def attempt(make):
    try:
        made = make()
    except TypeError as error:
        print("TypeError:", error)
    else:
        print(made, getattr(made, "__args__", None), getattr(made, "__parameters__", None))


for make in (
    lambda: Handler[int, str], lambda: Handler[[int, str]], lambda: Handler[int], lambda: Handler[...], lambda: Handler[P],
    lambda: Task[int, [str, bytes]], lambda: Task[int, P], lambda: Task[int, ...], lambda: Task[int, P][[str]],
    lambda: Task[int, [T]][str], lambda: Task[int],
    lambda: Row[int], lambda: Row[int, str, float], lambda: Row[()], lambda: Row[int, *Ts][str, bytes],
    lambda: Any[int, str], lambda: Any[()],
    lambda: Callable[P, int][[str, bytes]], lambda: Callable[P, int][str, bytes], lambda: Callable[P, T][[str], int],
    lambda: Callable[P, int][...], lambda: Callable[Concatenate[int, P], T][[str], int], lambda: Callable[[T], T][int],
    lambda: Tuple[Unpack[Ts]][int, str], lambda: tuple[*Ts][int, str], lambda: tuple[T, *Ts][int], lambda: tuple[T, *Ts][()],
    lambda: Dict[T, List[T]][int], lambda: Union[T, int][str], lambda: Optional[T][None], lambda: List[T][int, str],
    lambda: Defaulted[str], lambda: Defaulted[str, bytes], lambda: Defaulted[int, str, float], lambda: Generic[D, T],
):
    attempt(make)
