"""What objects have: members, documentation, annotations, states."""

import sys
import types
from collections import namedtuple

from inspect._kinds import isclass, isfunction, ismethod, ismodule, isroutine

# Members.


def getmro(cls):
    return cls.__mro__


def _stored(object, key):
    """What the class, of which `object` is one, has under a name that it doesn't give itself."""
    for base in getmro(object) if isclass(object) else ():
        if key in base.__dict__:
            return base.__dict__[key]
    raise AttributeError(key)


def _dynamic_names(cls):
    """Attributes that classes have for their instances: dir() needn't know them."""
    return [name for base in cls.__bases__ for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]


def _member(object, name, getter, is_second):
    """The value as `getter` gives it; where it fails, or for a name that's there twice, what the class stores."""
    if not is_second:
        try:
            return getter(object, name)
        except AttributeError:
            pass
    return _stored(object, name)


def _getmembers(object, predicate, getter):
    found = []
    seen = set()
    for name in dir(object) + (_dynamic_names(object) if isclass(object) else []):
        try:
            value = _member(object, name, getter, name in seen)
        except AttributeError:
            continue
        seen.add(name)
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmembers(object, predicate=None):
    """(name, value) of all attributes, sorted by name."""
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same with the attributes as they're stored: no descriptor and no `__getattr__` is called."""
    return _getmembers(object, predicate, getattr_static)


def _walk_tree(classes, children, parent):
    results = []
    for cls in sorted(classes, key=lambda each: (each.__module__, each.__name__)):
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(_walk_tree(children[cls], children, cls))
    return results


def walktree(classes, children, parent):
    """The list that `getclasstree` gives, of some classes."""
    return _walk_tree(classes, children, parent)


def getclasstree(classes, unique=False):
    """Nested lists of (class, bases): behind a class stands the list of those that are derived from it."""
    children = {}
    roots = []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for parent in cls.__bases__:
            known = children.setdefault(parent, [])
            if cls not in known:
                known.append(cls)
            if unique and parent in classes:
                break
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return _walk_tree(roots, children, None)


Attribute = namedtuple("Attribute", "name kind defining_class object", module="inspect")


def classify_class_attrs(cls):
    """An Attribute for each attribute of a class."""
    result = []
    for name in dir(cls):
        for base in cls.__mro__:
            if name in base.__dict__:
                value = base.__dict__[name]
                if isinstance(value, staticmethod):
                    kind = "static method"
                elif isinstance(value, classmethod):
                    kind = "class method"
                elif isinstance(value, property):
                    kind = "property"
                elif isroutine(value):
                    kind = "method"
                else:
                    kind = "data"
                result.append(Attribute(name, kind, base, value))
                break
    return result


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """The attribute as it's stored; no descriptor and no `__getattr__` is called."""
    if isinstance(obj, type):
        chain = obj.__mro__
        meta = type(obj).__mro__
    else:
        own = getattr(obj, "__dict__", None)
        in_class = _find_static(type(obj).__mro__, attr)
        if own is not None and attr in own:
            if in_class is _missing or not hasattr(type(in_class), "__set__"):
                return own[attr]
        if in_class is not _missing:
            return in_class
        chain = ()
        meta = ()
    for group in (chain, meta):
        found = _find_static(group, attr)
        if found is not _missing:
            return found
    if default is not _missing:
        return default
    raise AttributeError(attr)


def _find_static(chain, attr):
    for base in chain:
        if attr in base.__dict__:
            return base.__dict__[attr]
    return _missing


# Documentation.


def cleandoc(doc):
    """A docstring without the indentation that comes from the source."""
    lines = doc.expandtabs().split("\n")
    margin = sys.maxsize
    for line in lines[1:]:
        content = len(line.lstrip(" "))
        if content:
            margin = min(margin, len(line) - content)
    if lines:
        lines[0] = lines[0].lstrip(" ")
    if margin < sys.maxsize:
        for place in range(1, len(lines)):
            lines[place] = lines[place][margin:]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _find_doc(obj):
    """The docstring that a class or a method inherits."""
    if isclass(obj):
        docs = [base.__dict__.get("__doc__") for base in obj.__mro__ if base is not object]
    else:
        name, owner = _defined_as(obj)
        bases = [base for base in getattr(owner, "__mro__", ()) if name in base.__dict__]
        docs = [getattr(base.__dict__[name], "__doc__", None) for base in bases]
    return next((doc for doc in docs if doc is not None), None)


def _defined_as(obj):
    """(name, class) of a method; without a class where it has none."""
    if ismethod(obj):
        owner = obj.__self__
        return obj.__func__.__name__, owner if isclass(owner) else owner.__class__
    return (obj.__name__, _class_of(obj)) if isfunction(obj) else (None, None)


def _class_of(func):
    """The class that a function was defined in, by its qualified name."""
    cls = sys.modules.get(func.__module__)
    for name in func.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name, None)
        if cls is None:
            return None
    return cls if isclass(cls) else None


def getdoc(object):
    """The docstring, inherited where there is none, without its indentation."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _find_doc(object)
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


def getmodule(object, _filename=None):
    """The module that it was defined in, or None."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, function or module, always a new dict."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__")
        if isinstance(found, types.GetSetDescriptorType):
            found = None
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    from typing import get_type_hints
    hints = get_type_hints(obj, globals, locals, include_extras=True)
    return {name: hints[name] for name in found}


# States.

AGEN_CREATED = "AGEN_CREATED"
AGEN_RUNNING = "AGEN_RUNNING"
AGEN_SUSPENDED = "AGEN_SUSPENDED"
AGEN_CLOSED = "AGEN_CLOSED"
GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"


def _state(is_running, is_suspended, frame, created, running, suspended, closed):
    """Which of the four it is in that has a frame until it's closed."""
    if is_running:
        return running
    if is_suspended:
        return suspended
    return closed if frame is None else created


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED)


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED)


def getasyncgenstate(agen):
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED)
