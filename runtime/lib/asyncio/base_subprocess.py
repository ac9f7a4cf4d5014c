"""Transports of child processes: their pipes, and how they end."""

import os
import subprocess
import warnings

from asyncio.log import logger
from asyncio.protocols import BaseProtocol, Protocol
from asyncio.transports import SubprocessTransport


class _Outbox:
    """The protocol's calls: each in a turn of the loop of its own, but none before the connection is made."""

    def __init__(self, loop):
        self._loop = loop
        self._held = []

    def put(self, callback, *data):
        if self._held is None:
            self._loop.call_soon(callback, *data)
        else:
            self._held.append((callback, data))

    def open(self):
        """From here on calls go out; those that were held back at once."""
        held, self._held = self._held, None
        for callback, data in held:
            self._loop.call_soon(callback, *data)


def _tell(waiter, error=None):
    """Ends a future of whoever waits for the pipes."""
    if waiter is None or waiter.cancelled():
        return
    if error is None:
        waiter.set_result(None)
    else:
        waiter.set_exception(error)


class BaseSubprocessTransport(SubprocessTransport):
    """A child process. What happens is told to the protocol in this order: connection_made; what comes by the pipes, their ends and that
    of the process, as they come; connection_lost once all of those have ended."""

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None, extra=None, **kwargs):
        super().__init__(extra)
        self._loop = loop
        self._protocol = protocol
        self._outbox = _Outbox(loop)
        self._proc = self._pid = self._returncode = None
        self._closed = self._finished = False
        # The futures of those who wait for the end; None once it has come.
        self._exit_waiters = []
        streams = {"stdin": stdin, "stdout": stdout, "stderr": stderr}
        # By descriptor of the child's; None until a pipe is connected.
        self._pipes = {fd: None for fd, stream in enumerate(streams.values()) if stream == subprocess.PIPE}
        try:
            self._start(args=args, shell=shell, bufsize=bufsize, **streams, **kwargs)
        except BaseException:
            self.close()
            raise
        self._extra["subprocess"] = self._proc
        self._pid = self._proc.pid
        if loop.get_debug():
            logger.debug("process %r created: pid %s", args if isinstance(args, (bytes, str)) else args[0], self._pid)
        loop.create_task(self._connect_pipes(waiter))

    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        kwargs.update(shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, universal_newlines=False, bufsize=bufsize)
        self._proc = subprocess.Popen(args, **kwargs)

    def __repr__(self):
        closed = ["closed"] if self._closed else []
        return f"<{' '.join([type(self).__name__, *closed, *self._process_state(), *self._pipe_states()])}>"

    def _process_state(self):
        if self._pid is None:
            running = "not started"
        else:
            yield f"pid={self._pid}"
            running = "running"
        yield running if self._returncode is None else f"returncode={self._returncode}"

    def _pipe_states(self):
        names = ["stdin", "stdout", "stderr"]
        ends = [self._pipes.get(fd) for fd in range(3)]
        if ends[1] is not None and ends[1] is ends[2]:
            names[1:] = ["stdout=stderr"]
        return [f"{name}={end.pipe}" for name, end in zip(names, ends) if end is not None]

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes[fd].pipe if fd in self._pipes else None

    def is_closing(self):
        return self._closed

    def close(self):
        """Closes the pipes, and kills the process if it's still there."""
        if self._closed:
            return
        self._closed = True
        for end in filter(None, self._pipes.values()):
            end.pipe.close()
        if self._proc is not None and self._returncode is None and self._proc.poll() is None:
            self._kill_unfinished()

    def _kill_unfinished(self):
        if self._loop.get_debug():
            logger.warning("Close running child process: kill %r", self)
        try:
            self._proc.kill()
        except (ProcessLookupError, PermissionError):
            # It has just ended, or has another owner by now.
            return

    def __del__(self):
        if self._closed:
            return
        warnings.warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
        self.close()

    def _process(self):
        if self._proc is None:
            raise ProcessLookupError()
        return self._proc

    def send_signal(self, signal):
        self._process().send_signal(signal)

    def terminate(self):
        self._process().terminate()

    def kill(self):
        self._process().kill()

    async def _connect_pipes(self, waiter):
        try:
            await self._connect_ends(self._proc)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _tell(waiter, error)
        else:
            _tell(waiter)

    async def _connect_ends(self, proc):
        loop = self._loop
        for fd, (pipe, end, connect) in enumerate((
                (proc.stdin, WriteSubprocessPipeProto, loop.connect_write_pipe),
                (proc.stdout, ReadSubprocessPipeProto, loop.connect_read_pipe),
                (proc.stderr, ReadSubprocessPipeProto, loop.connect_read_pipe))):
            if pipe is not None:
                _, self._pipes[fd] = await connect(_factory(end, self, fd), pipe)
        loop.call_soon(self._protocol.connection_made, self)
        self._outbox.open()

    def _pipe_data_received(self, fd, data):
        self._outbox.put(self._protocol.pipe_data_received, fd, data)

    def _pipe_connection_lost(self, fd, exc):
        self._outbox.put(self._protocol.pipe_connection_lost, fd, exc)
        self._try_finish()

    def _process_exited(self, returncode):
        if self._loop.get_debug():
            logger.info("%r exited with return code %r", self, returncode)
        self._returncode = returncode
        # Its object must not wait for a process that isn't there any more.
        if self._proc.returncode is None:
            self._proc.returncode = returncode
        self._outbox.put(self._protocol.process_exited)
        self._try_finish()

    def _try_finish(self):
        """The connection is lost once the process and all its pipes have ended."""
        ends = self._pipes.values()
        if self._returncode is not None and all(end is not None and end.disconnected for end in ends):
            self._finished = True
            self._outbox.put(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            waiters, self._exit_waiters = self._exit_waiters, None
            for waiter in waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._protocol = self._proc = self._loop = None

    async def _wait(self):
        """Waits for the process's end; its exit code."""
        if self._returncode is None:
            waiter = self._loop.create_future()
            self._exit_waiters.append(waiter)
            return await waiter
        return self._returncode


def _factory(end, process, fd):
    return lambda: end(process, fd)


class WriteSubprocessPipeProto(BaseProtocol):
    """The pipe to a child's stdin."""

    def __init__(self, proc, fd):
        self.fd = fd
        self.proc = proc
        self.pipe = None
        self.disconnected = False

    def __repr__(self):
        return f"<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>"

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        process, self.proc = self.proc, None
        self.disconnected = True
        process._pipe_connection_lost(self.fd, exc)

    def pause_writing(self):
        self.proc._protocol.pause_writing()

    def resume_writing(self):
        self.proc._protocol.resume_writing()


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, Protocol):
    """A pipe from a child."""

    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)


class _UnixSubprocessTransport(BaseSubprocessTransport):
    """A child process of Unix's, whose end a descriptor tells (pidfd_open(2))."""

    __module__ = "asyncio.unix_events"


def exit_code(pid):
    """Reaps a child that has ended."""
    try:
        _, status = os.waitpid(pid, 0)
    except ChildProcessError:
        # Somebody else has waited for it.
        logger.warning("child process pid %d exit status already read:  will report returncode 255", pid)
        return 255
    return os.waitstatus_to_exitcode(status)


def _watch_child(loop, pid, callback):
    """Calls `callback` with the exit code of a child that has ended."""
    descriptor = os.pidfd_open(pid)

    def on_end():
        loop.remove_reader(descriptor)
        code = exit_code(pid)
        os.close(descriptor)
        loop.call_soon_threadsafe(callback, code)

    loop.add_reader(descriptor, on_end)


async def _make_transport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
    waiter = loop.create_future()
    transport = _UnixSubprocessTransport(loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter, **kwargs)
    _watch_child(loop, transport.get_pid(), transport._process_exited)
    try:
        await waiter
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException:
        transport.close()
        await transport._wait()
        raise
    return transport


def _check_modes(wants_shell, universal_newlines, shell, bufsize, text, encoding, errors):
    """Pipes carry bytes, and aren't buffered; which way to run a command the method's name says."""
    wrong = (
        ("universal_newlines", universal_newlines, False), ("shell", bool(shell) != wants_shell, wants_shell), ("bufsize", bufsize != 0, 0),
        ("text", text, False), ("encoding", encoding is not None, None), ("errors", errors is not None, None))
    for name, is_wrong, only_value in wrong:
        if is_wrong:
            raise ValueError(f"{name} must be {only_value}")


async def _subprocess_shell(loop, protocol_factory, cmd, *, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            universal_newlines=False, shell=True, bufsize=0, encoding=None, errors=None, text=None, **kwargs):
    """What the loop's method of that name does."""
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    _check_modes(True, universal_newlines, shell, bufsize, text, encoding, errors)
    protocol = protocol_factory()
    return await _make_transport(loop, protocol, cmd, True, stdin, stdout, stderr, bufsize, **kwargs), protocol


async def _subprocess_exec(loop, protocol_factory, program, *args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None, **kwargs):
    """What the loop's method of that name does."""
    _check_modes(False, universal_newlines, shell, bufsize, text, encoding, errors)
    protocol = protocol_factory()
    return await _make_transport(loop, protocol, (program, *args), False, stdin, stdout, stderr, bufsize, **kwargs), protocol
