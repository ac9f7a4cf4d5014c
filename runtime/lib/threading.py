"""Threads and what they synchronise with."""

import _thread
import sys
from _thread import get_ident, get_native_id
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


class Condition:
    """Waiting for notices, with a lock."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

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
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        saved = self._give_up()
        noticed = False
        try:
            if timeout is None:
                waiter.acquire()
                noticed = True
            else:
                noticed = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return noticed
        finally:
            self._take_again(saved)
            if not noticed:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds; gives its last value."""
        end = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = _time() + left
                else:
                    left = end - _time()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes up to `n` of those who wait."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while self._waiters and n > 0:
            self._waiters.pop(0).release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    """Up to a number of holders at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout
                    else:
                        timeout = end - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    def __enter__(self):
        return self.acquire()

    def __exit__(self, t, v, tb):
        self.release()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """A semaphore that can't be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            if self._flag:
                return True
            return self._cond.wait(timeout) or self._flag


class BrokenBarrierError(RuntimeError):
    """The barrier was reset or broken."""


class Barrier:
    """Lets threads go on once a number of them wait."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._phase = "filling"
        self._count = 0

    def __repr__(self):
        cls = type(self)
        state = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._phase in ("resetting", "draining"):
                self._cond.wait()
            if self._phase == "broken":
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._phase in ("resetting", "draining"):
                    self._phase = "filling"
                    self._cond.notify_all()

    def _release(self):
        try:
            if self._action:
                self._action()
            self._phase = "draining"
            self._cond.notify_all()
        except BaseException:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._phase != "filling", timeout):
            self._break()
            raise BrokenBarrierError
        if self._phase in ("broken", "resetting"):
            raise BrokenBarrierError

    def _break(self):
        self._phase = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._phase in ("filling", "broken"):
                    self._phase = "resetting"
            else:
                self._phase = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._phase == "filling" else 0

    @property
    def broken(self):
        return self._phase == "broken"


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
        except SystemExit:
            pass
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
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
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


# The attributes of thread-local objects: by thread, then by object.
_locals = {}


class local:
    """An object whose attributes are each thread's own."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local_arguments", (args, kwargs))
        _own_attributes(self, is_new=True)
        return self

    def __getattribute__(self, name):
        own = _own_attributes(self)
        if name == "__dict__":
            return own
        if name in own:
            return own[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        own = _own_attributes(self)
        kind = getattr(type(self), name, None)
        if hasattr(kind, "__set__"):
            object.__setattr__(self, name, value)
        else:
            own[name] = value

    def __delattr__(self, name):
        own = _own_attributes(self)
        if name not in own:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        del own[name]

    def __del__(self):
        for attributes in list(_locals.values()):
            attributes.pop(id(self), None)


def _own_attributes(self, is_new=False):
    of_thread = _locals.get(get_ident())
    if of_thread is None:
        of_thread = _locals[get_ident()] = {}
    own = of_thread.get(id(self))
    if own is None:
        own = of_thread[id(self)] = {}
        if not is_new and type(self).__init__ is not object.__init__:
            args, kwargs = object.__getattribute__(self, "_local_arguments")
            type(self).__init__(self, *args, **kwargs)
    return own


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
