"""What CPython's tests do with sockets."""

import unittest

_defers_imports = True

HOST = "localhost"
HOSTv4 = "127.0.0.1"
HOSTv6 = "::1"
IPV6_ENABLED = False
has_gethostname = True


def skip_unless_bind_unix_socket(test):
    """Runs the test."""
    return test


def tcp_blackhole():
    """Whether what's sent to closed ports is lost instead of refused."""
    return False


def skip_if_tcp_blackhole(test):
    return test


def create_unix_domain_name():
    """A path for a socket, in the current folder: paths of sockets must be short."""
    import tempfile

    return tempfile.mktemp(prefix="test_python_", suffix=".sock", dir=".")


def find_unused_port(family=None, socktype=None):
    """A port that nobody listened to a moment ago."""
    import socket

    with socket.socket(socket.AF_INET if family is None else family, socket.SOCK_STREAM if socktype is None else socktype) as sock:
        sock.bind((HOST, 0))
        return sock.getsockname()[1]


def bind_port(sock, host=HOST):
    """Binds a socket to a free port, and gives that."""
    sock.bind((host, 0))
    return sock.getsockname()[1]


def bind_unix_socket(sock, addr):
    """Binds a socket to a path; skips the test where that isn't allowed."""
    try:
        sock.bind(addr)
    except PermissionError:
        sock.close()
        raise unittest.SkipTest("cannot bind AF_UNIX sockets")


def get_socket_conn_refused_errs():
    """What a connection to a closed port may fail of."""
    import errno

    return [errno.ECONNREFUSED, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT]


def transient_internet(resource_name, *, timeout=None, errnos=()):
    raise unittest.SkipTest("the network is not used")
