"""Patches: something in the place of an attribute or of a dict's items, for a while.

They are context managers, decorate functions and the tests of classes, and have `start` and `stop`.
"""

import asyncio
import sys

import _asyncio
import _imports_by_name
from unittest._mock_calls import DEFAULT, InvalidSpecError, check_typos

# Where an attribute of one of these names is deleted, what it hides isn't the original.
_SPECIAL_ATTRIBUTES = ("__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__")


def _is_async_func(obj):
    is_async = getattr(asyncio, "iscoroutinefunction", None)
    if is_async is None:
        return False
    return _asyncio.is_native_coroutine_function(obj) or (hasattr(obj, "__code__") and is_async(obj))


def _is_mock(obj):
    from unittest.mock import NonCallableMock
    return issubclass(type(obj), NonCallableMock)


def _is_async(obj):
    """Whether it's a coroutine function or can be awaited; of mocks, only asynchronous ones."""
    if _is_mock(obj):
        from unittest.mock import AsyncMock
        return isinstance(obj, AsyncMock)
    return _is_async_func(getattr(obj, "__func__", obj)) or (hasattr(type(obj), "__await__") and not isinstance(obj, type))


def resolve(name):
    """What a dotted name stands for: a module, or something in one."""
    module_name, rest = name, []
    found = _imports_by_name.find(module_name)
    while found is None and "." in module_name:
        module_name, _, last = module_name.rpartition(".")
        rest.insert(0, last)
        found = _imports_by_name.find(module_name)
    if found is None:
        raise ModuleNotFoundError(f"No module named {module_name!r}", name=module_name)
    for part in rest:
        found = getattr(found, part)
    return found


def _names_of_tests(klass):
    from unittest.mock import patch
    names = {name for each in klass.__mro__ for name in each.__dict__}
    return [name for name in sorted(names) if name.startswith(patch.TEST_PREFIX) and callable(getattr(klass, name))]


class _Startable:
    """What can be started and stopped, too."""

    _active_patches = []

    def start(self):
        """Patches until `stop`."""
        result = self.__enter__()
        _Startable._active_patches.append(self)
        return result

    def stop(self):
        """Ends what `start` began; nothing for what isn't active."""
        if self in _Startable._active_patches:
            _Startable._active_patches.remove(self)
            return self.__exit__(None, None, None)
        return None

    def decorate_class(self, klass):
        for name in _names_of_tests(klass):
            setattr(klass, name, self.copy()(getattr(klass, name)))
        return klass


def stop_all():
    """Stops all patches that were started, the last one first."""
    for each in list(reversed(_Startable._active_patches)):
        each.stop()


def _is_list(obj):
    return type(obj) in (list, tuple)


def _kind_of_mock(original, spec, spec_set):
    """The class of the mock that comes in the place of `original`."""
    from unittest.mock import AsyncMock, MagicMock, NonCallableMagicMock
    limits = spec if spec_set is None else spec_set
    if (spec is None and _is_async(original)) or (limits is not None and _is_async(limits)):
        return AsyncMock
    if limits is None:
        return MagicMock
    is_callable = "__call__" in limits if _is_list(limits) else callable(limits)
    return MagicMock if is_callable else NonCallableMagicMock


class _patch(_Startable):
    """Puts something in the place of an attribute."""

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            excluded = {"new": new is not DEFAULT, "autospec": autospec is not None}
            for name in [name for name, is_given in excluded.items() if is_given]:
                raise ValueError(f"Cannot use '{name}' and 'new_callable' together")
        if not unsafe:
            check_typos(kwargs)
        if _is_mock(spec):
            raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]")
        if _is_mock(spec_set):
            raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec_set target has already been mocked out. "
                                   f"[spec_set={spec_set!r}]")
        self.getter, self.attribute, self.new = getter, attribute, new
        # How the mock is made.
        self.spec, self.spec_set, self.autospec = spec, spec_set, autospec
        self.new_callable, self.kwargs = new_callable, kwargs
        self.create, self.unsafe = create, unsafe
        # For `patch.multiple`: the others, and the name of the keyword argument.
        self.attribute_name = None
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable,
                      self.kwargs, unsafe=self.unsafe)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [other.copy() for other in self.additional_patchers]
        return made

    # The attribute.

    def get_original(self):
        """The attribute's value, DEFAULT without one, and whether it's the target's own."""
        target = self.getter()
        own = getattr(target, "__dict__", {})
        if isinstance(target, type(sys)):
            import builtins
            # Modules have all builtins without having them.
            self.create = self.create or self.attribute in builtins.__dict__
        is_local = self.attribute in own
        original = own[self.attribute] if is_local else getattr(target, self.attribute, DEFAULT)
        if original is DEFAULT and not self.create:
            raise AttributeError(f"{target} does not have the attribute {self.attribute!r}")
        return original, is_local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        self.target = self.getter()
        self.temp_original, self.is_local = self.get_original()
        replacement = self._replacement(self.temp_original)
        self.is_started = True
        self.entered = []
        try:
            setattr(self.target, self.attribute, replacement)
            return replacement if self.attribute_name is None else self._enter_others(replacement)
        except BaseException as error:
            # Those that are there already are taken away again.
            if not self.__exit__(type(error), error, error.__traceback__):
                raise

    def _enter_others(self, replacement):
        """The arguments of `patch.multiple`: what was made, by name."""
        arguments = {self.attribute_name: replacement} if self.new is DEFAULT else {}
        for other in self.additional_patchers:
            argument = other.__enter__()
            self.entered.append(other)
            if other.new is DEFAULT:
                arguments.update(argument)
        return arguments

    def __exit__(self, *exc_info):
        if not self.is_started:
            return
        self.is_started = False
        self._restore()
        for other in reversed(self.entered):
            other.__exit__(*exc_info)

    def _restore(self):
        target, name, original = self.target, self.attribute, self.temp_original
        self.temp_original = None
        if self.is_local and original is not DEFAULT:
            setattr(target, name, original)
            return
        delattr(target, name)
        if not self.create and (name in _SPECIAL_ATTRIBUTES or not hasattr(target, name)):
            setattr(target, name, original)

    # What comes in its place.

    def _replacement(self, original):
        spec, spec_set, autospec = [None if each is False else each for each in (self.spec, self.spec_set, self.autospec)]
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        if autospec is not None:
            return self._autospecced(original)
        if self.new is DEFAULT:
            return self._mock_for(original)
        if self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        return self.new

    def _autospecced(self, original):
        from unittest.mock import create_autospec
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        spec = original if self.autospec is True else self.autospec
        target, place = self.target, f"[target={self.target!r}, attr={spec!r}]"
        if _is_mock(target):
            raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. {place}")
        if _is_mock(spec):
            raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} from target {getattr(target, '__name__', target)!r} "
                                   f"as it has already been mocked out. {place}")
        return create_autospec(spec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)

    def _mock_for(self, original):
        from unittest.mock import NonCallableMagicMock, NonCallableMock
        spec, spec_set = self._specs(original)
        limits = spec if spec_set is None else spec_set
        if limits is not None and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        kind = self.new_callable or _kind_of_mock(original, spec, spec_set)
        options = {key: value for key, value in [("spec", spec), ("spec_set", spec_set)] if value is not None}
        is_mock = isinstance(kind, type) and issubclass(kind, NonCallableMock)
        if is_mock and self.attribute:
            options["name"] = self.attribute
            if self.unsafe:
                options["unsafe"] = True
        made = kind(**{**options, **self.kwargs})
        if limits is not None and isinstance(original, type) and _is_mock(made):
            # Calling a class gives an instance.
            if not _is_list(limits) and "__call__" not in dir(limits):
                kind = NonCallableMagicMock
            options.pop("name", None)
            made.return_value = kind(_new_parent=made, _new_name="()", **{**options, **self.kwargs})
        return made

    def _specs(self, original):
        """`spec` and `spec_set`. True stands for the original; a `spec` with `spec_set=True` is a `spec_set`."""
        spec, spec_set = [None if each is False else each for each in (self.spec, self.spec_set)]
        if spec is True:
            spec = original
        if spec_set is True:
            return None, original if spec is None else spec
        return spec, spec_set

    # Decorating.

    def __call__(self, func):
        return self.decorate_class(func) if isinstance(func, type) else self.decorate_callable(func)

    def decorate_callable(self, func):
        import functools
        if hasattr(func, "patchings"):
            # It's the wrapper that an inner decorator made.
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


class _Patchings:
    """Several patches around a call: gives the arguments with their mocks."""

    def __init__(self, patchings, args, keywargs):
        self.patchings = patchings
        self.args = args
        self.keywargs = dict(keywargs)
        self.entered = []
        self.kept = False

    def __enter__(self):
        try:
            for patching in self.patchings:
                self.enter(patching)
        except BaseException as error:
            self.leave(type(error), error, error.__traceback__)
            raise
        return self.args, self.keywargs

    def enter(self, patching):
        argument = patching.__enter__()
        self.entered.append(patching)
        if patching.attribute_name is not None:
            self.keywargs.update(argument)
        elif patching.new is DEFAULT:
            self.args += (argument,)

    def __exit__(self, *exc_info):
        if not self.kept:
            self.leave(*exc_info)

    def keep(self):
        """The patches stay behind the `with` statement, until `leave`."""
        self.kept = True

    def leave(self, *exc_info):
        while self.entered:
            self.entered.pop().__exit__(*exc_info)


async def _finish(coroutine, patchings):
    """Awaits what a patched coroutine function gave, then takes the patches away."""
    try:
        return await coroutine
    finally:
        patchings.leave(None, None, None)


class _patch_dict(_Startable):
    """Changes the items of a dict, or of what has items as a dict has, and puts them back."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear
        self._original = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __call__(self, f):
        import functools
        if isinstance(f, type):
            return self.decorate_class(f)
        if _is_async_func(f):

            @functools.wraps(f)
            async def changed(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:

            @functools.wraps(f)
            def changed(*args, **kw):
                with self:
                    return f(*args, **kw)

        return changed

    def __enter__(self):
        items = resolve(self.in_dict) if isinstance(self.in_dict, str) else self.in_dict
        self.in_dict = items
        self._original = items.copy() if hasattr(items, "copy") else {key: items[key] for key in items}
        if self.clear:
            _clear(items)
        _update(items, self.values)
        return items

    def __exit__(self, *args):
        original, self._original = self._original, None
        if original is not None:
            _clear(self.in_dict)
            _update(self.in_dict, original)
        return False


def _clear(items):
    if hasattr(items, "clear"):
        items.clear()
    else:
        for key in list(items):
            del items[key]


def _update(items, values):
    if hasattr(items, "update"):
        items.update(values)
    else:
        for key in values:
            items[key] = values[key]


# `patch` and what it has.


def _get_target(target):
    """What finds the module, and the attribute, of "module.attribute"."""
    name, dot, attribute = target.rpartition(".") if isinstance(target, str) else ("", "", "")
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return lambda: resolve(name), attribute


def patch_name(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Puts a mock, or `new`, in the place of "module.attribute"."""
    getter, attribute = _get_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
                 **kwargs):
    """Puts a mock, or `new`, in the place of an object's attribute."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Puts mocks in the places of several attributes; `DEFAULT` asks for one that's made."""
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")

    def find_target():
        return resolve(target) if type(target) is str else target

    patchings = []
    for name, new in kwargs.items():
        patching = _patch(find_target, name, new, spec, create, spec_set, autospec, new_callable, {})
        patching.attribute_name = name
        patchings.append(patching)
    first = patchings[0]
    first.additional_patchers = patchings[1:]
    return first
