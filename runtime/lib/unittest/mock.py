"""Objects that stand in for others in tests, and keep what was done to them."""

import asyncio

from unittest._mock_calls import (
    ANY, DEFAULT, InvalidSpecError, _Call, _CallList, _format_call, call, check_typos, has_call, missing_calls, problem_with, sentinel,
)
from unittest._patches import _get_target, _is_async, _is_async_func, _patch, _patch_dict, patch_multiple, patch_name, patch_object, stop_all
from unittest._specs import bound_call, function_for, signature_of, skips_first, unwrapped

__all__ = [
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
    "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal", "ThreadingMock",
]

FILTER_DIR = True

_missing, _deleted = sentinel.MISSING, sentinel.DELETED


def _is_exception(obj):
    return isinstance(obj, BaseException) or (isinstance(obj, type) and issubclass(obj, BaseException))


def _stored(name):
    """A property that's part of the mock's state, or of the function that the mock is behind."""
    key = "_mock_" + name

    def get(self):
        state = self.__dict__
        return state[key] if state["_mock_delegate"] is None else getattr(state["_mock_delegate"], name)

    def set(self, value):
        state = self.__dict__
        if state["_mock_delegate"] is None:
            state[key] = value
        else:
            setattr(state["_mock_delegate"], name, value)

    return property(get, set)


# What is taken for a misspelt assertion.
_ASSERTIONS = ("assert", "assret", "asert", "aseert", "assrt")
_attribute_typos = {"called_once", "called_with", "called_once_with", "has_calls", "any_call", "not_called"}


class Base:
    """What keeps the state of a mock."""

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A mock that can't be called: it has any attribute, each a mock."""

    def __new__(cls, /, *args, **kwargs):
        # A class for each mock: special methods are looked up there.
        spec = kwargs.get("spec_set") or kwargs.get("spec", args[0] if args else None)
        is_async = spec is not None and not issubclass(cls, AsyncMockMixin) and _is_async(spec)
        about = {key: getattr(cls, key) for key in ["__doc__", "__module__", "__qualname__"]}
        own = type(cls.__name__, (AsyncMockMixin, cls) if is_async else (cls,), about)
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        # The name is what it's told to be; the new name is where it hangs in the tree of mocks.
        self.__dict__.update({
            "_mock_name": name, "_mock_parent": parent, "_mock_new_name": _new_name,
            "_mock_new_parent": parent if _new_parent is None else _new_parent,
            "_mock_wraps": wraps, "_mock_unsafe": unsafe, "_mock_sealed": False, "_mock_delegate": None, "_mock_children": {},
            "_mock_return_value": DEFAULT, "_mock_side_effect": None, "_mock_signature": None, "_mock_checks_calls": False,
        })
        self._forget_calls()
        self._mock_add_spec(spec if spec_set is None else spec_set, None if spec_set is None else True, _spec_as_instance, _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    def _forget_calls(self):
        self.called, self.call_count, self.call_args = False, 0, None
        self.call_args_list, self.mock_calls = _CallList(), _CallList()
        self.__dict__["method_calls"] = _CallList()

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        methods = kind = None
        asyncs = []
        if _is_list_of_names(spec):
            methods = list(spec)
        elif spec is not None:
            kind = spec if isinstance(spec, type) else type(spec)
            methods = _names_of(spec)
            asyncs = [name for name in methods if _is_async_func(unwrapped(_static(spec, name)))]
            self.__dict__["_mock_signature"] = signature_of(spec, _spec_as_instance, _eat_self)
        self.__dict__.update({
            "_spec_class": kind, "_spec_set": spec_set, "_mock_methods": methods, "_spec_asyncs": asyncs,
        })

    def mock_add_spec(self, spec, spec_set=False):
        """Only attributes of the spec can be had from now on."""
        self._mock_add_spec(spec, spec_set)

    @property
    def __class__(self):
        spec = self.__dict__.get("_spec_class")
        return type(self) if spec is None else spec

    # What is known of the calls.

    called = _stored("called")
    call_count = _stored("call_count")
    call_args = _stored("call_args")
    call_args_list = _stored("call_args_list")
    mock_calls = _stored("mock_calls")

    @property
    def return_value(self):
        state = self.__dict__
        if state["_mock_delegate"] is not None:
            return state["_mock_delegate"].return_value
        if state["_mock_return_value"] is DEFAULT and state["_mock_wraps"] is None:
            state["_mock_return_value"] = self._get_child_mock(_new_parent=self, _new_name="()")
        return state["_mock_return_value"]

    @return_value.setter
    def return_value(self, value):
        state = self.__dict__
        if state["_mock_delegate"] is not None:
            state["_mock_delegate"].return_value = value
            return
        state["_mock_return_value"] = value
        _check_and_set_parent(self, value, None, "()")

    @property
    def side_effect(self):
        state = self.__dict__
        if state["_mock_delegate"] is None:
            return state["_mock_side_effect"]
        # What was set as the function's attribute isn't an iterator yet.
        effect = state["_mock_delegate"].side_effect
        state["_mock_delegate"].side_effect = found = _side_effect_of(effect)
        return found

    @side_effect.setter
    def side_effect(self, value):
        state = self.__dict__
        if state["_mock_delegate"] is None:
            state["_mock_side_effect"] = _side_effect_of(value)
        else:
            state["_mock_delegate"].side_effect = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls, its own and those of its children."""
        seen = visited if visited is not None else []
        if id(self) in seen:
            return
        seen.append(id(self))
        self._forget_calls()
        state = self.__dict__
        if side_effect:
            state["_mock_side_effect"] = None
        if return_value:
            state["_mock_return_value"] = DEFAULT
        for child in list(self._mock_children.values()):
            if _is_mock(child):
                child.reset_mock(seen, return_value=return_value, side_effect=side_effect)
        result = state["_mock_return_value"]
        if result is not self and _is_mock(result):
            result.reset_mock(seen)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, also those of children: `configure_mock(**{"method.return_value": 3})`."""
        # The outer ones come first.
        for path in sorted(kwargs, key=lambda path: path.count(".")):
            holder = self
            steps = path.split(".")
            for step in steps[:-1]:
                holder = getattr(holder, step)
            setattr(holder, steps[-1], kwargs[path])

    def attach_mock(self, mock, attribute):
        """Makes a mock an attribute of this one: its calls are kept here, too."""
        free = {"_mock_parent": None, "_mock_new_parent": None, "_mock_name": "", "_mock_new_name": None}
        _extract_mock(mock).__dict__.update(free)
        setattr(self, attribute, mock)

    # Attributes.

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe", "_mock_children"):
            raise AttributeError(name)
        self._check_has(name)
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if isinstance(child, _Awaited):
            child = self._mock_children[name] = self._autospecced(child, name)
        if child is None:
            wrapped = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wrapped, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        return child

    def _autospecced(self, child, name):
        try:
            return create_autospec(child.spec, child.spec_set, False, self, name)
        except InvalidSpecError:
            target = self.__dict__["_mock_name"] or self
            raise InvalidSpecError(f"Cannot autospec attr {name!r} from target {target!r} as it has already been mocked out. "
                                   f"[target={self!r}, attr={child.spec!r}]")

    def _check_has(self, name):
        """AttributeError for what the spec doesn't have, for special names, and for what looks like a misspelt assertion."""
        methods = self.__dict__.get("_mock_methods")
        if methods is None and _is_magic(name):
            raise AttributeError(name)
        if methods is not None and (name not in methods or name in _all_magics):
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if methods is None and not self._mock_unsafe and (name in _attribute_typos or name.startswith(_ASSERTIONS)):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")

    def __setattr__(self, name, value):
        state = self.__dict__
        methods = state.get("_mock_methods")
        if name in _settable:
            object.__setattr__(self, name, value)
            return
        if name == "__class__":
            state["_spec_class"] = value
            return
        is_outside = methods is not None and name not in methods
        if is_outside and (name in _all_magics or (state.get("_spec_set") and name not in state)):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _unsupported_magics:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _all_magics:
            self._set_special(name, value)
            return
        if _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if state.get("_mock_sealed") and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if isinstance(value, PropertyMock):
            # It isn't set what it stands for itself.
            state[name] = value
            return
        # Properties of classes derived from Mock.
        object.__setattr__(self, name, value)

    def _set_special(self, name, value):
        if _is_mock(value):
            _check_and_set_parent(self, value, None, name)
            self._mock_children[name] = value
            setattr(type(self), name, value)
        else:
            _set_magic(type(self), name, value)

    def __delattr__(self, name):
        is_own = name in self.__dict__
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if not is_own:
                return
        if is_own:
            object.__delattr__(self, name)
        elif self._mock_children.get(name) is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        of_class = [name for name in _names_of(type(self)) if not name.startswith("_")]
        own = [name for name in self.__dict__ if not name.startswith("_") or _is_magic(name)]
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        specials = [name for name, value in type(self).__dict__.items() if name in _all_magics and not isinstance(value, _MagicProxy)]
        return sorted({*(self._mock_methods or ()), *of_class, *own, *children, *specials})

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            raise AttributeError(self._extract_mock_name() + (f".{kw['name']}" if "name" in kw else "()"))
        return self._child_class(kw.get("_new_name"))(**kw)

    def _child_class(self, name):
        """What class the child of that name has: asynchronous where the spec or the protocol says so."""
        kind = _own_class(self)
        if name in self._spec_asyncs or (name in _async_method_magics and issubclass(kind, MagicMock)):
            return AsyncMock
        if issubclass(kind, AsyncMockMixin):
            is_plain = name in _all_sync_magics or (self._mock_methods and name in self._mock_methods)
            return MagicMock if is_plain else AsyncMock
        if issubclass(kind, CallableMixin):
            return kind
        return MagicMock if issubclass(kind, NonCallableMagicMock) else Mock

    # Names.

    def _ancestors(self):
        """What it hangs on, the nearest first."""
        parent = self._mock_new_parent
        while parent is not None:
            yield parent
            parent = parent._mock_new_parent

    def _extract_mock_name(self):
        """How it's got from the outermost mock: `mock.method().other`."""
        path = [self, *self._ancestors()]
        text = path.pop()._mock_name or "mock"
        for each in reversed(path):
            text += _step(each._mock_new_name)
        return text

    def __repr__(self):
        shown = [type(self).__name__]
        name = self._extract_mock_name()
        if name not in ("mock", "mock."):
            shown.append(f"name={name!r}")
        spec = self._spec_class
        if spec is not None:
            shown.append(f"{'spec_set' if self._spec_set else 'spec'}={spec.__name__!r}")
        return f"<{' '.join(shown)} id='{id(self)}'>"

    # Assertions.

    def _call_name(self):
        return self._mock_name or "mock"

    def _calls_text(self, prefix="Calls", suffix="."):
        return f"\n{prefix}: {safe_repr(self.mock_calls)}{suffix}" if self.mock_calls else ""

    def _fail_count(self, expected):
        raise AssertionError(f"Expected '{self._call_name()}' to {expected}. Called {self.call_count} times.{self._calls_text()}")

    def assert_not_called(self):
        """Never called."""
        if self.call_count:
            self._fail_count("not have been called")

    def assert_called(self):
        """Called at least once."""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._call_name()}' to have been called.")

    def assert_called_once(self):
        """Called exactly once."""
        if self.call_count != 1:
            self._fail_count("have been called once")

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call(self._call_name(), args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        return self._mismatch(action, args, kwargs, self.call_args)

    def _mismatch(self, action, args, kwargs, actual):
        want, got = self._format_mock_call_signature(args, kwargs), self._format_mock_call_signature(*actual)
        return f"expected {action} not found.\nExpected: {want}\n  Actual: {got}"

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        last = self.call_args
        if last is None:
            want = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"expected call not found.\nExpected: {want}\n  Actual: not called.")
        expected = self._as_bound(_arguments(args, kwargs))
        if self._as_bound(last) != expected:
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from problem_with([expected])

    def assert_called_once_with(self, /, *args, **kwargs):
        """Called exactly once, with these arguments."""
        if self.call_count != 1:
            self._fail_count("be called once")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Some call had these arguments."""
        expected = self._as_bound(_arguments(args, kwargs))
        cause = problem_with([expected])
        if cause or not has_call(self._all_bound(self.call_args_list), expected):
            raise AssertionError(self._format_mock_call_signature(args, kwargs) + " call not found") from cause

    def assert_has_calls(self, calls, any_order=False):
        """Has these calls, in a row unless `any_order`."""
        expected, made = self._all_bound(calls), _CallList(self._all_bound(self.mock_calls))
        cause = problem_with(expected)
        if any_order:
            missing, rest = missing_calls(expected, made)
            if missing:
                raise AssertionError(f"{self._call_name()!r} does not contain all of {tuple(missing)!r} in its call list, found {rest!r} "
                                     "instead") from cause
        elif expected not in made:
            problem = _not_found("calls", expected, cause)
            raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}\n  Actual: {safe_repr(self.mock_calls)}") from cause

    def _as_bound(self, made):
        """A call as the signature of what it calls binds it, this mock or one below; the TypeError where it can't."""
        called = self
        path = tuple.__getitem__(made, 0) if isinstance(made, tuple) and len(made) > 2 else ""
        for name in path.replace("()", "").split("."):
            child = _extract_mock(called.__dict__["_mock_children"].get(name)) if name else called
            if not _is_mock(child):
                break
            called = child
        return bound_call(called.__dict__["_mock_signature"], made)

    def _all_bound(self, calls):
        """All of them in a plain list: what is compared with a list of calls comes second."""
        return [self._as_bound(each) for each in calls]


def _not_found(what, expected, cause):
    """What's wrong with a list of expected calls: not there, or not possible."""
    if cause is None:
        return f"{what.capitalize()} not found."
    return f"Error processing expected {what}.\nErrors: {[each if isinstance(each, Exception) else None for each in expected]}"


def _step(name):
    """How a mock of that name is got from its parent."""
    return name if name == "()" else f".{name}"


def _arguments(args, kwargs):
    return _Call((args, kwargs), two=True)


def safe_repr(obj):
    try:
        return repr(obj)
    except Exception:
        return object.__repr__(obj)


def _own_class(mock):
    """The class that the mock's own one was made from."""
    return type(mock).__mro__[1]


def _annotated(cls):
    found = cls.__dict__.get("__annotations__")
    return found if isinstance(found, dict) else ()


def _names_of(spec):
    if isinstance(spec, type):
        return sorted({name for cls in spec.__mro__ for name in [*cls.__dict__, *_annotated(cls)]})
    return sorted({*_names_of(type(spec)), *getattr(spec, "__dict__", ())})


def _is_list_of_names(spec):
    return type(spec) in (list, tuple)


def _static(spec, name):
    """What a class or its instance has under a name, no descriptor asked."""
    for cls in (spec if isinstance(spec, type) else type(spec)).__mro__:
        if name in cls.__dict__:
            return cls.__dict__[name]
    return getattr(spec, "__dict__", {}).get(name)


def _is_mock(obj):
    return isinstance(type(obj), type) and issubclass(type(obj), NonCallableMock)


def _extract_mock(obj):
    """The mock of a function that stands for one."""
    return obj if _is_mock(obj) or not hasattr(obj, "mock") else obj.__dict__["mock"]


def _check_and_set_parent(parent, value, name, new_name):
    """Hangs a mock on another one, unless it has a place or is above it; whether it did."""
    mock = _extract_mock(value)
    if not _is_mock(mock):
        return False
    state = mock.__dict__
    has_name = state["_mock_name"] or state["_mock_new_name"]
    has_parent = state["_mock_parent"] is not None or state["_mock_new_parent"] is not None
    if has_name or has_parent or any([mock is each for each in [parent, *parent._ancestors()]]):
        return False
    if name:
        state.update({"_mock_parent": parent, "_mock_name": name})
    if new_name:
        state.update({"_mock_new_parent": parent, "_mock_new_name": new_name})
    return True


def _side_effect_of(value):
    """An iterable as an iterator; anything else as it is."""
    if value is None or callable(value) or _is_exception(value) or not hasattr(value, "__iter__"):
        return value
    return iter(value)


class CallableMixin(Base):
    """What makes a mock callable."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if return_value is not DEFAULT:
            # Unlike one that's set later, it's no child.
            self.__dict__["_mock_return_value"] = return_value
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """TypeError for arguments that don't fit the signature of what an autospecced mock stands for."""
        state = self.__dict__
        if state["_mock_checks_calls"]:
            state["_mock_signature"].bind(*args, **kwargs)

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        self.call_count += 1
        self.called = True
        self.call_args = _arguments(args, kwargs)
        self.call_args_list.append(self.call_args)
        self.mock_calls.append(_Call(("", args, kwargs)))
        # How the mocks above see it: as a method while names go up without a gap, and by its place in the tree.
        method = None if self._mock_parent is None else self._mock_name
        path = self._mock_new_name
        for above in self._ancestors():
            if method is not None:
                above.method_calls.append(_Call((method, args, kwargs)))
                method = None if above._mock_parent is None else f"{above._mock_name}.{method}"
            above.mock_calls.append(_Call((path, args, kwargs)))
            if above._mock_new_name:
                path = above._mock_new_name + (path if path.startswith("()") else f".{path}")

    def _execute_mock_call(self, /, *args, **kwargs):
        result = self._result_of_side_effect(args, kwargs)
        if result is not DEFAULT:
            return result
        # The wrapped one is called unless a result was set, here or on the function in front.
        delegate = self._mock_delegate
        has_result = self._mock_return_value is not DEFAULT or (delegate is not None and delegate.return_value is not DEFAULT)
        if not has_result and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def _result_of_side_effect(self, args, kwargs):
        """What the side effect gives, or raises; DEFAULT without one."""
        effect = self.side_effect
        if effect is None:
            return DEFAULT
        if callable(effect) and not _is_exception(effect):
            return effect(*args, **kwargs)
        result = effect if _is_exception(effect) else next(effect)
        if _is_exception(result):
            raise result
        return result


class Mock(CallableMixin, NonCallableMock):
    """A callable that keeps its calls, has any attribute, and gives what it's told to."""


# Magic methods.


def _dunders(words):
    return {f"__{word}__" for word in words.split()}


_numerics = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_magics = _dunders(
    "hash str sizeof lt gt le ge eq ne int contains len enter exit divmod rdivmod neg pos abs invert complex float index round trunc "
    "floor ceil bool next fspath aiter iter getitem setitem delitem call"
) | _dunders(" ".join([prefix + name for prefix in ["", "i", "r"] for name in _numerics]))
# Those that are never made by themselves.
_non_defaults = _dunders(
    "get set delete reversed missing reduce reduce_ex getinitargs getnewargs getnewargs_ex getstate setstate getformat repr dir "
    "subclasses format"
)
_async_method_magics = _dunders("aenter aexit anext")
_async_magics = _async_method_magics | {"__aiter__"}
_all_sync_magics = _magics | _non_defaults
_all_magics = _all_sync_magics | _async_magics
_unsupported_magics = _dunders("getattr setattr init new prepare instancecheck subclasscheck del")
_settable = {
    "return_value", "side_effect", "method_calls", "called", "call_count", "call_args", "call_args_list", "mock_calls",
    "await_count", "await_args", "await_args_list", "_mock_check_sig", "_mock_return_value", "_mock_side_effect",
    "_mock_sealed", "_mock_parent", "_mock_new_parent", "_mock_name", "_mock_new_name",
}

_return_values = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: object.__sizeof__(self),
    "__fspath__": lambda self: f"{type(self).__name__}/{self._extract_mock_name()}/{id(self)}",
}
_calculated = {
    **dict.fromkeys(_dunders("lt gt le ge"), NotImplemented), **dict.fromkeys(_dunders("contains exit aexit"), False),
    "__bool__": True, "__len__": 0, "__int__": 1, "__index__": 1, "__float__": 1.0, "__complex__": 1j,
}
# Mocks that can't be called are MagicMocks too.
_left_out = _dunders("call")


def _is_magic(name):
    return len(name) > 4 and name.startswith("__") and name.endswith("__")


def _set_magic(cls, name, value):
    """Makes a plain function or value a special method of the mock's class."""
    if callable(value) and not hasattr(value, "__get__"):
        setattr(cls, name, value)
        return
    if not callable(value):
        setattr(cls, name, value)
        return

    def method(self, /, *args, **kwargs):
        return value(self, *args, **kwargs)

    setattr(cls, name, method)


def _equality(mock):

    def compare(other):
        result = mock.__eq__._mock_return_value
        if result is not DEFAULT:
            return result
        return True if mock is other else NotImplemented

    return compare


def _inequality(mock):

    def compare(other):
        if mock.__ne__._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if mock is other else NotImplemented

    return compare


def _iteration(mock):

    def iterate():
        result = mock.__iter__._mock_return_value
        return iter([]) if result is DEFAULT else iter(result)

    return iterate


def _async_iteration(mock):

    def iterate():
        result = mock.__aiter__._mock_return_value
        return _AsyncIterator(iter([] if result is DEFAULT else result))

    return iterate


_side_effects = {"__eq__": _equality, "__ne__": _inequality, "__iter__": _iteration, "__aiter__": _async_iteration}


class _MagicProxy:
    """Makes the mock of a special method when somebody wants it."""

    def __init__(self, name, parent):
        self.parent = parent
        self.name = name

    def __get__(self, obj, kind=None):
        return self.create_mock()

    def create_mock(self):
        name, parent = self.name, self.parent
        made = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        parent._mock_children[name] = made
        setattr(type(parent), name, made)
        if name in _side_effects:
            made.side_effect = _side_effects[name](parent)
        elif name in _return_values:
            made.return_value = _return_values[name](parent)
        elif name in _calculated:
            made.return_value = _calculated[name]
        return made


class MagicMixin(Base):
    """What gives a mock special methods."""

    def __init__(self, /, *args, **kw):
        # Before, for what configures children; afterwards, when the spec is known.
        self._mock_set_magics()
        super().__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        cls = type(self)
        methods = self.__dict__.get("_mock_methods")
        for name in sorted((_magics | _async_magics) - _left_out):
            is_wanted = methods is None or name in methods
            if is_wanted and name not in cls.__dict__:
                setattr(cls, name, _MagicProxy(name, self))
            elif not is_wanted and name in cls.__dict__:
                delattr(cls, name)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A MagicMock that can't be called."""


class MagicMock(MagicMixin, Mock):
    """A Mock that has special methods, too."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        # A special method goes on giving what its protocol wants.
        is_special = self._mock_name and _is_magic(self._mock_name)
        super().reset_mock(*args, return_value=return_value and not is_special, **kwargs)


# Asynchronous ones.


class AsyncMockMixin(Base):
    """What makes a call of a mock a coroutine, and keeps its awaits."""

    await_count = _stored("await_count")
    await_args = _stored("await_args")
    await_args_list = _stored("await_args_list")

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__["_is_coroutine"] = getattr(asyncio, "_is_coroutine", True)
        self._forget_awaits()

    def _forget_awaits(self):
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self._forget_awaits()

    async def _execute_mock_call(self, /, *args, **kwargs):
        self.await_count += 1
        self.await_args = _arguments(args, kwargs)
        self.await_args_list.append(self.await_args)
        try:
            result = self._result_of_side_effect(args, kwargs)
        except StopIteration:
            if callable(self.side_effect):
                raise
            # It can't leave a coroutine.
            raise StopAsyncIteration
        if result is DEFAULT and self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
        elif result is DEFAULT or not callable(self.side_effect):
            return self.return_value if result is DEFAULT else result
        return await result if asyncio.iscoroutine(result) else result

    # Assertions.

    def _fail_await(self, expected, is_counted=True):
        count = f" Awaited {self.await_count} times." if is_counted else ""
        raise AssertionError(f"Expected {self._call_name()} to {expected}.{count}")

    def assert_not_awaited(self):
        """Never awaited."""
        if self.await_count:
            self._fail_await("not have been awaited")

    def assert_awaited(self):
        """Awaited at least once."""
        if not self.await_count:
            self._fail_await("have been awaited", is_counted=False)

    def assert_awaited_once(self):
        """Awaited exactly once."""
        if self.await_count != 1:
            self._fail_await("have been awaited once")

    def assert_awaited_with(self, /, *args, **kwargs):
        """The last await had these arguments."""
        last = self.await_args
        if last is None:
            raise AssertionError(f"Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited")
        expected = self._as_bound(_arguments(args, kwargs))
        if self._as_bound(last) != expected:
            raise AssertionError(self._mismatch("await", args, kwargs, last)) from problem_with([expected])

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Awaited exactly once, with these arguments."""
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Some await had these arguments."""
        expected = self._as_bound(_arguments(args, kwargs))
        cause = problem_with([expected])
        if cause or not has_call(self._all_bound(self.await_args_list), expected):
            raise AssertionError(self._format_mock_call_signature(args, kwargs) + " await not found") from cause

    def assert_has_awaits(self, calls, any_order=False):
        """Has these awaits, in a row unless `any_order`."""
        expected, made = self._all_bound(calls), _CallList(self._all_bound(self.await_args_list))
        cause = problem_with(expected)
        if any_order:
            missing, _ = missing_calls(expected, made)
            if missing:
                raise AssertionError(f"{tuple(missing)!r} not all found in await list") from cause
        elif expected not in made:
            problem = _not_found("awaits", expected, cause)
            raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}") from cause


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    """A mock whose call gives a coroutine."""


class _AsyncIterator:
    """Gives the items of an iterator to `async for`."""

    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = next(self.iterator, _no_more)
        if item is _no_more:
            raise StopAsyncIteration
        return item


_no_more = object()


class PropertyMock(Mock):
    """A mock to be a property of a class: getting it calls the mock, setting it calls it with the value."""

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)

    def _child_class(self, name):
        return MagicMock


_no_timeout = sentinel.TIMEOUT_UNSET


class ThreadingMixin(Base):
    """What lets threads wait for the calls of a mock."""

    # How long they wait, in seconds, where nothing else is said; None: for ever.
    DEFAULT_TIMEOUT = None

    def __init__(self, *args, timeout=_no_timeout, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__["_mock_wait_timeout"] = self.DEFAULT_TIMEOUT if timeout is _no_timeout else timeout
        self._forget_events()

    def _forget_events(self):
        from threading import Event, Lock
        # One event for any call, and one for the calls of each kind that somebody makes or waits for.
        self.__dict__.update({"_mock_event": Event(), "_mock_events": [], "_mock_events_lock": Lock()})

    def _get_child_mock(self, /, **kw):
        parent = kw.get("parent", kw.get("_new_parent"))
        if isinstance(parent, ThreadingMixin):
            kw["timeout"] = parent._mock_wait_timeout
        return super()._get_child_mock(**kw)

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self._forget_events()

    def _event_of(self, args, kwargs):
        from threading import Event
        with self._mock_events_lock:
            for known, event in self._mock_events:
                if known == (args, kwargs):
                    return event
            event = Event()
            self._mock_events.append(((args, kwargs), event))
        return event

    def _execute_mock_call(self, /, *args, **kwargs):
        result = super()._execute_mock_call(*args, **kwargs)
        self._event_of(args, kwargs).set()
        self._mock_event.set()
        return result

    def wait_until_called(self, *, timeout=_no_timeout):
        """Waits for a call; AssertionError after `timeout` seconds."""
        if timeout is _no_timeout:
            timeout = self._mock_wait_timeout
        if not self._mock_event.wait(timeout=timeout):
            raise AssertionError(f"{self._call_name()} was not called before timeout({timeout}).")

    def wait_until_any_call_with(self, *args, **kwargs):
        """Waits for a call with these arguments; AssertionError after the mock's timeout."""
        if not self._event_of(args, kwargs).wait(timeout=self._mock_wait_timeout):
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} call not found")


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    """A MagicMock whose calls threads can wait for."""


def seal(mock):
    """No more children are made from now on: asking for one is an AttributeError."""
    state = mock.__dict__
    state["_mock_sealed"] = True
    for child in [*state["_mock_children"].values(), state["_mock_return_value"]]:
        if _is_mock(child) and child.__dict__["_mock_new_parent"] is mock:
            seal(child)


# Specs.

class _Awaited:
    """An attribute of the spec that becomes a mock when it's asked for."""

    def __init__(self, spec, spec_set):
        self.spec, self.spec_set = spec, spec_set


def _is_function(obj):
    return type(obj).__name__ in ("function", "method")


def _kind_of_function(function):
    return AsyncMock if _is_async_func(function) else MagicMock


def _kind_of_spec(spec, instance):
    if _is_function(spec) or _is_async_func(spec):
        return _kind_of_function(spec)
    if _is_data_descriptor(spec):
        return MagicMock
    spec = getattr(spec, "__func__", spec)
    is_callable = "__call__" in _names_of(spec) if instance and isinstance(spec, type) else callable(spec)
    return MagicMock if is_callable else NonCallableMagicMock


def _is_data_descriptor(obj):
    return not isinstance(obj, type) and not _is_function(obj) and (hasattr(type(obj), "__set__") or hasattr(type(obj), "__delete__"))


def _autospec_options(spec, spec_set, instance):
    """How the mock of a spec is made. Nobody knows what a descriptor gives."""
    if _is_data_descriptor(spec):
        return {}
    options = {"spec_set" if spec_set else "spec": spec}
    if _is_function(spec):
        options["_eat_self"] = False
    elif isinstance(spec, type) and instance:
        options["_spec_as_instance"] = True
    return options


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has only what the spec has, and can be called only as the spec can; so have its attributes, and its result if it's a class."""
    if _is_list_of_names(spec):
        spec = type(spec)
    if _is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    if not unsafe:
        check_typos(kwargs)
    is_class, is_function = isinstance(spec, type), _is_function(spec)
    if is_function and instance and _is_async_func(spec):
        raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
    name = kwargs.pop("name", _name)
    options = {**_autospec_options(spec, spec_set, instance), **kwargs}
    made = _kind_of_spec(spec, instance)(parent=_parent, _new_parent=_parent, _new_name=name if _parent is not None else "", name=name, **options)
    result = made
    if is_function:
        signature = signature_of(spec, False, False)
        _check_calls(made, signature)
        result = function_for(made, spec, signature, _is_async_func(spec))
    else:
        _check_calls(made, signature_of(spec, instance, is_class))
    if _parent is not None and not instance:
        _parent._mock_children[name] = result
    wrapped = kwargs.pop("wraps", None)
    if is_class and not instance and "return_value" not in kwargs:
        made.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=made, wraps=wrapped)
    if not is_function:
        _add_attributes(made, spec, spec_set, wrapped)
    if kwargs and not is_function:
        # Again, for what is set on the attributes.
        made.configure_mock(**kwargs)
    return result


def _check_calls(mock, signature):
    mock.__dict__.update({"_mock_signature": signature, "_mock_checks_calls": signature is not None})
    if signature is not None:
        type(mock).__signature__ = signature


def _add_attributes(mock, spec, spec_set, wrapped):
    """Children for the attributes that the spec has: functions at once, others when they're asked for."""
    is_class = isinstance(spec, type)
    for name in _names_of(spec):
        if _is_magic(name):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if not _is_function(original):
            mock._mock_children[name] = _Awaited(original, spec_set)
            continue
        options = {"spec_set" if spec_set else "spec": original, "_eat_self": skips_first(spec, name, is_class)}
        if wrapped and not spec_set and hasattr(wrapped, name):
            options["wraps"] = original
        kind = _kind_of_function(original)
        child = kind(parent=mock, name=name, _new_name=name, _new_parent=mock, **options)
        mock._mock_children[name] = child
        child.return_value = kind()
        _check_calls(child, child.__dict__["_mock_signature"])


class _FileText:
    """The text of a file that's read from its beginning."""

    def __init__(self, text):
        self.text = text
        self.newline = "\n" if isinstance(text, str) else b"\n"
        self.place = 0

    def take(self, end):
        start, self.place = self.place, end
        return self.text[start:end]

    def read(self, size=-1, /):
        is_all = size is None or size < 0
        return self.take(len(self.text) if is_all else min(self.place + size, len(self.text)))

    def readline(self, size=-1, /):
        end = self.text.find(self.newline, self.place) + 1 or len(self.text)
        return self.take(end if size is None or size < 0 else min(end, self.place + size))

    def lines(self):
        while self.place < len(self.text):
            yield self.readline()

    def readlines(self, hint=-1, /):
        return list(self.lines())


def mock_open(mock=None, read_data=""):
    """A mock that stands in for open(), whose files have `read_data` in them."""
    import io
    opened = mock if mock is not None else MagicMock(name="open", spec=dir(open))
    handle = MagicMock(spec=sorted({*dir(io.TextIOWrapper), *dir(io.BytesIO)}))
    # The text since it was opened last.
    current = [_FileText(read_data)]

    def open_again(*args, **kwargs):
        current[0] = _FileText(read_data)
        return DEFAULT

    def close(*args):
        handle.close()

    def reads_with(name):

        def effect(*args, **kwargs):
            method = getattr(handle, name)
            if method._mock_return_value is not None:
                return method._mock_return_value
            return getattr(current[0], name)(*args, **kwargs)

        return effect

    def lines():
        """The lines that are left; what `readline` was told to give, time and again."""
        line = handle.readline._mock_return_value
        while line is not None:
            yield line
        yield from current[0].lines()

    for name in ["read", "readline", "readlines"]:
        getattr(handle, name).return_value = None
        getattr(handle, name).side_effect = reads_with(name)
    handle.write.return_value = None
    handle.__enter__.return_value = handle
    handle.__exit__.side_effect = close
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = lambda: next(lines())
    opened.return_value = handle
    opened.side_effect = open_again
    return opened


# Patching.

patch = patch_name
patch.object = patch_object
patch.dict = _patch_dict
patch.multiple = patch_multiple
patch.stopall = stop_all
patch.TEST_PREFIX = "test"
