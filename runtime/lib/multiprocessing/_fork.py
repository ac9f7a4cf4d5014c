"""A child process: the program, forked."""

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
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flag)
            except OSError:
                # Somebody else has waited for it.
                return None
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            if timeout is not None:
                from multiprocessing.connection import wait

                if not wait([self.sentinel], timeout):
                    return None
            return self.poll(os.WNOHANG if timeout == 0.0 else 0)
        return self.returncode

    def _send_signal(self, number):
        if self.returncode is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                pass

    def terminate(self):
        self._send_signal(signal.SIGTERM)

    def kill(self):
        self._send_signal(signal.SIGKILL)

    def close(self):
        self._finalizer()


def _close_all(*descriptors):
    for each in descriptors:
        os.close(each)
