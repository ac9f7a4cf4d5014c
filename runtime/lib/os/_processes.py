"""Other programs: becoming one, starting one, waiting for its end."""

import posix

from os._encoding import fsdecode, fsencode
from os._environ import environ

# Only programs with `popen` carry what it takes.
_defers_imports = True

P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1


def get_exec_path(env=None):
    """The folders that programs are looked for in."""
    if env is None:
        env = environ
    text = env.get("PATH")
    if env is not environ:
        encoded = env.get(b"PATH")
        if encoded is not None:
            if text is not None:
                raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
            text = encoded
    if text is None:
        text = "/bin:/usr/bin"
    return fsdecode(text).split(":")


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Functions that are called around forks."""
    if before is None and after_in_child is None and after_in_parent is None:
        raise TypeError("At least one argument is required.")
    for name, function in (("before", before), ("after_in_child", after_in_child), ("after_in_parent", after_in_parent)):
        if function is not None and not callable(function):
            raise TypeError(f"'{name}' must be callable, not {type(function).__name__}")
    posix.at_fork(before, after_in_parent, after_in_child)


def _arguments(name, argv):
    """A program's arguments as bytes."""
    if not isinstance(argv, (tuple, list)):
        raise TypeError(f"{name} must be a tuple or list")
    if not argv:
        raise ValueError(f"{name} must not be empty")
    encoded = [fsencode(argument) for argument in argv]
    if not encoded[0]:
        raise ValueError(f"{name} first element cannot be empty")
    return encoded


def execv(path, argv, /):
    """Becomes the program."""
    arguments = _arguments("execv() arg 2", argv)
    try:
        posix.execute(_program(path), arguments, None)
    except OSError as error:
        raise OSError(error.errno, error.strerror) from None


def execve(path, argv, env):
    """Becomes the program, with that environment."""
    arguments = _arguments("execve: argv", argv)
    if not hasattr(env, "keys"):
        raise TypeError("execve: environment must be a mapping object")
    variables = []
    for name, value in list(env.items()):
        name = fsencode(name)
        if not name or b"=" in name[1:]:
            raise ValueError("illegal environment variable name")
        variables.append(name + b"=" + fsencode(value))
    posix.execute(_program(path), arguments, variables)


def _program(path):
    return path if isinstance(path, (str, bytes)) else fsdecode(path)


def execl(file, *args):
    """Becomes the program."""
    execv(file, args)


def execle(file, *args):
    """Becomes the program; the last argument is its environment."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """Becomes the program that PATH finds."""
    execvp(file, args)


def execlpe(file, *args):
    """Becomes the program that PATH finds; the last argument is its environment."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """Becomes the program that PATH finds."""
    _find_and_become(file, args, None)


def execvpe(file, args, env):
    """Becomes the program that PATH finds, with that environment."""
    _find_and_become(file, args, env)


def _become(path, args, env):
    if env is None:
        execv(path, args)
    else:
        execve(path, args, env)


def _find_and_become(file, args, env):
    if (b"/" if isinstance(file, bytes) else "/") in file:
        return _become(file, args, env)
    first_error = None
    for folder in get_exec_path(env):
        try:
            _become(fsencode(folder).removesuffix(b"/") + b"/" + fsencode(file), args, env)
        except (FileNotFoundError, NotADirectoryError) as error:
            last_error = error
        except OSError as error:
            last_error = error
            if first_error is None:
                first_error = error
    raise first_error or last_error


def _spawn(mode, file, args, env, become):
    """Starts the program; its exit code, or its number where it isn't waited for."""
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    pid = posix.fork()
    if pid == 0:
        try:
            become(file, args, env)
        except BaseException:
            posix._exit(127)
    if mode == P_NOWAIT:
        return pid
    while True:
        status = posix.waitpid(pid, 0)[1]
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Starts the program."""
    return _spawn(mode, file, args, None, _become)


def spawnve(mode, file, args, env):
    """Starts the program, with that environment."""
    return _spawn(mode, file, args, env, _become)


def spawnvp(mode, file, args):
    """Starts the program that PATH finds."""
    return _spawn(mode, file, args, None, _find_and_become)


def spawnvpe(mode, file, args, env):
    """Starts the program that PATH finds, with that environment."""
    return _spawn(mode, file, args, env, _find_and_become)


def spawnl(mode, file, *args):
    """Starts the program."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """Starts the program; the last argument is its environment."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """Starts the program that PATH finds."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """Starts the program that PATH finds; the last argument is its environment."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def system(command):
    """Runs a command of the shell; its status."""
    return posix.system(fsencode(command))


class _wrap_close:
    """A pipe to a command of the shell; closing it waits for the command's end."""

    __module__ = "os"

    def __init__(self, stream, proc):
        self._stream = stream
        self._proc = proc

    def close(self):
        """Closes the pipe; the command's status, None if that's 0."""
        self._stream.close()
        code = self._proc.wait()
        return None if code == 0 else code << 8

    # What it is else, the pipe is.

    def __iter__(self):
        return iter(self._stream)

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def popen(cmd, mode="r", buffering=-1):
    """A pipe from or to a command of the shell."""
    import io
    import subprocess

    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    if mode == "r":
        process = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _wrap_close(process.stdout, process)
    process = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _wrap_close(process.stdin, process)


def wait():
    """Waits for the end of any child: its number and status."""
    return posix.waitpid(-1, 0)


def WIFEXITED(status):
    """Whether the process ended by itself."""
    return status & 0x7F == 0


def WEXITSTATUS(status):
    """Its exit code."""
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    """Whether a signal ended the process."""
    return 0 < status & 0x7F < 0x7F


def WTERMSIG(status):
    """Which one."""
    return status & 0x7F


def WCOREDUMP(status, /):
    """Whether the process left an image of its memory."""
    return status & 0x80 != 0


def WIFSTOPPED(status):
    """Whether the process stands still."""
    return status & 0xFF == 0x7F


def WSTOPSIG(status):
    """The signal that stopped it."""
    return status >> 8 & 0xFF


def WIFCONTINUED(status):
    """Whether the process goes on after a stop."""
    return status == 0xFFFF


def waitstatus_to_exitcode(status):
    """The exit code, negative for a signal."""
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    if WIFSTOPPED(status):
        raise ValueError(f"process stopped by delivery of signal {WSTOPSIG(status)}")
    return WEXITSTATUS(status)
