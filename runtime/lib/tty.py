"""Modes of terminals."""

from termios import *
from termios import (
    BRKINT, CS8, CSIZE, ECHO, ECHOE, ECHOK, ECHONL, ICANON, ICRNL, IEXTEN, IGNBRK, IGNCR, IGNPAR, INLCR, INPCK, ISIG, ISTRIP, IXANY,
    IXOFF, IXON, NOFLSH, OPOST, PARENB, PARMRK, TCSAFLUSH, TOSTOP, VMIN, VTIME, tcgetattr, tcsetattr,
)

__all__ = ["cfmakeraw", "cfmakecbreak", "setraw", "setcbreak"]

IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)


def cfmakeraw(mode):
    """Changes settings: what is typed comes through as it is, at once."""
    mode[IFLAG] &= ~(IGNBRK | BRKINT | IGNPAR | PARMRK | INPCK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXANY | IXOFF)
    mode[OFLAG] &= ~OPOST
    mode[CFLAG] = mode[CFLAG] & ~(PARENB | CSIZE) | CS8
    mode[LFLAG] &= ~(ECHO | ECHOE | ECHOK | ECHONL | ICANON | IEXTEN | ISIG | NOFLSH | TOSTOP)
    _one_by_one(mode)


def cfmakecbreak(mode):
    """Changes settings: what is typed comes through at once, and isn't shown."""
    mode[LFLAG] &= ~(ECHO | ICANON)
    _one_by_one(mode)


def _one_by_one(mode):
    mode[CC] = list(mode[CC])
    mode[CC][VMIN] = 1
    mode[CC][VTIME] = 0


def setraw(fd, when=TCSAFLUSH):
    """Puts a terminal into raw mode; the settings before."""
    return _set(fd, when, cfmakeraw)


def setcbreak(fd, when=TCSAFLUSH):
    return _set(fd, when, cfmakecbreak)


def _set(fd, when, change):
    before = tcgetattr(fd)
    after = list(before)
    change(after)
    tcsetattr(fd, when, after)
    return before
