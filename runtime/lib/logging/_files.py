"""Handlers that write to files."""

import io
import os

import logging


class FileHandler(logging.StreamHandler):
    """Writes records to a file, which `delay` opens with the first record only."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode, self.errors, self.delay = mode, errors, delay
        self.encoding = encoding if "b" in mode else io.text_encoding(encoding)
        # A handler whose file can't be opened isn't one of those that shutdown() closes.
        stream = None if delay else self._open()
        logging.Handler.__init__(self)
        self.stream = stream

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        # A closed file that was opened for writing would lose what it has.
        may_open = self.mode != "w" or not self._closed
        if self.stream is None and may_open:
            self.stream = self._open()
        if self.stream:
            logging.StreamHandler.emit(self, record)

    def close(self):
        self.acquire()
        try:
            self._close_stream()
        finally:
            logging.StreamHandler.close(self)
            self.release()

    def _close_stream(self):
        stream = self.stream
        if stream:
            try:
                self.flush()
            finally:
                self.stream = None
                if hasattr(stream, "close"):
                    stream.close()

    def __repr__(self):
        return f"<{type(self).__name__} {self.baseFilename} ({logging.getLevelName(self.level)})>"


FileHandler.__module__ = "logging"
