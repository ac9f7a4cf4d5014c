// The module posix: the operating system's calls as the modules os and io (runtime/lib) use them. Paths are str or bytes, checked by
// the caller; where a path may be a descriptor, it's an int. All raise OSError with the path.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::posix {

/// Mode, inode, device, links, user, group, size, times of access, modification and change in nanoseconds, block size, blocks, device type.
AIOCC_PY("def stat_values(path: object, follow: bool, /) -> object")
Result<Object> stat_values(Object const& path, bool follow);
/// Name, kind (0 unknown, 1 file, 2 directory, 3 link, 4 other) and inode of each entry; the names are bytes where the path is.
AIOCC_PY("def entries(path: object, /) -> object")
Result<Object> entries(Object const& path);
AIOCC_PY("def mkdir(path: object, mode: int, /) -> None")
Result<void> mkdir(Object const& path, Int const& mode);
AIOCC_PY("def rmdir(path: object, /) -> None")
Result<void> rmdir(Object const& path);
AIOCC_PY("def unlink(path: object, /) -> None")
Result<void> unlink(Object const& path);
AIOCC_PY("def rename(src: object, dst: object, /) -> None")
Result<void> rename(Object const& source, Object const& target);
AIOCC_PY("def link(src: object, dst: object, follow: bool, /) -> None")
Result<void> link(Object const& source, Object const& target, bool follow);
AIOCC_PY("def symlink(src: object, dst: object, /) -> None")
Result<void> symlink(Object const& source, Object const& target);
AIOCC_PY("def readlink(path: object, /) -> object")
Result<Object> readlink(Object const& path);
AIOCC_PY("def chdir(path: object, /) -> None")
Result<void> chdir(Object const& path);
AIOCC_PY("def getcwd() -> str")
Result<Str> getcwd();
AIOCC_PY("def access(path: object, mode: int, effective: bool, follow: bool, /) -> bool")
Result<bool> access(Object const& path, Int const& mode, bool effective, bool follow);
AIOCC_PY("def chmod(path: object, mode: int, /) -> None")
Result<void> chmod(Object const& path, Int const& mode);
AIOCC_PY("def chown(path: object, uid: int, gid: int, follow: bool, /) -> None")
Result<void> chown(Object const& path, Int const& user, Int const& group, bool follow);
/// Times in nanoseconds; both -1 for now.
AIOCC_PY("def utime(path: object, atime_ns: int, mtime_ns: int, follow: bool, /) -> None")
Result<void> utime(Object const& path, Int const& accessed, Int const& modified, bool follow);
AIOCC_PY("def truncate(path: object, length: int, /) -> None")
Result<void> truncate(Object const& path, Int const& length);
AIOCC_PY("def mkfifo(path: object, mode: int, /) -> None")
Result<void> mkfifo(Object const& path, Int const& mode);
AIOCC_PY("def umask(mask: int, /) -> int")
Int umask(Int const& mask);

AIOCC_PY("def open_file(path: object, flags: int, mode: int, /) -> int")
Result<Int> open_file(Object const& path, Int const& flags, Int const& mode);
AIOCC_PY("def close(fd: int, /) -> None")
Result<void> close(Int const& descriptor);
AIOCC_PY("def read(fd: int, length: int, /) -> bytes")
Result<Bytes> read(Int const& descriptor, Int const& length);
/// Everything up to the end of the file.
AIOCC_PY("def read_all(fd: int, /) -> bytes")
Result<Bytes> read_all(Int const& descriptor);
AIOCC_PY("def write(fd: int, data: object, /) -> int")
Result<Int> write(Int const& descriptor, Object const& data);
AIOCC_PY("def lseek(fd: int, position: int, whence: int, /) -> int")
Result<Int> lseek(Int const& descriptor, Int const& position, Int const& whence);
AIOCC_PY("def pipe() -> tuple[int, int]")
Result<Tuple<Int, Int>> pipe();
AIOCC_PY("def pipe2(flags: int, /) -> tuple[int, int]")
Result<Tuple<Int, Int>> pipe2(Int const& flags);
AIOCC_PY("def get_blocking(fd: int, /) -> bool")
Result<bool> get_blocking(Int const& descriptor);
AIOCC_PY("def set_blocking(fd: int, blocking: bool, /) -> None")
Result<void> set_blocking(Int const& descriptor, bool is_blocking);
AIOCC_PY("def pread(fd: int, length: int, offset: int, /) -> bytes")
Result<Bytes> pread(Int const& descriptor, Int const& length, Int const& offset);
AIOCC_PY("def pwrite(fd: int, buffer: object, offset: int, /) -> int")
Result<Int> pwrite(Int const& descriptor, Object const& data, Int const& offset);
AIOCC_PY("def fdatasync(fd: int, /) -> None")
Result<void> fdatasync(Int const& descriptor);
AIOCC_PY("def sync() -> None")
void sync();
AIOCC_PY("def ttyname(fd: int, /) -> str")
Result<Str> ttyname(Int const& descriptor);
AIOCC_PY("def tcgetpgrp(fd: int, /) -> int")
Result<Int> tcgetpgrp(Int const& descriptor);
AIOCC_PY("def tcsetpgrp(fd: int, pgid: int, /) -> None")
Result<void> tcsetpgrp(Int const& descriptor, Int const& group);
/// The ends of a terminal: its master's and its own.
AIOCC_PY("def openpty() -> tuple[int, int]")
Result<Tuple<Int, Int>> openpty();
AIOCC_PY("def dup(fd: int, /) -> int")
Result<Int> dup(Int const& descriptor);
AIOCC_PY("def dup2(fd: int, fd2: int, inheritable: bool, /) -> int")
Result<Int> dup2(Int const& descriptor, Int const& target, bool inheritable);
AIOCC_PY("def fsync(fd: int, /) -> None")
Result<void> fsync(Int const& descriptor);
AIOCC_PY("def isatty(fd: int, /) -> bool")
bool isatty(Int const& descriptor);
AIOCC_PY("def get_inheritable(fd: int, /) -> bool")
Result<bool> get_inheritable(Int const& descriptor);
AIOCC_PY("def set_inheritable(fd: int, inheritable: bool, /) -> None")
Result<void> set_inheritable(Int const& descriptor, bool inheritable);
/// Columns and lines.
AIOCC_PY("def terminal_size(fd: int, /) -> tuple[int, int]")
Result<Tuple<Int, Int>> terminal_size(Int const& descriptor);

AIOCC_PY("def getpid() -> int")
Int getpid();
AIOCC_PY("def getppid() -> int")
Int getppid();
AIOCC_PY("def getuid() -> int")
Int getuid();
AIOCC_PY("def geteuid() -> int")
Int geteuid();
AIOCC_PY("def getgid() -> int")
Int getgid();
AIOCC_PY("def getegid() -> int")
Int getegid();
AIOCC_PY("def getpgrp() -> int")
Int getpgrp();
AIOCC_PY("def getpgid(pid: int, /) -> int")
Result<Int> getpgid(Int const& process);
AIOCC_PY("def getsid(pid: int, /) -> int")
Result<Int> getsid(Int const& process);
AIOCC_PY("def setsid() -> None")
Result<void> setsid();
AIOCC_PY("def setpgid(pid: int, pgrp: int, /) -> None")
Result<void> setpgid(Int const& process, Int const& group);
AIOCC_PY("def setuid(uid: int, /) -> None")
Result<void> setuid(Int const& user);
AIOCC_PY("def setgid(gid: int, /) -> None")
Result<void> setgid(Int const& group);
AIOCC_PY("def seteuid(euid: int, /) -> None")
Result<void> seteuid(Int const& user);
AIOCC_PY("def setegid(egid: int, /) -> None")
Result<void> setegid(Int const& group);
AIOCC_PY("def getgroups() -> object")
Result<Object> getgroups();
AIOCC_PY("def getlogin() -> str")
Result<Str> getlogin();
/// Adds to the process's niceness; the new one.
AIOCC_PY("def nice(increment: int, /) -> int")
Result<Int> nice(Int const& increment);
AIOCC_PY("def getpriority(which: int, who: int) -> int")
Result<Int> getpriority(Int const& which, Int const& who);
AIOCC_PY("def setpriority(which: int, who: int, priority: int) -> None")
Result<void> setpriority(Int const& which, Int const& who, Int const& priority);
AIOCC_PY("def sched_yield() -> None")
void sched_yield();
AIOCC_PY("def kill(pid: int, signal: int, /) -> None")
Result<void> kill(Int const& process, Int const& signal);
AIOCC_PY("def killpg(pgid: int, signal: int, /) -> None")
Result<void> killpg(Int const& group, Int const& signal);

AIOCC_PY("def _exit(status: int) -> None")
void _exit(Int const& status);
AIOCC_PY("def abort() -> None")
void abort();
AIOCC_PY("def system(command: object, /) -> int")
Result<Int> system(Object const& command);
AIOCC_PY("def urandom(size: int, /) -> bytes")
Result<Bytes> urandom(Int const& size);
/// The value of a setting of the system's, by its number; -1 where there's no limit.
AIOCC_PY("def sysconf(name: int, /) -> int")
Result<Int> sysconf(Int const& name);
/// Block size, fragment size, blocks, free blocks, those for all, files, free ones, those for all, flags, longest name, the file system's number.
AIOCC_PY("def statvfs_values(path: object, /) -> object")
Result<Object> statvfs_values(Object const& path);
/// The processors that this process may use; None where that's unknown. With `all` those of the machine.
AIOCC_PY("def processors(all: bool, /) -> object")
Object processors(bool all);
/// Names and values, in the environment's order.
AIOCC_PY("def environment() -> object")
Object environment();
AIOCC_PY("def putenv(name: str, value: str, /) -> None")
Result<void> putenv(Str const& name, Str const& value);
AIOCC_PY("def unsetenv(name: str, /) -> None")
Result<void> unsetenv(Str const& name);
AIOCC_PY("def strerror(code: int, /) -> str")
Str strerror(Int const& code);
/// System, node, release, version, machine.
AIOCC_PY("def uname_values() -> object")
Result<Object> uname_values();
/// User and system time of this process and of its children, and elapsed time, in seconds.
AIOCC_PY("def times_values() -> object")
Result<Object> times_values();
AIOCC_PY("def getloadavg() -> object")
Result<Object> getloadavg();

}  // namespace aiocc::posix
