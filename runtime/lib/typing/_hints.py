"""Hints that are text: names, attributes, subscripts, unions and literals are understood; anything else stays text."""

import functools
import operator
import sys
import types
from typing import Annotated, ForwardRef, Literal, NotRequired, ReadOnly, Required, Union, get_args, get_origin


class _NotUnderstood(Exception):
    """The text isn't an expression of types."""


class _HintReader:
    """Reads one annotation."""

    def __init__(self, text, names, more_names):
        self.text = text
        self.place = 0
        self.names = names
        self.more_names = more_names

    def skip(self):
        while self.place < len(self.text) and self.text[self.place].isspace():
            self.place += 1

    def peek(self):
        self.skip()
        return self.text[self.place:self.place + 1]

    def take(self, char):
        if self.peek() != char:
            return False
        self.place += 1
        return True

    def read(self):
        value = self.union()
        if self.peek():
            raise _NotUnderstood(self.text)
        return value

    def union(self):
        value = self.postfix()
        while self.take("|"):
            value = value | self.postfix()
        return value

    def postfix(self):
        value = self.atom()
        while True:
            if self.take("."):
                value = getattr(value, self.word())
            elif self.take("["):
                value = value[self.items("]")]
            elif self.take("("):
                value = self.called(value)
            else:
                return value

    def called(self, function):
        """The result of a call, as metadata of Annotated has it."""
        args, keywords = [], {}
        while not self.take(")"):
            name = self.keyword()
            if name is None:
                args.append(self.union())
            else:
                keywords[name] = self.union()
            if not self.take(",") and self.peek() != ")":
                raise _NotUnderstood(self.text)
        return function(*args, **keywords)

    def keyword(self):
        """The name before a `=`, or None."""
        first = self.peek()
        start = self.place
        if first.isalpha() or first == "_":
            name = self.word()
            if self.take("="):
                return name
        self.place = start
        return None

    def items(self, close):
        """One item, or a tuple of several, up to the bracket."""
        found = []
        is_tuple = False
        while not self.take(close):
            found.append(self.union())
            if self.take(","):
                is_tuple = True
            elif self.peek() != close:
                raise _NotUnderstood(self.text)
        return tuple(found) if is_tuple or not found else found[0]

    def word(self):
        self.skip()
        start = self.place
        while self.place < len(self.text) and (self.text[self.place].isalnum() or self.text[self.place] == "_"):
            self.place += 1
        if self.place == start:
            raise _NotUnderstood(self.text)
        return self.text[start:self.place]

    def atom(self):
        char = self.peek()
        if char == "[":
            self.place += 1
            found = self.items("]")
            return list(found) if isinstance(found, tuple) else [found]
        if char == "(":
            self.place += 1
            return self.items(")")
        if char == "'" or char == '"':
            return self.string(char)
        if self.text.startswith("...", self.place):
            self.place += 3
            return ...
        if char == "-":
            self.place += 1
            return -self.atom()
        if char.isdigit():
            return self.number()
        return self.look_up(self.word())

    def string(self, quote):
        start = end = self.place + 1
        while self.text[end:end + 1] != quote:
            if end >= len(self.text):
                raise _NotUnderstood(self.text)
            end += 2 if self.text[end] == "\\" else 1
        self.place = end + 1
        value = self.text[start:end]
        if "\\" in value:
            return value.encode("latin-1", "backslashreplace").decode("unicode_escape")
        return value

    def number(self):
        start = self.place
        while self.text[self.place:self.place + 1].isalnum() or self.text[self.place:self.place + 1] in (".", "_"):
            self.place += 1
        digits = self.text[start:self.place]
        return float(digits) if "." in digits else int(digits, 0)

    def look_up(self, name):
        if name == "None":
            return None
        if name == "True":
            return True
        if name == "False":
            return False
        for names in (self.more_names, self.names):
            if name in names:
                return names[name]
        import builtins
        found = getattr(builtins, name, None)
        if found is None:
            raise NameError(f"name {name!r} is not defined")
        return found


def _evaluate(hint, names, more_names):
    """The type that text stands for; other hints with the text inside of them evaluated."""
    if hint is None:
        return type(None)
    text = hint
    if isinstance(hint, ForwardRef("x").__class__):
        text = hint.__forward_arg__
    if not isinstance(text, str):
        return _evaluate_arguments(hint, names, more_names)
    value = _HintReader(text, names, more_names).read()
    return _evaluate(value, names, more_names)


def _evaluate_arguments(hint, names, more_names):
    origin = get_origin(hint)
    args = get_args(hint)
    if origin is None or origin is Literal or not args:
        return hint
    evaluated = []
    for arg in args[:1] if origin is Annotated else args:
        if isinstance(arg, list):
            evaluated.append([_evaluate(each, names, more_names) for each in arg])
        elif arg is ... or arg == ():
            evaluated.append(arg)
        else:
            evaluated.append(_evaluate(arg, names, more_names))
    if all([new is old for new, old in zip(evaluated, args)]):
        return hint
    return _with_arguments(hint, [*evaluated, *args[len(evaluated):]])


def _with_arguments(hint, args):
    """The hint with other arguments."""
    origin = get_origin(hint)
    if isinstance(hint, types.UnionType):
        return functools.reduce(operator.or_, args)
    form = origin
    if origin is types.UnionType or origin is Union:
        # What is printed as `typing.Optional[...]` is one, too.
        form = Union
    elif repr(hint).startswith("typing."):
        # `typing.List[...]` is made of the form, not of its class.
        form = _form_of(repr(hint).partition("[")[0], origin)
    return form[tuple(args) if len(args) > 1 else args[0]]


def _form_of(name, origin):
    """The form of that dotted name."""
    return getattr(sys.modules["typing"], name.partition(".")[2], origin)


def _strip_annotated(hint):
    """The hint without Annotated, Required, NotRequired and ReadOnly, around it and inside."""
    origin = get_origin(hint)
    if origin in (Annotated, Required, NotRequired, ReadOnly):
        return _strip_annotated(get_args(hint)[0])
    if origin is None or origin is Literal:
        return hint
    args = get_args(hint)
    stripped = [[_strip_annotated(each) for each in arg] if isinstance(arg, list) else _strip_annotated(arg) for arg in args]
    return hint if stripped == list(args) else _with_arguments(hint, stripped)


class _ModuleNames:
    """The globals of a module, which may be None, for look-ups."""

    def __init__(self, module):
        self.module = module

    def __contains__(self, name):
        return hasattr(self.module, name)

    def __getitem__(self, name):
        return getattr(self.module, name)


def _module_names(name):
    return _ModuleNames(sys.modules.get(name))


def _type_parameters(obj):
    """Those of `class Box[T]` and `def first[T]()`, by their names."""
    return {parameter.__name__: parameter for parameter in getattr(obj, "__type_params__", ())}


def _names_for_class(cls, globalns, localns):
    """Where the class's hints find their names: in the second before the first."""
    module = _module_names(cls.__module__) if globalns is None else globalns
    own = dict(vars(cls)) if localns is None else localns
    # The module's names come before the class's own, but for a caller who knows better.
    names, more_names = (own, module) if globalns is None and localns is None else (module, own)
    parameters = {name: parameter for name, parameter in _type_parameters(cls).items() if name not in names}
    return names, _Layers(parameters, more_names)


class _Layers:
    """Names of two namespaces, of which the first counts."""

    def __init__(self, first, second):
        self.first, self.second = first, second

    def __contains__(self, name):
        return name in self.first or name in self.second

    def __getitem__(self, name):
        return self.first[name] if name in self.first else self.second[name]


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, text turned into types."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names, more_names = _names_for_class(base, globalns, localns)
            annotations = base.__dict__.get("__annotations__", {})
            if isinstance(annotations, types.GetSetDescriptorType):
                annotations = {}
            for name, hint in annotations.items():
                hints[name] = _evaluate(hint, names, more_names)
    else:
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, types.BuiltinFunctionType):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        if globalns is None:
            wrapped = obj
            while hasattr(wrapped, "__wrapped__"):
                wrapped = wrapped.__wrapped__
            if isinstance(obj, types.ModuleType):
                globalns = _ModuleNames(obj)
            else:
                globalns = _module_names(getattr(wrapped, "__module__", "__main__"))
        local = {} if localns is None else dict(localns)
        local.update(_type_parameters(obj))
        for name, hint in annotations.items():
            hints[name] = _evaluate(hint, globalns, local)
    if include_extras:
        return hints
    return {name: _strip_annotated(hint) for name, hint in hints.items()}


get_type_hints.__module__ = "typing"
