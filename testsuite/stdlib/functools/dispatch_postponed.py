from __future__ import annotations
# Implementations by annotations that are kept as text.
import functools
from typing import Optional, Union
class Loc: pass
@functools.singledispatch
def show(x): return f"obj {x!r}"
@show.register
def _(x: int) -> str: return f"int {x}"
@show.register
def _(x: list | tuple): return f"seq {len(x)}"
@show.register
def _(x: Loc): return "loc"
@show.register
def _(x: Union[str, bytes], *a: int): return "text"
for v in (1, [2], (3,), Loc(), "s", 2.5, True): print(show(v))
for src in ("Missing", "list[int]", "Optional[list[int]]"):
    pass
try:
    @show.register
    def _(x: Missing): pass
except NameError as e: print(type(e), e)
try:
    @show.register
    def _(x: list[int]): pass
except TypeError as e: print(e)
try:
    @show.register
    def _(x: Union[list[int], int]): pass
except TypeError as e: print(e)
try:
    @show.register
    def _(x, y): pass
except TypeError as e: print(str(e)[:44])
class M:
    @functools.singledispatchmethod
    def m(self, a): return "default"
    @m.register
    def _(self, a: int): return "int"
    @m.register
    @classmethod
    def _(cls, a: str): return cls.__name__
print(M().m(1), M().m("x"), M().m(2.5))
