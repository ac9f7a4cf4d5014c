"""What CPython's tests do with sockets."""

import unittest

HOST = "localhost"
HOSTv4 = "127.0.0.1"
HOSTv6 = "::1"
IPV6_ENABLED = False
has_gethostname = True


def skip_unless_bind_unix_socket(test):
    """Runs the test."""
    return test


def skip_if_tcp_blackhole(test):
    return test


def create_unix_domain_name():
    raise unittest.SkipTest("no name for a socket")


def transient_internet(resource_name, *, timeout=None, errnos=()):
    raise unittest.SkipTest("the network is not used")
