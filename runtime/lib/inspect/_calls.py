"""The parameters of functions as plain names and values, and what each of them gets in a call."""

from collections import namedtuple

from inspect._kinds import ismethod
from inspect._parameters import (
    _KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL, _empty, _ParameterKind,
)
from inspect._signature import Signature, _signature_of

FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations",
                         module="inspect")


def getfullargspec(func):
    """Names and defaults of a function's parameters."""
    try:
        sig = _signature_of(func, Signature, False, False, None, None, False)
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    by_kind = {kind: [] for kind in _ParameterKind}
    for parameter in sig.parameters.values():
        by_kind[parameter.kind].append(parameter)
    leading = by_kind[_POSITIONAL_ONLY] + by_kind[_POSITIONAL_OR_KEYWORD]
    keyword_only = by_kind[_KEYWORD_ONLY]
    annotations = {} if sig.return_annotation is _empty else {"return": sig.return_annotation}
    annotations.update({name: each.annotation for name, each in sig.parameters.items() if each.annotation is not _empty})
    return FullArgSpec(
        _names(leading), _only_name(by_kind[_VAR_POSITIONAL]), _only_name(by_kind[_VAR_KEYWORD]),
        tuple(_defaults(leading).values()) or None, _names(keyword_only), _defaults(keyword_only) or None, annotations,
    )


def _names(parameters):
    return [each.name for each in parameters]


def _only_name(parameters):
    return parameters[0].name if parameters else None


def _defaults(parameters):
    return {each.name: each.default for each in parameters if each.default is not _empty}


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
