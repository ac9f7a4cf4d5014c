"""What os has for other processes: fork, exec, spawn, popen, wait, pipes."""
import os
import signal
import sys
import threading


def tries(label, function, *args):
    try:
        print(f"{label}:", function(*args))
    except BaseException as error:
        print(f"{label}:", type(error).__name__, error, getattr(error, "filename", None))


sys.stdout.flush()
print(os.system("exit 3") >> 8, os.system("true"), os.WTERMSIG(os.system("kill -9 $$")))
with os.popen("echo from a pipe; exit 2") as pipe:
    print(pipe.read())
pipe = os.popen("cat > /dev/null; exit 2", "w")
pipe.write("text")
print(pipe.close())
with os.popen("printf '1\\n2\\n'") as pipe:
    print([line for line in pipe])
print(os.popen("true").close(), os.popen("kill -9 $$").close())
tries("popen", os.popen, 4)
tries("popen", os.popen, "ls", "rw")

# fork and wait.
reading, writing = os.pipe()
child = os.fork()
if child == 0:
    os.close(reading)
    os.write(writing, b"from the child")
    os._exit(7)
os.close(writing)
print(os.read(reading, 100), os.read(reading, 100))
pid, status = os.waitpid(child, 0)
print(pid == child, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
os.close(reading)
child = os.fork()
if child == 0:
    signal.pause()
print(os.waitpid(child, os.WNOHANG))
os.kill(child, signal.SIGTERM)
pid, status = os.wait()
print(pid == child, os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status), os.WCOREDUMP(status))
child = os.fork()
if child == 0:
    os.kill(os.getpid(), signal.SIGSTOP)
    os._exit(0)
pid, status = os.waitpid(child, os.WUNTRACED)
print(os.WIFSTOPPED(status), os.WSTOPSIG(status) == signal.SIGSTOP, os.WIFEXITED(status))
tries("stopped", os.waitstatus_to_exitcode, status)
os.kill(child, signal.SIGCONT)
print(os.waitpid(child, 0)[1])
tries("none left", os.wait)

# Functions around forks; threads that a child doesn't have.
os.register_at_fork(before=lambda: print("before"), after_in_parent=lambda: print("in the parent"))
os.register_at_fork(before=lambda: print("before, later"), after_in_child=lambda: None)
tries("nothing to register", os.register_at_fork)
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
sys.stdout.flush()
child = os.fork()
if child == 0:
    os._exit(threading.active_count())
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))

# exec in a child.
for run in (
    lambda: os.execv("/bin/sh", ["sh", "-c", "exit 11"]),
    lambda: os.execvp("sh", ["sh", "-c", "exit 12"]),
    lambda: os.execve("/bin/sh", ["sh", "-c", "exit $CODE"], {"CODE": "13"}),
    lambda: os.execl("/bin/sh", "sh", "-c", "exit 14"),
    lambda: os.execlp("sh", "sh", "-c", "exit 15"),
    lambda: os.execvpe("sh", ["sh", "-c", "exit $CODE"], {"CODE": "16", "PATH": "/bin:/usr/bin"}),
    lambda: os.execle("/bin/sh", "sh", "-c", "exit $CODE", {"CODE": "17"}),
):
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        run()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
tries("execv", os.execv, "/no/such", ["x"])
tries("execve", os.execve, "/no/such", ["x"], {})
tries("execvp", os.execvp, "no-such-program", ["x"])
tries("execvpe", os.execvpe, "no-such-program", ["x"], {"PATH": "/bin"})
tries("no arguments", os.execv, "/bin/true", [])
tries("an empty one", os.execv, "/bin/true", [""])
tries("no list", os.execv, "/bin/true", "x")
tries("no text", os.execv, "/bin/true", [4])
tries("environment", os.execve, "/bin/true", ["x"], 5)
tries("its names", os.execve, "/bin/true", ["x"], {"a=b": "c"})

# spawn.
sys.stdout.flush()
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 4"), os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "kill -9 $$"]))
print(os.waitstatus_to_exitcode(os.waitpid(os.spawnvp(os.P_NOWAIT, "true", ["true"]), 0)[1]), os.spawnv(os.P_WAIT, "/no/such", ["x"]))
tries("no arguments", os.spawnv, os.P_WAIT, "/bin/true", [])

# Where programs are looked for; ids; pipes; settings.
print(os.get_exec_path({"PATH": "/a:/b"}), os.get_exec_path({b"PATH": b"/c"}), os.get_exec_path({}))
print(os.getpgrp() == os.getpgid(0), os.getsid(0) == os.getsid(os.getpid()), os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0))
tries("no process", os.kill, 2**22 + 1, 0)
tries("too large", os.waitpid, 2**40, 0)
reading, writing = os.pipe2(os.O_NONBLOCK)
print(os.get_blocking(reading), os.get_inheritable(reading))
tries("nothing there", os.read, reading, 1)
os.set_blocking(reading, True)
print(os.get_blocking(reading), os.write(writing, b"ab"), os.read(reading, 5))
os.close(reading)
tries("nobody reads", os.write, writing, b"x")
os.close(writing)
print(os.sysconf("SC_PAGE_SIZE") == os.sysconf(os.sysconf_names["SC_PAGESIZE"]), os.statvfs("/").f_bsize > 0)
tries("sysconf", os.sysconf, "SC_NOTHING")
tries("statvfs", os.statvfs, "/no/such")
fd = os.open("/dev/zero", os.O_RDONLY)
print(os.pread(fd, 3, 10), os.fstatvfs(fd).f_namemax > 0)
os.close(fd)
print(os.makedev(8, 300), os.major(os.makedev(8, 300)), os.minor(os.makedev(8, 300)))
