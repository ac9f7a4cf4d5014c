"""Streams: reading and writing connections by coroutines."""

import functools
import warnings
import weakref

from asyncio import IncompleteReadError, LimitOverrunError, get_event_loop, get_running_loop, iscoroutine, sleep
from asyncio.protocols import Protocol

__all__ = (
    "StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server", "open_unix_connection",
    "start_unix_server",
)

_DEFAULT_LIMIT = 2**16


class _Client:
    """What a program gets of a connection that it makes. Itself it's the factory of the connection's protocol."""

    def __init__(self, limit):
        self.loop = get_running_loop()
        self.reader = StreamReader(limit=limit, loop=self.loop)
        self.protocol = StreamReaderProtocol(self.reader, loop=self.loop)

    def __call__(self):
        return self.protocol

    def streams(self, connection):
        """The reader and the writer."""
        return self.reader, StreamWriter(connection[0], self.protocol, self.reader, self.loop)


def _factory_of_clients(loop, when_connected, limit):
    """What makes a server's protocols."""
    return lambda: StreamReaderProtocol(StreamReader(limit=limit, loop=loop), when_connected, loop=loop)


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connects; a reader and a writer of the connection."""
    client = _Client(limit)
    return client.streams(await client.loop.create_connection(client, host, port, **kwds))


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """As open_connection, over a Unix socket."""
    client = _Client(limit)
    return client.streams(await client.loop.create_unix_connection(client, path, **kwds))


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """A server that calls `client_connected_cb` with a reader and a writer of each connection."""
    loop = get_running_loop()
    return await loop.create_server(_factory_of_clients(loop, client_connected_cb, limit), host, port, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """As start_server, over a Unix socket."""
    loop = get_running_loop()
    return await loop.create_unix_server(_factory_of_clients(loop, client_connected_cb, limit), path, **kwds)


def _settle(future, error=None):
    """Ends a future with the error, or with None where there's none; one that has ended stays as it is."""
    if future.done():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(None)


def _end_reader(reader, error):
    """Tells a reader that nothing more comes."""
    if error is not None:
        reader.set_exception(error)
    else:
        reader.feed_eof()


class FlowControlMixin(Protocol):
    """What lets writers wait while a transport's buffer is full."""

    def __init__(self, loop=None):
        self._loop = loop if loop is not None else get_event_loop()
        # The futures of those who wait, in the order in which they came.
        self._drain_waiters = []
        self._connection_lost = self._paused = False

    def _let_writers_go(self, error=None):
        for waiter in self._drain_waiters:
            _settle(waiter, error)

    def pause_writing(self):
        assert not self._paused
        self._paused = True

    def resume_writing(self):
        assert self._paused
        self._paused = False
        self._let_writers_go()

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            self._let_writers_go(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if self._paused:
            turn = self._loop.create_future()
            self._drain_waiters.append(turn)
            try:
                await turn
            finally:
                self._drain_waiters.remove(turn)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


def _no_reader():
    return None


class StreamReaderProtocol(FlowControlMixin):
    """The protocol that feeds a StreamReader, and calls back for each client of a server."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._find_reader = _no_reader if stream_reader is None else weakref.ref(stream_reader)
        self._client_connected_cb = client_connected_cb
        # Until there's a connection, a server's reader is nobody else's.
        self._kept_reader = stream_reader if client_connected_cb is not None else None
        self._transport = self._task = None
        self._reject_connection = self._over_ssl = False
        self._closed = self._loop.create_future()

    @property
    def _stream_reader(self):
        return self._find_reader()

    def connection_made(self, transport):
        if self._reject_connection:
            self._reject(transport)
            return
        self._transport = transport
        self._over_ssl = transport.get_extra_info("sslcontext") is not None
        reader = self._find_reader()
        if reader is not None:
            reader.set_transport(transport)
        if self._client_connected_cb is not None:
            self._welcome(reader, StreamWriter(transport, self, reader, self._loop))
            self._kept_reader = None

    def _reject(self, transport):
        """There's nobody any more who'd use the connection."""
        text = ('An open stream was garbage collected prior to establishing network connection; '
                'call "stream.close()" explicitly.')
        self._loop.call_exception_handler({"message": text})
        transport.abort()

    def _welcome(self, reader, writer):
        """Calls back for a client; a coroutine becomes a task."""
        handling = self._client_connected_cb(reader, writer)
        if iscoroutine(handling):
            self._task = self._loop.create_task(handling)
            # A writer that dies closes the transport: in CPython the error keeps it until it has been reported.
            self._task.add_done_callback(functools.partial(self._when_handled, writer))

    def _when_handled(self, writer, task):
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._loop.call_exception_handler({
                "message": "Unhandled exception in client_connected_cb", "exception": error, "transport": writer.transport})
        if error is not None or task.cancelled():
            writer.transport.close()

    def data_received(self, data):
        if (reader := self._find_reader()) is not None:
            reader.feed_data(data)

    def eof_received(self):
        if (reader := self._find_reader()) is not None:
            reader.feed_eof()
        # Over TLS nothing can be written any more.
        return not self._over_ssl

    def connection_lost(self, exc):
        if (reader := self._find_reader()) is not None:
            _end_reader(reader, exc)
        _settle(self._closed, exc)
        super().connection_lost(exc)
        self._find_reader = _no_reader
        self._transport = self._task = None

    def _get_close_waiter(self, stream):
        return self._closed

    def __del__(self):
        # Its error counts as retrieved. There's none where `__init__` failed.
        closed = getattr(self, "_closed", None)
        if closed is not None and closed.done() and not closed.cancelled():
            closed.exception()


class StreamWriter:
    """The end of a connection that's written to."""

    def __init__(self, transport, protocol, reader, loop):
        assert reader is None or isinstance(reader, StreamReader)
        self._loop = loop
        self._reader = reader
        self._transport = transport
        self._protocol = protocol

    def __repr__(self):
        reader = "" if self._reader is None else f" reader={self._reader!r}"
        return f"<{self.__class__.__name__} transport={self._transport!r}{reader}>"

    @property
    def transport(self):
        return self._transport

    def get_extra_info(self, name, default=None):
        """What the transport knows by that name."""
        return self._transport.get_extra_info(name, default)

    def write(self, data):
        """Sends the data now, or as soon as that's possible."""
        self._transport.write(data)

    def writelines(self, data):
        """Sends pieces of data."""
        self._transport.writelines(data)

    def can_write_eof(self):
        """Whether the end can be told while the connection stays."""
        return self._transport.can_write_eof()

    def write_eof(self):
        """Nothing more will be written; the other end may still write."""
        return self._transport.write_eof()

    async def drain(self):
        """Waits until it's fine to write more."""
        error = None if self._reader is None else self._reader.exception()
        if error is not None:
            raise error
        if self._transport.is_closing():
            # The loop gets a turn, in which connection_lost is called if it's time.
            await sleep(0)
        await self._protocol._drain_helper()

    def close(self):
        """Closes the connection when all data is sent."""
        return self._transport.close()

    def is_closing(self):
        """Whether it's closed, or will be."""
        return self._transport.is_closing()

    async def wait_closed(self):
        """Waits until the connection is closed."""
        await self._protocol._get_close_waiter(self)

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        raise NotImplementedError("aiocc's streams have no TLS")

    def __del__(self):
        if self._transport.is_closing():
            return
        if self._loop.is_closed():
            complaint = "loop is closed"
        else:
            self.close()
            complaint = f"unclosed {self!r}"
        warnings.warn(complaint, ResourceWarning)


def _first_match(data, separators, offset):
    """The end and the length of the separator that ends first, and of those the shortest; None where there's none from `offset` on."""
    first = None
    for separator in separators:
        place = data.find(separator, offset)
        if place >= 0:
            match = (place + len(separator), len(separator))
            if first is None or match < first:
                first = match
    return first


class StreamReader:
    """The end of a connection that's read from."""

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._loop = loop if loop is not None else get_event_loop()
        self._limit = limit
        # What has come and nobody has read yet, and the future of the one who waits for more.
        self._buffer = bytearray()
        self._waiter = self._exception = self._transport = None
        self._eof = self._paused = False

    def __repr__(self):
        return f"<{' '.join(['StreamReader', *self._state()])}>"

    def _state(self):
        """What is special about it, in words."""
        if self._buffer:
            yield f"{len(self._buffer)} bytes"
        if self._eof:
            yield "eof"
        if self._limit != _DEFAULT_LIMIT:
            yield f"limit={self._limit}"
        for name, value in (("waiter", self._waiter), ("exception", self._exception), ("transport", self._transport)):
            if value:
                yield f"{name}={value!r}"
        if self._paused:
            yield "paused"

    def set_transport(self, transport):
        """Where the data comes from."""
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def exception(self):
        """The error that whoever reads gets; None while there's none."""
        return self._exception

    def set_exception(self, exc):
        """Whoever reads gets this error."""
        self._exception = exc
        self._wakeup_waiter(exc)

    def feed_eof(self):
        """Nothing more will come."""
        self._eof = True
        self._wakeup_waiter()

    def feed_data(self, data):
        """Some data has come."""
        assert not self._eof, "feed_data after feed_eof"
        if data:
            self._buffer.extend(data)
            self._wakeup_waiter()
            if len(self._buffer) > 2 * self._limit:
                self._hold_transport_back()

    def at_eof(self):
        """All has been read, and nothing more will come."""
        return self._eof and not self._buffer

    def _wakeup_waiter(self, error=None):
        waiter, self._waiter = self._waiter, None
        if waiter is not None:
            _settle(waiter, error)

    def _hold_transport_back(self):
        if self._paused or self._transport is None:
            return
        try:
            self._transport.pause_reading()
            self._paused = True
        except NotImplementedError:
            # It can't be paused, so it's never asked again.
            self._transport = None

    def _let_transport_read(self):
        if self._paused:
            self._paused = False
            self._transport.resume_reading()

    def _maybe_resume_transport(self):
        if len(self._buffer) <= self._limit:
            self._let_transport_read()

    def _check_usable(self):
        if self._exception is not None:
            raise self._exception

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f"{func_name}() called while another coroutine is already waiting for incoming data")
        assert not self._eof, "_wait_for_data after EOF"
        # Nothing would come from a transport that's held back, however full the buffer is.
        self._let_transport_read()
        waiter = self._waiter = self._loop.create_future()
        try:
            await waiter
        finally:
            self._waiter = None

    def _take(self, count):
        """The first bytes of the buffer."""
        data = bytes(self._buffer) if count == len(self._buffer) else bytes(memoryview(self._buffer)[:count])
        del self._buffer[:count]
        self._maybe_resume_transport()
        return data

    def _cut_short(self, expected):
        """The error of a stream that has ended too early; it takes along what there is."""
        partial = bytes(self._buffer)
        self._buffer.clear()
        return IncompleteReadError(partial, expected)

    async def read(self, n=-1):
        """Up to `n` bytes, as soon as there are some; all up to the end where `n` is negative."""
        self._check_usable()
        if n < 0:
            return await self._read_all()
        if n == 0:
            return b""
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")
        return self._take(min(n, len(self._buffer)))

    async def _read_all(self):
        blocks = []
        while block := await self.read(self._limit):
            blocks.append(block)
        return b"".join(blocks)

    async def readexactly(self, n):
        """Exactly `n` bytes; IncompleteReadError where the stream ends before."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        self._check_usable()
        while n > len(self._buffer):
            if self._eof:
                raise self._cut_short(n)
            await self._wait_for_data("readexactly")
        return self._take(n) if n else b""

    async def readuntil(self, separator=b"\n"):
        """Data up to the separator, with it; of a tuple of separators up to the first one."""
        separators = separator if isinstance(separator, tuple) else (separator,)
        lengths = [len(each) for each in separators]
        if not lengths:
            raise ValueError("Separator should contain at least one element")
        if 0 in lengths:
            raise ValueError("Separator should be at least one-byte string")
        self._check_usable()
        end, length = await self._wait_for_match(separators, max(lengths))
        if end - length > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", end - length)
        return self._take(end)

    async def _wait_for_match(self, separators, longest):
        """The end and the length of the first separator, once it has come."""
        # No separator begins before this place.
        searched = 0
        while (match := _first_match(self._buffer, separators, searched)) is None:
            searched = max(searched, len(self._buffer) + 1 - longest)
            if searched > self._limit:
                raise LimitOverrunError("Separator is not found, and chunk exceed the limit", searched)
            if self._eof:
                raise self._cut_short(None)
            await self._wait_for_data("readuntil")
        return match

    async def readline(self):
        """A line with its end; what's left at the end of the stream."""
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as ended:
            return ended.partial
        except LimitOverrunError as overrun:
            self._drop_long_line(overrun.consumed)
            raise ValueError(overrun.args[0])

    def _drop_long_line(self, length):
        """Drops a line that's too long, as far as it has come."""
        is_complete = self._buffer[length:length + 1] == b"\n"
        del self._buffer[:length + 1 if is_complete else len(self._buffer)]
        self._maybe_resume_transport()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if line := await self.readline():
            return line
        raise StopAsyncIteration
