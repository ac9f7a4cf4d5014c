"""Handlers that write to files, keep records or pass them on, and configuration by a dict."""
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import tempfile

folder = tempfile.TemporaryDirectory()


def path(name):
    return os.path.join(folder.name, name)


def content(name):
    with open(path(name), encoding="utf-8") as file:
        return file.read()


logging.basicConfig(filename=path("a.log"), filemode="w", level=logging.INFO, format="%(levelname)s:%(message)s", encoding="utf-8")
logging.info("héllo")
logging.debug("no")
logging.warning("w %d", 5)
print(repr(content("a.log")))
handler = logging.getLogger().handlers[0]
print(type(handler).__name__, os.path.basename(handler.baseFilename), handler.mode, handler.encoding, handler.errors)
print(repr(handler).replace(folder.name, ""))

log = logging.getLogger("r")
log.propagate = False
log.setLevel("DEBUG")
rotating = logging.handlers.RotatingFileHandler(path("r.log"), maxBytes=30, backupCount=2)
log.addHandler(rotating)
for number in range(6):
    log.info("message number %d", number)
rotating.close()
for name in sorted(os.listdir(folder.name)):
    print(name, repr(content(name)))

log.handlers.clear()
memory = logging.handlers.MemoryHandler(3, target=logging.StreamHandler(sys.stdout))
log.addHandler(memory)
log.info("1")
log.info("2")
print("before")
log.error("3")
log.info("4")
memory.close()

log.handlers.clear()
waiting = queue.Queue()
log.addHandler(logging.handlers.QueueHandler(waiting))
listener = logging.handlers.QueueListener(waiting, logging.StreamHandler(sys.stdout))
listener.start()
log.info("queued %s", "x")
log.warning("again")
listener.stop()
log.handlers.clear()


class Word(logging.Filter):
    def __init__(self, word="", name=""):
        super().__init__(name)
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(name)s|%(levelname)s|%(message)s"},
        "upper": {"()": Upper, "fmt": "%(message)s"},
        "braces": {"format": "{message}!", "style": "{"},
    },
    "filters": {"word": {"()": Word, "word": "x"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "level": "INFO"},
        "upper": {"class": "logging.StreamHandler", "stream": sys.stdout, "formatter": "upper", "filters": ["word"]},
        "file": {
            "class": "logging.handlers.RotatingFileHandler", "filename": path("c.log"), "maxBytes": 1000, "formatter": "braces",
            "delay": True,
        },
        "memory": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "out"},
    },
    "loggers": {"a": {"handlers": ["upper", "file"], "level": "DEBUG"}, "a.b": {"handlers": ["out"], "propagate": False}},
    "root": {"handlers": ["out"], "level": "WARNING"},
})
logging.getLogger("a").debug("debug x")
logging.getLogger("a").info("nothing")
logging.getLogger("a.b").info("child")
logging.getLogger("z").info("hidden")
logging.getLogger("z").warning("shown")
logging.getLogger("r").warning("kept")
print(repr(content("c.log")))
for wrong in [
    {}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "logging.None_"}}}, {"version": 1, "handlers": {"h": {"class": "none.X"}}},
    {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "none"}}},
    {"version": 1, "loggers": {"q": {"handlers": ["none"]}}}, {"version": 1, "root": {"level": "BAD"}},
    {"version": 1, "formatters": {"f": {"format": "{x", "style": "{"}}},
]:
    try:
        logging.config.dictConfig(wrong)
        print("configured")
    except ValueError as error:
        print(error, "|", repr(error.__cause__))
logging.config.dictConfig({"version": 1, "incremental": True, "loggers": {"a": {"level": "ERROR"}}})
print(logging.getLogger("a").level)

for when in ("X", "W", "W9"):
    try:
        logging.handlers.TimedRotatingFileHandler(path("t.log"), when)
    except ValueError as error:
        print(error)
for when, interval in (("midnight", 1), ("W2", 2), ("S", 5)):
    timed = logging.handlers.TimedRotatingFileHandler(path("t.log"), when, interval, backupCount=1, utc=True, delay=True)
    print(timed.computeRollover(1000), timed.interval, timed.suffix, timed.stream)
timed.emit(logging.makeLogRecord({"msg": "first"}))
timed.rolloverAt = 0
timed.emit(logging.makeLogRecord({"msg": "second"}))
timed.close()
print(content("t.log"), len([name for name in os.listdir(folder.name) if name.startswith("t.log")]))
try:
    logging.FileHandler(path("none/x.log"))
except FileNotFoundError as error:
    print(error.strerror)
late = logging.FileHandler(path("d.log"), delay=True)
print(late.stream, os.path.exists(path("d.log")))
late.emit(logging.makeLogRecord({"msg": "z"}))
late.close()
print(content("d.log"))
try:
    logging.basicConfig(filename="x", stream=sys.stdout, force=True)
except ValueError as error:
    print(error)
folder.cleanup()
last = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout))
logging.getLogger("last").addHandler(last)
logging.getLogger("last").propagate = False
logging.getLogger("last").warning("at exit")
