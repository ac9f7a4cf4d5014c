"""Configurations in files of sections, and of queues, and over a connection; locks of handlers, and handlers that nobody holds."""
import gc
import io
import json
import logging
import logging.config
import logging.handlers
import os
import queue
import socket
import struct
import sys
import tempfile

CONFIG = """
[loggers]
keys=root,parser

[handlers]
keys=screen, kept

[formatters]
keys=plain, braces

[logger_root]
level=WARNING
handlers=screen

[logger_parser]
level=DEBUG
handlers=kept
propagate=1
qualname=compiler.parser

[handler_screen]
class=StreamHandler
level=NOTSET
formatter=plain
args=(sys.stdout,)

[handler_kept]
class=handlers.MemoryHandler
args=(10, ERROR)
kwargs={"flushOnClose": False}
target=screen

[formatter_plain]
format=%(levelname)s ++ %(message)s

[formatter_braces]
format={levelname} {message} {user}
style={
defaults={"user": "nobody"}
class=logging.Formatter
"""

old = logging.getLogger("old")
below = logging.getLogger("compiler.parser.below")
logging.getLogger("compiler.parser")
below.propagate = False
with tempfile.NamedTemporaryFile("w", suffix=".ini") as file:
    file.write(CONFIG)
    file.flush()
    logging.config.fileConfig(file.name)
parser = logging.getLogger("compiler.parser")
print(old.disabled, below.disabled, below.propagate, parser.level, parser.handlers, logging.root.handlers)
parser.debug("kept for now")
logging.getLogger("other").warning("at once")
parser.error("now both")
below.info("from below")
parser.handlers[0].flush()
print(logging.getHandlerByName("kept") is parser.handlers[0], sorted(logging.getHandlerNames()))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "FOLDER"), "|", str(error.__cause__))


with tempfile.TemporaryDirectory() as folder:
    open(folder + "/empty", "w").close()
    with open(folder + "/wrong", "w") as file:
        file.write("no section\n")
    for name in ("none", "empty"):
        attempt(logging.config.fileConfig, f"{folder}/{name}")
    try:
        logging.config.fileConfig(folder + "/wrong")
    except RuntimeError as error:
        print(str(error).replace(folder, "FOLDER").splitlines()[0])
logging.config.fileConfig(io.StringIO(CONFIG), disable_existing_loggers=False)
print(old.disabled)


# Parts of a configuration that are elsewhere in it, and a factory that doesn't know `format`.
class Formatter:
    def __init__(self, fmt, datefmt=None, style="%"):
        self.fmt = fmt

    def format(self, record):
        return f"{self.fmt} {self.note}: {record.getMessage()}"


logging.config.dictConfig({
    "version": 1,
    "its_formatters": {"own": {"()": Formatter, "format": "%", ".": {"note": "noted"}}},
    "formatters": "cfg://its_formatters",
    "its_handlers": [{"class": "logging.StreamHandler", "formatter": "own", "stream": "ext://sys.stdout"}],
    "handlers": {"out": "cfg://its_handlers[0]"},
    "root": {"handlers": ["out"], "level": "INFO"},
})
logging.info("configured")


class Listener(logging.handlers.QueueListener):
    pass


records = queue.Queue()
for settings in ({}, {"queue": records, "listener": Listener, "respect_handler_level": True}, {"queue": {"()": "queue.Queue", "maxsize": 5}}):
    logging.config.dictConfig({
        "version": 1,
        "handlers": {
            "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "level": "WARNING"},
            "ahead": {"class": "logging.handlers.QueueHandler", "handlers": ["out"], **settings},
        },
        "root": {"handlers": ["ahead"], "level": "DEBUG"},
    })
    handler = logging.getHandlerByName("ahead")
    listener = handler.listener
    print(type(listener).__name__, listener.queue is records, listener.respect_handler_level, len(listener.handlers))
    listener.start()
    logging.debug("low")
    logging.error("high")
    listener.stop()
for described in (4, "", {"maxsize": 1}, object()):
    try:
        logging.config.dictConfig({"version": 1, "handlers": {"q": {"class": "logging.handlers.QueueHandler", "queue": described}}})
    except ValueError as error:
        print(error, type(error.__cause__).__name__)

# Over a connection.
thread = logging.config.listen(0, verify=lambda data: data[::-1])
thread.start()
thread.ready.wait()
thread.ready.clear()
sent = json.dumps({"version": 1, "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}},
                   "root": {"handlers": ["out"], "level": "ERROR"}}).encode()[::-1]
with socket.create_connection(("localhost", thread.port)) as connection:
    connection.sendall(struct.pack(">L", len(sent)) + sent)
    thread.ready.wait(5)
logging.config.stopListening()
thread.join(5)
logging.warning("too low")
logging.error("by the configuration that was sent")

handler = logging.StreamHandler(io.StringIO())
handler.name = "mine"
with handler.lock:
    handler.emit(logging.makeLogRecord({"msg": "locked"}))
print(handler.stream.getvalue(), logging.getHandlerByName("mine") is handler)
del handler
gc.collect()
print(logging.getHandlerByName("mine"), logging.NullHandler().lock)


class Short(logging.Formatter):
    def formatStack(self, stack_info):
        return stack_info.replace(os.path.dirname(os.path.abspath(__file__)), "FOLDER")


logging.root.handlers[0].setFormatter(Short())


def deep(logger):
    logger.error("with its stack", stack_info=True)


def deeper(logger):
    deep(logger)


deeper(logging.getLogger("stack"))
for text in ("%(asctime)Z", "%(asctime)*3s", "%(foo)0*.8*f", "%(process)#+027.23X", "%(asctime)*.3s", "%(x)"):
    try:
        print(logging.Formatter(text)._fmt)
    except ValueError as error:
        print(error)
