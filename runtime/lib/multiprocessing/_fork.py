"""A child process: the program, forked."""

import contextlib
import os
import signal

from multiprocessing import util


class Child:
    """The parent's side of a child."""

    method = "fork"

    def __init__(self, process):
        util._flush_std_streams()
        self.returncode = None
        self._launch(process)

    def _launch(self, process):
        # The child's end of each pipe is open as long as it lives; the other side sees that it ends.
        parent_reader, child_writer = os.pipe()
        child_reader, parent_writer = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            self._run(process, child_reader, (parent_reader, parent_writer))
        os.close(child_writer)
        os.close(child_reader)
        self.sentinel = parent_reader
        self._finalizer = util.Finalize(self, _close_all, (parent_reader, parent_writer))

    def _run(self, process, sentinel, closed):
        code = 1
        try:
            _close_all(*closed)
            code = process._bootstrap(parent_sentinel=sentinel)
        finally:
            os._exit(code & 0xFF)

    def poll(self, flag=os.WNOHANG):
        """The exit code, once there's one."""
        if self.returncode is not None:
            return self.returncode
        # Somebody else may have waited for it.
        with contextlib.suppress(OSError):
            ended, status = os.waitpid(self.pid, flag)
            if ended:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        """The exit code; None where it takes longer."""
        from multiprocessing import connection

        if self.returncode is None and timeout is not None and not connection.wait([self.sentinel], timeout):
            return None
        return self.poll(os.WNOHANG if timeout == 0 else 0)

    def terminate(self):
        self._signal(signal.SIGTERM)

    def kill(self):
        self._signal(signal.SIGKILL)

    def _signal(self, number):
        if self.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def close(self):
        self._finalizer()


def _close_all(*descriptors):
    for each in descriptors:
        os.close(each)
