"""typing's context managers are those of contextlib: as classes, as origins and as bases."""
import contextlib
import pickle
import typing
from typing import AsyncContextManager, ContextManager, NewType, get_origin


class Opened(ContextManager[int]):
    def __exit__(self, *error):
        return None


class Plain(ContextManager):
    def __exit__(self, *error):
        return None


class Later(AsyncContextManager[int]):
    async def __aexit__(self, *error):
        return None


print(Opened.__mro__, Plain.__mro__, Later.__mro__, sep="\n")
with Opened() as opened, Plain() as plain:
    print(type(opened).__name__, type(plain).__name__)
print(isinstance(opened, ContextManager), isinstance(contextlib.nullcontext(), AsyncContextManager), issubclass(dict, ContextManager))
print(get_origin(ContextManager[int]) is contextlib.AbstractContextManager, get_origin(AsyncContextManager), ContextManager[int])


class Shop:
    Price = NewType("Shop.Price", int)


print(pickle.loads(pickle.dumps(Shop.Price)) is Shop.Price)
