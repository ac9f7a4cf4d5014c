"""Objects that stand in for others in tests, and keep what was done to them."""

import asyncio
import sys

import _imports_by_name
from _support import program_modules

__all__ = [
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
    "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal",
]

FILTER_DIR = True


class InvalidSpecError(Exception):
    """A mock was given as the spec of another one."""


# Single values.


class _SentinelObject:
    """A value with a name."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """Makes a value with each name that's asked for."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _is_exception(obj):
    return isinstance(obj, BaseException) or (isinstance(obj, type) and issubclass(obj, BaseException))


def _is_async_func(obj):
    is_async = getattr(asyncio, "iscoroutinefunction", None)
    return is_async is not None and hasattr(obj, "__code__") and is_async(obj)


# Calls.


def _format_call_signature(name, args, kwargs):
    parts = [repr(arg) for arg in args]
    parts.extend([f"{key}={value!r}" for key, value in kwargs.items()])
    return f"{name}({', '.join(parts)})"


class _Call(tuple):
    """One call as a tuple: (name, args, kwargs), or without the name, or what's left when parts are empty."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args = ()
        kwargs = {}
        length = len(value)
        if length == 3:
            name, args, kwargs = value
        elif length == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                if isinstance(second, tuple):
                    args = second
                else:
                    kwargs = second
            else:
                args, kwargs = first, second
        elif length == 1:
            value, = value
            if isinstance(value, str):
                name = value
            elif isinstance(value, tuple):
                args = value
            else:
                kwargs = value
        if two:
            return tuple.__new__(cls, (args, kwargs))
        return tuple.__new__(cls, (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        name = ""
        if len(self) == 2:
            args, kwargs = self
        else:
            name, args, kwargs = self
        own_parent = getattr(self, "_mock_parent", None)
        other_parent = getattr(other, "_mock_parent", None)
        if own_parent and other_parent and own_parent != other_parent:
            return False
        parts = _parts_of(other, length)
        if parts is None:
            return False
        other_name, other_args, other_kwargs = parts
        if name and other_name != name:
            return False
        # ANY and the like come first.
        return (other_args, other_kwargs) == (args, kwargs)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__ and not attr.startswith("__"):
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    def _get_call_arguments(self):
        if len(self) == 2:
            args, kwargs = self
        else:
            name, args, kwargs = self
        return args, kwargs

    @property
    def args(self):
        return self._get_call_arguments()[0]

    @property
    def kwargs(self):
        return self._get_call_arguments()[1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            if name.startswith("()"):
                return "call" + name
            return name if self._mock_name is None else f"call.{name}"
        if len(self) == 2:
            name = "call"
            args, kwargs = self
        else:
            name, args, kwargs = self
            if not name:
                name = "call"
            elif name.startswith("()"):
                name = "call" + name
            else:
                name = f"call.{name}"
        return _format_call_signature(name, args, kwargs)

    def call_list(self):
        """This call and those that its object comes from, the first one first."""
        calls = []
        thing = self
        while thing is not None:
            if thing._mock_from_kall:
                calls.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(calls))

    __hash__ = None


def _parts_of(other, length):
    """(name, args, kwargs) of something that's compared with a call; None where it can't be one."""
    if length == 0:
        return "", (), {}
    if length == 3:
        name, args, kwargs = other
        return name, args, kwargs
    if length == 1:
        value, = other
        if isinstance(value, tuple):
            return "", value, {}
        if isinstance(value, str):
            return value, (), {}
        return "", (), value
    if length == 2:
        first, second = other
        if isinstance(first, str):
            if isinstance(second, tuple):
                return first, second, {}
            return first, (), second
        return "", first, second
    return None


call = _Call(from_kall=False)


class _CallList(list):
    """Calls; `in` finds several in a row too."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        length = len(value)
        for index in range(0, len(self) - length + 1):
            if self[index:index + length] == value:
                return True
        return False

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


# Mocks.

_ASSERTIONS = ("assert", "assret", "asert", "aseert", "assrt")
_CALL_MEMBERS = ("called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls")


class Base:
    """What keeps the state of a mock."""

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A mock that can't be called: it has any attribute, each a mock."""

    def __new__(cls, /, *args, **kwargs):
        # A class for each mock: special methods are looked up there.
        bases = (cls,)
        if not issubclass(cls, AsyncMockMixin):
            spec = kwargs.get("spec_set", kwargs.get("spec"))
            if spec is not None and _is_async_func(spec):
                bases = (AsyncMockMixin, cls)
        new = type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__, "__qualname__": cls.__qualname__})
        return object.__new__(new)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        state = self.__dict__
        state["_mock_parent"] = parent
        state["_mock_name"] = name
        state["_mock_new_name"] = _new_name
        state["_mock_new_parent"] = _new_parent
        state["_mock_sealed"] = False
        if spec_set is not None:
            spec = spec_set
            spec_set = True
        self._mock_add_spec(spec, spec_set, _spec_as_instance)
        state["_mock_children"] = {}
        state["_mock_wraps"] = wraps
        state["_mock_delegate"] = None
        state["_mock_called"] = False
        state["_mock_call_args"] = None
        state["_mock_call_count"] = 0
        state["_mock_call_args_list"] = _CallList()
        state["_mock_mock_calls"] = _CallList()
        state["method_calls"] = _CallList()
        state["_mock_unsafe"] = unsafe
        state["_mock_return_value"] = DEFAULT
        state["_mock_side_effect"] = None
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False):
        state = self.__dict__
        state["_spec_class"] = None
        state["_spec_set"] = spec_set
        state["_mock_methods"] = None
        if spec is None:
            return
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        if isinstance(spec, (list, tuple)):
            state["_mock_methods"] = list(spec)
            return
        state["_spec_class"] = spec if isinstance(spec, type) else type(spec)
        state["_mock_methods"] = _names_of(spec)
        state["_spec_asyncs"] = [name for name in state["_mock_methods"] if _is_async_func(_static(spec, name))]

    def mock_add_spec(self, spec, spec_set=False):
        """Only attributes of the spec can be had from now on."""
        self._mock_add_spec(spec, spec_set)

    @property
    def __class__(self):
        spec = self.__dict__.get("_spec_class")
        return type(self) if spec is None else spec

    # What is known of the calls.

    @property
    def return_value(self):
        if self._mock_return_value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.__dict__["_mock_return_value"] = value
            return value
        return self._mock_return_value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _check_and_set_parent(self, value, None, "()")

    @property
    def side_effect(self):
        return self.__dict__["_mock_side_effect"]

    @side_effect.setter
    def side_effect(self, value):
        self.__dict__["_mock_side_effect"] = _side_effect_of(value)

    @property
    def called(self):
        return self.__dict__["_mock_called"]

    @called.setter
    def called(self, value):
        self.__dict__["_mock_called"] = value

    @property
    def call_count(self):
        return self.__dict__["_mock_call_count"]

    @call_count.setter
    def call_count(self, value):
        self.__dict__["_mock_call_count"] = value

    @property
    def call_args(self):
        return self.__dict__["_mock_call_args"]

    @call_args.setter
    def call_args(self, value):
        self.__dict__["_mock_call_args"] = value

    @property
    def call_args_list(self):
        return self.__dict__["_mock_call_args_list"]

    @call_args_list.setter
    def call_args_list(self, value):
        self.__dict__["_mock_call_args_list"] = value

    @property
    def mock_calls(self):
        return self.__dict__["_mock_mock_calls"]

    @mock_calls.setter
    def mock_calls(self, value):
        self.__dict__["_mock_mock_calls"] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in self._mock_children.values():
            if isinstance(child, _SpecState) or child is _deleted:
                continue
            child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self.__dict__["_mock_return_value"]
        if _is_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, also those of children: `configure_mock(**{"method.return_value": 3})`."""
        for arg, value in sorted(kwargs.items(), key=lambda entry: entry[0].count(".")):
            *parents, final = arg.split(".")
            obj = self
            for each in parents:
                obj = getattr(obj, each)
            setattr(obj, final, value)

    def attach_mock(self, mock, attribute):
        """Makes a mock an attribute of this one: its calls are kept here, too."""
        inner = _extract_mock(mock)
        inner.__dict__["_mock_parent"] = None
        inner.__dict__["_mock_new_parent"] = None
        inner.__dict__["_mock_name"] = ""
        inner.__dict__["_mock_new_name"] = None
        setattr(self, attribute, mock)

    # Attributes.

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe", "_mock_children"):
            raise AttributeError(name)
        methods = self.__dict__.get("_mock_methods")
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (methods is None or name not in methods):
            if name.startswith(_ASSERTIONS) or name in _attribute_typos:
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an "
                                     "attribute.")
        result = self._mock_children.get(name)
        if result is _deleted:
            raise AttributeError(name)
        if result is None:
            wraps = None
            if self._mock_wraps is not None:
                wraps = getattr(self._mock_wraps, name)
            result = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = result
        elif isinstance(result, _SpecState):
            result = create_autospec(result.spec, result.spec_set, result.instance, result.parent, result.name)
            self._mock_children[name] = result
        return result

    def __setattr__(self, name, value):
        if name in _settable:
            return object.__setattr__(self, name, value)
        methods = self.__dict__.get("_mock_methods")
        if self.__dict__.get("_spec_set") and methods is not None and name not in methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _unsupported_magics:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _all_magics:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if not _is_mock(value):
                _set_magic(type(self), name, value)
            else:
                _check_and_set_parent(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            return None
        if _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if self.__dict__.get("_mock_sealed") and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._full_name()}.{name}")
        # Properties of classes derived from Mock.
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        obj = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif obj is _deleted:
            raise AttributeError(name)
        if obj is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def __dir__(self):
        return sorted(set(_names_of(type(self))) | set(self.__dict__) | set(self._mock_children))

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._full_name() + attribute)
        name = kw.get("_new_name")
        if name in self.__dict__.get("_spec_asyncs", ()):
            return AsyncMock(**kw)
        mock_class = _own_class(self)
        if issubclass(mock_class, MagicMock) and name in _async_method_magics:
            return AsyncMock(**kw)
        if issubclass(mock_class, AsyncMockMixin):
            if name in _all_sync_magics or (self.__dict__.get("_mock_methods") and name in self._mock_methods):
                child_class = MagicMock
            else:
                child_class = AsyncMock
        elif not issubclass(mock_class, CallableMixin):
            child_class = MagicMock if issubclass(mock_class, NonCallableMagicMock) else Mock
        else:
            child_class = mock_class
        return child_class(**kw)

    # Names.

    def _full_name(self):
        parts = [self._mock_new_name]
        parent = self._mock_new_parent
        last = self
        dot = "."
        if parts == ["()"]:
            dot = ""
        while parent is not None:
            last = parent
            parts.append(parent._mock_new_name + dot)
            dot = "." if parent._mock_new_name != "()" else ""
            parent = parent._mock_new_parent
        parts.reverse()
        first = last._mock_name or "mock"
        if len(parts) > 1 and parts[1] not in ("()", "()."):
            first += "."
        parts[0] = first
        return "".join(parts)

    def __repr__(self):
        name = self._full_name()
        text = "" if name in ("mock", "mock.") else f" name={name!r}"
        spec = ""
        if self.__dict__.get("_spec_class") is not None:
            spec = f" spec={self._spec_class.__name__!r}"
            if self._spec_set:
                spec = f" spec_set={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{text}{spec} id='{id(self)}'>"

    # Assertions.

    def _call_name(self):
        return self._mock_name or "mock"

    def _calls_text(self, prefix="Calls", suffix="."):
        return f"\n{prefix}: {safe_repr(self.mock_calls)}{suffix}" if self.mock_calls else ""

    def assert_not_called(self):
        """Never called."""
        if self.call_count == 0:
            return
        raise AssertionError(f"Expected '{self._call_name()}' to not have been called. Called {self.call_count} times."
                             f"{self._calls_text()}")

    def assert_called(self):
        """Called at least once."""
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._call_name()}' to have been called.")

    def assert_called_once(self):
        """Called exactly once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._call_name()}' to have been called once. Called {self.call_count} times."
                                 f"{self._calls_text()}")

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call_signature(self._call_name(), args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        expected = self._format_mock_call_signature(args, kwargs)
        actual = self._format_mock_call_signature(*self.call_args)
        return f"expected {action} not found.\nExpected: {expected}\n  Actual: {actual}"

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        if self.call_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
        if _Call((args, kwargs), two=True) != self.call_args:
            raise AssertionError(self._format_mock_failure_message(args, kwargs))

    def assert_called_once_with(self, /, *args, **kwargs):
        """Called exactly once, with these arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._call_name()}' to be called once. Called {self.call_count} times."
                                 f"{self._calls_text()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """Has these calls, in a row unless `any_order`."""
        expected = list(calls)
        cause = None
        all_calls = _CallList(self.mock_calls)
        if not any_order:
            if expected not in all_calls:
                raise AssertionError(f"Calls not found.\nExpected: {_CallList(expected)}{self._calls_text(prefix='  Actual', suffix='')}")
            return
        all_calls = list(all_calls)
        not_found = []
        for each in expected:
            try:
                all_calls.remove(each)
            except ValueError:
                not_found.append(each)
        if not_found:
            raise AssertionError(f"{self._call_name()!r} does not contain all of {tuple(not_found)!r} in its call list, found "
                                 f"{all_calls!r} instead")

    def assert_any_call(self, /, *args, **kwargs):
        """Some call had these arguments."""
        expected = _Call((args, kwargs), two=True)
        if expected not in _AnyComparer(self.call_args_list):
            text = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"{text} call not found")


class _AnyComparer(list):
    """Compares the other way round, so that ANY comes first."""

    def __contains__(self, item):
        for each in self:
            if len(item) == len(each) and all([expected == actual for expected, actual in zip(item, each)]):
                return True
        return False


def safe_repr(obj):
    try:
        return repr(obj)
    except Exception:
        return object.__repr__(obj)


def _own_class(mock):
    """The class that the mock's own one was made from."""
    return type(mock).__mro__[1]


def _names_of(spec):
    if not isinstance(spec, type):
        names = set(_names_of(type(spec)))
        names.update(getattr(spec, "__dict__", ()))
        return sorted(names)
    found = set()
    for cls in spec.__mro__:
        found.update(cls.__dict__)
        found.update(cls.__dict__.get("__annotations__", ()))
    return sorted(found)


def _static(spec, name):
    cls = spec if isinstance(spec, type) else type(spec)
    for each in cls.__mro__:
        if name in each.__dict__:
            return each.__dict__[name]
    return getattr(spec, "__dict__", {}).get(name)


def _is_mock(obj):
    return isinstance(type(obj), type) and issubclass(type(obj), NonCallableMock)


def _extract_mock(obj):
    return obj.__dict__["mock"] if hasattr(obj, "mock") and not _is_mock(obj) else obj


def _check_and_set_parent(parent, value, name, new_name):
    value = _extract_mock(value)
    if not _is_mock(value):
        return False
    state = value.__dict__
    if state["_mock_name"] or state["_mock_new_name"] or state["_mock_parent"] is not None or state["_mock_new_parent"] is not None:
        return False
    ancestor = parent
    while ancestor is not None:
        if ancestor is value:
            return False
        ancestor = ancestor._mock_new_parent
    if new_name:
        state["_mock_new_parent"] = parent
        state["_mock_new_name"] = new_name
    if name:
        state["_mock_parent"] = parent
        state["_mock_name"] = name
    return True


def _side_effect_of(value):
    """An iterable as an iterator; anything else as it is."""
    if value is None or callable(value) or _is_exception(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


class CallableMixin(Base):
    """What makes a mock callable."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec=spec, wraps=wraps, name=name, spec_set=spec_set, parent=parent, _spec_state=_spec_state,
                         _new_name=_new_name, _new_parent=_new_parent, **kwargs)
        self.__dict__["_mock_return_value"] = return_value
        if _is_mock(return_value):
            _check_and_set_parent(self, return_value, None, "()")
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """Overridden where the signature is known."""

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        do_method_calls = self._mock_parent is not None
        method_name = self._mock_name
        mock_name = self._mock_new_name
        is_a_call = mock_name == "()"
        self.mock_calls.append(_Call(("", args, kwargs)))
        parent = self._mock_new_parent
        while parent is not None:
            if do_method_calls:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                do_method_calls = parent._mock_parent is not None
                if do_method_calls:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.mock_calls.append(_Call((mock_name, args, kwargs)))
            if parent._mock_new_name:
                dot = "" if is_a_call else "."
                is_a_call = parent._mock_new_name == "()"
                mock_name = parent._mock_new_name + dot + mock_name
            parent = parent._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A callable that keeps its calls, has any attribute, and gives what it's told to."""


# Magic methods.

_numerics = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow"
_non_defaults = {"__get__", "__set__", "__delete__", "__reversed__", "__missing__", "__reduce__", "__reduce_ex__", "__getinitargs__",
                 "__getnewargs__", "__getstate__", "__setstate__", "__getformat__", "__repr__", "__dir__", "__subclasses__",
                 "__format__", "__getnewargs_ex__"}
_magics = {f"__{name}__" for name in (
    "hash str sizeof lt gt le ge int contains len enter exit divmod rdivmod neg pos abs invert complex float index round trunc "
    "floor ceil bool next fspath aiter iter getitem setitem delitem eq ne call " + _numerics + " "
    + " ".join(["i" + name for name in _numerics.split()]) + " " + " ".join(["r" + name for name in _numerics.split()])).split()}
_async_method_magics = {"__aenter__", "__aexit__", "__anext__"}
_sync_async_magics = {"__aiter__"}
_async_magics = _async_method_magics | _sync_async_magics
_all_sync_magics = _magics | _non_defaults
_all_magics = _all_sync_magics | _async_magics
_unsupported_magics = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__",
                       "__subclasscheck__", "__del__"}
_settable = {"return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls",
             "_mock_return_value", "_mock_side_effect", "_mock_parent", "_mock_new_parent", "_mock_name", "_mock_new_name",
             "_mock_sealed", "await_count", "await_args", "await_args_list", "__class__", "_mock_check_sig"}
_attribute_typos = {"called_once", "called_with", "called_once_with", "has_calls", "any_call", "not_called"}

_return_values = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: object.__sizeof__(self),
    "__fspath__": lambda self: f"{type(self).__name__}/{self._full_name()}/{id(self)}",
}
_calculated = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True,
    "__index__": 1, "__aexit__": False,
}
# They're there only where somebody sets them.
_left_out = {"__next__", "__call__", "__divmod__", "__rdivmod__"} | {f"__r{name}__" for name in _numerics.split()}


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
        self.name = name
        self.parent = parent

    def create_mock(self):
        name = self.name
        parent = self.parent
        made = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        setattr(type(parent), name, made)
        parent._mock_children[name] = made
        if name in _calculated:
            made.return_value = _calculated[name]
        elif name in _return_values:
            made.return_value = _return_values[name](parent)
        elif name in _side_effects:
            made.side_effect = _side_effects[name](parent)
        return made

    def __get__(self, obj, kind=None):
        return self.create_mock()


class MagicMixin(Base):
    """What gives a mock special methods."""

    def __init__(self, /, *args, **kw):
        self._mock_set_magics()
        super().__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        wanted = (_magics | _async_magics) - _left_out
        methods = self.__dict__.get("_mock_methods")
        cls = type(self)
        if methods is not None:
            wanted = wanted.intersection(methods)
            for name in (_magics | _async_magics) - _left_out - wanted:
                if name in cls.__dict__:
                    delattr(cls, name)
        for name in sorted(wanted - set(cls.__dict__)):
            setattr(cls, name, _MagicProxy(name, self))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A MagicMock that can't be called."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class MagicMock(MagicMixin, Mock):
    """A Mock that has special methods, too."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


# Asynchronous ones.


class AsyncMockMixin(Base):
    """What makes a call of a mock a coroutine, and keeps its awaits."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        state = self.__dict__
        state["_is_coroutine"] = getattr(asyncio, "_is_coroutine", True)
        state["_mock_await_count"] = 0
        state["_mock_await_args"] = None
        state["_mock_await_args_list"] = _CallList()

    @property
    def await_count(self):
        return self.__dict__["_mock_await_count"]

    @await_count.setter
    def await_count(self, value):
        self.__dict__["_mock_await_count"] = value

    @property
    def await_args(self):
        return self.__dict__["_mock_await_args"]

    @await_args.setter
    def await_args(self, value):
        self.__dict__["_mock_await_args"] = value

    @property
    def await_args_list(self):
        return self.__dict__["_mock_await_args_list"]

    @await_args_list.setter
    def await_args_list(self, value):
        self.__dict__["_mock_await_args_list"] = value

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    # It can't leave a coroutine.
                    raise StopAsyncIteration
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
                if asyncio.iscoroutine(result):
                    result = await result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if asyncio.iscoroutine(result) else result
        return self.return_value

    def assert_awaited(self):
        """Awaited at least once."""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._call_name()} to have been awaited.")

    def assert_awaited_once(self):
        """Awaited exactly once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._call_name()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """The last await had these arguments."""
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if _Call((args, kwargs), two=True) != self.await_args:
            expected = self._format_mock_call_signature(args, kwargs)
            actual = self._format_mock_call_signature(*self.await_args)
            raise AssertionError(f"expected await not found.\nExpected: {expected}\n  Actual: {actual}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Awaited exactly once, with these arguments."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._call_name()} to have been awaited once. Awaited {self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Some await had these arguments."""
        if _Call((args, kwargs), two=True) not in _AnyComparer(self.await_args_list):
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        """Has these awaits, in a row unless `any_order`."""
        expected = list(calls)
        all_awaits = _CallList(self.await_args_list)
        if not any_order:
            if expected not in all_awaits:
                raise AssertionError(f"Awaits not found.\nExpected: {_CallList(expected)}\nActual: {self.await_args_list}")
            return
        all_awaits = list(all_awaits)
        not_found = []
        for each in expected:
            try:
                all_awaits.remove(each)
            except ValueError:
                not_found.append(each)
        if not_found:
            raise AssertionError(f"{tuple(not_found)!r} not all found in await list")

    def assert_not_awaited(self):
        """Never awaited."""
        if self.await_count != 0:
            raise AssertionError(f"Expected {self._call_name()} to not have been awaited. Awaited {self.await_count} times.")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    """A mock whose call gives a coroutine."""


class _AsyncIterator:
    """Gives the items of an iterator to `async for`."""

    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            pass
        raise StopAsyncIteration


class PropertyMock(Mock):
    """A mock to be a property of a class: getting it calls the mock, setting it calls it with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """No more children are made from now on: asking for one is an AttributeError."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if _is_mock(child) and child.__dict__["_mock_new_parent"] is mock:
            seal(child)
    value = mock.__dict__["_mock_return_value"]
    if _is_mock(value) and value.__dict__["_mock_new_parent"] is mock:
        seal(value)


# Specs.


class _SpecState:
    """A child that's made of a spec when somebody wants it."""

    def __init__(self, spec, spec_set=False, parent=None, name=None, ids=None, instance=False):
        self.spec = spec
        self.ids = ids
        self.spec_set = spec_set
        self.parent = parent
        self.instance = instance
        self.name = name


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has only what the spec has, and whose methods are such mocks, too. Signatures of calls aren't checked."""
    if isinstance(spec, list):
        spec = type(spec)
    if _is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_class = isinstance(spec, type)
    options = {"spec_set" if spec_set else "spec": spec}
    if type(spec).__name__ in ("function", "method", "builtin_function_or_method"):
        options = {}
        kind = AsyncMock if _is_async_func(spec) else MagicMock
    elif is_class and not instance:
        kind = MagicMock
    else:
        kind = MagicMock if callable(spec) or (is_class and "__call__" in _names_of(spec)) else NonCallableMagicMock
    options.update(kwargs)
    name = options.pop("name", _name)
    made = kind(parent=_parent, _new_parent=_parent, _new_name="" if _parent is None else name, name=name, **options)
    if is_class and not instance and "return_value" not in kwargs:
        made.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=made)
    for entry in _names_of(spec) if options.get("spec") is not None or options.get("spec_set") is not None else ():
        if _is_magic(entry):
            continue
        original = _static(spec, entry)
        if type(original).__name__ in ("staticmethod", "classmethod"):
            original = original.__func__
        if type(original).__name__ == "function":
            child_kind = AsyncMock if _is_async_func(original) else MagicMock
            made._mock_children[entry] = child_kind(parent=made, name=entry, _new_name=entry, _new_parent=made)
    return made


def mock_open(mock=None, read_data=""):
    """A mock that stands in for open(), whose files have `read_data` in them."""
    lines = [None]

    def restart(*args, **kwargs):
        lines[0] = iter(read_data.splitlines(keepends=True))
        return DEFAULT

    def rest():
        return type(read_data)().join(lines[0])

    def read(*args, **kwargs):
        text = handle.read._mock_return_value
        if text is not DEFAULT:
            return text
        text = rest()
        if args and args[0] is not None and args[0] >= 0:
            lines[0] = iter(text[args[0]:].splitlines(keepends=True))
            return text[:args[0]]
        return text

    def readline(*args, **kwargs):
        if handle.readline._mock_return_value is not DEFAULT:
            return handle.readline._mock_return_value
        return next(lines[0], type(read_data)())

    def readlines(*args, **kwargs):
        if handle.readlines._mock_return_value is not DEFAULT:
            return handle.readlines._mock_return_value
        return list(lines[0])

    def iterate():
        yield from lines[0]

    if mock is None:
        mock = MagicMock(name="open")
    handle = MagicMock(name="open()")
    restart()
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    handle.read.return_value = DEFAULT
    handle.readline.return_value = DEFAULT
    handle.readlines.return_value = DEFAULT
    handle.read.side_effect = read
    handle.readline.side_effect = readline
    handle.readlines.side_effect = readlines
    handle.__iter__.side_effect = iterate
    handle.__next__ = lambda self: next(lines[0])
    mock.side_effect = restart
    mock.return_value = handle
    return mock


# Patching.


def _resolve(name):
    """What a dotted name stands for: a module, or something in one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        obj = _imports_by_name.find(".".join(parts[:length]))
        if obj is not None:
            for part in parts[length:]:
                obj = getattr(obj, part)
            return obj
    raise ModuleNotFoundError(f"No module named {parts[0]!r}", name=parts[0])


class _patch:
    """Puts something in the place of an attribute, in a `with` statement or around a function or a class's tests."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [each.copy() for each in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        return self.decorate_callable(func)

    def decorate_class(self, klass):
        for attr in _names_of(klass):
            if not attr.startswith(patch.TEST_PREFIX):
                continue
            value = getattr(klass, attr)
            if callable(value):
                setattr(klass, attr, self.copy()(value))
        return klass

    def decorate_callable(self, func):
        import functools
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        if _is_async_func(func):

            @functools.wraps(func)
            async def patched(*args, **keywargs):
                with _Patchings(patched.patchings, args, keywargs) as (new_args, new_keywargs):
                    return await func(*new_args, **new_keywargs)
        else:

            @functools.wraps(func)
            def patched(*args, **keywargs):
                patchings = _Patchings(patched.patchings, args, keywargs)
                with patchings as (new_args, new_keywargs):
                    result = func(*new_args, **new_keywargs)
                    if not asyncio.iscoroutine(result):
                        return result
                    patchings.keep()
                return _finish(result, patchings)

        patched.patchings = [self]
        return patched

    def get_original(self):
        target = self.getter()
        name = self.attribute
        original = DEFAULT
        local = False
        try:
            original = target.__dict__[name]
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        else:
            local = True
        if name in _builtin_names() and isinstance(target, type(sys)):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        new = self.new
        self.target = self.getter()
        original, local = self.get_original()
        if new is DEFAULT and self.autospec is None:
            new = self._make_mock(original)
        elif self.autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            autospec = original if self.autospec is True else self.autospec
            new = create_autospec(autospec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self.is_local = local
        self.is_started = True
        setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            self.entered = []
            return new
        extra_args = {}
        if self.new is DEFAULT:
            extra_args[self.attribute_name] = new
        self.entered = []
        for patching in self.additional_patchers:
            arg = patching.__enter__()
            self.entered.append(patching)
            if patching.new is DEFAULT:
                extra_args.update(arg)
        return extra_args

    def _make_mock(self, original):
        spec, spec_set = self.spec, self.spec_set
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set = original
                spec = None
        elif spec is not None and spec_set is True:
            spec_set = spec
            spec = None
        elif spec_set is True:
            spec_set = original
        options = dict(self.kwargs)
        if self.new_callable is not None:
            kind = self.new_callable
        elif spec is None and spec_set is None and _is_async_func(original):
            kind = AsyncMock
        else:
            kind = MagicMock
        if spec is not None:
            options["spec"] = spec
        if spec_set is not None:
            options["spec_set"] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            options.setdefault("name", self.attribute)
        return kind(**options)

    def __exit__(self, *exc_info):
        if not self.is_started:
            return
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute)
                                    or self.attribute in ("__doc__", "__module__", "__defaults__", "__annotations__",
                                                          "__kwdefaults__")):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original
        self.is_started = False
        for patching in reversed(self.entered):
            patching.__exit__(*exc_info)

    def start(self):
        """Patches until `stop`."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        """Ends what `start` began."""
        try:
            self._active_patches.remove(self)
        except ValueError:
            # It isn't active.
            return None
        return self.__exit__(None, None, None)


class _Patchings:
    """Several patches around a call: gives the arguments with their mocks."""

    def __init__(self, patchings, args, keywargs):
        self.patchings = patchings
        self.args = args
        self.keywargs = keywargs
        self.kept = False

    def __enter__(self):
        self.entered = []
        extra = []
        keywargs = dict(self.keywargs)
        try:
            for patching in self.patchings:
                arg = patching.__enter__()
                self.entered.append(patching)
                if patching.attribute_name is not None:
                    keywargs.update(arg)
                elif patching.new is DEFAULT:
                    extra.append(arg)
        except BaseException:
            error = sys.exception()
            self.leave(type(error), error, error.__traceback__)
            raise
        return self.args + tuple(extra), keywargs

    def __exit__(self, *exc_info):
        if not self.kept:
            self.leave(*exc_info)

    def keep(self):
        """The patches stay behind the `with` statement, until `leave`."""
        self.kept = True

    def leave(self, *exc_info):
        for patching in reversed(self.entered):
            patching.__exit__(*exc_info)


async def _finish(coroutine, patchings):
    """Awaits what a patched coroutine function gave, then takes the patches away."""
    try:
        return await coroutine
    finally:
        patchings.leave(None, None, None)


def _builtin_names():
    import builtins
    return builtins.__dict__


def _get_target(target):
    try:
        target, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return target, attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
          **kwargs):
    """Puts a mock, or `new`, in the place of "module.attribute"."""
    name, attribute = _get_target(target)
    return _patch(lambda: _resolve(name), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
    """Puts a mock, or `new`, in the place of an object's attribute."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Puts mocks in the places of several attributes; `DEFAULT` asks for one that's made."""
    if type(target) is str:

        def getter():
            return _resolve(target)
    else:

        def getter():
            return target

    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    items = list(kwargs.items())
    attribute, new = items[0]
    patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
    patcher.attribute_name = attribute
    for attribute, new in items[1:]:
        other = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        other.attribute_name = attribute
        patcher.additional_patchers.append(other)
    return patcher


class _patch_dict:
    """Changes a dict, and puts it back."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        import functools
        if isinstance(f, type):
            for attr in _names_of(f):
                value = getattr(f, attr)
                if attr.startswith(patch.TEST_PREFIX) and callable(value):
                    setattr(f, attr, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f
        if _is_async_func(f):

            @functools.wraps(f)
            async def _inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:

            @functools.wraps(f)
            def _inner(*args, **kw):
                with self:
                    return f(*args, **kw)

        return _inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        in_dict = self.in_dict
        try:
            original = in_dict.copy()
        except AttributeError:
            original = {key: in_dict[key] for key in in_dict}
        self._original = original
        if self.clear:
            _clear_dict(in_dict)
        try:
            in_dict.update(self.values)
        except AttributeError:
            for key in self.values:
                in_dict[key] = self.values[key]
        return in_dict

    def __exit__(self, *args):
        if self._original is None:
            return False
        in_dict = self.in_dict
        _clear_dict(in_dict)
        try:
            in_dict.update(self._original)
        except AttributeError:
            for key in self._original:
                in_dict[key] = self._original[key]
        self._original = None
        return False

    def start(self):
        """Changes the dict until `stop`."""
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        """Ends what `start` began."""
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            # It isn't active.
            return None
        return self.__exit__(None, None, None)


def _clear_dict(in_dict):
    try:
        in_dict.clear()
    except AttributeError:
        for key in list(in_dict):
            del in_dict[key]


def _patch_stopall():
    """Stops all patches that were started, the last one first."""
    for each in reversed(list(_patch._active_patches)):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"
