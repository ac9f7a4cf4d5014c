"""How long statements take."""

import gc
import itertools
import sys
import time

from _timed_statements import Environment, find

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _nothing():
    pass


class _Function:
    """A function as setup or statement."""

    def __init__(self, function):
        self._function = function

    def set_up(self, names, globals):
        self._function()

    def run(self, names, globals, items, timer):
        function = self._function
        start = timer()
        for _ in items:
            function()
        return timer() - start


class _Text:
    """Statements as setup or statement; the compiler has compiled those that the program's text spells."""

    def __init__(self, what, text):
        found = find(text)
        if found is None:
            raise NotImplementedError(f"{what} is text that the program doesn't spell, which a compiled program can't compile: give a function")
        self._statements, self._fillings = found

    def set_up(self, names, globals):
        self._statements.set_up(Environment(self._statements, self._fillings, {}, globals), names)

    def run(self, names, globals, items, timer):
        return self._statements.run(Environment(self._statements, self._fillings, names, globals), items, timer)


def _part(what, value):
    if callable(value):
        return _Function(value)
    if isinstance(value, str):
        return _Function(_nothing) if value == "pass" else _Text(what, value)
    raise ValueError(f"{what} is neither a string nor callable")


class Timer:
    """Runs a statement many times. It may be text if the program's text spells it: a compiled program has no compiler."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._globals = _own_globals if globals is None else globals
        self._setup = _part("setup", setup)
        self._stmt = _part("stmt", stmt)

    def timeit(self, number=default_number):
        """The seconds that `number` turns take; no collections run meanwhile."""
        items = itertools.repeat(None, number)
        had_gc = gc.isenabled()
        gc.disable()
        try:
            names = {}
            self._setup.set_up(names, self._globals)
            return self._stmt.run(names, self._globals, items, self.timer)
        finally:
            if had_gc:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of several measurements."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number of calls, seconds) of so many calls that they take 0.2 seconds."""
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The seconds that `number` turns of `stmt` take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """A list of several measurements."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


# What texts see as globals where no others are given: this module's names.
_own_globals = {
    "gc": gc, "itertools": itertools, "sys": sys, "time": time, "default_number": default_number, "default_repeat": default_repeat,
    "default_timer": default_timer, "Timer": Timer, "timeit": timeit, "repeat": repeat, "__name__": "timeit",
}
