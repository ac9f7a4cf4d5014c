"""How long a function takes."""

import gc
import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _check_callable(what, value):
    if callable(value):
        return value
    if isinstance(value, str):
        if value == "pass":
            return _nothing
        raise NotImplementedError(f"{what} is text, which a compiled program can't compile: give a function")
    raise ValueError(f"{what} is neither a string nor callable")


def _nothing():
    pass


class Timer:
    """Calls a function many times. Statements in text are refused: a compiled program has no compiler."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self.setup = _check_callable("setup", setup)
        self.stmt = _check_callable("stmt", stmt)

    def timeit(self, number=default_number):
        """The seconds that `number` calls take; no collections run meanwhile."""
        had_gc = gc.isenabled()
        gc.disable()
        try:
            self.setup()
            stmt = self.stmt
            start = self.timer()
            for _ in itertools.repeat(None, number):
                stmt()
            return self.timer() - start
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
    """The seconds that `number` calls of `stmt` take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """A list of several measurements."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
