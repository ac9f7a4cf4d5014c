"""A process that keeps objects for others, which use them through proxies.

Left out: `get_server` and `connect`, by which programs that aren't related share objects, and the manager of shared memory.
"""

import queue
import sys
import threading
import types

import multiprocessing
from multiprocessing import _authentication, dummy, process, reduction, util
from multiprocessing.connection import Client, Listener
from multiprocessing.context import ProcessError

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token"]


class RemoteError(Exception):
    """Something went wrong in the manager's process."""

    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


class Token:
    """Where an object is: its type, the manager's address, and its number there."""

    def __init__(self, typeid, address, id):
        self.typeid = typeid
        self.address = address
        self.id = id

    def __repr__(self):
        return f"{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


def all_methods(obj):
    """The names of an object's methods."""
    return [name for name in dir(obj) if callable(getattr(obj, name))]


def public_methods(obj):
    return [name for name in all_methods(obj) if name[0] != "_"]


class _Kept:
    """An object in the manager's process, and how many proxies it has."""

    def __init__(self, obj, exposed, made):
        self.obj = obj
        self.exposed = frozenset(exposed)
        # Methods whose results stay here too, and what these are.
        self.made = made or {}
        self.count = 1


class _Server:
    """What runs in the manager's process: a thread for each connection."""

    def __init__(self, registry, address, authkey):
        self._registry = registry
        self._authkey = authkey
        self._objects = {}
        self._lock = threading.Lock()
        # Who has connected proves its key in a thread of its own: it may be slow, or gone.
        self.listener = Listener(address, backlog=128)
        self.address = self.listener.address

    def serve(self):
        self._stop = threading.Event()
        process.current_process()._manager_server = self
        threading.Thread(target=self._accept, daemon=True).start()
        try:
            while not self._stop.is_set():
                self._stop.wait(1)
        except (KeyboardInterrupt, SystemExit):
            pass
        sys.stdout.flush()

    def _accept(self):
        while True:
            try:
                connection = self.listener.accept()
            except OSError:
                continue
            threading.Thread(target=self._serve_connection, args=(connection,), daemon=True).start()

    def _serve_connection(self, connection):
        try:
            _authentication.challenge(connection, self._authkey)
            _authentication.answer(connection, self._authkey)
        except (EOFError, OSError, multiprocessing.AuthenticationError):
            connection.close()
            return
        while not self._stop.is_set():
            try:
                request = connection.recv()
            except (EOFError, OSError):
                connection.close()
                return
            try:
                self._send(connection, self._answer(request))
            except OSError:
                # Nobody waits for the answer any more.
                connection.close()
                return

    def _send(self, connection, answer):
        try:
            connection.send(answer)
        except OSError:
            raise
        except Exception:
            import traceback

            connection.send(("#UNSERIALIZABLE", traceback.format_exc()))

    def _answer(self, request):
        kind, target, args, kwargs = request
        try:
            if kind == "call":
                return self._call(target, args, kwargs)
            return "#RETURN", getattr(self, "_do_" + kind)(target, *args, **kwargs)
        except Exception:
            import traceback

            return "#TRACEBACK", traceback.format_exc()

    def _call(self, target, args, kwargs):
        number, name = target
        kept = self._objects[number]
        if name not in kept.exposed:
            return self._call_general(kept, name, args, kwargs)
        try:
            result = getattr(kept.obj, name)(*args, **kwargs)
        except Exception as error:
            return "#ERROR", error
        typeid = kept.made.get(name)
        if typeid is None:
            return "#RETURN", result
        return "#PROXY", self._keep(typeid, result)

    def _call_general(self, kept, name, args, kwargs):
        """What all proxies may ask for."""
        if name == "#GETVALUE":
            return "#RETURN", kept.obj
        if name == "__repr__":
            return "#RETURN", repr(kept.obj)
        if name == "__str__":
            return "#RETURN", str(kept.obj)
        error = AttributeError(f"method {name!r} of {type(kept.obj)!r} object is not in exposed={kept.exposed!r}")
        return "#ERROR", error

    def _keep(self, typeid, obj):
        """The number and the exposed methods of an object that is kept from now on."""
        registered = self._registry[typeid]
        exposed = registered.exposed if registered.exposed is not None else public_methods(obj)
        number = f"{id(obj):x}"
        with self._lock:
            if number in self._objects:
                self._objects[number].count += 1
            else:
                self._objects[number] = _Kept(obj, exposed, registered.made)
        return typeid, number, tuple(exposed)

    def _do_create(self, typeid, *args, **kwargs):
        callable_ = self._registry[typeid].callable
        obj = args[0] if callable_ is None else callable_(*args, **kwargs)
        return self._keep(typeid, obj)

    def _do_incref(self, number):
        with self._lock:
            self._objects[number].count += 1

    def _do_decref(self, number):
        with self._lock:
            kept = self._objects.get(number)
            if kept is None:
                return
            kept.count -= 1
            if kept.count == 0:
                del self._objects[number]
        kept = None

    def _do_shutdown(self, _):
        self._stop.set()


class _Registered:
    """A type of objects that a manager can make."""

    def __init__(self, callable, exposed, made, proxy):
        self.callable = callable
        self.exposed = exposed
        self.made = made
        self.proxy = proxy


def _request(connection, kind, target, args=(), kwargs={}):
    connection.send((kind, target, args, kwargs))
    answer, value = connection.recv()
    if answer == "#ERROR":
        raise value
    if answer in ("#TRACEBACK", "#UNSERIALIZABLE"):
        if answer == "#UNSERIALIZABLE":
            value = f"Unserializable message: {value}\n"
        raise RemoteError(value)
    return answer, value


class BaseManager:
    """A process that keeps objects of registered types."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = process.AuthenticationString(authkey)
        self._state = "INITIAL"
        self._ctx = ctx or multiprocessing.get_context()
        self._shutdown_timeout = shutdown_timeout
        if serializer == "xmlrpclib":
            raise NotImplementedError("aiocc's managers have one serializer, 'pickle'")
        if serializer != "pickle":
            raise KeyError(serializer)

    def get_server(self):
        raise NotImplementedError("aiocc has no servers of managers for programs that aren't related: use start()")

    def connect(self):
        raise NotImplementedError("aiocc can't connect to managers of other programs")

    def start(self, initializer=None, initargs=()):
        """Starts the process."""
        if self._state != "INITIAL":
            raise ProcessError({"STARTED": "Already started server", "SHUTDOWN": "Manager has shut down"}[self._state])
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        reader, writer = self._ctx.Pipe(duplex=False)
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(self._registry, self._address, bytes(self._authkey), writer, initializer, initargs))
        self._process.name = f"{type(self).__name__}-" + ":".join(str(each) for each in self._process._identity)
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state = "STARTED"
        self._finalizer = util.Finalize(
            self, BaseManager._end, args=(self._process, self._address, self._authkey, self._shutdown_timeout), exitpriority=0)

    @classmethod
    def _run_server(cls, registry, address, authkey, writer, initializer, initargs):
        import signal

        # Ctrl-C is for the others.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if initializer is not None:
            initializer(*initargs)
        server = _Server(registry, address, authkey)
        writer.send(server.address)
        writer.close()
        server.serve()

    def shutdown(self):
        """Ends the process."""
        self._finalizer()
        self._state = "SHUTDOWN"

    @staticmethod
    def _end(server, address, authkey, timeout):
        if not server.is_alive():
            return
        try:
            with Client(address, authkey=authkey) as connection:
                _request(connection, "shutdown", None)
        except Exception:
            pass
        # Each step gets its time.
        for harder in (server.terminate, server.kill):
            server.join(timeout)
            if not server.is_alive():
                return
            harder()
        server.join()

    @property
    def address(self):
        return self._address

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def _create(self, typeid, /, *args, **kwds):
        assert self._state == "STARTED", "server not yet started"
        with Client(self._address, authkey=self._authkey) as connection:
            _, (_, number, exposed) = _request(connection, "create", typeid, args, kwds)
        return Token(typeid, self._address, number), exposed

    def __enter__(self):
        if self._state == "INITIAL":
            self.start()
        assert self._state == "STARTED"
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """From now on managers of the class can make such objects: a method of that name does."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = _Registered(callable, exposed, method_to_typeid, proxytype)
        if create_method:
            def make(self, /, *args, **kwds):
                token, exposed = self._create(typeid, *args, **kwds)
                proxy = proxytype(token, "pickle", manager=self, authkey=self._authkey, exposed=exposed, incref=False)
                return proxy

            make.__name__ = typeid
            setattr(cls, typeid, make)


class BaseProxy:
    """Stands for an object in a manager's process."""

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        self._token = token
        self._id = token.id
        self._manager = manager
        self._serializer = serializer
        self._exposed = exposed
        self._authkey = process.AuthenticationString(process.current_process().authkey if authkey is None else authkey)
        self._begin()
        if manager_owned:
            return
        if incref:
            self._ask("incref", self._id)
        self._close = util.Finalize(self, BaseProxy._let_go, args=(token, self._authkey), exitpriority=10)
        util.register_after_fork(self, BaseProxy._after_fork)

    def _begin(self):
        self._local = threading.local()

    def _after_fork(self):
        self._begin()
        self._manager = None
        try:
            self._ask("incref", self._id)
        except Exception as error:
            util.info(f"incref failed: {error}")
        self._close = util.Finalize(self, BaseProxy._let_go, args=(self._token, self._authkey), exitpriority=10)

    @staticmethod
    def _let_go(token, authkey):
        try:
            with Client(token.address, authkey=authkey) as connection:
                _request(connection, "decref", token.id)
        except Exception as error:
            util.debug(f"decref failed: {error}")

    def _connection(self):
        """Each thread has its own."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = Client(self._token.address, authkey=self._authkey)
        return connection

    def _ask(self, kind, target, args=(), kwargs={}):
        return _request(self._connection(), kind, target, args, kwargs)

    def _callmethod(self, methodname, args=(), kwds={}):
        """Calls a method of the object."""
        kind, value = self._ask("call", (self._id, methodname), args, kwds)
        if kind == "#RETURN":
            return value
        typeid, number, exposed = value
        token = Token(typeid, self._token.address, number)
        proxy_type = (self._manager._registry if self._manager else SyncManager._registry)[typeid].proxy
        proxy = proxy_type(token, self._serializer, manager=self._manager, authkey=self._authkey, exposed=exposed, incref=False)
        return proxy

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        if isinstance(self, _AutoProxy):
            return _rebuild_auto, (self._token, self._serializer, self._exposed)
        return _rebuild, (type(self), self._token, self._serializer)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>"

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def _is_kept_here(token):
    """In the manager's own process: proxies that it keeps keep their objects alive."""
    server = getattr(process.current_process(), "_manager_server", None)
    if server is None or server.address != token.address:
        return False
    server._do_incref(token.id)
    return True


def _rebuild(proxy_type, token, serializer):
    is_owned = _is_kept_here(token)
    return proxy_type(token, serializer, incref=not is_owned, manager_owned=is_owned)


def _rebuild_auto(token, serializer, exposed):
    is_owned = _is_kept_here(token)
    return AutoProxy(token, serializer, exposed=exposed, incref=not is_owned, manager_owned=is_owned)


def _method(name):
    def call(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)

    call.__name__ = name
    return call


def MakeProxyType(name, exposed, _cache={}):
    """A class of proxies with these methods."""
    exposed = tuple(exposed)
    found = _cache.get((name, exposed))
    if found is None:
        methods = {each: _method(each) for each in exposed}
        found = _cache[name, exposed] = type(name, (BaseProxy,), {**methods, "_exposed_": exposed})
    return found


class _AutoProxy(BaseProxy):
    """A proxy of a type that says nothing of proxies."""


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with all public methods of the object."""
    cls = _auto_type(f"AutoProxy[{token.typeid}]", tuple(exposed))
    return cls(token, serializer, manager=manager, authkey=authkey, exposed=exposed, incref=incref, manager_owned=manager_owned)


def _auto_type(name, exposed, _cache={}):
    if (name, exposed) not in _cache:
        _cache[name, exposed] = type(name, (_AutoProxy,), {each: _method(each) for each in exposed})
    return _cache[name, exposed]


class Namespace(dummy.Namespace):
    """An object for attributes."""


class Value(dummy.Value):
    """A value."""

    def get(self):
        return self.value

    def set(self, value):
        self.value = value

    def __repr__(self):
        return super().__repr__()[1:-1]


Array = dummy.Array


class IteratorProxy(BaseProxy):
    _exposed_ = ("__next__", "send", "throw", "close")

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod("__next__", args)

    def send(self, *args):
        return self._callmethod("send", args)

    def throw(self, *args):
        return self._callmethod("throw", args)

    def close(self, *args):
        return self._callmethod("close", args)


class AcquirerProxy(BaseProxy):
    _exposed_ = ("acquire", "release")

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod("acquire", (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod("release")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    _exposed_ = ("acquire", "release", "wait", "notify", "notify_all")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def notify(self, n=1):
        return self._callmethod("notify", (n,))

    def notify_all(self):
        return self._callmethod("notify_all")

    def wait_for(self, predicate, timeout=None):
        return util.wait_for(self, predicate, timeout)


class EventProxy(BaseProxy):
    _exposed_ = ("is_set", "set", "clear", "wait")

    def is_set(self):
        return self._callmethod("is_set")

    def set(self):
        return self._callmethod("set")

    def clear(self):
        return self._callmethod("clear")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))


class BarrierProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "wait", "abort", "reset")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def abort(self):
        return self._callmethod("abort")

    def reset(self):
        return self._callmethod("reset")

    @property
    def parties(self):
        return self._callmethod("__getattribute__", ("parties",))

    @property
    def n_waiting(self):
        return self._callmethod("__getattribute__", ("n_waiting",))

    @property
    def broken(self):
        return self._callmethod("__getattribute__", ("broken",))


class NamespaceProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, "_callmethod")("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        return object.__getattribute__(self, "_callmethod")("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        return object.__getattribute__(self, "_callmethod")("__delattr__", (key,))


class ValueProxy(BaseProxy):
    _exposed_ = ("get", "set")

    def get(self):
        return self._callmethod("get")

    def set(self, value):
        return self._callmethod("set", (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(types.GenericAlias)


BaseListProxy = MakeProxyType("BaseListProxy", (
    "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__reversed__", "__rmul__", "__setitem__", "append",
    "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort", "__imul__"))


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self

    __class_getitem__ = classmethod(types.GenericAlias)


BaseDictProxy = MakeProxyType("DictProxy", (
    "__contains__", "__delitem__", "__getitem__", "__ior__", "__iter__", "__len__", "__or__", "__reversed__", "__ror__", "__setitem__",
    "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"))
BaseDictProxy._method_to_typeid_ = {"__iter__": "Iterator"}


class DictProxy(BaseDictProxy):
    def __ior__(self, value):
        self._callmethod("update", (value,))
        return self

    __class_getitem__ = classmethod(types.GenericAlias)


ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))

BasePoolProxy = MakeProxyType("PoolProxy", (
    "apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async", "starmap", "starmap_async", "terminate"))
BasePoolProxy._method_to_typeid_ = {
    "apply_async": "AsyncResult", "map_async": "AsyncResult", "starmap_async": "AsyncResult", "imap": "Iterator",
    "imap_unordered": "Iterator",
}


class PoolProxy(BasePoolProxy):
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.terminate()


def _rebuild_view(view):
    """The views of dicts go to other processes as lists."""
    return list, (list(view),)


for _view in ({}.keys(), {}.values(), {}.items()):
    reduction.register(type(_view), _rebuild_view)


class SyncManager(BaseManager):
    """A manager of Python's containers, and of what threads synchronise with."""


def _pool(*args, **kwargs):
    from multiprocessing.pool import Pool

    return Pool(*args, **kwargs)


SyncManager.register("Queue", queue.Queue)
SyncManager.register("JoinableQueue", queue.Queue)
SyncManager.register("Event", threading.Event, EventProxy)
SyncManager.register("Lock", threading.Lock, AcquirerProxy)
SyncManager.register("RLock", threading.RLock, AcquirerProxy)
SyncManager.register("Semaphore", threading.Semaphore, AcquirerProxy)
SyncManager.register("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register("Condition", threading.Condition, ConditionProxy)
SyncManager.register("Barrier", threading.Barrier, BarrierProxy)
SyncManager.register("Pool", _pool, PoolProxy)
SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", dict, DictProxy)
SyncManager.register("Value", Value, ValueProxy)
SyncManager.register("Array", Array, ArrayProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)
