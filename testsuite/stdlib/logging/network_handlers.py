"""Handlers that send records away: over connections, as datagrams, to a system's log, to a web server, by mail."""
import http.server
import logging
import logging.handlers
import pickle
import re
import socket
import socketserver
import struct
import tempfile
import threading

logging.raiseExceptions = False
logger = logging.getLogger("network")
logger.setLevel(logging.DEBUG)
logger.propagate = False


def served(server):
    """The server, which answers one request in a thread."""
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    return thread


def with_handler(handler, *records):
    logger.addHandler(handler)
    for level, text, *args in records:
        logger.log(level, text, *args)
    logger.removeHandler(handler)
    handler.close()


class Pickled(socketserver.StreamRequestHandler):
    def handle(self):
        while header := self.rfile.read(4):
            record = logging.makeLogRecord(pickle.loads(self.rfile.read(struct.unpack(">L", header)[0])))
            print("record", record.name, record.levelname, record.getMessage(), record.args, record.exc_info, bool(record.exc_text))


with socketserver.TCPServer(("127.0.0.1", 0), Pickled) as server:
    thread = served(server)
    handler = logging.handlers.SocketHandler(*server.server_address)
    print(handler.address == server.server_address, handler.sock, handler.retryTime, handler.closeOnError)
    logger.addHandler(handler)
    logger.info("first %d", 1)
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception("failed")
    logger.removeHandler(handler)
    handler.close()
    thread.join()

# Nobody listens: what is sent is lost, and connecting is put off.
with socket.socket() as closed:
    closed.bind(("127.0.0.1", 0))
    port = closed.getsockname()[1]
handler = logging.handlers.SocketHandler("127.0.0.1", port)
with_handler(handler, (logging.ERROR, "lost"), (logging.ERROR, "lost too"))
print(handler.sock, handler.retryTime is not None, handler.retryPeriod)

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
    receiver.bind(("127.0.0.1", 0))
    with_handler(logging.handlers.DatagramHandler(*receiver.getsockname()), (logging.WARNING, "a datagram of %s", "text"))
    data = receiver.recv(10000)
    print(logging.makeLogRecord(pickle.loads(data[4:])).getMessage(), struct.unpack(">L", data[:4])[0] == len(data) - 4)
    handler = logging.handlers.SysLogHandler(receiver.getsockname(), facility="local3")
    handler.ident = "app: "
    with_handler(handler, (logging.CRITICAL, "burning"), (logging.DEBUG, "é"))
    print(receiver.recv(1000), receiver.recv(1000))
    handler = logging.handlers.SysLogHandler(receiver.getsockname())
    handler.append_nul = False
    with_handler(handler, (25, "between"))
    print(receiver.recv(1000), handler.encodePriority("mail", "panic"), handler.mapPriority("nothing"))

with tempfile.TemporaryDirectory() as folder:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
        receiver.bind(folder + "/log")
        with_handler(logging.handlers.SysLogHandler(folder + "/log"), (logging.INFO, "to a socket in the file system"))
        print(receiver.recv(1000))


class Web(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer("")

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def answer(self, body):
        shown = [re.sub(r"=[\d.]+", "=N", re.sub(r"pathname=[^&]*&", "", text)) for text in (self.path, body)]
        print(self.command, [re.sub("(threadName|taskName|processName)=[^&]*", "", text) for text in shown], self.headers.get("Authorization"),
              self.headers.get("Content-Type"))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


class Short(logging.handlers.HTTPHandler):
    def mapLogRecord(self, record):
        return {"name": record.name, "text": record.getMessage()}


for make, method, url in ((logging.handlers.HTTPHandler, "GET", "/log?a=b"), (Short, "POST", "/log"), (Short, "get", "/log")):
    with http.server.HTTPServer(("127.0.0.1", 0), Web) as server:
        thread = served(server)
        host, port = server.server_address
        handler = make(f"{host}:{port}", url, method, credentials=("user", "secret"))
        with_handler(handler, (logging.WARNING, "of the web"))
        thread.join()
for args in (("h", "/", "PUT"), ("h", "/", "GET", False, None, object())):
    try:
        logging.handlers.HTTPHandler(*args)
    except ValueError as error:
        print(error)


class Mail(socketserver.StreamRequestHandler):
    def handle(self):
        def say(text):
            self.wfile.write(text.encode() + b"\r\n")

        say("220 here")
        in_data = False
        for line in self.rfile:
            text = line.decode().rstrip()
            if in_data:
                in_data = text != "."
                if not text.startswith(("Date", "MIME", "Content")):
                    print("mail", text)
                if not in_data:
                    say("250 OK")
                continue
            verb = text[:4].upper()
            in_data = verb == "DATA"
            say("354 go on" if in_data else "221 bye" if verb == "QUIT" else "250 OK")
            if verb in ("MAIL", "RCPT"):
                print(text.partition(" size")[0])
            if verb == "QUIT":
                return


with socketserver.TCPServer(("127.0.0.1", 0), Mail) as server:
    thread = served(server)
    handler = logging.handlers.SMTPHandler(server.server_address, "me@example.org", ["you@example.org", "they@example.org"], "Log")
    with_handler(handler, (logging.ERROR, "by mail: %s", "text"))
    thread.join()
print(handler.toaddrs, logging.handlers.SMTPHandler("h", "a", "b", "c").toaddrs, logging.handlers.SMTPHandler("h", "a", "b", "c").mailport)
