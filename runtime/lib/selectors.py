"""Waiting for several files at once, by whatever the operating system does best."""

import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping
from math import ceil

EVENT_READ, EVENT_WRITE = 1, 2

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"], module=__name__)
SelectorKey.__doc__ = """SelectorKey(fileobj, fd, events, data)

    Object used to associate a file object to its backing
    file descriptor, selected event mask, and attached data.
"""


def _descriptor_of(fileobj):
    """The descriptor of a file: an int, or what its `fileno` gives."""
    fd = fileobj
    if not isinstance(fd, int):
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if fd >= 0:
        return fd
    raise ValueError(f"Invalid file descriptor: {fd}")


def _not_registered(fileobj):
    return KeyError(f"{fileobj!r} is not registered")


class BaseSelector(metaclass=ABCMeta):
    """Files and the events that are waited for."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Waits for the events of a file from now on; gives its key."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Doesn't wait for the file any more; gives the key that it had."""
        raise NotImplementedError

    @abstractmethod
    def select(self, timeout=None):
        """Pairs of key and events of the files that are ready, after `timeout` seconds at most."""
        raise NotImplementedError

    @abstractmethod
    def get_map(self):
        """The keys by file."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Changes what's waited for, or the data."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def get_key(self, fileobj):
        """The key of a file that's waited for."""
        keys = self.get_map()
        if keys is None:
            raise RuntimeError("Selector is closed")
        try:
            return keys[fileobj]
        except KeyError:
            raise _not_registered(fileobj) from None

    def close(self):
        """Gives the system's resources back."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _KeysByFile(Mapping):
    """What a selector's `get_map` gives."""

    def __init__(self, selector):
        self._keys = selector._keys
        self._find = selector._find

    def __getitem__(self, fileobj):
        key = self.get(fileobj)
        if key is None:
            raise _not_registered(fileobj)
        return key

    def get(self, fileobj, default=None):
        return self._keys.get(self._find(fileobj), default)

    def __iter__(self):
        return iter(self._keys)

    def __len__(self):
        return len(self._keys)


class _RegisteringSelector(BaseSelector):
    """Keeps the keys by descriptor. Derived classes tell the system of them (`_watch`, `_forget`) and ask it (`_wait`)."""

    def __init__(self):
        self._keys = {}
        self._map = _KeysByFile(self)

    def get_map(self):
        return self._map

    def close(self):
        self._keys.clear()
        self._map = None

    def _find(self, fileobj):
        """The descriptor of a file. One that was closed has none any more, but may have been registered with one."""
        try:
            return _descriptor_of(fileobj)
        except ValueError:
            known = [key.fd for key in self._keys.values() if key.fileobj is fileobj]
            if known:
                return known[0]
            raise

    def _registered(self, fileobj):
        try:
            return self._keys[self._find(fileobj)]
        except KeyError:
            raise _not_registered(fileobj) from None

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        fd = self._find(fileobj)
        if fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {fd}) is already registered")
        self._watch(fd, events)
        key = self._keys[fd] = SelectorKey(fileobj, fd, events, data)
        return key

    def unregister(self, fileobj):
        key = self._registered(fileobj)
        del self._keys[key.fd]
        self._forget(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        key = self._registered(fileobj)
        if events != key.events:
            return self._modify_events(key, fileobj, events, data)
        if data != key.data:
            key = self._keys[key.fd] = key._replace(data=data)
        return key

    def _modify_events(self, key, fileobj, events, data):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def select(self, timeout=None):
        try:
            found = self._wait(timeout)
        except InterruptedError:
            return []
        keys = self._keys
        return [(keys[fd], events & keys[fd].events) for fd, events in found if fd in keys]


class SelectSelector(_RegisteringSelector):
    """By select.select."""

    def __init__(self):
        super().__init__()
        self._watched = {EVENT_READ: set(), EVENT_WRITE: set()}

    def _watch(self, fd, events):
        for event, descriptors in self._watched.items():
            if events & event:
                descriptors.add(fd)

    def _forget(self, fd):
        for descriptors in self._watched.values():
            descriptors.discard(fd)

    def _wait(self, timeout):
        if timeout is not None and timeout < 0:
            timeout = 0
        ready = select.select(self._watched[EVENT_READ], self._watched[EVENT_WRITE], [], timeout)
        found = {}
        for event, descriptors in zip((EVENT_READ, EVENT_WRITE), ready):
            for fd in descriptors:
                found[fd] = found.get(fd, 0) | event
        return found.items()


class _PollingSelector(_RegisteringSelector):
    """By one of the system's objects that polls; `_flags` are its masks for reading and writing."""

    _flags = None

    def __init__(self, poller):
        super().__init__()
        self._poller = poller

    def _mask(self, events):
        reading, writing = self._flags
        return (reading if events & EVENT_READ else 0) | (writing if events & EVENT_WRITE else 0)

    def _events(self, mask):
        """What a mask means: errors and hang-ups wake up readers and writers."""
        reading, writing = self._flags
        return (EVENT_READ if mask & ~writing else 0) | (EVENT_WRITE if mask & ~reading else 0)

    def _watch(self, fd, events):
        self._poller.register(fd, self._mask(events))

    def _forget(self, fd):
        try:
            self._poller.unregister(fd)
        except OSError:
            # The descriptor was closed before.
            pass

    def _modify_events(self, key, fileobj, events, data):
        # It isn't registered any more where this fails.
        del self._keys[key.fd]
        self._poller.modify(key.fd, self._mask(events))
        key = self._keys[key.fd] = key._replace(events=events, data=data)
        return key

    def _wait(self, timeout):
        # Rounded up, so that nobody is woken before the time.
        milliseconds = None if timeout is None else max(ceil(timeout * 1000), 0)
        return [(fd, self._events(mask)) for fd, mask in self._poll(milliseconds)]


class PollSelector(_PollingSelector):
    """By select.poll."""

    _flags = (select.POLLIN, select.POLLOUT)

    def __init__(self):
        super().__init__(select.poll())

    def _poll(self, milliseconds):
        return self._poller.poll(milliseconds)


class EpollSelector(_PollingSelector):
    """By select.epoll."""

    _flags = (select.EPOLLIN, select.EPOLLOUT)

    def __init__(self):
        super().__init__(select.epoll())

    def fileno(self):
        return self._poller.fileno()

    def _poll(self, milliseconds):
        seconds = -1 if milliseconds is None else milliseconds / 1000
        return self._poller.poll(seconds, max(len(self._keys), 1))

    def close(self):
        self._poller.close()
        super().close()


DefaultSelector = EpollSelector
