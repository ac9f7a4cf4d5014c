"""Streams that are still open when the program ends are flushed."""

from weakref import _call_at_exit, ref

_streams = {}
_is_registered = False


def flushed_at_exit(stream):
    """Flushes the stream at the end, if it's still there and open."""
    global _is_registered
    if not _is_registered:
        _is_registered = True
        _call_at_exit(_flush_all)
    _streams[id(stream)] = ref(stream)


def forget(stream):
    """The stream is closed."""
    _streams.pop(id(stream), None)


def _flush_all():
    # Texts before the bytes below them: they were made later.
    for reference in list(_streams.values())[::-1]:
        stream = reference()
        if stream is not None and not stream.closed:
            try:
                stream.flush()
            except (OSError, ValueError):
                pass
