"""selectors and select: which files are ready, and errors."""

import select
import selectors
import socket


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, repr(error))


def attempt_twice(selector, file):
    try:
        selector.register(file, selectors.EVENT_READ)
    except KeyError as error:
        print("KeyError", error.args[0] == f"{file!r} (FD {file.fileno()}) is already registered")


def exercise(make):
    print(make.__name__)
    left, right = socket.socketpair()
    with make() as selector, left, right:
        key = selector.register(left, selectors.EVENT_READ, "left")
        print(key.fileobj is left, key.fd == left.fileno(), key.events, key.data, len(selector.get_map()))
        print(selector.select(0))
        right.send(b"x")
        print([(key.data, events) for key, events in selector.select(1)])
        selector.register(right, selectors.EVENT_READ | selectors.EVENT_WRITE, data="right")
        print(sorted((key.data, events) for key, events in selector.select()))
        print(selector.modify(left, selectors.EVENT_WRITE, data="changed").data, selector.get_key(left).events)
        print(sorted((key.data, events) for key, events in selector.select(0.1)))
        attempt_twice(selector, left)
        attempt("events", lambda: selector.register(left, 8))
        attempt("file", lambda: selector.register("x", 1))
        attempt("descriptor", lambda: selector.register(-2, 1))
        print(selector.unregister(left).data, selector.unregister(right).data)
        attempt("absent", lambda: selector.get_map()[1000])
        attempt("absent", lambda: selector.get_key(1000))
        attempt("absent", lambda: selector.unregister(1000))
        print(selector.select(0), list(selector.get_map()))
    attempt("closed", lambda: selector.get_key(left.fileno()))


class Silent:
    def fileno(self):
        return "x"


def by_hand():
    left, right = socket.socketpair()
    with left, right:
        print(select.select([left], [], [], 0))
        right.send(b"x")
        readers, writers, others = select.select([left, right], [right], [], 1)
        print(readers == [left], writers == [right], others)
        poll = select.poll()
        poll.register(left, select.POLLIN)
        poll.register(right.fileno())
        print([events for _, events in poll.poll(10)])
        poll.modify(left, 0)
        print(len(poll.poll(0)))
        poll.unregister(right)
        print(poll.poll(0))
        attempt("unregister", lambda: poll.unregister(right) if False else poll.unregister(5000))
        attempt("modify", lambda: poll.modify(5000, 1))
        with select.epoll() as epoll:
            epoll.register(left, select.EPOLLIN | select.EPOLLET)
            print([events for _, events in epoll.poll(1)], epoll.poll(0), epoll.closed)
            attempt("maxevents", lambda: epoll.poll(0, 0))
        print(epoll.closed)
        attempt("closed", lambda: epoll.poll())
    attempt("fileno", lambda: select.select([object()], [], []))
    attempt("fileno", lambda: select.select([Silent()], [], []))
    attempt("sequences", lambda: select.select(1, [], []))
    attempt("timeout", lambda: select.select([], [], [], -1))
    attempt("timeout", lambda: select.select([], [], [], "x"))
    attempt("negative", lambda: select.select([-1], [], [], 0))
    print(select.error is OSError, select.POLLIN, select.EPOLLOUT)


for selector in (selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector):
    exercise(selector)
by_hand()
