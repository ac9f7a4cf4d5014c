"""What the process may use, and what it used."""

from _support import resource_limits, resource_usage, set_resource_limits

RUSAGE_SELF = 0
RUSAGE_CHILDREN = -1
RUSAGE_THREAD = 1
RLIM_INFINITY = -1
RLIMIT_CPU = 0
RLIMIT_FSIZE = 1
RLIMIT_DATA = 2
RLIMIT_STACK = 3
RLIMIT_CORE = 4
RLIMIT_RSS = 5
RLIMIT_NPROC = 6
RLIMIT_NOFILE = 7
RLIMIT_OFILE = 7
RLIMIT_MEMLOCK = 8
RLIMIT_AS = 9
RLIMIT_SIGPENDING = 11
RLIMIT_MSGQUEUE = 12
RLIMIT_NICE = 13
RLIMIT_RTPRIO = 14
RLIMIT_RTTIME = 15

error = OSError

_FIELDS = (
    "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock",
    "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw",
)


class struct_rusage(tuple):
    """What was used: times in seconds, memory in kilobytes."""

    def __repr__(self):
        return f"resource.struct_rusage({', '.join([f'{name}={value!r}' for name, value in zip(_FIELDS, self)])})"


for _place, _name in enumerate(_FIELDS):
    setattr(struct_rusage, _name, property(lambda self, place=_place: self[place]))


def getrusage(who, /):
    """What the process, its children or the thread used."""
    return struct_rusage(resource_usage(who))


def getrlimit(resource, /):
    """The soft and the hard limit."""
    return resource_limits(resource)


def setrlimit(resource, limits, /):
    """Sets both."""
    limits = tuple(limits)
    if len(limits) != 2:
        raise ValueError("expected a tuple of 2 integers")
    set_resource_limits(resource, *limits)


def getpagesize():
    """Bytes of a page of memory."""
    return 4096
