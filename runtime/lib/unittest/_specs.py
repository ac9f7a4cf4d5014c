"""The signatures of what mocks stand for: calls are checked against them, and compared as they bind their arguments."""

import functools
import inspect
import types

from unittest._mock_calls import call

_FUNCTIONS = (types.FunctionType, types.MethodType)

_ASSERTIONS = (
    "assert_called_with", "assert_called_once_with", "assert_has_calls", "assert_any_call", "assert_called", "assert_not_called",
    "assert_called_once",
)
_ASYNC_ASSERTIONS = (
    "assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with", "assert_any_await", "assert_has_awaits",
    "assert_not_awaited",
)


def signature_of(spec, is_instance, is_bound):
    """How the spec is called, or None where nothing tells: a class as its constructor is, without the first parameter if bound."""
    if isinstance(spec, type) and not is_instance:
        spec, is_bound = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        is_bound = isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, _FUNCTIONS):
        spec = getattr(spec, "__call__", None)
    if spec is None:
        return None
    try:
        return inspect.signature(functools.partial(spec, None) if is_bound else spec)
    except (TypeError, ValueError):
        return None


def unwrapped(function):
    """What the decorators of a function wrapped; itself where that has no end."""
    try:
        return inspect.unwrap(function)
    except ValueError:
        return function


def skips_first(spec, name, is_class):
    """Whether a spec's function has a first argument that calls of a mock's method leave out: a class's has, others are bound already."""
    if not is_class and name in getattr(spec, "__dict__", {}):
        return False
    for cls in (spec if is_class else type(spec)).__mro__:
        if name in cls.__dict__:
            return is_class and isinstance(cls.__dict__[name], _FUNCTIONS)
    return is_class


def bound_call(signature, made):
    """A call with its arguments as the signature binds them; the TypeError where they don't fit."""
    if signature is None:
        return made
    name, args, kwargs = ("", *made) if len(made) == 2 else made
    try:
        bound = signature.bind(*args, **kwargs)
    except TypeError as error:
        return error.with_traceback(None)
    return call(name, bound.args, bound.kwargs)


def function_for(mock, spec, signature, is_async):
    """A function that calls the mock, which keeps its state there; as a class's attribute it's a method, as the spec is."""

    if is_async:

        async def stand_in(*args, **kwargs):
            return await mock(*args, **kwargs)
    else:

        def stand_in(*args, **kwargs):
            return mock(*args, **kwargs)

    for name in ("__name__", "__doc__", "__module__", "__qualname__", "__text_signature__", "__defaults__", "__kwdefaults__"):
        if hasattr(spec, name):
            setattr(stand_in, name, getattr(spec, name))
    state = ["called", "call_count", "call_args", "call_args_list", "method_calls", "mock_calls", "side_effect"]
    methods = ["reset_mock", "mock_add_spec", "attach_mock", "configure_mock", *_ASSERTIONS]
    if is_async:
        state += ["await_count", "await_args", "await_args_list"]
        methods += _ASYNC_ASSERTIONS
        stand_in._is_coroutine = mock.__dict__["_is_coroutine"]
    if not stand_in.__name__.isidentifier():
        stand_in.__name__ = "funcopy"
    if signature is not None:
        stand_in.__signature__ = signature
    stand_in.mock = mock
    stand_in.return_value = mock.return_value
    for name in [*state, *methods]:
        setattr(stand_in, name, getattr(mock, name))
    mock.__dict__["_mock_delegate"] = stand_in
    return stand_in
