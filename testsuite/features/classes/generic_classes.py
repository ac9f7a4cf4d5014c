# Generic classes: what they make, aliases, and what's inherited.
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar
import typing

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self):
        return bool(self.items)


class Limited(Stack[T]):
    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def push(self, item: T) -> None:
        if len(self) >= self.limit:
            raise OverflowError(f"more than {self.limit}")
        super().push(item)


class Repository(ABC, Generic[K, V]):
    @abstractmethod
    def get(self, key: K) -> V | None: ...

    def require(self, key: K) -> V:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found


class InMemory(Repository[str, int]):
    def __init__(self) -> None:
        self.data: dict[str, int] = {}

    def get(self, key: str) -> int | None:
        return self.data.get(key)

    def add(self, key: str, value: int) -> None:
        self.data[key] = value


class Pair[A, B]:
    def __init__(self, first: A, second: B) -> None:
        self.first = first
        self.second = second

    def swap(self) -> "Pair[B, A]":
        return Pair(self.second, self.first)

    def __repr__(self) -> str:
        return f"Pair({self.first!r}, {self.second!r})"


@dataclass
class Box(Generic[T]):
    value: T
    label: str = "box"

    def map(self, f):
        return Box(f(self.value), self.label)


class Node(typing.Generic[T]):
    def __init__(self, value: T, next: "Node[T] | None" = None) -> None:
        self.value = value
        self.next = next


def plain() -> None:
    stack: Stack[int] = Stack()
    for i in range(5):
        stack.push(i * i)
    print(stack.pop(), len(stack), bool(stack))
    words = Stack[str]()
    words.push("a")
    print(words.pop().upper(), bool(words))
    try:
        words.pop()
    except IndexError as error:
        print(error)
    limited = Limited[float](2)
    limited.push(1.5)
    limited.push(2.5)
    try:
        limited.push(3.5)
    except OverflowError as error:
        print(error, limited.items, isinstance(limited, Stack))


def abstract() -> None:
    memory = InMemory()
    memory.add("a", 1)
    print(memory.require("a"), memory.get("b"))
    try:
        memory.require("b")
    except KeyError as error:
        print(repr(error))
    try:
        Repository()
    except TypeError as error:
        print(error)


def parameters() -> None:
    pair = Pair(1, "x")
    print(pair.swap(), Pair[int, int](1, 2), pair.swap().first.upper())
    print(Box(3).map(lambda v: v + 0.5), Box[int](4, "b"), Box("s") == Box("s"))
    node = Node(1, Node(2, Node(3)))
    total = 0
    while node:
        total += node.value
        node = node.next
    print(total)


total: Stack[int] = Stack()
total.push(4)
print(total.pop())
plain()
abstract()
parameters()
