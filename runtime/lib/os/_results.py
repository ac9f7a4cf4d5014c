"""Results of the system's calls: tuples whose items have names."""

from _structseq import named as _named

terminal_size = _named("os.terminal_size", ("columns", "lines"))
uname_result = _named("posix.uname_result", ("sysname", "nodename", "release", "version", "machine"))
times_result = _named("posix.times_result", ("user", "system", "children_user", "children_system", "elapsed"))
_StatVFS = _named("os.statvfs_result", ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail",
                                        "f_flag", "f_namemax"))
_Stat = _named("os.stat_result", ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime",
                                  "st_mtime", "st_ctime"))


class stat_result(_Stat):
    """What is known of a file. Its times are whole seconds as items, seconds as `st_mtime`, nanoseconds as `st_mtime_ns`."""

    __module__ = "os"

    def __new__(cls, values):
        """From the ten items, or from what the native module gives."""
        values = tuple(values)
        if len(values) != 13:
            made = _Stat.__new__(cls, values)
            made._times = tuple([value * 10**9 for value in values[7:10]])
            made._rest = (None, None, None)
            return made
        made = _Stat.__new__(cls, values[:7] + tuple([value // 10**9 for value in values[7:10]]))
        made._times = values[7:10]
        made._rest = values[10:]
        return made

    @property
    def st_atime(self):
        return self._times[0] / 10**9

    @property
    def st_mtime(self):
        return self._times[1] / 10**9

    @property
    def st_ctime(self):
        return self._times[2] / 10**9

    @property
    def st_atime_ns(self):
        return self._times[0]

    @property
    def st_mtime_ns(self):
        return self._times[1]

    @property
    def st_ctime_ns(self):
        return self._times[2]

    @property
    def st_blksize(self):
        return self._rest[0]

    @property
    def st_blocks(self):
        return self._rest[1]

    @property
    def st_rdev(self):
        return self._rest[2]


class statvfs_result(_StatVFS):
    """What is known of a file system; its number isn't an item."""

    __module__ = "os"

    def __new__(cls, values):
        values = tuple(values)
        made = _StatVFS.__new__(cls, values)
        made.f_fsid = values[10] if len(values) > 10 else None
        return made
