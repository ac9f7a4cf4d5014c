"""What CPython's module site adds to the builtins: objects whose call ends the program."""

import sys


class Quitter:
    """Says how to end the program, and does it when it's called."""

    def __init__(self, name, eof):
        self.name = name
        self.eof = eof

    def __repr__(self):
        return f"Use {self.name}() or {self.eof} to exit"

    def __call__(self, code=None):
        # Shells that catch SystemExit stop at the end of their input.
        try:
            sys.stdin.close()
        except:
            pass
        raise SystemExit(code)


exit = Quitter("exit", "Ctrl-D (i.e. EOF)")
quit = Quitter("quit", "Ctrl-D (i.e. EOF)")
