"""Handlers of the operating system's signals. The numbers are those of Linux."""

import _signal
from enum import IntEnum

NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
ItimerError = OSError


class Signals(IntEnum):
    """The signals by name."""

    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64


class Handlers(IntEnum):
    """What stands for a handler: the system's default, or nothing at all."""

    SIG_DFL = 0
    SIG_IGN = 1


SIGHUP = Signals.SIGHUP
SIGINT = Signals.SIGINT
SIGQUIT = Signals.SIGQUIT
SIGILL = Signals.SIGILL
SIGTRAP = Signals.SIGTRAP
SIGABRT = Signals.SIGABRT
SIGBUS = Signals.SIGBUS
SIGFPE = Signals.SIGFPE
SIGKILL = Signals.SIGKILL
SIGUSR1 = Signals.SIGUSR1
SIGSEGV = Signals.SIGSEGV
SIGUSR2 = Signals.SIGUSR2
SIGPIPE = Signals.SIGPIPE
SIGALRM = Signals.SIGALRM
SIGTERM = Signals.SIGTERM
SIGSTKFLT = Signals.SIGSTKFLT
SIGCHLD = Signals.SIGCHLD
SIGCONT = Signals.SIGCONT
SIGSTOP = Signals.SIGSTOP
SIGTSTP = Signals.SIGTSTP
SIGTTIN = Signals.SIGTTIN
SIGTTOU = Signals.SIGTTOU
SIGURG = Signals.SIGURG
SIGXCPU = Signals.SIGXCPU
SIGXFSZ = Signals.SIGXFSZ
SIGVTALRM = Signals.SIGVTALRM
SIGPROF = Signals.SIGPROF
SIGWINCH = Signals.SIGWINCH
SIGIO = Signals.SIGIO
SIGPWR = Signals.SIGPWR
SIGSYS = Signals.SIGSYS
SIGRTMIN = Signals.SIGRTMIN
SIGRTMAX = Signals.SIGRTMAX
SIGCLD = SIGCHLD
SIGPOLL = SIGIO
SIGIOT = SIGABRT
SIG_DFL = Handlers.SIG_DFL
SIG_IGN = Handlers.SIG_IGN
default_int_handler = _signal.interrupt_handler()


def _as_handler(value):
    if type(value) is int:
        return Handlers(value)
    return value


def _as_number(value):
    return int(value) if isinstance(value, int) else value


def signal(signalnum, handler):
    """Sets what happens when the signal comes; gives what was set before."""
    return _as_handler(_signal.signal(int(signalnum), _as_number(handler)))


def getsignal(signalnum):
    """What happens when the signal comes."""
    return _as_handler(_signal.getsignal(int(signalnum)))


def raise_signal(signalnum):
    """Sends the signal to this process."""
    _signal.raise_signal(int(signalnum))


def strsignal(signalnum):
    """The system's description of the signal."""
    return _signal.strsignal(int(signalnum))


def siginterrupt(signalnum, flag):
    """Whether the signal makes a system call that it interrupts fail."""
    _signal.siginterrupt(int(signalnum), flag)


def valid_signals():
    """All signals of this platform."""
    known = {int(member) for member in Signals}
    return {Signals(number) if number in known else number for number in range(1, NSIG) if number not in (32, 33)}


alarm = _signal.alarm
setitimer = _signal.setitimer
getitimer = _signal.getitimer
pause = _signal.pause
