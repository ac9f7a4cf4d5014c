"""Child processes whose pipes are streams."""

import subprocess

from asyncio import gather, get_running_loop
from asyncio.log import logger
from asyncio.protocols import SubprocessProtocol
from asyncio.streams import FlowControlMixin, StreamReader, StreamWriter, _DEFAULT_LIMIT, _end_reader, _settle

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE, STDOUT, DEVNULL = subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL


class SubprocessStreamProtocol(FlowControlMixin, SubprocessProtocol):
    """Fills the streams with what comes through a child's pipes."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self._transport = None
        self.stdin = self.stdout = self.stderr = None
        # What has to end before the transport is closed: the descriptors that are read from, and the process.
        self._open_pipes = set()
        self._process_exited = False
        self._stdin_closed = self._loop.create_future()

    def __repr__(self):
        words = [type(self).__name__]
        for name in ("stdin", "stdout", "stderr"):
            stream = getattr(self, name)
            if stream is not None:
                words.append(f"{name}={stream!r}")
        return f"<{' '.join(words)}>"

    def connection_made(self, transport):
        self._transport = transport
        self.stdout, self.stderr = self._reader(1), self._reader(2)
        pipe = transport.get_pipe_transport(0)
        self.stdin = None if pipe is None else StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def _reader(self, fd):
        """What reads a pipe of the child's, where there's one."""
        pipe = self._transport.get_pipe_transport(fd)
        if pipe is None:
            return None
        self._open_pipes.add(fd)
        reader = StreamReader(limit=self._limit, loop=self._loop)
        reader.set_transport(pipe)
        return reader

    def _reader_of(self, fd):
        return {1: self.stdout, 2: self.stderr}.get(fd)

    def pipe_data_received(self, fd, data):
        reader = self._reader_of(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            self._end_stdin(exc)
            return
        reader = self._reader_of(fd)
        if reader is not None:
            _end_reader(reader, exc)
        self._open_pipes.discard(fd)
        self._close_when_done()

    def _end_stdin(self, exc):
        if self.stdin is not None:
            self.stdin.close()
        self.connection_lost(exc)
        _settle(self._stdin_closed, exc)
        if exc is not None:
            # Whoever doesn't wait for it needn't hear of it.
            self._stdin_closed.exception()

    def process_exited(self):
        self._process_exited = True
        self._close_when_done()

    def _close_when_done(self):
        if self._process_exited and not self._open_pipes:
            transport, self._transport = self._transport, None
            transport.close()

    def _get_close_waiter(self, stream):
        return self._stdin_closed if stream is self.stdin else None


class Process:
    """A child process."""

    def __init__(self, transport, protocol, loop):
        self.pid = transport.get_pid()
        self.stdin, self.stdout, self.stderr = protocol.stdin, protocol.stdout, protocol.stderr
        self._transport, self._protocol, self._loop = transport, protocol, loop

    def __repr__(self):
        return f"<{type(self).__name__} {self.pid}>"

    @property
    def returncode(self):
        return self._transport.get_returncode()

    def send_signal(self, signal):
        """Sends a signal."""
        self._transport.send_signal(signal)

    def kill(self):
        """Sends SIGKILL."""
        self._transport.kill()

    def terminate(self):
        """Sends SIGTERM."""
        self._transport.terminate()

    async def wait(self):
        """Waits for the process's end; its exit code."""
        return await self._transport._wait()

    async def communicate(self, input=None):
        """Sends `input`, reads all that the process writes, and waits for its end: what came by stdout and stderr."""
        steps = (
            _nothing() if self.stdin is None else self._feed_stdin(input),
            _nothing() if self.stdout is None else self._read_stream(1),
            _nothing() if self.stderr is None else self._read_stream(2))
        outputs = await gather(*steps)
        await self.wait()
        return outputs[1], outputs[2]

    async def _feed_stdin(self, input):
        try:
            if input is not None:
                self.stdin.write(input)
                self._note("feed stdin (%s bytes)", len(input))
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            # Who reads no further needs no more.
            self._note("stdin got %r", error)
        self._note("close stdin")
        self.stdin.close()

    async def _read_stream(self, fd):
        name, stream = ("stdout", self.stdout) if fd == 1 else ("stderr", self.stderr)
        transport = self._transport.get_pipe_transport(fd)
        self._note("read %s", name)
        output = await stream.read()
        self._note("close %s", name)
        transport.close()
        return output

    def _note(self, text, *args):
        if self._loop.get_debug():
            logger.debug(f"%r communicate: {text}", self, *args)


async def _nothing():
    return None


def _factory(loop, limit):
    return lambda: SubprocessStreamProtocol(limit=limit, loop=loop)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=_DEFAULT_LIMIT, **kwds):
    """Runs a command of the shell."""
    kwds.update(stdin=stdin, stdout=stdout, stderr=stderr)
    loop = get_running_loop()
    return Process(*await loop.subprocess_shell(_factory(loop, limit), cmd, **kwds), loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=_DEFAULT_LIMIT, **kwds):
    """Runs a program."""
    kwds.update(stdin=stdin, stdout=stdout, stderr=stderr)
    loop = get_running_loop()
    return Process(*await loop.subprocess_exec(_factory(loop, limit), program, *args, **kwds), loop)
