"""Editing of input lines: a compiled program's `input` reads lines as they are, so what is set here has no effect but on the history.

Left out: editing and completion themselves.
"""

backend = "readline"

_history = []
_limit = -1
_completer = None
_delimiters = " \t\n\"\\'`@$><=;|&{("


def parse_and_bind(string, /):
    """There's nothing to bind."""


def read_init_file(filename=None, /):
    """There's nothing to set."""


def set_completer(function=None, /):
    global _completer
    _completer = function


def get_completer():
    return _completer


def set_completer_delims(string, /):
    global _delimiters
    _delimiters = string


def get_completer_delims():
    return _delimiters


def set_completion_display_matches_hook(function=None, /):
    """Nothing is shown."""


def set_startup_hook(function=None, /):
    """Nothing begins."""


def set_pre_input_hook(function=None, /):
    """Nothing begins."""


def get_begidx():
    return 0


def get_endidx():
    return 0


def get_completion_type():
    return 0


def get_line_buffer():
    return ""


def insert_text(string, /):
    """There's no line."""


def redisplay():
    """There's no line."""


def add_history(string, /):
    _history.append(string)
    if 0 <= _limit < len(_history):
        del _history[0]


def set_auto_history(enabled, /):
    """Lines aren't noted by themselves."""


def clear_history():
    _history.clear()


def get_history_item(index, /):
    """The line of that number, from 1."""
    return _history[index - 1] if 1 <= index <= len(_history) else None


def remove_history_item(pos, /):
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError(f"No history item at position {pos}")
    del _history[pos]


def replace_history_item(pos, line, /):
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError(f"No history item at position {pos}")
    _history[pos] = line


def get_current_history_length():
    return len(_history)


def get_history_length():
    return _limit


def set_history_length(length, /):
    global _limit
    _limit = length


def _path(filename):
    import os

    return os.path.expanduser("~/.history") if filename is None else filename


def read_history_file(filename=None, /):
    with open(_path(filename), encoding="utf-8", errors="surrogateescape") as file:
        _history.extend(line.rstrip("\n") for line in file)


def write_history_file(filename=None, /):
    lines = _history if _limit < 0 else _history[-_limit:] if _limit else []
    with open(_path(filename), "w", encoding="utf-8", errors="surrogateescape") as file:
        file.writelines(line + "\n" for line in lines)


def append_history_file(nelements, filename=None, /):
    with open(_path(filename), "a", encoding="utf-8", errors="surrogateescape") as file:
        file.writelines(line + "\n" for line in _history[len(_history) - nelements:])
