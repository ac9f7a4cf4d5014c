"""Child processes whose pipes are streams."""

import subprocess

from asyncio import gather, get_running_loop
from asyncio.log import logger
from asyncio.protocols import SubprocessProtocol
from asyncio.streams import FlowControlMixin, StreamReader, StreamWriter

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE = subprocess.PIPE
STDOUT = subprocess.STDOUT
DEVNULL = subprocess.DEVNULL
_DEFAULT_LIMIT = 2**16


class SubprocessStreamProtocol(FlowControlMixin, SubprocessProtocol):
    """Fills the streams with what comes through a child's pipes."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._process_exited = False
        self._open_pipes = []
        self._stdin_closed = self._loop.create_future()

    def __repr__(self):
        streams = [f"{name}={stream!r}" for name, stream in (("stdin", self.stdin), ("stdout", self.stdout), ("stderr", self.stderr))
                   if stream is not None]
        return f"<{' '.join([type(self).__name__, *streams])}>"

    def connection_made(self, transport):
        self._transport = transport
        self.stdout = self._reader(1)
        self.stderr = self._reader(2)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def _reader(self, fd):
        pipe = self._transport.get_pipe_transport(fd)
        if pipe is None:
            return None
        reader = StreamReader(limit=self._limit, loop=self._loop)
        reader.set_transport(pipe)
        self._open_pipes.append(fd)
        return reader

    def _reader_of(self, fd):
        return {1: self.stdout, 2: self.stderr}.get(fd)

    def pipe_data_received(self, fd, data):
        reader = self._reader_of(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            if self.stdin is not None:
                self.stdin.close()
            self.connection_lost(exc)
            if exc is None:
                self._stdin_closed.set_result(None)
            else:
                self._stdin_closed.set_exception(exc)
                # Whoever doesn't wait for it needn't hear of it.
                self._stdin_closed.exception()
            return
        reader = self._reader_of(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if fd in self._open_pipes:
            self._open_pipes.remove(fd)
        self._close_when_done()

    def process_exited(self):
        self._process_exited = True
        self._close_when_done()

    def _close_when_done(self):
        if not self._open_pipes and self._process_exited:
            self._transport.close()
            self._transport = None

    def _get_close_waiter(self, stream):
        return self._stdin_closed if stream is self.stdin else None


class Process:
    """A child process."""

    def __init__(self, transport, protocol, loop):
        self._transport = transport
        self._protocol = protocol
        self._loop = loop
        self.stdin = protocol.stdin
        self.stdout = protocol.stdout
        self.stderr = protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f"<{type(self).__name__} {self.pid}>"

    @property
    def returncode(self):
        return self._transport.get_returncode()

    async def wait(self):
        """Waits for the process's end; its exit code."""
        return await self._transport._wait()

    def send_signal(self, signal):
        """Sends a signal."""
        self._transport.send_signal(signal)

    def terminate(self):
        """Sends SIGTERM."""
        self._transport.terminate()

    def kill(self):
        """Sends SIGKILL."""
        self._transport.kill()

    async def _feed_stdin(self, input):
        debug = self._loop.get_debug()
        try:
            if input is not None:
                self.stdin.write(input)
                if debug:
                    logger.debug("%r communicate: feed stdin (%s bytes)", self, len(input))
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            # Who reads no further needs no more.
            if debug:
                logger.debug("%r communicate: stdin got %r", self, error)
        if debug:
            logger.debug("%r communicate: close stdin", self)
        self.stdin.close()

    async def _noop(self):
        return None

    async def _read_stream(self, fd):
        transport = self._transport.get_pipe_transport(fd)
        stream = self.stderr if fd == 2 else self.stdout
        debug = self._loop.get_debug()
        name = "stdout" if fd == 1 else "stderr"
        if debug:
            logger.debug("%r communicate: read %s", self, name)
        output = await stream.read()
        if debug:
            logger.debug("%r communicate: close %s", self, name)
        transport.close()
        return output

    async def communicate(self, input=None):
        """Sends `input`, reads all that the process writes, and waits for its end: what came by stdout and stderr."""
        stdin = self._feed_stdin(input) if self.stdin is not None else self._noop()
        stdout = self._read_stream(1) if self.stdout is not None else self._noop()
        stderr = self._read_stream(2) if self.stderr is not None else self._noop()
        _, stdout, stderr = await gather(stdin, stdout, stderr)
        await self.wait()
        return stdout, stderr


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=_DEFAULT_LIMIT, **kwds):
    """Runs a command of the shell."""
    loop = get_running_loop()
    transport, protocol = await loop.subprocess_shell(
        lambda: SubprocessStreamProtocol(limit=limit, loop=loop), cmd, stdin=stdin, stdout=stdout, stderr=stderr, **kwds)
    return Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=_DEFAULT_LIMIT, **kwds):
    """Runs a program."""
    loop = get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(limit=limit, loop=loop), program, *args, stdin=stdin, stdout=stdout, stderr=stderr, **kwds)
    return Process(transport, protocol, loop)
