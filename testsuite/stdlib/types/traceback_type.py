# The class of tracebacks, by its name.
import types
from types import TracebackType


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, traceback: TracebackType | None) -> bool:
        print(kind, isinstance(traceback, TracebackType), isinstance(traceback, types.NoneType), isinstance(error, TracebackType))
        return True


for fails in (False, True):
    with Manager():
        if fails:
            raise ValueError("wrong")

try:
    [].pop()
except IndexError as error:
    print(type(error.__traceback__) is TracebackType, TracebackType.__name__, TracebackType is types.TracebackType)
    try:
        print(error.with_traceback(None).__traceback__)
        error.__traceback__ = "nonsense"
    except TypeError as other:
        print(other, isinstance(other.__traceback__, types.TracebackType))
