# Names for annotations, and anext.
import asyncio
from typing import Any, Optional, Callable, List, TYPE_CHECKING, TypeVar, cast
from collections.abc import Awaitable, Iterable
T = TypeVar("T")
Handler = Callable[[int], Awaitable[None]]
Maybe = Optional[int]
def f(x: Optional[int] = None, y: "List[str]" = [], z: int | None = None) -> Any:
    return x
a: Any = 3
print(f(2), TYPE_CHECKING, cast(int, "s"), T, a)
print(Any, Optional[int], List["str"] if 0 else List[int], Iterable)
async def agen():
    yield 1
async def main():
    g = agen()
    print(await anext(g), await anext(g, "none"), vars(type("X", (), {})()) if 0 else 1)
    g2 = aiter(agen())
    async for x in g2: print(x)
    try: await asyncio.wait_for(asyncio.sleep(1), 0.001)
    except asyncio.TimeoutError as e: print(repr(e))
asyncio.run(main())
