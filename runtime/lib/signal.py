"""Handlers of the operating system's signals. The numbers are those of Linux."""

import _signal
import operator
from _structseq import named
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


class Sigmasks(IntEnum):
    """What becomes of the signals that a thread holds back."""

    SIG_BLOCK = 0
    SIG_UNBLOCK = 1
    SIG_SETMASK = 2


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
SIG_BLOCK = Sigmasks.SIG_BLOCK
SIG_UNBLOCK = Sigmasks.SIG_UNBLOCK
SIG_SETMASK = Sigmasks.SIG_SETMASK
struct_siginfo = named("signal.struct_siginfo", ("si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"))
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


_KNOWN = {int(member): member for member in Signals}
# The threads library keeps them to itself.
_RESERVED = (32, 33)


def _members(numbers):
    return {_KNOWN.get(number, number) for number in numbers}


def _as_set(signals):
    """Signals as the native module takes sets of them."""
    numbers = []
    for each in signals:
        number = operator.index(each)
        if not 0 < number < NSIG:
            told = number if -2**63 <= number < 2**63 else -1
            raise ValueError(f"signal number {told} out of range [1; {NSIG - 1}]")
        if number in _RESERVED:
            import warnings
            warnings.warn(f"invalid signal number {number}, please use valid_signals()", RuntimeWarning, stacklevel=3)
        else:
            numbers.append(number)
    return bytes(numbers)


def valid_signals():
    """All signals of this platform."""
    return _members([number for number in range(1, NSIG) if number not in _RESERVED])


def pthread_sigmask(how, mask):
    """Changes which signals this thread holds back; gives those that it held back before."""
    return _members(_signal.pthread_sigmask(operator.index(how), _as_set(mask)))


def sigpending():
    """The signals that have come and are held back."""
    return _members(_signal.sigpending())


def sigwaitinfo(sigset, /):
    """Waits for one of the signals, and tells what's known of it."""
    return struct_siginfo(_signal.sigtimedwait(_as_set(sigset), None))


def sigtimedwait(sigset, timeout, /):
    """As sigwaitinfo, but for a number of seconds at most; None if none has come by then."""
    if not isinstance(timeout, float):
        timeout = operator.index(timeout)
    if timeout < 0:
        raise ValueError("timeout must be non-negative")
    found = _signal.sigtimedwait(_as_set(sigset), float(timeout))
    return None if found is None else struct_siginfo(found)


def sigwait(sigset):
    """Waits for one of the signals; its number."""
    number = _signal.sigtimedwait(_as_set(sigset), None)[0]
    return _KNOWN.get(number, number)


def pthread_kill(thread_id, signalnum, /):
    """Sends a signal to a thread of this process."""
    if not isinstance(thread_id, int):
        raise TypeError(f"pthread_kill() argument 1 must be int, not {type(thread_id).__name__}")
    _signal.pthread_kill(thread_id, operator.index(signalnum))


alarm = _signal.alarm
setitimer = _signal.setitimer
getitimer = _signal.getitimer
pause = _signal.pause
