"""What objects are."""

import _asyncio
import functools
import sys
import types
from abc import ABCMeta
from collections.abc import Awaitable

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512


# What an object is.


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    # Methods of the runtime's classes are no functions in Python.
    return isinstance(object, types.MethodType) and not isinstance(object.__func__, (types.BuiltinFunctionType, types.MethodDescriptorType))


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return type(object).__name__ == "traceback" and type(object).__module__ == "builtins"


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Whether `await` takes it."""
    return isinstance(object, types.CoroutineType) or types._is_awaitable_generator(object) or isinstance(object, Awaitable)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object) or isinstance(object, functools.partial):
        return False
    cls = type(object)
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__") and not hasattr(cls, "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__set__") or hasattr(cls, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismethodwrapper(object):
    return type(object).__name__ == "method-wrapper"


def isroutine(object):
    return ismethodwrapper(object) or isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    """Whether it's a class with abstract methods left."""
    if not isinstance(object, type):
        return False
    if not isinstance(object, ABCMeta) or hasattr(object, "__abstractmethods__"):
        return bool(getattr(object, "__abstractmethods__", None))
    # The class is still being made: `__init_subclass__` asks.
    inherited = [getattr(object, name, None) for base in object.__bases__ for name in getattr(base, "__abstractmethods__", ())]
    return any(getattr(value, "__isabstractmethod__", False) for value in [*object.__dict__.values(), *inherited])


def _unwrap_partial(func):
    while isinstance(func, functools.partial):
        func = func.func
    return func


def _has_code_flag(f, flag):
    """Whether a function's code has a flag; partials and methods are looked through."""
    while True:
        marker = getattr(f, "__partialmethod__", None)
        if isinstance(marker, functools.partialmethod):
            f = marker.func
        elif isinstance(f, functools.partialmethod):
            f = f.func
        elif isinstance(f, types.MethodType):
            f = f.__func__
        elif isinstance(f, functools.partial):
            f = f.func
        else:
            break
    if not isfunction(f):
        return flag == CO_COROUTINE and _asyncio.is_native_coroutine_function(f)
    return bool(f.__code__.co_flags & flag)


_coroutine_mark = object()


def markcoroutinefunction(func):
    """Makes `iscoroutinefunction` say yes."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_mark = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Whether it's an `async def` function."""
    if _has_code_flag(obj, CO_COROUTINE):
        return True
    obj = _unwrap_partial(obj)
    if ismethod(obj):
        obj = obj.__func__
    if isclass(obj):
        return False
    return getattr(obj, "_is_coroutine_mark", None) is _coroutine_mark


def isgeneratorfunction(obj):
    return _has_code_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def unwrap(func, *, stop=None):
    """The function behind decorators that set `__wrapped__`."""
    seen = {id(func): func}
    found = func
    while hasattr(found, "__wrapped__") and not isclass(found):
        if stop is not None and stop(found):
            break
        found = found.__wrapped__
        if id(found) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen[id(found)] = found
    return found
