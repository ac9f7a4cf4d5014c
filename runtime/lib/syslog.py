"""Messages to the system's log, through its socket."""

import os
import socket
import sys
import time

LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
LOG_PID, LOG_CONS, LOG_ODELAY, LOG_NDELAY, LOG_NOWAIT, LOG_PERROR = 1, 2, 4, 8, 16, 32
LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV, LOG_FTP = (
    each << 3 for each in range(12))
LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = (each << 3 for each in range(16, 24))

_SOCKET = "/dev/log"

_ident = None
_option = 0
_facility = LOG_USER
_mask = 0xFF


def openlog(ident=None, logoption=0, facility=LOG_USER):
    """What messages begin with, how they're written, and what kind of program they're from."""
    global _ident, _option, _facility
    _ident, _option, _facility = ident, logoption, facility


def closelog():
    openlog()


def setlogmask(maskpri, /):
    """Priorities that are written; those before."""
    global _mask
    before = _mask
    if maskpri:
        _mask = maskpri
    return before


def LOG_MASK(pri, /):
    return 1 << pri


def LOG_UPTO(pri, /):
    """The mask of all priorities up to this one."""
    return (1 << (pri + 1)) - 1


def _tag():
    name = _ident or os.path.basename(sys.argv[0] if sys.argv else "")
    return f"{name}[{os.getpid()}]" if _option & LOG_PID else name


def syslog(*args):
    """`syslog(message)` or `syslog(priority, message)`."""
    if len(args) not in (1, 2):
        raise TypeError("syslog.syslog requires 1 to 2 arguments")
    priority, message = args if len(args) == 2 else (LOG_INFO, args[0])
    if not isinstance(message, str):
        raise TypeError(f"syslog() argument {len(args)} must be str, not {type(message).__name__}")
    if not _mask & LOG_MASK(priority & 7):
        return
    if not priority & ~7:
        priority |= _facility
    tag = _tag()
    if _option & LOG_PERROR:
        sys.stderr.write(f"{tag}: {message}\n")
    text = f"<{priority}>{time.strftime('%b %e %H:%M:%S')} {tag}: {message}"
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
            log.sendto(text.encode(), _SOCKET)
    except OSError:
        # There's no log.
        pass
