"""Warnings: filters that decide what's shown, and how."""

import sys
from _support import caller_place, route_warnings, source_line

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]

# (action, pattern of the message, category, pattern of the module, line): as CPython has them at its start.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
# Changes whenever the filters do: what was seen before then counts no longer.
_version = [1]
_registries = {}

_ACTIONS = ("default", "error", "ignore", "always", "module", "once")


class WarningMessage:
    """What's known of one warning."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self._category_name = category and category.__name__
        # Where it's from, and what it's about.
        self.filename, self.lineno, self.line = filename, lineno, line
        self.file, self.source = file, source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def _show(record):
    file = record.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(_format(record))
    except OSError:
        # The file is no good; warnings must not fail.
        pass


def _format(record):
    category = record.category.__name__
    text = f"{record.filename}:{record.lineno}: {category}: {record.message}\n"
    line = record.line
    if line is None:
        line = source_line(record.filename, record.lineno)
    if line:
        text += f"  {line.strip()}\n"
    if record.source is not None:
        text += f"{category}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, by default sys.stderr. A program may put its own function in its place."""
    _show(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


_original_showwarning = showwarning
_original_formatwarning = formatwarning


class _State:
    """Where warnings go while `catch_warnings` records them: a list; None: nowhere special."""

    log = None


def _show_message(record):
    if _State.log is not None and showwarning is _State.shown_before:
        _State.log.append(record)
    elif showwarning is not _original_showwarning:
        showwarning(record.message, record.category, record.filename, record.lineno, record.file, record.line)
    elif formatwarning is not _original_formatwarning:
        file = sys.stderr if record.file is None else record.file
        file.write(formatwarning(record.message, record.category, record.filename, record.lineno, record.line))
    else:
        _show(record)


_State.shown_before = showwarning


# Filters.


def _pattern(text, flags_ignore_case):
    if not text:
        return None
    import re
    return re.compile(text, re.IGNORECASE if flags_ignore_case else 0)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Says what becomes of warnings whose message, category, module and line are like these."""
    _check_action(action)
    _check_type("message", message, str, "a string")
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass")
    _check_type("module", module, str, "a string")
    _check_line(lineno)
    _add_filter((action, _pattern(message, True), category, _pattern(module, False), lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Says what becomes of the warnings of a category."""
    _check_action(action)
    _check_line(lineno)
    _add_filter((action, None, category, None, lineno), append)


def _check_action(action):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")


def _check_type(name, value, kind, described):
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be {described}")


def _check_line(lineno):
    _check_type("lineno", lineno, int, "an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Takes all filters away."""
    filters[:] = []
    _filters_mutated()


def _filters_mutated():
    _version[0] += 1


def _matches(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None


def _filter_for(text, category, module, lineno):
    """The first filter that a warning is like, or None."""
    for item in filters:
        _, message, kind, where, line = item
        if _matches(message, text) and issubclass(category, kind) and _matches(where, module) and line in (0, lineno):
            return item
    return None


_CATEGORIES = {category.__name__: category for category in (
    Warning, BytesWarning, DeprecationWarning, EncodingWarning, FutureWarning, ImportWarning, PendingDeprecationWarning,
    ResourceWarning, RuntimeWarning, SyntaxWarning, UnicodeWarning, UserWarning)}


class _InvalidOption(Exception):
    """An option that makes no filter."""


def _full_action(name):
    for action in ("all", "always", "ignore", "module", "once", "error", "default"):
        if action.startswith(name or "default"):
            return "always" if action == "all" else action
    raise _InvalidOption(f"invalid action: {name!r}")


def _category_of_option(name):
    if not name:
        return Warning
    if "." in name:
        # Nothing is imported for an option.
        raise _InvalidOption(f"invalid module name: {name.rpartition('.')[0]!r}")
    if name not in _CATEGORIES:
        raise _InvalidOption(f"unknown warning category: {name!r}")
    return _CATEGORIES[name]


def _add_option(option):
    fields = option.split(":")
    if len(fields) > 5:
        raise _InvalidOption(f"too many fields (max 5): {option!r}")
    fields += [""] * (5 - len(fields))
    action, message, category, module, line = [field.strip() for field in fields]
    action = _full_action(action)
    category = _category_of_option(category)
    if line and not line.isdecimal():
        raise _InvalidOption(f"invalid lineno {line!r}")
    if message or module:
        import re
        message = re.escape(message)
        module = re.escape(module) + r"\Z" if module else ""
    filterwarnings(action, message, category, module, int(line or 0))


def _add_options(options):
    """Makes filters of what $PYTHONWARNINGS says."""
    for option in options:
        try:
            _add_option(option)
        except _InvalidOption as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


# Warning.


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warns of something at the caller's place. With the action "error", raises the warning."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    place = caller_place(stacklevel)
    if place is None:
        filename, lineno, module = "<sys>", 0, "sys"
    else:
        filename, lineno, function, module = place
    registry = _registries.setdefault(filename, {})
    warn_explicit(message, category, filename, lineno, module, registry, None, source)


_DEPRECATED_MSG = "{name!r} is deprecated and slated for removal in Python {remove}"


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    """Warns that something will be removed in that version; a version that isn't to come any more is a mistake."""
    version = f"{remove[0]}.{remove[1]}"
    if _version[:2] > remove or _version[:2] == remove and _version[3] != "alpha":
        raise RuntimeError(f"{name!r} was slated for removal after Python {version} alpha")
    # The library's own frames don't count.
    warn(message.format(name=name, remove=version), DeprecationWarning)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warns of something at a place."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version[0]:
        registry.clear()
        registry["version"] = _version[0]
    is_made = isinstance(message, Warning)
    warning = message if is_made else category(message)
    text, category = (str(message), message.__class__) if is_made else (message, category)
    if registry.get((text, category, lineno)):
        return
    item = _filter_for(text, category, module, lineno)
    action = defaultaction if item is None else item[0]
    if action == "error":
        raise warning
    if action not in _ACTIONS:
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item}")
    if action != "ignore" and _is_news(action, text, category, lineno, registry):
        _show_message(WarningMessage(warning, category, filename, lineno, source=source))


def _is_news(action, text, category, lineno, registry):
    """Whether the action wants a warning shown that may have been shown before. Notes it as shown."""
    if action == "always":
        return True
    registry[text, category, lineno] = 1
    if action == "default":
        return True
    # Once in all of the program, or once in each module: the line doesn't count.
    seen, key = (onceregistry, (text, category)) if action == "once" else (registry, (text, category, 0))
    was_seen = seen.get(key)
    seen[key] = 1
    return not was_seen


def _issue(category, message, filename, lineno, module, source):
    """Issues a warning of the runtime's own."""
    warn_explicit(message, category, filename, lineno, module, _registries.setdefault(filename, {}), None, source)


_add_options(sys.warnoptions)
route_warnings(_issue)


class catch_warnings:
    """Keeps the filters as they are behind the `with` statement; records warnings in a list, if `record` is true."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] if self._record else []
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._filters = filters[:]
        self._log = _State.log
        self._showwarning = showwarning
        self._shown_before = _State.shown_before
        _filters_mutated()
        log = None
        if self._record:
            log = _State.log = []
            showwarning = _State.shown_before = _original_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:] = self._filters
        _filters_mutated()
        _State.log = self._log
        showwarning = self._showwarning
        _State.shown_before = self._shown_before


class deprecated:
    """Marks a class, a function or an overload as one that should no longer be used: calling it warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original_new = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=stacklevel)
                if original_new is not object.__new__:
                    return original_new(cls, *args, **kwargs)
                if cls.__init__ is object.__init__ and (args or kwargs):
                    raise TypeError(f"{cls.__name__}() takes no arguments")
                return original_new(cls)

            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = __new__.__deprecated__ = message
            return arg
        if not callable(arg):
            raise TypeError("@deprecated decorator with non-None category must be applied to a class or callable, "
                            f"not {arg!r}")

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            # The library's own frames don't count.
            warn(message, category=category, stacklevel=stacklevel)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
