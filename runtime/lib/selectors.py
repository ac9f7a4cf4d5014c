"""Waiting for several files at once, by whatever the operating system does best."""

import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping
from math import ceil

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])
SelectorKey.__doc__ = """SelectorKey(fileobj, fd, events, data)

    Object used to associate a file object to its backing
    file descriptor, selected event mask, and attached data.
"""


def _fileobj_to_fd(fileobj):
    """The descriptor of a file: an int, or what its `fileno` gives."""
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if fd < 0:
        raise ValueError(f"Invalid file descriptor: {fd}")
    return fd


class _SelectorMapping(Mapping):
    """What a selector's `get_map` gives: its keys by file."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._fd_to_key)

    def get(self, fileobj, default=None):
        fd = self._selector._fileobj_lookup(fileobj)
        return self._selector._fd_to_key.get(fd, default)

    def __getitem__(self, fileobj):
        fd = self._selector._fileobj_lookup(fileobj)
        key = self._selector._fd_to_key.get(fd)
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        return key

    def __iter__(self):
        return iter(self._selector._fd_to_key)


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

    def modify(self, fileobj, events, data=None):
        """Changes what's waited for, or the data."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        """Pairs of key and events of the files that are ready, after `timeout` seconds at most."""
        raise NotImplementedError

    def close(self):
        """Gives the system's resources back."""

    def get_key(self, fileobj):
        """The key of a file that's waited for."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    @abstractmethod
    def get_map(self):
        """The keys by file."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _BaseSelectorImpl(BaseSelector):
    """A selector that keeps its keys in a dict."""

    def __init__(self):
        self._fd_to_key = {}
        self._map = _SelectorMapping(self)

    def _fileobj_lookup(self, fileobj):
        # A closed file has no descriptor any more, but may still be registered.
        try:
            return _fileobj_to_fd(fileobj)
        except ValueError:
            for key in self._fd_to_key.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, self._fileobj_lookup(fileobj), events, data)
        if key.fd in self._fd_to_key:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._fd_to_key[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            return self._fd_to_key.pop(self._fileobj_lookup(fileobj))
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def modify(self, fileobj, events, data=None):
        try:
            key = self._fd_to_key[self._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = key._replace(data=data)
            self._fd_to_key[key.fd] = key
        return key

    def close(self):
        self._fd_to_key.clear()
        self._map = None

    def get_map(self):
        return self._map

    def _ready_keys(self, found):
        """The keys of what's ready, of pairs of descriptor and events."""
        ready = []
        for fd, events in found:
            key = self._fd_to_key.get(fd)
            if key:
                ready.append((key, events & key.events))
        return ready


class SelectSelector(_BaseSelectorImpl):
    """By select.select."""

    def __init__(self):
        super().__init__()
        self._readers = set()
        self._writers = set()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        if events & EVENT_READ:
            self._readers.add(key.fd)
        if events & EVENT_WRITE:
            self._writers.add(key.fd)
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        self._readers.discard(key.fd)
        self._writers.discard(key.fd)
        return key

    def select(self, timeout=None):
        timeout = None if timeout is None else max(timeout, 0)
        try:
            readers, writers, _ = select.select(self._readers, self._writers, [], timeout)
        except InterruptedError:
            return []
        readers = frozenset(readers)
        writers = frozenset(writers)
        found = []
        for fd in readers | writers:
            found.append((fd, (EVENT_READ if fd in readers else 0) | (EVENT_WRITE if fd in writers else 0)))
        return self._ready_keys(found)


class _PollLikeSelector(_BaseSelectorImpl):
    """By an object that polls."""

    _make_selector = None
    _READ = None
    _WRITE = None

    def __init__(self):
        super().__init__()
        self._selector = type(self)._make_selector()

    def _mask(self, events):
        return (self._READ if events & EVENT_READ else 0) | (self._WRITE if events & EVENT_WRITE else 0)

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        try:
            self._selector.register(key.fd, self._mask(events))
        except:
            super().unregister(fileobj)
            raise
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        try:
            self._selector.unregister(key.fd)
        except OSError:
            # The descriptor was closed before.
            pass
        return key

    def modify(self, fileobj, events, data=None):
        try:
            key = self._fd_to_key[self._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        changed = False
        if events != key.events:
            try:
                self._selector.modify(key.fd, self._mask(events))
            except:
                super().unregister(fileobj)
                raise
            changed = True
        if data != key.data:
            changed = True
        if changed:
            key = key._replace(events=events, data=data)
            self._fd_to_key[key.fd] = key
        return key

    def _events(self, mask):
        return (EVENT_WRITE if mask & ~self._READ else 0) | (EVENT_READ if mask & ~self._WRITE else 0)

    def select(self, timeout=None):
        if timeout is None:
            limit = None
        elif timeout <= 0:
            limit = 0
        else:
            limit = ceil(timeout * 1e3)
        try:
            found = self._selector.poll(limit)
        except InterruptedError:
            return []
        return self._ready_keys([(fd, self._events(mask)) for fd, mask in found])


class PollSelector(_PollLikeSelector):
    """By select.poll."""

    _make_selector = staticmethod(select.poll)
    _READ = select.POLLIN
    _WRITE = select.POLLOUT


class EpollSelector(_PollLikeSelector):
    """By select.epoll."""

    _make_selector = staticmethod(select.epoll)
    _READ = select.EPOLLIN
    _WRITE = select.EPOLLOUT

    def fileno(self):
        return self._selector.fileno()

    def select(self, timeout=None):
        if timeout is None:
            limit = -1
        elif timeout <= 0:
            limit = 0
        else:
            # Rounded up to milliseconds, so that nobody is woken before the time.
            limit = ceil(timeout * 1e3) * 1e-3
        try:
            found = self._selector.poll(limit, max(len(self._fd_to_key), 1))
        except InterruptedError:
            return []
        return self._ready_keys([(fd, self._events(mask)) for fd, mask in found])

    def close(self):
        self._selector.close()
        super().close()


DefaultSelector = EpollSelector
