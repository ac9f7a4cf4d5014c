"""How functions are called."""

import functools
import types
from collections import OrderedDict
from operator import attrgetter

from inspect._kinds import CO_VARARGS, CO_VARKEYWORDS, isclass, isfunction, ismethod, unwrap
from inspect._members import get_annotations
from inspect._parameters import (
    _KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL, BoundArguments, Parameter, _empty, _void,
    formatannotation,
)


class Signature:
    """How a function is called."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        given = () if parameters is None else parameters
        if __validate_parameters__:
            given = _checked(given)
        self._parameters = types.MappingProxyType(OrderedDict([(each.name, each) for each in given]))
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, cls, follow_wrapped, True, globals, locals, eval_str)

    parameters = property(attrgetter("_parameters"))
    return_annotation = property(attrgetter("_return_annotation"))

    def replace(self, *, parameters=_void, return_annotation=_void):
        """The signature with some parts changed."""
        return type(self)(
            self.parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation,
        )

    __replace__ = replace

    def _parts(self):
        """What's compared: the order of keyword-only parameters doesn't count."""
        by_place, by_keyword = [], {}
        for name, parameter in self.parameters.items():
            if parameter.kind == _KEYWORD_ONLY:
                by_keyword[name] = parameter
            else:
                by_place.append(parameter)
        return by_place, by_keyword, self.return_annotation

    def __hash__(self):
        by_place, by_keyword, return_annotation = self._parts()
        return hash((tuple(by_place), frozenset(by_keyword.values()), return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self is other or self._parts() == other._parts()

    def bind(self, /, *args, **kwargs):
        """Fits arguments to the parameters; TypeError where they don't."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same; arguments may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        parameters = list(self.parameters.values())
        left = self._bind_by_place(parameters, args, kwargs, arguments)
        misplaced = self._bind_by_keyword(left, kwargs, arguments, partial)
        if kwargs:
            # The last one may take them all.
            if parameters and parameters[-1].kind == _VAR_KEYWORD:
                arguments[parameters[-1].name] = kwargs
            elif misplaced:
                raise TypeError(f"got some positional-only arguments passed as keyword arguments: {', '.join(misplaced)!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def _bind_by_place(self, parameters, args, kwargs, arguments):
        """Fits positional arguments; the parameters that got none."""
        for place, value in enumerate(args):
            parameter = parameters[place] if place < len(parameters) else None
            if parameter is None or parameter.kind >= _KEYWORD_ONLY:
                raise TypeError("too many positional arguments")
            if parameter.kind == _VAR_POSITIONAL:
                arguments[parameter.name] = args[place:]
                return parameters[place:]
            if parameter.kind != _POSITIONAL_ONLY and parameter.name in kwargs:
                raise TypeError(f"multiple values for argument {parameter.name!r}")
            arguments[parameter.name] = value
        return parameters[len(args):]

    def _bind_by_keyword(self, left, kwargs, arguments, partial):
        """Moves keyword arguments to their parameters; the names of those that take none."""
        misplaced = []
        # Behind a parameter that's missing or given, CPython lets those by place only take keywords, and says less of what's missing.
        is_first = True
        for parameter in left:
            name, kind = parameter.name, parameter.kind
            if is_first and kind == _POSITIONAL_ONLY and name in kwargs:
                misplaced.append(name)
                continue
            if kind not in (_VAR_POSITIONAL, _VAR_KEYWORD):
                if name in kwargs:
                    arguments[name] = kwargs.pop(name)
                elif parameter.default is _empty and not partial:
                    which = "keyword-only " if is_first and kind == _KEYWORD_ONLY else ""
                    raise TypeError(f"missing a required {which}argument: {name!r}")
            is_first = False
        return misplaced

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """`(a, /, b: int = 1, *, c) -> str`; a parameter a line where it's wider than `max_width`."""
        shown = self._shown_parts()
        rendered = f"({', '.join(shown)})"
        if max_width is not None and len(rendered) > max_width:
            lines = ",\n    ".join(shown)
            rendered = f"(\n    {lines}\n)"
        if self.return_annotation is not _empty:
            rendered += f" -> {formatannotation(self.return_annotation)}"
        return rendered

    def _shown_parts(self):
        """The parameters as text, `/` and `*` where the kind changes."""
        shown = []
        before = None
        for parameter in self.parameters.values():
            kind = parameter.kind
            if before == _POSITIONAL_ONLY and kind != before:
                shown.append("/")
            if kind == _KEYWORD_ONLY and before not in (_VAR_POSITIONAL, _KEYWORD_ONLY):
                shown.append("*")
            shown.append(str(parameter))
            before = kind
        if before == _POSITIONAL_ONLY:
            shown.append("/")
        return shown


def _checked(parameters):
    """The parameters in a list, unless no function could have them in that order."""
    checked, names = [], set()
    highest = _POSITIONAL_ONLY
    has_default = False
    for parameter in parameters:
        name, kind = parameter.name, parameter.kind
        if kind < highest:
            raise ValueError(f"wrong parameter order: {highest.description} parameter before {kind.description} parameter")
        highest = kind
        if kind <= _POSITIONAL_OR_KEYWORD:
            if has_default and parameter.default is _empty:
                raise ValueError("non-default argument follows default argument")
            has_default = parameter.default is not _empty
        if name in names:
            raise ValueError(f"duplicate parameter name: {name!r}")
        names.add(name)
        checked.append(parameter)
    return checked


def _signature_of_function(func, cls, globals, locals, eval_str):
    """From its code object, defaults and annotations."""
    code = func.__code__
    names = code.co_varnames
    count = code.co_argcount
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    first_default = count - len(defaults)
    parameters = []
    for place in range(count):
        kind = _POSITIONAL_ONLY if place < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        default = defaults[place - first_default] if place >= first_default else _empty
        name = names[place]
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    place = count + code.co_kwonlyargcount
    has_varargs = bool(code.co_flags & CO_VARARGS)
    if has_varargs:
        name = names[place]
        parameters.append(Parameter(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
    keyword_defaults = func.__kwdefaults__ or {}
    for name in names[count:place]:
        parameters.append(Parameter(name, _KEYWORD_ONLY, default=keyword_defaults.get(name, _empty),
                                    annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[place + has_varargs]
        parameters.append(Parameter(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
    return cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _without_first(sig):
    """The signature of a bound method."""
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
        params = params[1:]
    elif params[0].kind is not _VAR_POSITIONAL:
        raise ValueError("invalid argument type")
    return sig.replace(parameters=params)


def _signature_of_partial(sig, partial, extra_args=()):
    """The signature of what's left of a function."""
    keywords = partial.keywords or {}
    try:
        given = sig.bind_partial(*extra_args, *partial.args, **keywords).arguments
    except TypeError as ex:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from ex
    left = []
    # Behind one that was given by keyword, arguments can't go by place any more.
    only_by_keyword = False
    for name, parameter in sig.parameters.items():
        kind = parameter.kind
        is_given = name in given
        only_by_keyword = only_by_keyword or (is_given and kind is _POSITIONAL_OR_KEYWORD and name in keywords)
        if kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            if kind is _VAR_KEYWORD or not only_by_keyword:
                left.append(parameter)
        elif kind is _KEYWORD_ONLY or only_by_keyword:
            left.append(parameter.replace(kind=_KEYWORD_ONLY, default=given.get(name, parameter.default)))
        elif not is_given:
            left.append(parameter)
    return sig.replace(parameters=left)


def _signature_of_class(cls, sig_class, follow_wrapped, globals, locals, eval_str):
    """From the metaclass's `__call__`, from `__new__` or `__init__`, whichever a class defines first."""
    call = _user_method(type(cls), "__call__", type)
    if call is not None:
        return _without_first(_signature_of(call, sig_class, follow_wrapped, False, globals, locals, eval_str))
    new = _user_method(cls, "__new__", object)
    init = _user_method(cls, "__init__", object)
    chosen = None
    for base in cls.__mro__:
        if new is not None and "__new__" in base.__dict__:
            chosen = new
            break
        if init is not None and "__init__" in base.__dict__:
            chosen = init
            break
    if chosen is None:
        if type in cls.__mro__:
            raise ValueError(f"no signature found for builtin type {cls!r}")
        for base in cls.__mro__:
            if base.__module__ == "builtins" and base is not object:
                raise ValueError(f"no signature found for builtin type {cls!r}")
        return sig_class([])
    return _without_first(_signature_of(chosen, sig_class, follow_wrapped, False, globals, locals, eval_str))


def _user_method(cls, name, base):
    """A method that is written in Python, or None."""
    method = getattr(cls, name, None)
    if method is None or method is getattr(base, name, None):
        return None
    return method if isfunction(method) or ismethod(method) else None


def _signature_of(obj, sig_class, follow_wrapped, skip_bound_arg, globals, locals, eval_str):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")

    def of(other):
        return _signature_of(other, sig_class, follow_wrapped, True, globals, locals, eval_str)

    if isinstance(obj, types.MethodType):
        return _without_first(of(obj.__func__)) if skip_bound_arg else of(obj.__func__)
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return of(obj)
    sig = getattr(obj, "__signature__", None)
    if sig is not None and not (isclass(obj) and isinstance(sig, property)):
        if callable(sig) and not isinstance(sig, Signature):
            sig = sig()
        if isinstance(sig, Signature):
            return sig
        if not isinstance(sig, str):
            raise TypeError(f"unexpected object {sig!r} in __signature__ attribute")
    partialmethod = getattr(obj, "__partialmethod__", None)
    if isinstance(partialmethod, functools.partialmethod):
        wrapped = _signature_of_partial(of(partialmethod.func), partialmethod, (None,))
        first = next(iter(of(partialmethod.func).parameters.values()))
        if first.kind is _VAR_POSITIONAL:
            return wrapped
        return wrapped.replace(parameters=(first, *wrapped.parameters.values()))
    if isfunction(obj):
        return _signature_of_function(obj, sig_class, globals, locals, eval_str)
    if isinstance(obj, functools.partial):
        return _signature_of_partial(of(obj.func), obj)
    if isclass(obj):
        return _signature_of_class(obj, sig_class, follow_wrapped, globals, locals, eval_str)
    call = getattr(type(obj), "__call__", None)
    if call is not None and isfunction(call):
        return _without_first(of(call))
    if isinstance(obj, types.BuiltinFunctionType):
        raise ValueError(f"no signature found for builtin {obj!r}")
    raise ValueError(f"callable {obj!r} is not supported by signature")


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of what can be called."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


Signature.__module__ = "inspect"
