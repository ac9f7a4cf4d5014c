"""Types with arguments, and typing's forms, copied and pickled; and an object that remembers with which arguments its class was called."""

import copy
import pickle
import typing
import collections.abc
from typing import Annotated, Any, Callable, ClassVar, Concatenate, Dict, Final, Generic, List, Literal, NewType, Optional, ParamSpec, Protocol, Tuple, TypeVar, Union

T = TypeVar("T")
P = ParamSpec("P")
UserId = NewType("UserId", int)
type Pair[A] = tuple[A, A]


class Box(Generic[T]):
    def __init__(self, x):
        self.x = x


class New[U]:
    pass


def plain(): pass


for a in (list[int], dict[str, list[int]], List[int], Dict[str, int], Optional[int], int | None, int | str, Literal["a", 1], Callable[[int], str], Callable[..., Any],
          Callable, Tuple[int, ...], Tuple[()], ClassVar[int], Final[int], Annotated[int, "x"], Box[int], Box[T], New[int], Any, Generic, T, P, UserId, Pair, Pair[int], collections.abc.Callable[[int], str],
          collections.abc.Mapping[str, int], type[int], List, Union[int, List[str]], typing.Self, typing.NoReturn, typing.Type[int], typing.Iterator[int], ..., NotImplemented, None, plain, Box, len, range(3), slice(1, 2), type(None),
          tuple[int, ...], list[int] | None, Callable[P, int], Callable[Concatenate[int, P], int], typing.Text, collections.OrderedDict[str, int], Box(1).__init__.__func__):
    out = []
    for f in (copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))):
        try:
            b = f(a)
            out.append(f"{b == a} {type(b) is type(a)}")
        except Exception as e:
            out.append(f"{type(e).__name__}: {e}"[:90])
    print(repr(a)[:50], *out, sep=" | ")
b = Box[int]([1])
print(b.__orig_class__, copy.deepcopy(b).__dict__, vars(copy.copy(b)), pickle.loads(pickle.dumps(b)).__orig_class__)
print(Box[int].__reduce__(), list[int].__reduce__())
