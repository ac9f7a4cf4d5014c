"""Child processes with pipes to them."""

import io
import os
import posix
import signal
import sys
import warnings
from _thread import allocate_lock
from time import monotonic as _time
from types import GenericAlias

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3

# How much goes into a pipe or comes out of one at a time.
_WRITTEN_AT_ONCE = 512
_READ_AT_ONCE = 32768
# What failed in a child (posix.spawn).
_PROGRAM, _FOLDER, _SETTING, _PREPARATION = 1, 2, 3, 4
# Processes that nobody refers to any more and that haven't ended yet.
_active = []


class SubprocessError(Exception):
    """Something went wrong with a child process."""


def _same_as(name):
    """A property that's another name of an attribute."""
    return property(lambda self: getattr(self, name), lambda self, value: setattr(self, name, value), doc=f"The same as `{name}`.")


def _signal_text(number):
    """How messages call a signal that a process died with."""
    try:
        return f"{signal.Signals(number)!r}"
    except ValueError:
        return f"unknown signal {number}"


class CalledProcessError(SubprocessError):
    """A process that had to succeed ended with another exit code than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd = returncode, cmd
        self.output, self.stderr = output, stderr

    stdout = _same_as("output")

    def __str__(self):
        code = self.returncode
        if code and code < 0:
            return f"Command '{self.cmd}' died with {_signal_text(-code)}."
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, code)


class TimeoutExpired(SubprocessError):
    """A process didn't end in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout = cmd, timeout
        self.output, self.stderr = output, stderr

    stdout = _same_as("output")

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    """A process that has ended, and what it wrote."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode = args, returncode
        self.stdout, self.stderr = stdout, stderr

    def __repr__(self):
        shown = {"args": self.args, "returncode": self.returncode}
        shown.update((name, output) for name, output in (("stdout", self.stdout), ("stderr", self.stderr)) if output is not None)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    __class_getitem__ = classmethod(GenericAlias)

    def check_returncode(self):
        """CalledProcessError unless the exit code is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def list2cmdline(seq):
    """The arguments as one text, quoted as Microsoft's C runtime reads it."""
    parts = []
    for argument in map(os.fsdecode, seq):
        quoted = []
        backslashes = 0
        needs_quotes = not argument or " " in argument or "\t" in argument
        for letter in argument:
            if letter == "\\":
                backslashes += 1
                continue
            if letter == '"':
                backslashes = 2 * backslashes + 1
            quoted.append("\\" * backslashes + letter)
            backslashes = 0
        # Those before the closing quote would escape it.
        quoted.append("\\" * (2 * backslashes if needs_quotes else backslashes))
        text = "".join(quoted)
        parts.append(f'"{text}"' if needs_quotes else text)
    return " ".join(parts)


def _cleanup():
    """Reaps the processes that nobody refers to any more."""
    for process in _active[:]:
        if process._poll_once(_deadstate=sys.maxsize) is not None:
            try:
                _active.remove(process)
            except ValueError:
                pass


def _account_id(name, kind, look_up, table, member):
    """The number of a user or a group; None for none."""
    if name is None:
        return None
    if isinstance(name, str):
        try:
            number = getattr(look_up(name), member)
        except KeyError:
            raise KeyError(f"{table}(): name not found: {name!r}") from None
    elif isinstance(name, int):
        number = name
    else:
        raise TypeError(f"{kind} must be a string or an integer, not {type(name)}")
    if number < 0:
        raise ValueError(f"{kind} ID cannot be negative, got {number}")
    return number


def _user_id(user):
    import pwd
    return _account_id(user, "User", pwd.getpwnam, "getpwnam", "pw_uid")


def _group_id(group):
    import grp
    return _account_id(group, "Group", grp.getgrnam, "getgrnam", "gr_gid")


def _group_ids(groups):
    if groups is None:
        return None
    if isinstance(groups, str):
        raise ValueError("Groups must be a list, not a string")
    found = []
    for group in groups:
        if not isinstance(group, (str, int)):
            raise TypeError("Items in extra_groups must be a string or integer")
        found.append(_group_id(group))
    return found


def _program_paths(executable, environment):
    """Where the program may be."""
    if os.path.dirname(executable):
        return [executable]
    return [os.path.join(os.fsencode(folder), executable) for folder in os.get_exec_path(environment)]


def _variables(environment):
    """An environment as `posix` wants it."""
    if environment is None:
        return None
    lines = []
    for name, value in environment.items():
        name = os.fsencode(name)
        if b"=" in name:
            raise ValueError("illegal environment variable name")
        lines.append(name + b"=" + os.fsencode(value))
    return lines


def _check_arguments(bufsize, startupinfo, creationflags, text, universal_newlines):
    if not isinstance(bufsize, int):
        raise TypeError("bufsize must be an integer")
    if startupinfo is not None:
        raise ValueError("startupinfo is only supported on Windows platforms")
    if creationflags != 0:
        raise ValueError("creationflags is only supported on Windows platforms")
    if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
        raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. "
                              "Pass one or the other.")


class _Pipes:
    """The ends of a child's standard streams: the child's own ones, ours, and those to be closed once it runs."""

    def __init__(self, stdin, stdout, stderr, pipesize):
        self.to_close = []
        self.ours = [-1, -1, -1]
        self.theirs = [-1, -1, -1]
        self._size = pipesize
        self._null = None
        try:
            self._add(0, stdin)
            self._add(1, stdout)
            if stderr == STDOUT and not hasattr(stderr, "fileno"):
                self.theirs[2] = self.theirs[1] if self.theirs[1] != -1 else sys.__stdout__.fileno()
            else:
                self._add(2, stderr)
        except BaseException:
            self.close_theirs()
            self.close_ours()
            raise

    def _add(self, place, stream):
        if stream is None:
            return
        if isinstance(stream, int) and stream == PIPE:
            ends = os.pipe()
            theirs, ours = ends if place == 0 else ends[::-1]
            self.theirs[place] = theirs
            self.ours[place] = ours
            self.to_close.append(theirs)
            if self._size > 0:
                import fcntl
                fcntl.fcntl(ours, fcntl.F_SETPIPE_SZ, self._size)
        elif isinstance(stream, int) and stream == DEVNULL:
            if self._null is None:
                self._null = os.open(os.devnull, os.O_RDWR)
                self.to_close.append(self._null)
            self.theirs[place] = self._null
        elif isinstance(stream, int):
            self.theirs[place] = stream
        else:
            self.theirs[place] = stream.fileno()

    def close_theirs(self):
        """Closes the child's ends: it has its own copies."""
        for descriptor in self.to_close:
            os.close(descriptor)
        self.to_close = []

    def close_ours(self):
        """Closes the ends that were meant for us."""
        for descriptor in self.ours:
            if descriptor != -1:
                try:
                    os.close(descriptor)
                except OSError:
                    pass


class Popen:
    """A child process."""

    _child_created = False
    pid = None

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
                 shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None,
                 text=None, umask=-1, pipesize=-1, process_group=None):
        _cleanup()
        self._waitpid_lock = allocate_lock()
        self._input = None
        self._communication_started = False
        if bufsize is None:
            bufsize = -1
        if pass_fds and not close_fds:
            warnings.warn("pass_fds overriding close_fds.", RuntimeWarning)
            close_fds = True
        _check_arguments(bufsize, startupinfo, creationflags, text, universal_newlines)
        self.args = args
        self.stdin = None
        self.stdout = None
        self.stderr = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        self.text_mode = encoding or errors or text or universal_newlines
        self._sigint_wait_secs = 0.25
        self._closed_child_pipe_fds = False
        settings = (bool(restore_signals), bool(start_new_session), -1 if process_group is None else process_group,
                    None if group is None else _group_id(group), _group_ids(extra_groups),
                    None if user is None else _user_id(user), umask)
        pipes = _Pipes(stdin, stdout, stderr, pipesize)
        try:
            self._open_streams(pipes.ours, bufsize)
            self._start(args, executable, shell, cwd, env, pipes.theirs, tuple(pass_fds) if close_fds else None, settings, preexec_fn)
        except BaseException:
            for stream in (self.stdin, self.stdout, self.stderr):
                if stream is not None:
                    stream.close()
            raise
        finally:
            pipes.close_theirs()
            self._closed_child_pipe_fds = True

    def _open_streams(self, descriptors, bufsize):
        line_buffering = bool(self.text_mode) and bufsize == 1
        if line_buffering:
            bufsize = -1
        for name, descriptor in zip(("stdin", "stdout", "stderr"), descriptors):
            if descriptor == -1:
                continue
            stream = io.open(descriptor, "wb" if name == "stdin" else "rb", bufsize)
            if self.text_mode:
                if name == "stdin":
                    stream = io.TextIOWrapper(stream, write_through=True, line_buffering=line_buffering, encoding=self.encoding,
                                              errors=self.errors)
                else:
                    stream = io.TextIOWrapper(stream, encoding=self.encoding, errors=self.errors)
            setattr(self, name, stream)

    def _start(self, args, executable, shell, cwd, env, streams, kept, settings, preexec_fn):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        program = os.fsencode(executable)
        pid, error, step = posix.spawn(
            [os.fsencode(argument) for argument in args], _program_paths(program, env), _variables(env),
            None if cwd is None else os.fsencode(cwd), tuple(streams), kept, settings, preexec_fn)
        self.pid = pid
        self._child_created = True
        if step == 0:
            return
        # It never was what it was meant to be: nobody asks for it.
        try:
            os.waitpid(pid, 0)
        except ChildProcessError:
            pass
        self.returncode = sys.maxsize
        if step == _PREPARATION:
            raise SubprocessError("Exception occurred in preexec_fn.")
        name = {_PROGRAM: os.fspath(executable), _FOLDER: cwd}.get(step)
        raise OSError(error, os.strerror(error)) if name is None else OSError(error, os.strerror(error), name)

    @property
    def universal_newlines(self):
        """The same as `text_mode`."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __repr__(self):
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for stream in filter(None, (self.stdout, self.stderr)):
            stream.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type != KeyboardInterrupt:
                self.wait()
            else:
                self._wait_a_moment()

    def _wait_a_moment(self):
        """The child got the signal of the keyboard too: it may end by itself."""
        seconds, self._sigint_wait_secs = self._sigint_wait_secs, 0
        if seconds > 0:
            try:
                self._wait(seconds)
            except TimeoutExpired:
                return

    def __del__(self):
        if not self._child_created:
            return
        if self.returncode is None:
            warnings.warn(f"subprocess {self.pid} is still running", ResourceWarning, source=self)
        self._poll_once(_deadstate=sys.maxsize)
        if self.returncode is None:
            _active.append(self)

    def communicate(self, input=None, timeout=None):
        """Sends `input`, reads all that the process writes, and waits for its end: what came by stdout and stderr."""
        if self._communication_started and input:
            raise ValueError("Cannot send input after starting communication")
        if timeout is None and not self._communication_started and [self.stdin, self.stdout, self.stderr].count(None) >= 2:
            return self._communicate_by_one(input)
        deadline = None if timeout is None else _time() + timeout
        try:
            outputs = self._exchange(input, deadline, timeout)
        except KeyboardInterrupt:
            self._wait_after_interrupt(timeout)
            raise
        finally:
            self._communication_started = True
        self.wait(timeout=None if deadline is None else deadline - _time())
        return outputs

    def _communicate_by_one(self, input):
        """With one pipe at most there's nothing that could wait for one another."""
        outputs = [None, None]
        if self.stdin:
            self._write_input(input)
        else:
            for place, stream in enumerate((self.stdout, self.stderr)):
                if stream:
                    outputs[place] = stream.read()
                    stream.close()
        self.wait()
        return tuple(outputs)

    def _write_input(self, input):
        steps = [self.stdin.close]
        if input:
            steps.insert(0, lambda: self.stdin.write(input))
        for step in steps:
            self._unless_broken(step)

    def _unless_broken(self, step):
        """Does something with the input's pipe. Who reads no further needs no more."""
        try:
            step()
        except BrokenPipeError:
            return

    def _keep_input(self, input):
        if self.stdin and self._input is None:
            self._sent = 0
            if input is not None and self.text_mode:
                input = input.encode(self.stdin.encoding, self.stdin.errors)
            self._input = input

    def _exchange(self, input, deadline, timeout):
        """Writes and reads whatever can be, until there's no more; the outputs."""
        if self.stdin and not self._communication_started:
            self._unless_broken(self.stdin.flush)
            if not input:
                self._unless_broken(self.stdin.close)
        if not self._communication_started:
            self._read = {stream: [] for stream in (self.stdout, self.stderr) if stream}
        self._keep_input(input)
        unsent = memoryview(self._input) if self._input else None
        writing = self.stdin if self.stdin and unsent is not None and not self.stdin.closed else None
        reading = {stream.fileno(): stream for stream in self._read if not stream.closed}
        while writing or reading:
            left = None if deadline is None else deadline - _time()
            if left is not None and left < 0:
                self._raise_timeout(timeout)
            inputs, outputs = posix.ready(list(reading), [writing.fileno()] if writing else [], left)
            if deadline is not None and _time() > deadline:
                self._raise_timeout(timeout)
            if outputs and not self._send_some(unsent):
                writing = None
            for descriptor in inputs:
                data = os.read(descriptor, _READ_AT_ONCE)
                stream = reading[descriptor]
                if data:
                    self._read[stream].append(data)
                else:
                    stream.close()
                    del reading[descriptor]
        return self._output_of(self.stdout), self._output_of(self.stderr)

    def _send_some(self, unsent):
        """Writes a piece of the input; False once there's no more to write."""
        try:
            self._sent += os.write(self.stdin.fileno(), unsent[self._sent:self._sent + _WRITTEN_AT_ONCE])
        except BrokenPipeError:
            self.stdin.close()
            return False
        if self._sent < len(unsent):
            return True
        self.stdin.close()
        return False

    def _output_of(self, stream):
        if stream is None:
            return None
        data = b"".join(self._read[stream])
        if self.text_mode:
            return data.decode(stream.encoding, stream.errors).replace("\r\n", "\n").replace("\r", "\n")
        return data

    def _raise_timeout(self, timeout):
        outputs = [b"".join(self._read[stream]) or None if stream else None for stream in (self.stdout, self.stderr)]
        raise TimeoutExpired(self.args, timeout, *outputs)

    def poll(self):
        """The exit code; None while the process runs."""
        return self._poll_once()

    def _poll_once(self, _deadstate=None):
        if self.returncode is None:
            if not self._waitpid_lock.acquire(False):
                # Another thread is waiting for it.
                return None
            try:
                if self.returncode is not None:
                    return self.returncode
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid == self.pid:
                    self.returncode = os.waitstatus_to_exitcode(status)
            except OSError as error:
                if _deadstate is not None:
                    self.returncode = _deadstate
                elif isinstance(error, ChildProcessError):
                    # Somebody else has waited for it, so nobody knows how it ended.
                    self.returncode = 0
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def wait(self, timeout=None):
        """Waits for the process's end; its exit code."""
        try:
            return self._wait(timeout)
        except KeyboardInterrupt:
            self._wait_after_interrupt(timeout)
            raise

    def _wait_after_interrupt(self, timeout):
        """The child got the signal too, and a moment to end by itself."""
        seconds = self._sigint_wait_secs if timeout is None else min(self._sigint_wait_secs, timeout)
        self._sigint_wait_secs = 0
        try:
            self._wait(seconds)
        except TimeoutExpired:
            pass

    def _try_wait(self, options):
        try:
            return os.waitpid(self.pid, options)
        except ChildProcessError:
            return self.pid, 0

    def _wait(self, timeout):
        if timeout is not None and self.returncode is None:
            return self._wait_until(_time() + timeout, timeout)
        while self.returncode is None:
            with self._waitpid_lock:
                if self.returncode is not None:
                    break
                pid, status = self._try_wait(0)
                if pid == self.pid:
                    self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def _wait_until(self, deadline, timeout):
        descriptor = -1
        try:
            while self._poll_once() is None:
                left = deadline - _time()
                if left <= 0:
                    raise TimeoutExpired(self.args, timeout)
                if descriptor == -1:
                    descriptor = os.pidfd_open(self.pid)
                posix.ready([descriptor], [], left)
        finally:
            if descriptor != -1:
                os.close(descriptor)
        return self.returncode

    def send_signal(self, sig):
        """Sends a signal, unless the process has ended."""
        self.poll()
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                # It has just ended.
                return

    def terminate(self):
        """Sends SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Sends SIGKILL."""
        self.send_signal(signal.SIGKILL)


def call(*popenargs, timeout=None, **kwargs):
    """Runs a command; its exit code."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """Runs a command; CalledProcessError unless its exit code is 0."""
    code = call(*popenargs, **kwargs)
    if code:
        command = kwargs.get("args")
        raise CalledProcessError(code, popenargs[0] if command is None else command)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """What a command writes to stdout; CalledProcessError unless its exit code is 0."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        # No input rather than that of this process.
        is_text = kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") or kwargs.get("errors")
        kwargs["input"] = "" if is_text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Runs a command and waits for its end; a CompletedProcess."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = PIPE
        kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except BaseException:
            process.kill()
            raise
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """The exit code of a command of the shell, and what it writes to stdout and stderr, without the last line's end."""
    try:
        output = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        code = 0
    except CalledProcessError as error:
        output = error.output
        code = error.returncode
    return code, output[:-1] if output[-1:] == "\n" else output


def getoutput(cmd, *, encoding=None, errors=None):
    """What a command of the shell writes to stdout and stderr, without the last line's end."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]
