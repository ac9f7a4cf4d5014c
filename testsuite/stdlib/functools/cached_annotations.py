"""Cached functions have the annotations of what they wrap."""
import functools
import inspect
import typing


@functools.lru_cache
def listed(a: int, b: "str" = "") -> list[int]:
    """Lists."""
    return [a]


@functools.cache
def same[T](a: T) -> T:
    return a


print(typing.get_type_hints(listed), listed.__annotations__, inspect.signature(listed))
print(typing.get_type_hints(same), same.__type_params__)
