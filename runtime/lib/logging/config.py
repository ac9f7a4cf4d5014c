"""Loggers, handlers and formatters as a dict describes them."""

import functools
import logging
import logging.handlers
import queue
import re
import sys

from logging._config_files import configure_from, parser_of
from logging._config_server import DEFAULT_LOGGING_CONFIG_PORT, listen, stopListening
from logging._existing import forget_handlers, settle_existing

# What a queue has, whoever made its class.
_QUEUE_METHODS = ("empty", "full", "get", "get_nowait", "put", "put_nowait", "qsize")

IDENTIFIER = re.compile("^[a-z_][a-z0-9_]*$", re.I)
_PREFIXED = re.compile(r"^(?P<prefix>[a-z]+)://(?P<suffix>.*)$")


def valid_ident(s):
    """ValueError for what is no name."""
    if not IDENTIFIER.match(s):
        raise ValueError("Not a valid Python identifier: %r" % s)
    return True


class BaseConfigurator:
    """Finds what a configuration refers to."""

    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        """The object that a dotted name stands for; its module must have been imported."""
        parts = s.split(".")
        for count in range(len(parts), 0, -1):
            found = sys.modules.get(".".join(parts[:count]))
            if found is None:
                continue
            for place in range(count, len(parts)):
                if not hasattr(found, parts[place]):
                    raise ValueError("Cannot resolve %r: No module named %r" % (s, ".".join(parts[:place + 1])))
                found = getattr(found, parts[place])
            return found
        raise ValueError("Cannot resolve %r: No module named %r" % (s, parts[0]))

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """What a path leads to in the configuration: `handlers.file[0]`."""
        rest = value
        found = re.match(r"^\s*(\w+)\s*", rest)
        if found is None:
            raise ValueError("Unable to convert %r" % value)
        rest = rest[found.end():]
        result = self.config[found.groups()[0]]
        while rest:
            found = re.match(r"^\.\s*(\w+)\s*", rest)
            if found:
                result = result[found.groups()[0]]
            else:
                found = re.match(r"^\[([^\[\]]*)\]\s*", rest)
                if not found:
                    raise ValueError("Unable to convert %r at %r" % (value, rest))
                key = found.groups()[0]
                result = result[int(key)] if re.match(r"^\d+$", key) else result[key]
            rest = rest[found.end():]
        return self.convert(result)

    def convert(self, value):
        """The value with `ext://` and `cfg://` replaced, also in lists and dicts."""
        if isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.convert(item) for item in value]
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple([self.convert(item) for item in value])
        if isinstance(value, str):
            found = _PREFIXED.match(value)
            if found and found["prefix"] in ("ext", "cfg"):
                return self.ext_convert(found["suffix"]) if found["prefix"] == "ext" else self.cfg_convert(found["suffix"])
        return value

    def _looked_up(self, value):
        """What a `cfg://` refers to; anything else as it is."""
        return self.convert(value) if isinstance(value, str) and value.startswith("cfg://") else value

    def _settings(self, value):
        """A dict of the configuration, in which nothing is elsewhere."""
        return {key: self._looked_up(each) for key, each in self._looked_up(value).items()}

    def configure_custom(self, config):
        """An object that a factory makes."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop(".", None)
        made = factory(**{key: self.convert(config[key]) for key in config if valid_ident(key)})
        if attributes:
            for name, value in attributes.items():
                setattr(made, name, value)
        return made


class DictConfigurator(BaseConfigurator):
    """Does what a dict says."""

    def configure(self):
        config = self._settings(self.config)
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        if config.pop("incremental", False):
            self._configure_incrementally(config)
            return
        disables = config.pop("disable_existing_loggers", True)
        forget_handlers()
        self._formatters = self._each(config.get("formatters", {}), self.configure_formatter, "formatter")
        self._filters = self._each(config.get("filters", {}), self.configure_filter, "filter")
        self._handlers = self._configure_handlers(config.get("handlers", {}))
        self._configure_loggers(config.get("loggers", {}), disables)
        root = config.get("root", None)
        if root:
            try:
                self._configure_logger(logging.getLogger(), self._settings(root))
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _each(self, section, configure, kind):
        made = {}
        for name in section:
            try:
                made[name] = configure(self._settings(section[name]))
            except Exception as error:
                raise ValueError("Unable to configure %s %r" % (kind, name)) from error
        return made

    def _configure_incrementally(self, config):
        for name, handler in config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError("No handler found with name %r" % name)
            level = handler.get("level", None)
            if level:
                logging._handlers[name].setLevel(logging._checkLevel(level))
        for name, logger in config.get("loggers", {}).items():
            self._configure_level(logging.getLogger(name), logger)
            if logger.get("propagate", None) is not None:
                logging.getLogger(name).propagate = logger["propagate"]
        root = config.get("root", None)
        if root:
            self._configure_level(logging.getLogger(), root)

    def _configure_handlers(self, section):
        """Those that refer to others come after those."""
        made = {}
        deferred = []
        names = sorted(section)
        self._handlers = made
        for name in names + deferred:
            self._configure_named_handler(section, name, made, deferred)
        for name in deferred:
            self._configure_named_handler(section, name, made, None)
        return made

    def _configure_named_handler(self, section, name, made, deferred):
        try:
            handler = self.configure_handler(self._settings(section[name]))
            handler.name = name
            made[name] = handler
        except Exception as error:
            if deferred is not None and " not configured yet" in str(error.__cause__):
                deferred.append(name)
            else:
                raise ValueError("Unable to configure handler %r" % name) from error

    def configure_formatter(self, config):
        """A formatter from a dict."""
        if "()" in config:
            try:
                return self.configure_custom(dict(config))
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                config["fmt"] = config.pop("format")
                return self.configure_custom(config)
        fmt = config.get("format", None)
        dates = config.get("datefmt", None)
        style = config.get("style", "%")
        defaults = config.get("defaults", None)
        cls = config.get("class", None)
        make = logging.Formatter if not cls else self.resolve(cls) if isinstance(cls, str) else cls
        keywords = {} if defaults is None else {"defaults": defaults}
        if "validate" in config:
            return make(fmt, dates, style, config["validate"], **keywords)
        return make(fmt, dates, style, **keywords)

    def configure_filter(self, config):
        """A filter from a dict."""
        if "()" in config:
            return self.configure_custom(config)
        return logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        """Gives a handler or logger filters, by name or as they are."""
        for each in filters:
            try:
                if callable(each) or callable(getattr(each, "filter", None)):
                    filterer.addFilter(each)
                else:
                    filterer.addFilter(self._filters[each])
            except Exception as error:
                raise ValueError("Unable to add filter %r" % each) from error

    def configure_handler(self, config):
        """A handler from a dict."""
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self._formatters[formatter]
            except Exception as error:
                raise ValueError("Unable to set formatter %r" % formatter) from error
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        attributes = None
        if "()" in config:
            handler = self.configure_custom(config)
        else:
            attributes = config.pop(".", None)
            handler = self._make_handler(config)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        if attributes:
            for name, value in attributes.items():
                setattr(handler, name, value)
        return handler

    def _make_handler(self, config):
        cls = config.pop("class", None)
        make = cls if callable(cls) else self.resolve(cls)
        if isinstance(make, type) and issubclass(make, logging.handlers.MemoryHandler):
            if "flushLevel" in config:
                config["flushLevel"] = logging._checkLevel(config["flushLevel"])
            if "target" in config:
                try:
                    target = self._handlers.get(config["target"])
                    if not isinstance(target, logging.Handler):
                        raise TypeError("target not configured yet")
                    config["target"] = target
                except Exception as error:
                    raise ValueError("Unable to set target handler %r" % config["target"]) from error
        if isinstance(make, type) and issubclass(make, logging.handlers.QueueHandler):
            self._prepare_queue(config)
            make = functools.partial(_with_listener, make)
        keywords = {key: self.convert(config[key]) for key in config if valid_ident(key)}
        try:
            return make(**keywords)
        except TypeError as error:
            if "'stream'" not in str(error):
                raise
            keywords["strm"] = keywords.pop("stream")
            return make(**keywords)

    def _prepare_queue(self, config):
        """Puts objects in the place of what describes a queue, its listener and its handlers."""
        if "queue" in config:
            config["queue"] = self._made_queue(config["queue"])
        if "listener" in config:
            config["listener"] = self._listener_class(config["listener"])
        if "handlers" in config:
            config["handlers"] = [self._configured(name) for name in config["handlers"]]

    def _made_queue(self, described):
        if isinstance(described, str):
            make = self.resolve(described)
            if not callable(make):
                raise TypeError("Invalid queue specifier %r" % described)
            return make()
        if isinstance(described, dict):
            if "()" not in described:
                raise TypeError("Invalid queue specifier %r" % described)
            return self.configure_custom(dict(described))
        if not all([callable(getattr(described, name, None)) for name in _QUEUE_METHODS]):
            raise TypeError("Invalid queue specifier %r" % described)
        return described

    def _listener_class(self, described):
        listener = described
        if isinstance(described, str):
            listener = self.resolve(described)
        elif isinstance(described, dict):
            if "()" not in described:
                raise TypeError("Invalid listener specifier %r" % described)
            listener = self.configure_custom(dict(described))
        is_other = isinstance(listener, type) and not issubclass(listener, logging.handlers.QueueListener)
        if is_other or not callable(listener):
            raise TypeError("Invalid listener specifier %r" % described)
        return listener

    def _configured(self, name):
        try:
            handler = self._handlers.get(name)
            if not isinstance(handler, logging.Handler):
                raise TypeError("Required handler %r is not configured yet" % name)
            return handler
        except Exception as error:
            raise ValueError("Unable to set required handler %r" % name) from error

    def _configure_loggers(self, section, disables):
        existing = sorted(logging.root.manager.loggerDict)
        section = self._settings(section)
        for name in section:
            try:
                logger = logging.getLogger(name)
                settings = self._settings(section[name])
                self._configure_logger(logger, settings)
                if settings.get("propagate", None) is not None:
                    logger.propagate = settings["propagate"]
            except Exception as error:
                raise ValueError("Unable to configure logger %r" % name) from error
        settle_existing(existing, section, disables)

    def _configure_level(self, logger, config):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))

    def _configure_logger(self, logger, config):
        logger.disabled = False
        self._configure_level(logger, config)
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get("handlers", None) or ():
            try:
                logger.addHandler(self._handlers[name])
            except Exception as error:
                raise ValueError("Unable to add handler %r" % name) from error
        filters = config.get("filters", None)
        if filters:
            self.add_filters(logger, filters)


def _with_listener(make, **settings):
    """A queue's handler, and the listener that gives other handlers what's in the queue."""
    records = settings.pop("queue", None)
    if records is None:
        records = queue.Queue()
    respects = settings.pop("respect_handler_level", False)
    make_listener = settings.pop("listener", logging.handlers.QueueListener)
    listener = make_listener(records, *settings.pop("handlers", []), respect_handler_level=respects)
    handler = make(records, **settings)
    handler.listener = listener
    return handler


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configures logging as a dict says."""
    dictConfigClass(dict(config)).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Configures logging as a file says, or an open one, or a parser that has read it."""
    configure_from(parser_of(fname, defaults, encoding), disable_existing_loggers)
