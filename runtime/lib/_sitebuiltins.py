"""What CPython's module site adds to the builtins: objects whose call ends the program."""

import sys


class Quitter:
    """Says how to end the program, and does it when it's called."""

    def __init__(self, name, eof):
        self.name, self.eof = name, eof

    def __repr__(self):
        return f"Use {self.name}() or {self.eof} to exit"

    def __call__(self, code=None):
        _close_input()
        raise SystemExit(code)


def _close_input():
    """Shells that catch SystemExit stop at the end of their input."""
    try:
        sys.stdin.close()
    except BaseException:
        # It's gone already.
        pass


exit = Quitter("exit", "Ctrl-D (i.e. EOF)")
quit = Quitter("quit", "Ctrl-D (i.e. EOF)")
