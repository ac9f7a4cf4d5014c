"""How functions are called."""

import functools
import types
from collections import OrderedDict, namedtuple
from enum import IntEnum
from keyword import iskeyword

from inspect._kinds import CO_VARARGS, CO_VARKEYWORDS, isclass, isfunction, ismethod, unwrap
from inspect._members import get_annotations

class _void:
    """Stands for what wasn't given."""


class _empty:
    """Marks that there's no default or annotation."""


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return _DESCRIPTIONS[self]


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD

_DESCRIPTIONS = {
    _POSITIONAL_ONLY: "positional-only",
    _POSITIONAL_OR_KEYWORD: "positional or keyword",
    _VAR_POSITIONAL: "variadic positional",
    _KEYWORD_ONLY: "keyword-only",
    _VAR_KEYWORD: "variadic keyword",
}


def formatannotation(annotation, base_module=None):
    """An annotation as a signature shows it."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if iskeyword(name) and self._kind is not _POSITIONAL_ONLY:
            raise ValueError(f"{name!r} is not a valid parameter name")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """The parameter with some parts changed."""
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            separator = " = " if self._annotation is not _empty else "="
            text = f"{text}{separator}{self._default!r}"
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Arguments fitted to a signature."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(value)
            else:
                args.append(value)
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        has_started = False
        for name, parameter in self._signature.parameters.items():
            if not has_started:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    has_started = True
                elif name not in self.arguments:
                    has_started = True
                    continue
            if not has_started or name not in self.arguments:
                continue
            value = self.arguments[name]
            if parameter.kind == _VAR_KEYWORD:
                kwargs.update(value)
            else:
                kwargs[name] = value
        return kwargs

    def apply_defaults(self):
        """Adds the defaults of what wasn't given."""
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{self.__class__.__name__} ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    """How a function is called."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = OrderedDict()
        if parameters is not None:
            top_kind = _POSITIONAL_ONLY
            seen_default = False
            for parameter in parameters:
                if __validate_parameters__:
                    kind = parameter.kind
                    if kind < top_kind:
                        raise ValueError(f"wrong parameter order: {top_kind.description} parameter before "
                                         f"{kind.description} parameter")
                    if kind > top_kind:
                        top_kind = kind
                    if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if parameter.default is _empty:
                            if seen_default:
                                raise ValueError("non-default argument follows default argument")
                        else:
                            seen_default = True
                    if parameter.name in found:
                        raise ValueError(f"duplicate parameter name: {parameter.name!r}")
                found[parameter.name] = parameter
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, cls, follow_wrapped, True, globals, locals, eval_str)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """The signature with some parts changed."""
        return type(self)(
            self.parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation,
        )

    __replace__ = replace

    def _hash_basis(self):
        params = tuple([param for param in self.parameters.values() if param.kind != _KEYWORD_ONLY])
        kwo_params = {param.name: param for param in self.parameters.values() if param.kind == _KEYWORD_ONLY}
        return params, kwo_params, self.return_annotation

    def __hash__(self):
        params, kwo_params, return_annotation = self._hash_basis()
        return hash((params, frozenset(kwo_params.values()), return_annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def bind(self, /, *args, **kwargs):
        """Fits arguments to the parameters; TypeError where they don't."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same; arguments may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        parameters = list(self.parameters.values())
        place = 0
        rest = list(args)
        pos_only_in_kwargs = []
        while rest:
            if place == len(parameters):
                raise TypeError("too many positional arguments")
            parameter = parameters[place]
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments")
            if parameter.kind == _VAR_POSITIONAL:
                arguments[parameter.name] = tuple(rest)
                rest = []
                place += 1
                break
            if parameter.name in kwargs and parameter.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {parameter.name!r}")
            arguments[parameter.name] = rest.pop(0)
            place += 1
        kwargs_param = None
        for parameter in parameters[place:]:
            name = parameter.name
            if parameter.kind == _VAR_KEYWORD:
                kwargs_param = parameter
                continue
            if parameter.kind == _VAR_POSITIONAL:
                continue
            if parameter.kind == _POSITIONAL_ONLY:
                if name in kwargs:
                    pos_only_in_kwargs.append(parameter)
                if parameter.default is _empty and not partial:
                    raise TypeError(f"missing a required argument: {name!r}")
                continue
            if name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif not partial and parameter.default is _empty:
                # Only where it's the first one left does CPython say of what kind it is.
                is_first = parameter is parameters[place] and parameter.kind == _KEYWORD_ONLY
                raise TypeError(f"missing a required {'keyword-only ' if is_first else ''}argument: {name!r}")
        for parameter in parameters[:place]:
            if parameter.kind == _VAR_KEYWORD:
                kwargs_param = parameter
        if kwargs:
            if kwargs_param is not None:
                arguments[kwargs_param.name] = kwargs
            elif pos_only_in_kwargs:
                names = ", ".join([param.name for param in pos_only_in_kwargs])
                raise TypeError(f"got some positional-only arguments passed as keyword arguments: {names!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """`(a, /, b: int = 1, *, c) -> str`; a parameter a line where it's wider than `max_width`."""
        result = []
        render_pos_only_separator = False
        render_kw_only_separator = True
        for param in self.parameters.values():
            text = str(param)
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                render_pos_only_separator = True
            elif render_pos_only_separator:
                result.append("/")
                render_pos_only_separator = False
            if kind == _VAR_POSITIONAL:
                render_kw_only_separator = False
            elif kind == _KEYWORD_ONLY and render_kw_only_separator:
                result.append("*")
                render_kw_only_separator = False
            result.append(text)
        if render_pos_only_separator:
            result.append("/")
        rendered = f"({', '.join(result)})"
        if max_width is not None and len(rendered) > max_width:
            lines = ",\n    ".join(result)
            rendered = f"(\n    {lines}\n)"
        if self.return_annotation is not _empty:
            rendered += f" -> {formatannotation(self.return_annotation)}"
        return rendered


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
    parameters = OrderedDict(sig.parameters.items())
    partial_args = tuple(extra_args) + partial.args
    partial_keywords = partial.keywords or {}
    try:
        bound = sig.bind_partial(*partial_args, **partial_keywords)
    except TypeError as ex:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from ex
    by_keyword = False
    for name, param in sig.parameters.items():
        if name in bound.arguments:
            if param.kind is _POSITIONAL_ONLY:
                parameters.pop(name)
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in partial_keywords:
                    # What comes behind can only be given by keyword.
                    by_keyword = True
                    parameters[name] = param.replace(default=bound.arguments[name])
                else:
                    parameters.pop(name)
                    continue
            elif param.kind is _KEYWORD_ONLY:
                parameters[name] = param.replace(default=bound.arguments[name])
        if by_keyword:
            current = parameters[name]
            if param.kind is _POSITIONAL_OR_KEYWORD:
                parameters[name] = current.replace(kind=_KEYWORD_ONLY)
                parameters.move_to_end(name)
            elif param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                parameters.move_to_end(name)
            elif param.kind is _VAR_POSITIONAL:
                parameters.pop(name)
    return sig.replace(parameters=parameters.values())


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


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations",
                         module="inspect")


def getfullargspec(func):
    """Names and defaults of a function's parameters."""
    try:
        sig = _signature_of(func, Signature, False, False, None, None, False)
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    args = []
    varargs = None
    varkw = None
    kwonlyargs = []
    annotations = {}
    defaults = ()
    kwdefaults = {}
    if sig.return_annotation is not sig.empty:
        annotations["return"] = sig.return_annotation
    for param in sig.parameters.values():
        kind = param.kind
        name = param.name
        if kind is _POSITIONAL_ONLY or kind is _POSITIONAL_OR_KEYWORD:
            args.append(name)
            if param.default is not param.empty:
                defaults += (param.default,)
        elif kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if param.default is not param.empty:
                kwdefaults[name] = param.default
        elif kind is _VAR_KEYWORD:
            varkw = name
        if param.annotation is not param.empty:
            annotations[name] = param.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def _raise_missing(name, missing, is_positional):
    quoted = [repr(each) for each in missing]
    text = quoted[-1]
    if len(quoted) == 2:
        text = " and ".join(quoted)
    elif len(quoted) > 2:
        text = ", ".join(quoted[:-1]) + f", and {text}"
    kind = "positional" if is_positional else "keyword-only"
    raise TypeError(f"{name}() missing {len(quoted)} required {kind} argument{'' if len(quoted) == 1 else 's'}: {text}")


def _raise_too_many(name, spec, given, values):
    at_least = len(spec.args) - len(spec.defaults or ())
    keywords = len([each for each in spec.kwonlyargs if each in values])
    if spec.varargs:
        is_plural = at_least != 1
        wanted = f"at least {at_least}"
    elif spec.defaults:
        is_plural = True
        wanted = f"from {at_least} to {len(spec.args)}"
    else:
        is_plural = len(spec.args) != 1
        wanted = str(len(spec.args))
    behind = ""
    if keywords:
        behind = f" positional argument{'s' if given != 1 else ''} (and {keywords} keyword-only argument{'s' if keywords != 1 else ''})"
    raise TypeError(f"{name}() takes {wanted} positional argument{'s' if is_plural else ''} but {given}{behind} "
                    f"{'was' if given == 1 and not keywords else 'were'} given")


def getcallargs(func, /, *positional, **named):
    """What each parameter gets in a call: a dict."""
    spec = getfullargspec(func)
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    values = dict(zip(spec.args, positional))
    if spec.varargs:
        values[spec.varargs] = positional[len(spec.args):]
    if spec.varkw:
        values[spec.varkw] = {}
    possible = set(spec.args + spec.kwonlyargs)
    for key, value in named.items():
        if key not in possible:
            if not spec.varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            values[spec.varkw][key] = value
            continue
        if key in values:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        values[key] = value
    if len(positional) > len(spec.args) and not spec.varargs:
        _raise_too_many(name, spec, len(positional), values)
    if len(positional) < len(spec.args):
        first_default = len(spec.args) - len(spec.defaults or ())
        missing = [each for each in spec.args[:first_default] if each not in values]
        if missing:
            _raise_missing(name, missing, True)
        for place, each in enumerate(spec.args[first_default:]):
            values.setdefault(each, spec.defaults[place])
    missing = []
    for each in spec.kwonlyargs:
        if each in values:
            continue
        if spec.kwonlydefaults and each in spec.kwonlydefaults:
            values[each] = spec.kwonlydefaults[each]
        else:
            missing.append(each)
    if missing:
        _raise_missing(name, missing, False)
    return values


for _class in (_void, _empty, _ParameterKind, Parameter, BoundArguments, Signature):
    _class.__module__ = "inspect"
