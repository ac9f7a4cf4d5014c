"""Tracebacks as text."""

import sys
from _support import exception_only, traceback_entry
from collections.abc import Sequence

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
    "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "print_list", "walk_stack", "walk_tb",
]

_defers_imports = True

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"

# Repeated frames are shown this often.
_RECURSIVE_CUTOFF = 3


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


# Frames.


class FrameSummary:
    """One entry of a traceback; like a tuple of file, line, function and source line."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines", "_text", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename, self.name = filename, name
        self.lineno, self.colno = lineno, colno
        self.end_lineno, self.end_colno = lineno if end_lineno is None else end_lineno, end_colno
        self._lines = line
        # The whole entry, where it comes from a traceback.
        self._text = kwargs.get("_text")
        self.locals = {key: _safe_repr(value) for key, value in locals.items()} if locals else None

    def _as_tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __len__(self):
        return 4

    def __iter__(self):
        return iter(self._as_tuple())

    def __getitem__(self, pos):
        return self._as_tuple()[pos]

    def __eq__(self, other):
        if isinstance(other, tuple):
            return self._as_tuple() == other
        if not isinstance(other, FrameSummary):
            return NotImplemented
        return self._place() == other._place() and self.locals == other.locals

    def _place(self):
        return self.filename, self.lineno, self.name

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    @property
    def line(self):
        """The source line, without the spaces around it; None where it's unknown."""
        if self._lines is None:
            return None
        return self._lines.partition("\n")[0].strip()


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return f"<{type(value).__qualname__} repr() failed>"


def _source_of(text):
    """The source in an entry's text: its lines but the first, and but the carets."""
    lines = text.split("\n")[1:]
    if not lines or not lines[0]:
        return ""
    return lines[0].strip()


def _summary_of(tb):
    filename, lineno, name, end_lineno, colno, end_colno, text = traceback_entry(tb)
    return FrameSummary(filename, lineno, name, line=_source_of(text), end_lineno=end_lineno, colno=colno,
                        end_colno=end_colno, _text=text)


def _limited(items, limit):
    """The first `limit` of them; for a negative one, the last."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        limit = limit and max(limit, 0)
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


class StackSummary(list):
    """A list of FrameSummary."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """From pairs of a frame and its line. Frames of compiled code have no locals."""
        from linecache import getline
        result = cls()
        for frame, lineno in _limited(list(frame_gen), limit):
            code = frame.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, line=getline(code.co_filename, lineno)))
        return result

    @classmethod
    def from_list(cls, a_list):
        """From FrameSummary objects or tuples (file, line, function, source line)."""
        return StackSummary([entry if isinstance(entry, FrameSummary) else _summary_of_tuple(entry) for entry in a_list])

    def format_frame_summary(self, frame_summary, **kwargs):
        """The lines of one entry."""
        if frame_summary._text is not None:
            return frame_summary._text
        filename = frame_summary.filename
        if filename.startswith("<stdin-") and filename.endswith(">"):
            filename = "<stdin>"
        text = f'  File "{filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        line = frame_summary._lines
        if line and line.strip():
            text += f"    {line.strip()}\n"
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self, **kwargs):
        """The entries' texts; repeated ones are counted."""
        # (place, texts) of entries in a row at one place.
        runs = []
        for frame in self:
            text = self.format_frame_summary(frame, **kwargs)
            if text is None:
                continue
            place = (frame.filename, frame.lineno, frame.name)
            if not runs or runs[-1][0] != place:
                runs.append((place, []))
            runs[-1][1].append(text)
        result = []
        for _, texts in runs:
            result.extend(texts[:_RECURSIVE_CUTOFF])
            if len(texts) > _RECURSIVE_CUTOFF:
                result.append(_repeated(len(texts) - _RECURSIVE_CUTOFF))
        return result


def _summary_of_tuple(entry):
    filename, lineno, name, line = entry
    return FrameSummary(filename, lineno, name, line=line)


def _repeated(count):
    return f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n"


def _extract(tb, limit):
    entries = []
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    return StackSummary([_summary_of(entry) for entry in _limited(entries, limit)])


def extract_tb(tb, limit=None):
    """The entries of a traceback, the outermost first."""
    return _extract(tb, limit)


def format_tb(tb, limit=None):
    """Their texts."""
    return _extract(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Prints them."""
    print_list(_extract(tb, limit), file)


def format_list(extracted_list):
    """The texts of entries."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Prints entries."""
    if file is None:
        file = sys.stderr
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end="")


def walk_tb(tb):
    """(frame, line) of each entry of a traceback, the outermost first."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """(frame, line) of a frame, the caller's where it's None, and of each that it was called from."""
    if f is None:
        f = sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    """The entries of the running functions, the outermost first. NotImplementedError within coroutines and generators: who resumes them isn't known."""
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    """Their texts."""
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Prints them."""
    print_list(extract_stack(f, limit), file)


def clear_frames(tb):
    """Frames of compiled code hold nothing to clear."""


# Exceptions.


class _ExceptionPrintContext:
    """The margin of what's printed, and which groups are open."""

    def __init__(self):
        self.exception_group_depth, self.need_close = 0, False

    def indent(self):
        return " " * (2 * self.exception_group_depth)

    def emit(self, text, margin_char=None):
        """The text with the margin before each line."""
        if margin_char is None:
            margin_char = "|"
        prefix = self.indent()
        if self.exception_group_depth:
            prefix += margin_char + " "
        return "".join([prefix + line for line in text.splitlines(True)])


def _connected(made, exc, compact, seen, made_of):
    """Makes what hangs on an exception, as far as it's new; pairs of what was made and the exceptions."""
    pairs = []

    def make(other):
        pairs.append((made_of(other), other))
        return pairs[-1][0]

    cause, context = exc.__cause__, exc.__context__
    made._handled_cause = cause is context
    if cause is not None and id(cause) not in seen:
        made.__cause__ = make(cause)
    needs_context = not compact or (made.__cause__ is None and not exc.__suppress_context__)
    if context is not None and needs_context and id(context) not in seen:
        made.__context__ = make(context)
    if isinstance(exc, BaseExceptionGroup):
        made.exceptions = [make(member) for member in exc.exceptions]
    return pairs


class TracebackException:
    """An exception made ready for printing, with those that led to it."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = _extract(exc_traceback, limit)
        self._exc_type = exc_type if save_exc_type else None
        self._has_type = exc_type is not None
        self._str = _text_of(exc_value, "exception", str)
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: {_text_of(error, '__notes__', repr)}"]
        self._only = exception_only(exc_value) if exc_value is not None else "NoneType: None\n"
        # Without the notes, which it ends with.
        self._only = self._only.removesuffix("".join([note + "\n" for note in _texts_of_notes(self.__notes__)]))
        self.exc_type_qualname = None
        self.exc_type_module = None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
        self._is_syntax_error = exc_type is not None and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.msg = exc_value.msg
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = None
        self.__context__ = None
        self._handled_cause = False
        self.exceptions = None
        if exc_value is None:
            return

        if _seen is not None:
            # One of several: who makes them finds what hangs on it.
            _seen.add(id(exc_value))
            return
        seen = {id(exc_value)}

        def made_of(exc):
            return TracebackException(type(exc), exc, exc.__traceback__, limit=limit, max_group_width=max_group_width,
                                      max_group_depth=max_group_depth, _seen=seen)

        # Each is shown only once, but for members of groups; those that were found last look first.
        waiting = [(self, exc_value)]
        while waiting:
            waiting += _connected(*waiting.pop(), compact, seen, made_of)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._has_type:
            return None
        module = self.exc_type_module
        if module in ("__main__", "builtins"):
            return self.exc_type_qualname
        return f"{module if isinstance(module, str) else '<unknown>'}.{self.exc_type_qualname}"

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Generates the lines behind the traceback: type, message, notes."""
        indent = 3 * _depth * " "
        if self._is_syntax_error or _depth > 0:
            for line in self._only.removesuffix("\n").split("\n"):
                yield f"{indent}{line}\n"
        else:
            yield self._only
        for note in _texts_of_notes(self.__notes__):
            for line in note.split("\n"):
                yield f"{indent}{line}\n"
        if self.exceptions and show_group:
            for exc in self.exceptions:
                yield from exc.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def _chain(self, chain):
        """(message before, exception, whether the next one came of handling it) from this one back to where it began."""
        output = []
        exc = self
        was_handled = False
        if not chain:
            return [(None, exc, was_handled)]
        while exc is not None:
            if exc.__cause__ is not None:
                message = _CAUSE
                following = exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                message = _CONTEXT
                following = exc.__context__
            else:
                message = None
                following = None
            output.append((message, exc, was_handled))
            was_handled = message is _CONTEXT or exc._handled_cause
            exc = following
        return output

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """Generates the lines of the traceback and of the exception."""
        if _ctx is None:
            _ctx = _ExceptionPrintContext()
        for message, exc, was_handled in reversed(self._chain(chain)):
            if message is not None:
                yield _ctx.emit(message)
            if exc.exceptions is None:
                # If it was raised by the library, to the library, it has no frames, but CPython shows some.
                if exc.stack or was_handled:
                    yield _ctx.emit("Traceback (most recent call last):\n")
                    for text in exc.stack.format():
                        yield _ctx.emit(text)
                for text in exc.format_exception_only():
                    yield _ctx.emit(text)
            elif _ctx.exception_group_depth > self.max_group_depth:
                yield _ctx.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from self._format_group(exc, _ctx)

    def _format_group(self, exc, _ctx):
        is_toplevel = _ctx.exception_group_depth == 0
        if is_toplevel:
            _ctx.exception_group_depth += 1
        if exc.stack:
            yield _ctx.emit("Exception Group Traceback (most recent call last):\n", "+" if is_toplevel else None)
            for text in exc.stack.format():
                yield _ctx.emit(text)
        for text in exc.format_exception_only():
            yield _ctx.emit(text)
        count = len(exc.exceptions)
        shown = count if count <= self.max_group_width else self.max_group_width + 1
        _ctx.need_close = False
        for place in range(shown):
            is_last = place == shown - 1
            if is_last:
                # The closing line may come from a group inside.
                _ctx.need_close = True
            is_truncated = place >= self.max_group_width
            title = "..." if is_truncated else f"{place + 1}"
            yield _ctx.indent() + ("+-" if place == 0 else "  ") + f"+---------------- {title} ----------------\n"
            _ctx.exception_group_depth += 1
            if not is_truncated:
                yield from exc.exceptions[place].format(chain=True, _ctx=_ctx)
            else:
                more = count - self.max_group_width
                yield _ctx.emit(f"and {more} more exception{'s' if more > 1 else ''}\n")
            if is_last and _ctx.need_close:
                yield _ctx.indent() + "+------------------------------------\n"
                _ctx.need_close = False
            _ctx.exception_group_depth -= 1
        if is_toplevel:
            _ctx.exception_group_depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Prints it."""
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end="")


def _text_of(value, what, function):
    """`str` or `repr` of it; if that fails, what it is."""
    try:
        return function(value)
    except Exception:
        return f"<{what} {function.__name__}() failed>"


def _texts_of_notes(notes):
    if notes is None:
        return []
    if not isinstance(notes, Sequence) or isinstance(notes, (str, bytes)):
        return [_text_of(notes, "__notes__", repr)]
    return [_text_of(note, "note", str) for note in notes]


def _parse_value_tb(exc, value, tb):
    """The functions take an exception, or type, exception and traceback."""
    missing = [each is _sentinel for each in (value, tb)]
    if not any(missing):
        return value, tb
    if not all(missing):
        raise ValueError("Both or neither of value and tb must be given")
    if exc is None:
        return None, None
    if not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, exc.__traceback__


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    """Prints an exception with its traceback."""
    value, tb = _parse_value_tb(exc, value, tb)
    TracebackException(type(value) if value is not None else None, value, tb, limit=limit,
                       compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """The lines that `print_exception` prints."""
    value, tb = _parse_value_tb(exc, value, tb)
    made = TracebackException(type(value) if value is not None else None, value, tb, limit=limit, compact=True)
    return list(made.format(chain=chain))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The lines behind the traceback."""
    if value is _sentinel:
        value = exc
    made = TracebackException(type(value) if value is not None else None, value, None, compact=True)
    return list(made.format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Prints the exception that ended an interactive session's last statement."""
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The same as a str."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))
