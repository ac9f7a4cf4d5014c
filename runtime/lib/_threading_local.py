"""The class threading.local, where CPython has its version in Python: there's one implementation."""

from _thread import get_ident

__all__ = ["local"]

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
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            raise AttributeError(f"{_shown_class(self)} object has no attribute {name!r}", name=name, obj=self) from None

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{_shown_class(self)} object attribute '__dict__' is read-only")
        own = _own_attributes(self)
        kind = getattr(type(self), name, None)
        if hasattr(kind, "__set__"):
            object.__setattr__(self, name, value)
        else:
            own[name] = value

    def __delattr__(self, name):
        own = _own_attributes(self)
        if name not in own:
            raise AttributeError(f"{_shown_class(self)} object has no attribute {name!r}")
        del own[name]

    def __del__(self):
        for attributes in list(_locals.values()):
            attributes.pop(id(self), None)


local.__name__ = local.__qualname__ = "_local"
local.__module__ = "_thread"


def _shown_class(self):
    """How messages name the class: one that CPython has in C, with its module."""
    return "'_thread._local'" if type(self) is local else f"{type(self).__name__!r}"


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
