"""Asks for a password without showing it, and tells who runs the program."""

import io
import os
import sys
import warnings

from _support import switch_echo

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """The password may be seen."""


def _read_line(prompt, stream, source):
    prompt = str(prompt)
    if prompt:
        try:
            stream.write(prompt)
        except UnicodeEncodeError:
            # What the stream can't show becomes something else.
            stream.write(prompt.encode(stream.encoding, "replace").decode(stream.encoding))
        stream.flush()
    line = source.readline()
    if not line:
        raise EOFError
    return line[:-1] if line[-1] == "\n" else line


def _read_quietly(descriptor, prompt, stream, source):
    """Reads a line while the terminal doesn't echo; None for what is no terminal."""
    was_on = switch_echo(descriptor, False)
    if was_on is None:
        return None
    try:
        line = _read_line(prompt, stream, source)
    finally:
        switch_echo(descriptor, was_on)
        stream.flush()
    return line


def _read_from_terminal(prompt, stream):
    """The same from the controlling terminal; None where there's none."""
    try:
        descriptor = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return None
    with io.TextIOWrapper(io.FileIO(descriptor, "w+"), write_through=True) as terminal:
        shown = terminal if stream is None else stream
        line = _read_quietly(descriptor, prompt, shown, terminal)
        if line is not None:
            shown.write("\n")
            shown.flush()
        return line


def getpass(prompt="Password: ", stream=None):
    """Reads a password from the terminal, else from the standard input, where a warning says that it may be seen."""
    line = _read_from_terminal(prompt, stream)
    if line is not None:
        return line
    if stream is None:
        stream = sys.stderr
    try:
        descriptor = sys.stdin.fileno()
    except (AttributeError, ValueError):
        descriptor = None
    if descriptor is not None:
        line = _read_quietly(descriptor, prompt, stream, sys.stdin)
        if line is not None:
            stream.write("\n")
            stream.flush()
            return line
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    print("Warning: Password input may be echoed.", file=stream)
    line = _read_line(prompt, stream, sys.stdin)
    stream.write("\n")
    stream.flush()
    return line


def getuser():
    """The user's name: from the environment, else from the system's list of users."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    identifier = str(os.getuid())
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as users:
            for line in users:
                fields = line.split(":")
                if len(fields) > 2 and fields[2] == identifier:
                    return fields[0]
    except OSError:
        pass
    raise OSError("No username set in the environment")
