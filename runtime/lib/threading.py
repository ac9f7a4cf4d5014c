"""Threads and what they synchronise with."""

import _thread
import sys
from _thread import get_ident, get_native_id
from _threading_local import _locals, local
from time import monotonic as _time

Lock = _thread.allocate_lock
# The one implementation stands for CPython's in C and for that in Python.
RLock = _CRLock = _PyRLock = _thread.RLock
ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0

_threads = {}
_starting = set()
_counter = 0
_hooks = []


def _described(self, state):
    """The repr() of what threads synchronise with."""
    cls = type(self)
    return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"


class Condition:
    """Waiting for notices, with a lock."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        # A lock for each of those who wait, in the order in which they came; to release it is the notice.
        self._waiters = []

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        # Other locks don't tell whose they are: one that's taken counts as ours.
        is_free = self._lock.acquire(False)
        if is_free:
            self._lock.release()
        return not is_free

    def _check_owned(self, purpose):
        if not self._is_owned():
            raise RuntimeError(f"cannot {purpose} on un-acquired lock")

    def _give_up(self):
        if hasattr(self._lock, "_release_save"):
            return self._lock._release_save()
        self._lock.release()

    def _take_again(self, saved):
        if hasattr(self._lock, "_acquire_restore"):
            self._lock._acquire_restore(saved)
        else:
            self._lock.acquire()

    def wait(self, timeout=None):
        """Gives the lock up until a notice comes; False after `timeout` seconds without one."""
        self._check_owned("wait")
        notice = Lock()
        notice.acquire()
        self._waiters.append(notice)
        saved = self._give_up()
        has_come = False
        try:
            has_come = _acquire_within(notice, timeout)
        finally:
            self._take_again(saved)
            if not has_come and notice in self._waiters:
                self._waiters.remove(notice)
        return has_come

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds; gives its last value."""
        result = predicate()
        end = None if timeout is None else _time() + timeout
        while not result:
            self.wait(timeout)
            result = predicate()
            if end is not None:
                timeout = end - _time()
                if timeout <= 0:
                    break
        return result

    def notify(self, n=1):
        """Wakes up to `n` of those who wait."""
        self._check_owned("notify")
        for _ in range(min(n, len(self._waiters))):
            self._waiters.pop(0).release()

    def notify_all(self):
        """Wakes all of those who wait."""
        self.notify(len(self._waiters))

    notifyAll = notify_all


def _acquire_within(lock, timeout):
    """Acquires a lock, if that's possible in `timeout` seconds."""
    if timeout is None:
        return lock.acquire()
    return lock.acquire(True, timeout) if timeout > 0 else lock.acquire(False)


class Semaphore:
    """Up to a number of holders at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._cond = Condition(Lock())

    def __repr__(self):
        return _described(self, f"value={self._value}")

    def acquire(self, blocking=True, timeout=None):
        """Takes one of the places; False if there's none, or none in time."""
        if timeout is not None and not blocking:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            is_free = self._cond.wait_for(lambda: self._value != 0, timeout) if blocking else self._value != 0
            if is_free:
                self._value -= 1
            return is_free

    def release(self, n=1):
        """Gives places back."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._check_release(n)
            self._value += n
            self._cond.notify(n)

    def _check_release(self, n):
        """Any number of places may be given back here."""

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that can't be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return _described(self, f"value={self._value}/{self._initial_value}")

    def _check_release(self, n):
        if n > self._initial_value - self._value:
            raise ValueError("Semaphore released too many times")


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._flag = False
        self._cond = Condition(Lock())

    def __repr__(self):
        return _described(self, "set" if self._flag else "unset")

    def is_set(self):
        """Whether the flag is set."""
        return self._flag

    isSet = is_set

    def clear(self):
        """Takes the flag down."""
        self._put(False)

    def set(self):
        """Sets the flag: who waits goes on."""
        self._put(True)

    def _put(self, flag):
        with self._cond:
            self._flag = flag
            if flag:
                self._cond.notify_all()

    def wait(self, timeout=None):
        """Waits until the flag is set, at most `timeout` seconds; whether it is."""
        with self._cond:
            return self._flag or self._cond.wait(timeout) or self._flag


class BrokenBarrierError(RuntimeError):
    """The barrier was reset or broken."""


# A barrier fills up, then lets everyone go. Where it's broken or reset while some wait, they go with an error.
_FILLING, _DRAINING, _RESETTING, _BROKEN = range(4)


class Barrier:
    """Lets threads go on once a number of them wait."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._cond = Condition(Lock())
        self._phase = _FILLING
        # How many are between its entrance and its exit.
        self._count = 0

    def __repr__(self):
        return _described(self, "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}")

    @property
    def parties(self):
        """How many it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many are waiting."""
        return self._count if self._phase == _FILLING else 0

    @property
    def broken(self):
        """Whether it's of no use until it's reset."""
        return self._phase == _BROKEN

    def wait(self, timeout=None):
        """Waits for the others; a number that's another one for each."""
        with self._cond:
            self._cond.wait_for(lambda: self._phase in (_FILLING, _BROKEN))
            if self.broken:
                raise BrokenBarrierError
            place = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._let_go()
                else:
                    self._wait_for_others(self._timeout if timeout is None else timeout)
            finally:
                self._leave()
            return place

    def _let_go(self):
        try:
            if self._action:
                self._action()
            self._enter_phase(_DRAINING)
        except BaseException:
            self._enter_phase(_BROKEN)
            raise

    def _wait_for_others(self, timeout):
        if not self._cond.wait_for(lambda: self._phase != _FILLING, timeout):
            self._enter_phase(_BROKEN)
        if self._phase != _DRAINING:
            raise BrokenBarrierError

    def _leave(self):
        self._count -= 1
        if self._count == 0 and self._phase in (_DRAINING, _RESETTING):
            self._enter_phase(_FILLING)

    def _enter_phase(self, phase):
        self._phase = phase
        self._cond.notify_all()

    def reset(self):
        """Empties it: those who wait get an error, and it can be used again."""
        with self._cond:
            if self._count == 0:
                self._enter_phase(_FILLING)
            else:
                # Those who are on their way out already don't notice.
                self._enter_phase(_DRAINING if self._phase == _DRAINING else _RESETTING)

    def abort(self):
        """Breaks it: those who wait get an error, and so does everyone who comes."""
        with self._cond:
            self._enter_phase(_BROKEN)


def _new_name(template):
    global _counter
    _counter += 1
    return template % _counter


class Thread:
    """A call that runs beside the others."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _new_name("Thread-%d")
            if target is not None:
                target_name = getattr(target, "__name__", None)
                if target_name is not None:
                    name += f" ({target_name})"
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._is_stopped = False
        self._stopped = Lock()
        self._initialized = True

    def __repr__(self):
        self._check_initialized()
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._is_stopped:
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def _check_initialized(self):
        if not getattr(self, "_initialized", False):
            raise RuntimeError("Thread.__init__() not called")

    def start(self):
        if not getattr(self, "_initialized", False):
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        _starting.add(self)
        self._stopped.acquire()
        try:
            _thread.start_new_thread(self._bootstrap, ())
        except BaseException:
            _starting.discard(self)
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _threads[self._ident] = self
        _starting.discard(self)
        self._started.set()
        try:
            self.run()
        except BaseException as error:
            self._report(error)
            del error
        finally:
            _threads.pop(self._ident, None)
            _locals.pop(self._ident, None)
            self._is_stopped = True
            self._stopped.release()

    def _report(self, error):
        try:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        except BaseException as failure:
            print("Exception in threading.excepthook:", file=sys.stderr)
            _thread.print_exception(failure)

    def join(self, timeout=None):
        """Waits for its end, at most `timeout` seconds."""
        self._check_initialized()
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._is_stopped:
            return
        if timeout is None:
            self._stopped.acquire()
        elif not self._stopped.acquire(True, max(timeout, 0)):
            return
        self._stopped.release()

    @property
    def name(self):
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    def is_alive(self):
        self._check_initialized()
        return self._started.is_set() and not self._is_stopped

    @property
    def daemon(self):
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check_initialized()
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class ExceptHookArgs(tuple):
    """What `excepthook` is told of an exception that a thread didn't handle."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Prints an exception that a thread didn't handle."""
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    print(f"Exception in thread {name}:", file=sys.stderr, flush=True)
    _thread.print_exception(args.exc_value)


__excepthook__ = excepthook


class Timer(Thread):
    """Calls a function after `interval` seconds, unless it's cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.function, self.interval = function, interval
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        # Set when it was called, or won't be.
        self.finished = Event()

    def run(self):
        """Calls the function when it's time."""
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        self.finished.set()

    def cancel(self):
        """Nothing is called any more."""
        self.finished.set()


class _MainThread(Thread):
    """The thread that the program began with."""

    def __init__(self):
        # There's no current thread yet to inherit from.
        super().__init__(name="MainThread", daemon=False)
        self._started._flag = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._stopped.acquire()
        _threads[self._ident] = self


class _DummyThread(Thread):
    """A thread that wasn't made here."""

    def __init__(self):
        super().__init__(name=_new_name("Dummy-%d"), daemon=True)
        self._started._flag = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        _threads[self._ident] = self


def current_thread():
    """The Thread that calls this."""
    try:
        return _threads[get_ident()]
    except KeyError:
        return _DummyThread()


currentThread = current_thread


def main_thread():
    """The thread that the program began with."""
    return _main_thread


def active_count():
    return len(_threads) + len(_starting)


activeCount = active_count


def enumerate():
    """All threads that are alive."""
    return list(_threads.values()) + list(_starting)


def settrace(func):
    """Nothing is traced in compiled programs."""


def setprofile(func):
    """Nothing is profiled in compiled programs."""


_stack_size = 0


def stack_size(size=0, /):
    """The size that was set before; what is set makes no difference."""
    global _stack_size
    before, _stack_size = _stack_size, size
    return before


def _register_atexit(func, *args, **kwargs):
    """Calls `func` at the program's end, before its threads are waited for."""
    _hooks.append((func, args, kwargs))


def _shutdown():
    for func, args, kwargs in reversed(_hooks):
        func(*args, **kwargs)
    while True:
        left = [thread for thread in enumerate() if thread is not _main_thread and not thread.daemon]
        if not left:
            break
        for thread in left:
            thread.join()


def _after_fork():
    """In a child there's only the thread that forked, and it's the main one."""
    global _main_thread
    _main_thread = current_thread()
    for ident, thread in list(_threads.items()):
        if thread is not _main_thread:
            thread._is_stopped = True
            del _threads[ident]
    for ident in list(_locals):
        if ident != get_ident():
            del _locals[ident]
    _starting.clear()


_main_thread = _MainThread()
_thread.at_shutdown(_shutdown)
