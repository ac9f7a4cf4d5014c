"""A server that takes configurations over connections."""

import io
import json
import socketserver
import struct
import threading
import traceback

import logging
import logging.config

DEFAULT_LOGGING_CONFIG_PORT = 9030
RESET_ERROR = 104

_listener = None


def _configure(text):
    """As a dict in JSON says, or a file of sections."""
    try:
        logging.config.dictConfig(json.loads(text))
    except Exception:
        try:
            logging.config.fileConfig(io.StringIO(text))
        except Exception:
            traceback.print_exc()


class _ConfigHandler(socketserver.StreamRequestHandler):
    """One configuration: the number of its bytes, then the bytes."""

    def handle(self):
        try:
            header = self.rfile.read(4)
            if len(header) < 4:
                return
            data = self.rfile.read(struct.unpack(">L", header)[0])
            if self.server.verify is not None:
                data = self.server.verify(data)
            if data is not None:
                _configure(data.decode())
            if self.server.ready:
                self.server.ready.set()
        except OSError as error:
            if error.errno != RESET_ERROR:
                raise


class _ConfigServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port, ready, verify):
        socketserver.ThreadingTCPServer.__init__(self, ("localhost", port), _ConfigHandler)
        self.ready, self.verify = ready, verify


class _Listener(threading.Thread):
    """Serves until stopListening()."""

    def __init__(self, port, verify):
        threading.Thread.__init__(self)
        self.port, self.verify = port, verify
        self.ready = threading.Event()
        self.daemon = True

    def run(self):
        global _listener
        with _ConfigServer(self.port, self.ready, self.verify) as server:
            if not self.port:
                self.port = server.server_address[1]
            self.ready.set()
            with logging._lock:
                _listener = server
            server.serve_forever(0.1)


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    """A thread, not yet started, that serves at the port."""
    return _Listener(port, verify)


def stopListening():
    """Ends the server, if there's one."""
    global _listener
    with logging._lock:
        server, _listener = _listener, None
    if server:
        server.shutdown()
