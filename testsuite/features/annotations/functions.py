# Annotations of functions: when they're evaluated, and what `__annotations__` holds.
import asyncio


def note(name):
    print("annotation", name)
    return name


def plain(a: note("a"), /, b: note("b") = note("default b"), *args: note("args"), c: note("c") = 1, d=2, **kwargs: note("kwargs")) -> note("result"):
    local: note("never") = 3
    other: undefined_name
    return a, local


class Box:
    def method(self, x: int, y: "Box" = None) -> list["Box"]:
        return [x]

    @staticmethod
    def static(x: int | None): ...

    async def coroutine(self, __private: str) -> None: ...


async def stream(n: int):
    yield n


def starred(*args: tuple[int, ...], x: lambda: 1 = 0, y: {"k": [1, 2]} = 0): ...


print(plain(1), plain.__annotations__)
print(Box.method.__annotations__, Box.static.__annotations__, Box.coroutine.__annotations__, Box().method.__annotations__)
print(stream.__annotations__, (lambda x: x).__annotations__)
print(starred.__annotations__["args"], starred.__annotations__["y"], starred.__annotations__["x"]())
plain.__annotations__["new"] = int
print(plain.__annotations__["new"], len(plain.__annotations__))
plain.__annotations__ = {}
print(plain.__annotations__)
try:

    def broken(x: missing): ...

except NameError as error:
    print(error)
asyncio.run(Box().coroutine("x"))
