"""Helpers for `with` statements."""

import abc
import posix
import sys
from _fspath import fspath
from functools import partial, wraps
from types import GenericAlias, MethodType
from collections import deque

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
    "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
    "redirect_stderr", "suppress", "aclosing", "AsyncContextDecorator", "chdir",
]

_static_layouts = True


# The two protocols.


def _implements(cls, method):
    """Whether the class has the method; a class that sets it to None has not."""
    for base in cls.__mro__:
        if method in base.__dict__:
            return base.__dict__[method] is not None
    return False


def _recognising(*methods):
    """A `__subclasshook__`: what has these methods is a subclass of the class that the hook stands in, not of the ones derived from it."""

    def __subclasshook__(cls, candidate):
        if "__subclasshook__" in cls.__dict__ and all(_implements(candidate, method) for method in methods):
            return True
        return NotImplemented

    return classmethod(__subclasshook__)


class AbstractContextManager(abc.ABC):
    """What has `__enter__` and `__exit__`."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)
    __subclasshook__ = _recognising("__enter__", "__exit__")

    def __enter__(self):
        """The object itself."""
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """A true result stops the exception."""


class AbstractAsyncContextManager(abc.ABC):
    """What has `__aenter__` and `__aexit__`."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)
    __subclasshook__ = _recognising("__aenter__", "__aexit__")

    async def __aenter__(self):
        """The object itself."""
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """A true result stops the exception."""


class ContextDecorator:
    """Lets a context manager be a decorator too."""

    def _recreate_cm(self):
        """The manager to enter for a call; those that can be entered only once give a new one."""
        return self

    def __call__(self, func):
        @wraps(func)
        def managed(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return managed


class AsyncContextDecorator:
    """Lets an asynchronous context manager be a decorator too."""

    _recreate_cm = ContextDecorator._recreate_cm

    def __call__(self, func):
        @wraps(func)
        async def managed(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return managed


# Context managers from generators.


class _GeneratorContextManagerBase:
    """What both kinds share: the generator, how to make it again, and what's to be made of an exception that leaves it."""

    # The exceptions that a generator can't let through: they come out as the cause of a RuntimeError.
    _wrapped = ()

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self._call = partial(type(self), func, args, kwds)
        # The function says more about itself than this class does.
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self._call()

    def _let_through(self, raised, thrown):
        """Whether the exception that the generator raised is the one that was thrown into it."""
        if isinstance(raised, RuntimeError) and isinstance(thrown, self._wrapped) and raised is not thrown:
            raised = raised.__cause__
        return raised is thrown


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    _wrapped = StopIteration

    def __enter__(self):
        # It would keep the arguments alive.
        del self._call
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        failed = typ is not None
        thrown = typ() if failed and value is None else value
        try:
            if failed:
                self.gen.throw(thrown)
            else:
                next(self.gen)
        except StopIteration as stop:
            return failed and stop is not thrown
        except BaseException as raised:
            if not failed or not self._let_through(raised, thrown):
                raise
            thrown.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()" if failed else "generator didn't stop")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """Helper for @asynccontextmanager decorator."""

    _wrapped = (StopIteration, StopAsyncIteration)

    async def __aenter__(self):
        del self._call
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        failed = typ is not None
        thrown = typ() if failed and value is None else value
        try:
            if failed:
                await self.gen.athrow(thrown)
            else:
                await anext(self.gen)
        except StopAsyncIteration as stop:
            return failed and stop is not thrown
        except BaseException as raised:
            if not failed or not self._let_through(raised, thrown):
                raise
            thrown.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()" if failed else "generator didn't stop")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """A decorator: what a generator function does before and after its one `yield` becomes a context manager."""

    @wraps(func)
    def manager(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return manager


def asynccontextmanager(func):
    """The same for asynchronous generator functions."""

    @wraps(func)
    def manager(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return manager


# Small context managers.


class closing(AbstractContextManager):
    """Closes a thing at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Closes a thing at the end, by its `aclose`."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _Replacing(AbstractContextManager):
    """Sets something of the process, and sets it back at the end. May be entered while it's entered."""

    def __init__(self):
        self._replaced = []

    def _replace(self, value):
        self._replaced.append(self._current())
        self._set(value)

    def __exit__(self, *exc_info):
        self._set(self._replaced.pop())


class _RedirectStream(_Replacing):
    """Replaces the stream of sys that a derived class names."""

    _stream = None

    def __init__(self, new_target):
        super().__init__()
        self._target = new_target

    def _current(self):
        return getattr(sys, self._stream)

    def _set(self, stream):
        setattr(sys, self._stream, stream)

    def __enter__(self):
        self._replace(self._target)
        return self._target


class redirect_stdout(_RedirectStream):
    """Sends what is printed somewhere else."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends the standard error stream somewhere else."""

    _stream = "stderr"


class chdir(_Replacing):
    """Makes a folder the current one, and afterwards the one that was before."""

    _current = staticmethod(posix.getcwd)
    _set = staticmethod(posix.chdir)

    def __init__(self, path):
        super().__init__()
        self.path = path

    def __enter__(self):
        self._replace(self.path if isinstance(self.path, int) else fspath(self.path))


class suppress(AbstractContextManager):
    """Stops exceptions of these types, alone or in groups."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            return None
        if issubclass(exc_type, self._exceptions):
            return True
        if not issubclass(exc_type, BaseExceptionGroup):
            return False
        others = exc_value.split(self._exceptions)[1]
        if others is not None:
            raise others
        return True


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass

    async def __aexit__(self, *exc_info):
        pass


# Stacks.


def _methods_of(manager, protocol, *names):
    """These methods of the manager's class, which must have them."""
    cls = type(manager)
    try:
        return [getattr(cls, name) for name in names]
    except AttributeError:
        where = f"{cls.__module__}.{cls.__qualname__}"
        raise TypeError(f"'{where}' object does not support the {protocol} protocol") from None


class _Unwinding:
    """The exception under way while the callbacks of a stack are called.

    `outer` is the one that was being handled when the stack was left: what a callback raises has it as its context, where nested `with`
    statements would have made it the exception that the callback replaces.
    """

    def __init__(self, exc, outer):
        self.exc = exc
        self.outer = outer
        self.began_with_one = exc is not None
        self.one_was_stopped = False
        self.must_raise = False

    def arguments(self):
        """What a callback is called with."""
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def returned(self, stopped):
        if stopped:
            self.exc = None
            self.must_raise = False
            self.one_was_stopped = True

    def raised(self, exc):
        self._chain(exc)
        self.exc = exc
        self.must_raise = True

    def _chain(self, raised):
        link = raised
        while (context := link.__context__) is not None and context is not self.exc:
            if context is self.outer:
                link.__context__ = self.exc
                return
            link = context

    def finish(self):
        """Raises the last exception with the context that it has by now, or tells whether the first one is dealt with."""
        if not self.must_raise:
            return self.began_with_one and self.one_was_stopped
        context = self.exc.__context__
        try:
            raise self.exc
        finally:
            self.exc.__context__ = context


class _BaseExitStack:
    """What both stacks share: the callbacks, each with whether it's synchronous."""

    def __init__(self):
        self._exit_callbacks = deque()

    def _add(self, callback, awaited=False):
        self._exit_callbacks.append((not awaited, callback))

    def _add_exit(self, exit, method, awaited=False):
        """Adds an object's exit method, or the object where its class has none."""
        cls = type(exit)
        self._add(MethodType(getattr(cls, method), exit) if hasattr(cls, method) else exit, awaited)
        return exit

    def enter_context(self, cm):
        """Enters a context manager, and exits it with the stack."""
        enter, leave = _methods_of(cm, "context manager", "__enter__", "__exit__")
        entered = enter(cm)
        self._add(MethodType(leave, cm))
        return entered

    def push(self, exit):
        """Adds the `__exit__` of an object, or a function called like one."""
        return self._add_exit(exit, "__exit__")

    def callback(self, callback, /, *args, **kwds):
        """Adds a call that takes no notice of exceptions."""

        def _exit_wrapper(*exc_info):
            callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._add(_exit_wrapper)
        return callback

    def pop_all(self):
        """A new stack that takes the callbacks over."""
        heir = type(self)()
        heir._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return heir


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Any number of context managers and callbacks, exited in reverse order."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1], sys.exception())
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                unwinding.returned(callback(*unwinding.arguments()))
            except BaseException as exc:
                unwinding.raised(exc)
        return unwinding.finish()

    def close(self):
        """Exits at once."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """The same with asynchronous context managers too."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1], sys.exception())
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                result = callback(*unwinding.arguments())
                unwinding.returned(result if is_sync else await result)
            except BaseException as exc:
                unwinding.raised(exc)
        return unwinding.finish()

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager, and exits it with the stack."""
        enter, leave = _methods_of(cm, "asynchronous context manager", "__aenter__", "__aexit__")
        entered = await enter(cm)
        self._add(MethodType(leave, cm), awaited=True)
        return entered

    def push_async_exit(self, exit):
        """Adds the `__aexit__` of an object, or a coroutine function called like one."""
        return self._add_exit(exit, "__aexit__", awaited=True)

    def push_async_callback(self, callback, /, *args, **kwds):
        """Adds a call that is awaited and takes no notice of exceptions."""

        async def _exit_wrapper(*exc_info):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._add(_exit_wrapper, awaited=True)
        return callback

    async def aclose(self):
        """Exits at once."""
        await self.__aexit__(None, None, None)
