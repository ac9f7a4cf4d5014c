"""pwd, grp and fcntl: users, groups, descriptors' flags, locks of files."""
import fcntl
import grp
import os
import pwd
import struct
import tempfile


def tries(label, function, *args):
    try:
        print(f"{label}:", function(*args))
    except Exception as error:
        print(f"{label}:", type(error).__name__, error)


root = pwd.getpwnam("root")
print(root.pw_uid, root[3], root.pw_dir, root == pwd.getpwuid(0), len(root), root in pwd.getpwall(), type(root))
wheel = grp.getgrgid(0)
print(wheel.gr_name, wheel.gr_gid, type(wheel.gr_mem), grp.getgrnam("root") == wheel, wheel in grp.getgrall())
print(pwd.getpwuid(os.getuid()).pw_uid == os.getuid(), os.getgid() == grp.getgrgid(os.getgid()).gr_gid)
tries("no user", pwd.getpwnam, "nobody-of-that-name")
tries("no number", pwd.getpwuid, 4_000_000_000)
tries("no name", pwd.getpwnam, 4)
tries("no group", grp.getgrnam, "no-group-of-that-name")
tries("no group's number", grp.getgrgid, 4_000_000_000)

reading, writing = os.pipe()
print(fcntl.fcntl(reading, fcntl.F_GETFD) == fcntl.FD_CLOEXEC, fcntl.fcntl(reading, fcntl.F_SETFD, 0), os.get_inheritable(reading))
flags = fcntl.fcntl(reading, fcntl.F_GETFL)
fcntl.fcntl(reading, fcntl.F_SETFL, flags | os.O_NONBLOCK)
print(os.get_blocking(reading))
print(fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 65536) >= 65536)
print(os.write(writing, b"12345"), struct.unpack("i", fcntl.ioctl(reading, 0x541B, b"\0\0\0\0")))
room = bytearray(4)
print(fcntl.ioctl(reading, 0x541B, room), struct.unpack("i", room))
tries("closed", fcntl.fcntl, 9999, fcntl.F_GETFD)
tries("no descriptor", fcntl.fcntl, "x", fcntl.F_GETFD)
tries("too long", fcntl.fcntl, reading, fcntl.F_GETFD, b"x" * 1025)
tries("a float", fcntl.fcntl, reading, fcntl.F_GETFD, 2.5)
tries("negative", fcntl.flock, -1, fcntl.LOCK_SH)

with tempfile.NamedTemporaryFile() as first, open(first.name, "r+b") as second:
    fcntl.flock(first, fcntl.LOCK_EX | fcntl.LOCK_NB)
    tries("locked", fcntl.flock, second, fcntl.LOCK_SH | fcntl.LOCK_NB)
    fcntl.flock(first, fcntl.LOCK_UN)
    tries("free", fcntl.flock, second, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.lockf(first, fcntl.LOCK_EX, 10, 5)
    child = os.fork()
    if child == 0:
        with open(first.name, "r+b") as own:
            try:
                fcntl.lockf(own, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 7)
            except BlockingIOError:
                fcntl.lockf(own, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 100)
                os._exit(3)
        os._exit(4)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    tries("neither", fcntl.lockf, first, 77 & ~fcntl.LOCK_SH & ~fcntl.LOCK_EX & ~fcntl.LOCK_UN)
