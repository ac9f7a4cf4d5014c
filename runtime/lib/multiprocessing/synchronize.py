"""Locks, semaphores, conditions and events of several processes."""

import operator
import struct
import threading

from multiprocessing import context, process, util
from multiprocessing._tokens import FEW, ManyTokens, SharedBytes, Tokens

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"]

SEM_VALUE_MAX = 2147483647


def _as_c_int(value):
    number = operator.index(value)
    if not -SEM_VALUE_MAX - 1 <= number <= SEM_VALUE_MAX:
        raise OverflowError("Python int too large to convert to C int")
    return number


class SemLock:
    """What locks and semaphores have in common: tokens, and who holds them in this process."""

    def __init__(self, value, maxvalue):
        value, maxvalue = _as_c_int(value), _as_c_int(maxvalue)
        if not 0 <= value <= maxvalue:
            raise OSError(22, "Invalid argument")
        self._tokens = Tokens(value) if maxvalue <= FEW else ManyTokens(value)
        self._maxvalue = maxvalue
        self._forget_holders()
        util.register_after_fork(self, SemLock._forget_holders)

    def _forget_holders(self):
        self._held = 0
        self._holder = None

    def _is_mine(self):
        return self._held > 0 and self._holder == threading.get_ident()

    def _count(self):
        return self._held

    def acquire(self, block=True, timeout=None):
        """False: it couldn't be had, or not within that time."""
        if timeout is not None and timeout < 0:
            timeout = 0
        if not self._tokens.take(block, timeout):
            return False
        self._held += 1
        self._holder = threading.get_ident()
        return True

    def release(self):
        if self._tokens.count() >= self._maxvalue:
            raise ValueError("semaphore or lock released too many times")
        self._held -= 1
        self._tokens.put()

    def get_value(self):
        return self._tokens.count()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        return self.release()

    def __getstate__(self):
        context.assert_spawning(self)

    def _owner(self):
        """The holder's name, None for nobody's."""
        if self._is_mine():
            name = process.current_process().name
            thread = threading.current_thread().name
            return name if thread == "MainThread" else f"{name}|{thread}"
        if self.get_value() == 1:
            return "None"
        return "SomeOtherThread" if self._held > 0 else "SomeOtherProcess"


class Semaphore(SemLock):
    """Up to a number of holders at a time."""

    def __init__(self, value=1, *, ctx=None):
        super().__init__(value, SEM_VALUE_MAX)

    def __repr__(self):
        return f"<{type(self).__name__}(value={self.get_value()})>"


class BoundedSemaphore(Semaphore):
    """A semaphore that can't be released more often than it was acquired."""

    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, value, value)

    def __repr__(self):
        return f"<{type(self).__name__}(value={self.get_value()}, maxvalue={self._maxvalue})>"


class Lock(SemLock):
    """A lock."""

    def __init__(self, *, ctx=None):
        super().__init__(1, 1)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._owner()})>"


class RLock(SemLock):
    """A lock that its thread may acquire again."""

    def __init__(self, *, ctx=None):
        super().__init__(1, 1)

    def acquire(self, block=True, timeout=None):
        if self._is_mine():
            self._held += 1
            return True
        return super().acquire(block, timeout)

    def release(self):
        if not self._is_mine():
            raise AssertionError("attempt to release recursive lock not owned by thread")
        self._held -= 1
        if self._held == 0:
            self._tokens.put()

    def __repr__(self):
        owner = self._owner()
        count = {"None": 0, "SomeOtherThread": "nonzero", "SomeOtherProcess": "nonzero"}.get(owner, self._held)
        return f"<{type(self).__name__}({owner}, {count})>"


class Condition:
    """Waiting for notices of other processes, with a lock."""

    def __init__(self, lock=None, *, ctx=None):
        self._lock = lock or RLock()
        self._sleeping = Tokens(0)
        self._woken = Tokens(0)
        self._notices = Tokens(0)
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        waiters = self._sleeping.count() - self._woken.count()
        return f"<{type(self).__name__}({self._lock}, {waiters})>"

    def wait(self, timeout=None):
        """Gives the lock up until a notice comes; False after `timeout` seconds without one."""
        assert self._lock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping.put()
        count = self._lock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._notices.take(True, timeout)
        finally:
            self._woken.put()
            for _ in range(count):
                self._lock.acquire()

    def _settle(self):
        """Those that woke up since the last notice don't sleep any more; notices that came too late are void."""
        while self._woken.take(False):
            self._sleeping.take(False)
        self._void_notices()

    def _void_notices(self):
        while self._notices.take(False):
            pass

    def notify(self, n=1):
        """Wakes up to `n` of those who wait."""
        assert self._lock._is_mine(), "lock is not owned"
        self._settle()
        woken = 0
        while woken < n and self._sleeping.take(False):
            self._notices.put()
            woken += 1
        for _ in range(woken):
            self._woken.take()
        # Who slept in vain meanwhile took no notice.
        self._void_notices()

    def notify_all(self):
        self.notify(n=SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds; gives its last value."""
        return util.wait_for(self, predicate, timeout)


class Event:
    """A flag that processes can wait for."""

    def __init__(self, *, ctx=None):
        self._cond = Condition(Lock())
        self._flag = Tokens(0)

    def is_set(self):
        return self._flag.count() > 0

    def set(self):
        with self._cond:
            if not self.is_set():
                self._flag.put()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.take(False)

    def wait(self, timeout=None):
        with self._cond:
            if not self.is_set():
                self._cond.wait(timeout)
            return self.is_set()

    def __repr__(self):
        status = "set" if self.is_set() else "unset"
        return f"<{type(self).__qualname__} at {id(self):#x} {status}>"


class Barrier(threading.Barrier):
    """Lets processes go on once a number of them wait."""

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        super().__init__(parties, action, timeout)
        # The state of a barrier of threads, where all processes see it.
        self._shared = SharedBytes(16)
        self._cond = Condition()
        self._phase = "filling"
        self._count = 0

    _PHASES = ("filling", "draining", "resetting", "broken")

    @property
    def _phase(self):
        return self._PHASES[struct.unpack("q", self._shared.read(0, 8))[0]]

    @_phase.setter
    def _phase(self, phase):
        if hasattr(self, "_shared"):
            self._shared.write(0, struct.pack("q", self._PHASES.index(phase)))

    @property
    def _count(self):
        return struct.unpack("q", self._shared.read(8, 8))[0]

    @_count.setter
    def _count(self, count):
        if hasattr(self, "_shared"):
            self._shared.write(8, struct.pack("q", count))
