"""The module's functions: byte orders, addresses as text and as bytes, names, constants."""

import socket


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__module__, repr(error))


print(socket.htons(1), socket.ntohs(256), socket.htonl(1), socket.ntohl(16777216))
attempt(lambda: socket.htons(70000))
attempt(lambda: socket.htons(-1))
attempt(lambda: socket.ntohl(-1))
attempt(lambda: socket.htonl(2**32))
print(socket.inet_aton("127.1"), socket.inet_ntoa(b"\x7f\x00\x00\x01"))
print(socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\x01"), socket.inet_ntop(2, b"\x01\x02\x03\x04"))
attempt(lambda: socket.inet_aton("x"))
attempt(lambda: socket.inet_ntoa(b"1"))
attempt(lambda: socket.inet_pton(2, "x"))
attempt(lambda: socket.inet_pton(5, "x"))
attempt(lambda: socket.inet_ntop(2, b"1"))
attempt(lambda: socket.inet_ntop(77, b"1"))
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.getaddrinfo("::1", 80, proto=socket.IPPROTO_TCP))
print([each[0].name for each in socket.getaddrinfo("127.0.0.1", "8080", 0, 0, 0, socket.AI_NUMERICHOST | socket.AI_NUMERICSERV)])
attempt(lambda: socket.getaddrinfo("not numeric", 1, flags=socket.AI_NUMERICHOST))
attempt(lambda: socket.getaddrinfo(5, 1))
attempt(lambda: socket.getaddrinfo("127.0.0.1", 1.5))
print(socket.getnameinfo(("127.0.0.1", 8080), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
attempt(lambda: socket.getnameinfo("x", 0))
attempt(lambda: socket.getnameinfo(("127.0.0.1",), 0))
print(socket.gethostbyname("127.0.0.1"), isinstance(socket.gethostname(), str))
print(socket.getdefaulttimeout())
socket.setdefaulttimeout(2.5)
with socket.socket() as sock:
    print(sock.gettimeout(), socket.getdefaulttimeout())
socket.setdefaulttimeout(None)
print(repr(socket.AF_INET), repr(socket.SOCK_DGRAM), repr(socket.MSG_PEEK | socket.MSG_OOB), repr(socket.AI_PASSIVE), socket.AF_UNIX)
print(socket.SOL_SOCKET, socket.SO_REUSEADDR, socket.IPPROTO_TCP, socket.TCP_NODELAY, socket.SHUT_RDWR, socket.SOMAXCONN, socket.INADDR_BROADCAST)
print(socket.has_ipv6, socket.CMSG_LEN(4), socket.CMSG_SPACE(1), socket.getfqdn("127.0.0.1") != "")
with socket.socket(socket.AF_INET, socket.SOCK_STREAM | socket.SOCK_NONBLOCK) as sock:
    print(sock.type, sock.gettimeout(), sock.getblocking())
    copy = sock.dup()
    print(copy.gettimeout(), copy.fileno() != sock.fileno(), copy.get_inheritable())
    copy.close()
