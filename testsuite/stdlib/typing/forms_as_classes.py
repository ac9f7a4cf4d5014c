"""What typing's forms, protocols and new types say as bases, as classes of isinstance, and to get_type_hints."""
import typing
from typing import (Annotated, ClassVar, Final, Generic, Iterable, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union,
                    get_args, get_origin, get_type_hints, no_type_check, runtime_checkable)

T = TypeVar("T")
UserId = NewType("UserId", int)
Price = NewType("shop.Price", float)


class Plain:
    def __enter__(self): return self

    def __exit__(self, *exc): return None


def attempt(make):
    try:
        print(make())
    except TypeError as error:
        print("TypeError:", error)


def derive_from_union():
    class Bad(Union[int, str]): ...


def derive_from_literal():
    class Bad(Literal[1]): ...


def derive_from_final():
    class Bad(Final[int]): ...


def derive_from_optional():
    class Bad(Optional): ...


def derive_from_new_type():
    class Bad(UserId): ...


def protocol_of_a_plain_class():
    class Bad(Plain, Protocol): ...


def protocol_of_protocols():
    @runtime_checkable
    class Sized(Iterable[T], Protocol[T]):
        def __len__(self) -> int: ...
    return isinstance([], Sized), isinstance(iter([]), Sized)


for make in (derive_from_union, derive_from_literal, derive_from_final, derive_from_optional, derive_from_new_type, protocol_of_a_plain_class,
             protocol_of_protocols):
    attempt(make)

print(Price, Price.__name__, Price.__qualname__)

# Without the module contextlib in the program.
print(isinstance(Plain(), typing.ContextManager), isinstance(1, typing.ContextManager), issubclass(Plain, typing.AsyncContextManager))
attempt(lambda: issubclass(1, typing.ContextManager))

print(get_args(Literal[[], [], 1, 1]), get_args(Literal[1, Literal[1, 2]]))


@no_type_check
class Unchecked:
    unknown: "Nowhere" = 1

    def method(self, x: "Nowhere"): ...

    @classmethod
    def of(cls, x: "Nowhere"): ...

    class Inner:
        def method(self, x: "Nowhere"): ...

    other = Plain


print(Unchecked.__no_type_check__, hasattr(Plain, "__no_type_check__"))
for each in (Unchecked, Unchecked.method, Unchecked.of, Unchecked.Inner.method):
    print(get_type_hints(each))

NamedTuple("A", x=int)
NamedTuple("B")
NamedTuple("C", None)
TypedDict("D")
TypedDict("E", None)
attempt(lambda: NamedTuple("F", [], x=int))
attempt(lambda: NamedTuple("G", None, x=int))
print(NamedTuple("H", [])(), TypedDict("I", {})())
