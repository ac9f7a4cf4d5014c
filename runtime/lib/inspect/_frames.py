"""Frames: where the program is, and where it was when an exception was raised."""

import sys
from collections import namedtuple

from _support import traceback_entry
from inspect._kinds import isframe, istraceback
from inspect._source import findsource, getfile, getsourcefile

_Position = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=(None,) * 4, module="dis")
_Traceback = namedtuple("_Traceback", "filename lineno function code_context index", module="inspect")
_FrameInfo = namedtuple("_FrameInfo", ("frame",) + _Traceback._fields, module="inspect")


def _with_positions(base, name, doc):
    """A class of such tuples that have positions, too, given by keyword; a subclass, so that they aren't items."""

    def __new__(cls, *fields, positions=None, **named):
        made = base.__new__(cls, *fields, **named)
        made.positions = positions
        return made

    def __repr__(self):
        shown = [f"{field}={getattr(self, field)!r}" for field in (*base._fields, "positions")]
        return f"{name}({', '.join(shown)})"

    return type(name, (base,), {"__doc__": doc, "__module__": "inspect", "__new__": __new__, "__repr__": __repr__})


Traceback = _with_positions(_Traceback, "Traceback", "A place in the program: file, line, function, and source lines around it.")
FrameInfo = _with_positions(_FrameInfo, "FrameInfo", "The same with the frame itself.")


def getlineno(frame):
    """The line that a frame is at."""
    return frame.f_lineno


def getframeinfo(frame, context=1):
    """Where a frame or the first frame of a traceback is, with `context` source lines around it."""
    positions = None
    if istraceback(frame):
        _, lineno, _, end_lineno, column, end_column, _ = traceback_entry(frame)
        positions = _Position(lineno, end_lineno, column, end_column)
        frame = frame.tb_frame
    elif isframe(frame):
        lineno = frame.f_lineno
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            lines = None
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=positions)


def currentframe():
    """The caller's frame."""
    return sys._getframe()


def _frame_info(frame, place, context):
    found = getframeinfo(place, context)
    return FrameInfo(frame, *found, positions=found.positions)


def getinnerframes(tb, context=1):
    """A FrameInfo for each entry of a traceback, the outermost first."""
    result = []
    while tb is not None:
        result.append(_frame_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return result


def getouterframes(frame, context=1):
    """A FrameInfo for a frame and each one that it was called from."""
    result = []
    while frame is not None:
        result.append(_frame_info(frame, frame, context))
        frame = frame.f_back
    return result


def stack(context=1):
    """The same for the caller's frame."""
    return getouterframes(sys._getframe(), context)


def trace(context=1):
    """The same for the exception that is being handled."""
    exception = sys.exception()
    return getinnerframes(exception.__traceback__ if exception is not None else None, context)
