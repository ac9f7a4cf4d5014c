"""Protocols, runtime checks, typed dicts, hints, and the small functions of typing."""
import typing
from typing import (Protocol, runtime_checkable, TypedDict, NotRequired, Required, Any, Literal, Annotated, NewType, Union, Optional,
                    Callable, Final, ClassVar, TypeVar, ParamSpec, Concatenate, Generic, Self, cast, overload, final, assert_never,
                    get_args, get_origin, get_type_hints, TYPE_CHECKING, Awaitable, Iterator, AsyncIterator, SupportsInt, SupportsFloat,
                    SupportsIndex, SupportsAbs, Hashable, Sized, Text, AnyStr, NoReturn, Never, TypeAlias, TypeGuard, override,
                    is_typeddict, get_protocol_members, is_protocol, IO, TextIO, BinaryIO,
                    dataclass_transform, no_type_check, LiteralString, Unpack, TypeVarTuple)


@runtime_checkable
class Closer(Protocol):
    name: str

    def close(self) -> None: ...


class File:
    name = "f"

    def close(self):
        pass


class Half:
    def close(self):
        pass


class Plain(Protocol):
    def run(self, n: int) -> str:
        """Runs."""
        ...


class Runner(Plain):
    def run(self, n):
        return "run" * n


class Other:
    def run(self, n):
        return "other"


def use(r: Plain) -> str:
    return r.run(2)


print(use(Runner()), use(Other()))
print(isinstance(File(), Closer), isinstance(Half(), Closer), isinstance(3, Closer))
try:
    print(isinstance(File(), Plain))
except TypeError as e:
    print(e)
try:
    print(issubclass(File, Closer))
except TypeError as e:
    print(e)
try:
    Plain()
except TypeError as e:
    print(e)
print(isinstance(Runner(), Plain) if False else "no")


@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...
    def area(self) -> float: ...


class Square:
    def __init__(self, n): self.n = n
    def draw(self): return "sq"
    def area(self): return self.n ** 2


class Circle(Drawable):
    def draw(self): return "ci"
    def area(self): return 3.0


print(issubclass(Square, Drawable), isinstance(Square(2), Drawable), isinstance(Circle(), Drawable), issubclass(int, Drawable))
print([x.draw() for x in [Square(1), Circle()] if isinstance(x, Drawable)])
print(is_protocol(Drawable), is_protocol(Circle), sorted(get_protocol_members(Closer)))
print(isinstance(3, SupportsInt), isinstance("x", SupportsInt), isinstance(2.5, SupportsFloat), isinstance(3, SupportsIndex))
print(isinstance((), Hashable), isinstance([], Sized))


@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...


print(isinstance([], HasLen), isinstance(3, HasLen))
T_co = TypeVar("T_co", covariant=True)


class Source(Protocol[T_co]):
    async def read(self) -> T_co: ...


class Impl:
    async def read(self): return 3


class Movie(TypedDict):
    title: str
    year: int


class Extended(Movie, total=False):
    rating: float
    id: Required[int]


class Mixed(TypedDict):
    a: int
    b: NotRequired[str]


m: Movie = {"title": "Up", "year": 2009}
print(m, Movie(title="X", year=1), type(Movie(title="a", year=2)), Movie({"title": "q", "year": 0}))
print(Movie.__annotations__, Movie.__total__, sorted(Extended.__required_keys__), sorted(Extended.__optional_keys__), Mixed.__optional_keys__)
print(is_typeddict(Movie), is_typeddict(dict), Movie.__name__, Movie.__mro__)
Alt = TypedDict("Alt", {"in": int, "x-y": str})
print(Alt.__annotations__, Alt(**{"in": 3}))
Alt2 = TypedDict("Alt2", {"a": int}, total=False)
print(Alt2.__total__)
try:
    isinstance({}, Movie)
except TypeError as e:
    print(e)

UserId = NewType("UserId", int)
u = UserId(5)
print(u, UserId, UserId.__name__, UserId.__supertype__, type(UserId).__name__, UserId.__module__)
print(Literal["a", 1, True], get_args(Literal["a", 1]), get_origin(Literal[1]) is Literal)
print(Annotated[int, "meta", 3], get_args(Annotated[int, "m"]), Annotated[int, "m"].__metadata__)
print(Union[int, str], Optional[int], int | None, Union[int, None], get_args(Optional[int]), get_origin(Union[int, str]))
print(Callable[[int, str], bool], get_args(Callable[[int], str]), get_origin(Callable[[int], str]), Callable[..., Any])
print(list[int], dict[str, list[int]], tuple[int, ...], get_origin(list[int]), get_args(dict[str, int]))
print(Final[int], ClassVar[str], Awaitable[int], Iterator[str], AsyncIterator[int], type[int])
print(Any, NoReturn, Never, Self, TypeAlias, LiteralString)
P = ParamSpec("P")
R = TypeVar("R")
print(P, R, P.args, P.kwargs, Callable[P, R], Concatenate[int, P], TypeVar("B", bound=int).__bound__, AnyStr, AnyStr.__constraints__)


def logged(func: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print("calling", func.__name__)
        return func(*args, **kwargs)
    return inner


@logged
def add(a: int, b: int = 2) -> int:
    return a + b


print(add(1), add(1, b=5))


@overload
def conv(x: int) -> str: ...
@overload
def conv(x: str) -> int: ...
def conv(x):
    return str(x) if isinstance(x, int) else int(x)


print(conv(3), conv("4"))


@final
class Leaf:
    @final
    def go(self): return cast(int, "not really")

    @override
    def __str__(self): return "leaf"


print(Leaf().go(), Leaf(), Leaf.__final__, Leaf.go.__final__)
try:
    assert_never(3)
except AssertionError as e:
    print(e)


def nested(a: "dict[str, list[Leaf]]", b: typing.List["Leaf"], c: "Leaf | None", d: Callable[["Leaf"], "int"], e: Annotated["Leaf", 3], f: Literal["a"]): ...


print(get_type_hints(nested))
print(get_type_hints(nested, include_extras=True))


def hinted(a: int, b: "str", c: Optional["Leaf"] = None, *args: float, **kw: Annotated[int, "x"]) -> "list[Leaf]": ...


print(get_type_hints(hinted))
print(get_type_hints(hinted, include_extras=True)["kw"])


class Node:
    parent: Optional["Node"]
    kids: "list[Node]"
    count: ClassVar[int] = 0


class Sub(Node):
    extra: int


print(get_type_hints(Sub))
S = TypeVar("S")


class Stack(Generic[S]):
    def __init__(self) -> None:
        self.items: list[S] = []
    def push(self, x: S) -> Self:
        self.items.append(x)
        return self
    def pop(self) -> S:
        return self.items.pop()


s = Stack[int]()
print(s.push(1).push(2).pop(), Stack[int])
print(TYPE_CHECKING, Text is str, typing.List[int], typing.Dict[str, int], typing.Tuple[int, str], typing.Set[int], typing.Type[int])
if typing.TYPE_CHECKING:
    from nowhere import nothing
