"""Terminals that programs make."""

import fcntl
import os
import select
import termios
import tty

__all__ = ["openpty", "fork", "spawn"]

STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO = 0, 1, 2
CHILD = 0


def openpty():
    """The ends of a new terminal: its master's and its own."""
    return os.openpty()


def fork():
    """A child whose terminal is a new one: its number, and the master's end; (0, -1) in the child."""
    master, slave = os.openpty()
    pid = os.fork()
    if pid != CHILD:
        os.close(slave)
        return pid, master
    os.setsid()
    os.close(master)
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for each in (STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO):
        os.dup2(slave, each)
    if slave > STDERR_FILENO:
        os.close(slave)
    return CHILD, -1


def _read(fd):
    return os.read(fd, 1024)


def _copy(master, master_read, stdin_read):
    """What is typed goes to the child, what it writes comes out."""
    sources = [master, STDIN_FILENO]
    while sources:
        ready = select.select(sources, [], [])[0]
        if master in ready:
            try:
                data = master_read(master)
            except OSError:
                data = b""
            if not data:
                return
            os.write(STDOUT_FILENO, data)
        if STDIN_FILENO in ready:
            data = stdin_read(STDIN_FILENO)
            if not data:
                sources.remove(STDIN_FILENO)
            while data:
                data = data[os.write(master, data):]


def spawn(argv, master_read=_read, stdin_read=_read):
    """Runs a program in a terminal of its own, between this one's; its status."""
    if isinstance(argv, str):
        argv = (argv,)
    pid, master = fork()
    if pid == CHILD:
        os.execlp(argv[0], *argv)
    try:
        mode = tty.setraw(STDIN_FILENO)
        restores = True
    except termios.error:
        restores = False
    try:
        _copy(master, master_read, stdin_read)
    finally:
        if restores:
            termios.tcsetattr(STDIN_FILENO, termios.TCSAFLUSH, mode)
    os.close(master)
    return os.waitpid(pid, 0)[1]
