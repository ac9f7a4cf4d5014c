"""What the event loop makes of addresses: connections, servers, datagram endpoints."""

import _asyncio
import collections
import errno
import functools
import itertools
import os
import socket
import stat
from collections.abc import Iterable

from asyncio import _reports
from asyncio import gather, sleep
from asyncio._server import Server
from asyncio._socket_transports import _connected, _SelectorDatagramTransport, _SelectorSocketTransport
from asyncio.selector_events import _check_count

__all__ = ()


def _refuse_ssl(ssl):
    if ssl:
        raise NotImplementedError("aiocc's event loop has no TLS: ssl must be None or False")


def _check_ssl_options(ssl, **options):
    """What's only there for TLS needs TLS."""
    _refuse_ssl(ssl)
    for name, value in options.items():
        if value is not None:
            raise ValueError(f"{name} is only meaningful with ssl")


# The protocols of the kinds of sockets that addresses are made for.
_PROTOCOLS = {socket.SOCK_STREAM: socket.IPPROTO_TCP, socket.SOCK_DGRAM: socket.IPPROTO_UDP}


def _port_number(port):
    """0 for none; None for what isn't a number, a service's name say."""
    if port is None or (isinstance(port, (bytes, str)) and not port):
        return 0
    try:
        return int(port)
    except (TypeError, ValueError):
        return None


def _is_address(family, host):
    try:
        socket.inet_pton(family, host)
    except OSError:
        return False
    return True


def _address_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo gives for a host that's an address already; None for names."""
    is_known = host is not None and type in _PROTOCOLS and proto in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP)
    number = _port_number(port) if is_known else None
    if number is None:
        return None
    if isinstance(host, bytes):
        host = host.decode("ascii")
    if "%" in host:
        # An interface's name, which getaddrinfo knows about.
        return None
    for each in [socket.AF_INET, socket.AF_INET6] if family == socket.AF_UNSPEC else [family]:
        if _is_address(each, host):
            more = (flowinfo, scopeid) if each == socket.AF_INET6 else ()
            return each, type, _PROTOCOLS[type], "", (host, number, *more)
    return None


async def ensure_resolved(address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0, loop):
    """Addresses of a host and a port."""
    host, port = address[:2]
    info = _address_info(host, port, family, type, proto, *address[2:])
    if info is not None:
        return [info]
    return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)


def _interleaved(infos, first_count):
    """Addresses of the families in turns; the first family begins with so many."""
    by_family = collections.OrderedDict()
    for info in infos:
        by_family.setdefault(info[0], []).append(info)
    lists = list(by_family.values())
    ordered = []
    if first_count > 1:
        ordered.extend(lists[0][: first_count - 1])
        del lists[0][: first_count - 1]
    ordered.extend(info for info in itertools.chain.from_iterable(itertools.zip_longest(*lists)) if info is not None)
    return ordered


def _bind_local(sock, family, infos, errors):
    """Binds a socket to the first of some local addresses that will do."""
    for local_family, _, _, _, address in infos:
        if local_family != family:
            continue
        try:
            sock.bind(address)
            return
        except OSError as error:
            text = f"error while attempting to bind on address {address!r}: {str(error).lower()}"
            errors.append(OSError(error.errno, text))
    if errors:
        raise errors.pop()
    raise OSError(f"no matching local address with {family=} found")


def _raise_first(errors, all_errors):
    """Says why none of the addresses could be connected to."""
    if all_errors:
        raise ExceptionGroup("create_connection failed", errors)
    if len(errors) == 1:
        raise errors[0]
    text = str(errors[0])
    if all(str(error) == text for error in errors):
        raise errors[0]
    raise OSError("Multiple exceptions: {}".format(", ".join(str(error) for error in errors)))


def _check_stream(sock):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")


def _set_reuseport(sock):
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError("reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.")


async def transport_over(loop, sock, protocol_factory, extra=None, server=None):
    """A transport and a protocol over a connected socket."""
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter, extra, server)
    await _connected(transport, waiter)
    return transport, protocol


def remove_stale_socket(path):
    """Removes what a server before has left."""
    try:
        if stat.S_ISSOCK(os.stat(path).st_mode):
            os.remove(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        # There may be a file at the place that isn't ours; binding tells.
        _reports.error("Unable to check or remove stale UNIX socket %r: %r", path, error)


class BaseEventLoop:
    """The loop's coroutines; the class gives them their names."""

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    async def _connect_sock(self, exceptions, addr_info, local_addr_infos=None):
        mine = []
        exceptions.append(mine)
        family, type, proto, _, address = addr_info
        sock = None
        try:
            sock = socket.socket(family=family, type=type, proto=proto)
            sock.setblocking(False)
            if local_addr_infos is not None:
                _bind_local(sock, family, local_addr_infos, mine)
            await self.sock_connect(sock, address)
            return sock
        except BaseException as error:
            if sock is not None:
                sock.close()
            if isinstance(error, OSError):
                mine.append(error)
            raise
        finally:
            exceptions = mine = None

    async def create_connection(
            self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None,
            server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
            all_errors=False):
        if server_hostname is not None and not ssl:
            raise ValueError("server_hostname is only meaningful with ssl")
        _check_ssl_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        if happy_eyeballs_delay is not None and interleave is None:
            interleave = 1
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            infos = await ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags, loop=self)
            if not infos:
                raise OSError("getaddrinfo() returned empty list")
            local_infos = None
            if local_addr is not None:
                local_infos = await ensure_resolved(
                    local_addr, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags, loop=self)
                if not local_infos:
                    raise OSError("getaddrinfo() returned empty list")
            if interleave:
                infos = _interleaved(infos, interleave)
            sock = await _connect_any(self, infos, local_infos, happy_eyeballs_delay, all_errors)
        else:
            if sock is None:
                raise ValueError("host and port was not specified and no sock specified")
            _check_stream(sock)
        transport, protocol = await transport_over(self, sock, protocol_factory)
        if self.get_debug():
            sock = transport.get_extra_info("socket")
            _reports.debug("%r connected to %s:%r: (%r, %r)", sock, host, port, transport, protocol)
        return transport, protocol

    async def _create_server_getaddrinfo(self, host, port, family, flags):
        infos = await ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags, loop=self)
        if not infos:
            raise OSError(f"getaddrinfo({host!r}) returned empty list")
        return infos

    async def create_server(
            self, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC, flags=socket.AI_PASSIVE, sock=None,
            backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
            ssl_shutdown_timeout=None, start_serving=True):
        if isinstance(ssl, bool):
            raise TypeError("ssl argument must be an SSLContext or None")
        _check_ssl_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            if host == "":
                hosts = [None]
            elif isinstance(host, str) or not isinstance(host, Iterable):
                hosts = [host]
            else:
                hosts = host
            lookups = [BaseEventLoop._create_server_getaddrinfo(self, each, port, family=family, flags=flags) for each in hosts]
            infos = await gather(*lookups)
            infos = set(itertools.chain.from_iterable(infos))
            sockets = _bound_sockets(infos, reuse_address is None or reuse_address, reuse_port, keep_alive)
        else:
            if sock is None:
                raise ValueError("Neither host/port nor sock were specified")
            _check_stream(sock)
            sockets = [sock]
        for each in sockets:
            each.setblocking(False)
        server = Server(self, sockets, protocol_factory, backlog)
        if start_serving:
            server._start_serving()
            # The loop gets a turn, so that clients find it listening.
            await sleep(0)
        if self.get_debug():
            _reports.info("%r is serving", server)
        return server

    async def connect_accepted_socket(
            self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        _check_stream(sock)
        _check_ssl_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        transport, protocol = await transport_over(self, sock, protocol_factory)
        if self.get_debug():
            sock = transport.get_extra_info("socket")
            _reports.debug("%r handled: (%r, %r)", sock, transport, protocol)
        return transport, protocol

    async def create_datagram_endpoint(
            self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None,
            allow_broadcast=None, sock=None):
        if sock is not None:
            _check_datagram_socket(sock, dict(
                local_addr=local_addr, remote_addr=remote_addr, family=family, proto=proto, flags=flags, reuse_port=reuse_port,
                allow_broadcast=allow_broadcast))
            sock.setblocking(False)
            remote = None
        else:
            pairs = await _datagram_addresses(self, local_addr, remote_addr, family, proto, flags)
            sock, remote = await _datagram_socket(self, pairs, local_addr, remote_addr, reuse_port, allow_broadcast)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _SelectorDatagramTransport(self, sock, protocol, remote, waiter)
        if self.get_debug():
            if local_addr:
                _reports.info("Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)", local_addr, remote_addr, transport, protocol)
            else:
                _reports.debug("Datagram endpoint remote_addr=%r created: (%r, %r)", remote_addr, transport, protocol)
        await _connected(transport, waiter)
        return transport, protocol

    async def start_tls(
            self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None, ssl_handshake_timeout=None,
            ssl_shutdown_timeout=None):
        raise NotImplementedError("aiocc's event loop has no TLS")

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        if transport.is_closing():
            raise RuntimeError("Transport is closing")
        if not isinstance(transport, _SelectorSocketTransport):
            raise RuntimeError(f"sendfile is not supported for transport {transport!r}")
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        _check_count(offset, count)
        # The loop's coroutines on sockets refuse those that belong to transports.
        transports = _asyncio.transports_of(self)
        del transports[transport._sock_fd]
        reading = transport.is_reading()
        transport.pause_reading()
        try:
            # What was written before goes out first.
            await transport._make_empty_waiter()
            return await self.sock_sendfile(transport._sock, file, offset, count, fallback=fallback)
        finally:
            transport._reset_empty_waiter()
            if reading:
                transport.resume_reading()
            transports[transport._sock_fd] = transport


_getaddrinfo = BaseEventLoop.getaddrinfo
_getnameinfo = BaseEventLoop.getnameinfo
_create_connection = BaseEventLoop.create_connection
_create_server = BaseEventLoop.create_server
_connect_accepted_socket = BaseEventLoop.connect_accepted_socket
_create_datagram_endpoint = BaseEventLoop.create_datagram_endpoint
_start_tls = BaseEventLoop.start_tls
_sendfile = BaseEventLoop.sendfile


async def _connect_any(loop, infos, local_infos, delay, all_errors):
    """A socket connected to the first address that answers."""
    nested = []
    sock = None
    if delay is None:
        for info in infos:
            try:
                sock = await BaseEventLoop._connect_sock(loop, nested, info, local_infos)
                break
            except OSError:
                continue
    else:
        from asyncio.staggered import staggered_race

        sock, _, _ = await staggered_race(
            (functools.partial(BaseEventLoop._connect_sock, loop, nested, info, local_infos) for info in infos), delay, loop=loop)
    if sock is not None:
        return sock
    errors = [error for each in nested for error in each]
    try:
        _raise_first(errors, all_errors)
    finally:
        errors = nested = None


def _bound_sockets(infos, reuse_address, reuse_port, keep_alive):
    """Sockets bound to a server's addresses."""
    sockets = []
    completed = False
    try:
        for family, type, proto, _, address in infos:
            try:
                sock = socket.socket(family, type, proto)
            except socket.error:
                # The family is known, but not supported here.
                _reports.debug("create_server() failed to create socket.socket(%r, %r, %r)", family, type, proto, exc_info=True)
                continue
            sockets.append(sock)
            if reuse_address:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
            if reuse_port:
                _set_reuseport(sock)
            if keep_alive:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
            if family == socket.AF_INET6:
                # Otherwise IPv4's address is taken too.
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
            try:
                sock.bind(address)
            except OSError as error:
                text = f"error while attempting to bind on address {address!r}: {str(error).lower()}"
                if error.errno == errno.EADDRNOTAVAIL:
                    sockets.pop()
                    sock.close()
                    _reports.warning(text)
                    continue
                raise OSError(error.errno, text) from None
        if not sockets:
            raise OSError(f"could not bind on any address out of {[info[4] for info in infos]!r}")
        completed = True
        return sockets
    finally:
        if not completed:
            for sock in sockets:
                sock.close()


def _check_datagram_socket(sock, options):
    if sock.type == socket.SOCK_STREAM:
        raise ValueError(f"A datagram socket was expected, got {sock!r}")
    given = ", ".join(f"{name}={value}" for name, value in options.items() if value)
    if given:
        raise ValueError(f"socket modifier keyword arguments can not be used when sock is specified. ({given})")


async def _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags):
    """Families and protocols with the local and the remote address of each."""
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError("unexpected address family")
        return [((family, proto), (None, None))]
    if family == socket.AF_UNIX:
        for address in (local_addr, remote_addr):
            if address is not None and not isinstance(address, str):
                raise TypeError("string is expected")
        if local_addr and local_addr[0] not in (0, "\x00"):
            remove_stale_socket(local_addr)
        return [((family, proto), (local_addr, remote_addr))]
    found = {}
    for index, address in ((0, local_addr), (1, remote_addr)):
        if address is None:
            continue
        if not (isinstance(address, tuple) and len(address) == 2):
            raise TypeError("2-tuple is expected")
        infos = await ensure_resolved(address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags, loop=loop)
        if not infos:
            raise OSError("getaddrinfo() returned empty list")
        for each_family, _, each_proto, _, place in infos:
            found.setdefault((each_family, each_proto), [None, None])[index] = place
    # Both ends need an address, where both were asked for.
    pairs = [
        (key, pair) for key, pair in found.items()
        if not ((local_addr and pair[0] is None) or (remote_addr and pair[1] is None))]
    if not pairs:
        raise ValueError("can not get address information")
    return pairs


async def _datagram_socket(loop, pairs, local_addr, remote_addr, reuse_port, allow_broadcast):
    """A socket for the first pair of addresses that will do, and the remote one."""
    errors = []
    for (family, proto), (local, remote) in pairs:
        try:
            sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
            place = local if local_addr else None
            peer = remote if remote_addr else None
            await _set_up_datagrams(loop, sock, place, peer, reuse_port, allow_broadcast)
            return sock, peer
        except OSError as error:
            errors.append(error)
    raise errors[0]


async def _set_up_datagrams(loop, sock, local, remote, reuse_port, allow_broadcast):
    """Binds and connects a socket, where there's an address for it; closes it where that fails."""
    try:
        sock.setblocking(False)
        if reuse_port:
            _set_reuseport(sock)
        if allow_broadcast:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        if local is not None:
            sock.bind(local)
        # A broadcast's answers come from other places.
        if remote is not None and not allow_broadcast:
            await loop.sock_connect(sock, remote)
    except BaseException:
        sock.close()
        raise
