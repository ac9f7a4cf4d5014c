"""Tracebacks where a program crashes: a compiled one has its own reports, so there's nothing to switch on.

Left out: tracebacks of running threads (`dump_traceback` and what calls it later).
"""

_is_enabled = False


def enable(file=None, all_threads=True):
    global _is_enabled
    _is_enabled = True


def disable():
    global _is_enabled
    was_enabled, _is_enabled = _is_enabled, False
    return was_enabled


def is_enabled():
    return _is_enabled


def _refuse(*args, **kwargs):
    raise NotImplementedError("aiocc has no tracebacks of running threads")


def cancel_dump_traceback_later():
    """There's nothing to cancel."""


dump_traceback = dump_traceback_later = register = _refuse


def unregister(signum):
    return False
