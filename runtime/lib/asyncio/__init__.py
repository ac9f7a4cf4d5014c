"""Asynchronous programs: what of asyncio is written in Python.

Loops, tasks, futures, locks, queues and the functions that combine them are the runtime's own.
"""

import _asyncio
import contextvars
import sys

from asyncio import CancelledError, InvalidStateError, Task
from asyncio import ensure_future, get_event_loop, get_running_loop, iscoroutine, isfuture, timeout

# What only threads, executors and connections need is linked into programs that name what leads there.
_defers_imports = True

# Names that come from other modules when they're asked for. Those with an underscore are methods of the loop.
_deferred_names = {
    "asyncio.runners": ("Runner",),
    "asyncio.locks": ("Barrier",),
    "asyncio.events": (
        "AbstractEventLoopPolicy", "DefaultEventLoopPolicy", "get_child_watcher", "get_event_loop_policy", "set_event_loop_policy"),
    "asyncio._child_watchers": ("AbstractChildWatcher", "PidfdChildWatcher"),
    "asyncio.protocols": ("BaseProtocol", "BufferedProtocol", "DatagramProtocol", "Protocol", "SubprocessProtocol"),
    "asyncio.transports": (
        "BaseTransport", "DatagramTransport", "ReadTransport", "SubprocessTransport", "Transport", "WriteTransport"),
    "asyncio.streams": (
        "StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server", "open_unix_connection",
        "start_unix_server"),
    "asyncio.selector_events": (
        "_sock_recv", "_sock_recv_into", "_sock_recvfrom", "_sock_recvfrom_into", "_sock_sendall", "_sock_sendto", "_sock_connect",
        "_sock_accept", "_sock_sendfile"),
    "asyncio._server": ("AbstractServer", "Server"),
    "asyncio._endpoints": (
        "_getaddrinfo", "_getnameinfo", "_create_connection", "_create_server", "_connect_accepted_socket",
        "_create_datagram_endpoint", "_start_tls", "_sendfile"),
    "asyncio.unix_events": (
        "_create_unix_connection", "_create_unix_server", "_connect_read_pipe", "_connect_write_pipe"),
    "asyncio.base_subprocess": ("_subprocess_exec", "_subprocess_shell"),
    "asyncio.subprocess": ("create_subprocess_exec", "create_subprocess_shell", "subprocess"),
}


def __getattr__(name):
    if name in _deferred_names["asyncio.runners"]:
        from asyncio import runners as found
    elif name in _deferred_names["asyncio.locks"]:
        from asyncio import locks as found
    elif name in _deferred_names["asyncio.events"]:
        from asyncio import events as found
    elif name in _deferred_names["asyncio._child_watchers"]:
        from asyncio import _child_watchers as found
    elif name in _deferred_names["asyncio.protocols"]:
        from asyncio import protocols as found
    elif name in _deferred_names["asyncio.transports"]:
        from asyncio import transports as found
    elif name in _deferred_names["asyncio.streams"]:
        from asyncio import streams as found
    elif name in _deferred_names["asyncio.selector_events"]:
        from asyncio import selector_events as found
    elif name in _deferred_names["asyncio._server"]:
        from asyncio import _server as found
    elif name in _deferred_names["asyncio._endpoints"]:
        from asyncio import _endpoints as found
    elif name in _deferred_names["asyncio.unix_events"]:
        from asyncio import unix_events as found
    elif name in _deferred_names["asyncio.base_subprocess"]:
        from asyncio import base_subprocess as found
    elif name in _deferred_names["asyncio.subprocess"]:
        # `from asyncio import subprocess` would ask for the name again.
        import asyncio.subprocess
        found = sys.modules["asyncio.subprocess"]
        if name == "subprocess":
            return found
    else:
        raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
    return getattr(found, name)


def __dir__():
    public = [name for names in _deferred_names.values() for name in names if not name.startswith("_")]
    return sorted({*globals(), *public})


_CO_COROUTINE = 0x80


# A callable that says of itself that it's a coroutine function has this as its `_is_coroutine`.
_is_coroutine = object()


def iscoroutinefunction(func):
    """Whether a call of `func` gives a coroutine: it's an `async def`, or bound to or wrapped around one."""
    if getattr(func, "_is_coroutine", None) is _is_coroutine:
        return True
    inner = _asyncio.unwrapped(func)
    flags = getattr(getattr(inner, "__code__", None), "co_flags", 0)
    return isinstance(flags, int) and bool(flags & _CO_COROUTINE) or _asyncio.is_native_coroutine_function(inner)


def _get_stack(task, limit):
    """Where the task's coroutine stands; of a task that has failed, the frames of the traceback."""
    frames = []
    frame = getattr(task.get_coro(), "cr_frame", None)
    if frame is not None:
        frames.append(frame)
    elif task._exception is not None:
        entry = task._exception.__traceback__
        while entry is not None:
            frames.append(entry.tb_frame)
            entry = entry.tb_next
    return frames if limit is None else frames[:max(limit, 0)]


def _print_stack(task, limit, file):
    """What Task.print_stack prints."""
    import linecache
    import traceback

    frames = _get_stack(task, limit)
    error = task._exception
    if frames:
        print(f"{'Stack' if error is None else 'Traceback'} for {task!r} (most recent call last):", file=file)
    else:
        print(f"No stack for {task!r}", file=file)
    entries = []
    for frame in frames:
        filename = frame.f_code.co_filename
        line = linecache.getline(filename, frame.f_lineno)
        entries.append((filename, frame.f_lineno, frame.f_code.co_name, line))
    traceback.print_list(entries, file=file)
    if error is not None:
        for line in traceback.format_exception_only(error):
            print(line, file=file, end="")


def _set_exception_handler(calls):
    """The calls that made an object, as a handler's context has them. Programs that set handlers are linked with what this imports."""
    import traceback

    return traceback.StackSummary.from_list(calls)


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks take their first step when they're made."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)


async def _enter_lock(self):
    """What `async with` of a class derived from a lock starts with."""
    await self.acquire()


async def _exit_lock(self, exc_type, exc, tb):
    self.release()


def _get_running_loop():
    return get_running_loop() if _asyncio.is_loop_running() else None


def _copy_to_thread(source, target):
    """A concurrent future ends as one of asyncio's did."""
    if source.cancelled():
        target.cancel()
    if not target.set_running_or_notify_cancel():
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        target.set_exception(_for_threads(error))


def _copy_to_loop(target, source):
    """One of asyncio's futures ends as a concurrent one did."""
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        target.set_exception(_for_loop(error))


def _for_threads(error):
    from concurrent.futures import CancelledError as ThreadCancelled

    if type(error) is CancelledError:
        return ThreadCancelled(*error.args).with_traceback(error.__traceback__)
    return error


def _for_loop(error):
    from concurrent.futures import CancelledError as ThreadCancelled, InvalidStateError as ThreadInvalid

    if type(error) is ThreadCancelled:
        return CancelledError(*error.args).with_traceback(error.__traceback__)
    if type(error) is ThreadInvalid:
        return InvalidStateError(*error.args).with_traceback(error.__traceback__)
    return error


def _follow(source, target, loop):
    """`target`, of a loop, ends when `source`, of a thread, does; cancelling it cancels that."""

    def pass_cancellation(future):
        if future.cancelled():
            source.cancel()

    def pass_end(future):
        if not loop.is_closed():
            loop.call_soon_threadsafe(_copy_to_loop, target, future)

    target.add_done_callback(pass_cancellation)
    source.add_done_callback(pass_end)


def _lead(source, target, loop):
    """`target`, of a thread, ends when `source`, of the loop, does; cancelling it cancels that."""

    def pass_cancellation(future):
        if future.cancelled():
            loop.call_soon_threadsafe(source.cancel)

    target.add_done_callback(pass_cancellation)
    source.add_done_callback(lambda future: _copy_to_thread(future, target))


async def to_thread(func, /, *args, **kwargs):
    """Calls `func` in another thread, in a copy of the current context."""
    loop = get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(None, lambda: context.run(func, *args, **kwargs))


def _set_default_executor(executor):
    from concurrent.futures import ThreadPoolExecutor

    if not isinstance(executor, ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")


def _run_in_executor(loop, executor, func, args):
    if executor is None:
        if _asyncio.is_executor_shut_down(loop):
            raise RuntimeError("Executor shutdown has been called")
        executor = _asyncio.executor_of(loop)
        if executor is None:
            from concurrent.futures import ThreadPoolExecutor

            executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
            _asyncio.give_executor(loop, executor)
    return wrap_future(executor.submit(func, *args), loop=loop)


async def _shutdown_executor(loop, executor, seconds):
    # Where there is an executor, this module has been imported.
    threading = sys.modules["threading"]
    future = loop.create_future()

    def shut_down():
        try:
            executor.shutdown(wait=True)
            if not loop.is_closed():
                loop.call_soon_threadsafe(_set_result_unless_cancelled, future, None)
        except Exception as error:
            if not loop.is_closed() and not future.cancelled():
                loop.call_soon_threadsafe(future.set_exception, error)

    thread = threading.Thread(target=shut_down)
    thread.start()
    try:
        async with timeout(seconds):
            await future
    except TimeoutError:
        _asyncio.warn(f"The executor did not finishing joining its threads within {seconds} seconds.")
        executor.shutdown(wait=False)
    else:
        thread.join()


def _set_result_unless_cancelled(fut, result):
    """Gives the future its result, unless it was cancelled."""
    if not fut.cancelled():
        fut.set_result(result)


def wrap_future(future, *, loop=None):
    """The asyncio future that ends as a concurrent.futures.Future does."""
    from concurrent.futures import Future as ThreadFuture

    if isfuture(future):
        return future
    if not isinstance(future, ThreadFuture):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    if loop is None:
        loop = get_event_loop()
    wrapped = loop.create_future()
    _follow(future, wrapped, loop)
    return wrapped


def run_coroutine_threadsafe(coro, loop):
    """Runs the coroutine in a loop of another thread; gives a concurrent.futures.Future."""
    from concurrent.futures import Future as ThreadFuture

    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = ThreadFuture()

    def start():
        try:
            _lead(ensure_future(coro, loop=loop), future, loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return future
