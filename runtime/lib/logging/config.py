"""Loggers, handlers and formatters as a dict describes them."""

import logging
import logging.handlers
import re
import sys


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
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        if config.pop("incremental", False):
            self._configure_incrementally(config)
            return
        disables = config.pop("disable_existing_loggers", True)
        logging._handlers.clear()
        del logging._handlerList[:]
        self._formatters = self._each(config.get("formatters", {}), self.configure_formatter, "formatter")
        self._filters = self._each(config.get("filters", {}), self.configure_filter, "filter")
        self._handlers = self._configure_handlers(config.get("handlers", {}))
        self._configure_loggers(config.get("loggers", {}), disables)
        root = config.get("root", None)
        if root:
            try:
                self._configure_logger(logging.getLogger(), root)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _each(self, section, configure, kind):
        made = {}
        for name in section:
            try:
                made[name] = configure(dict(section[name]))
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
            handler = self.configure_handler(dict(section[name]))
            handler.name = name
            made[name] = handler
        except Exception as error:
            if deferred is not None and "target not configured yet" in str(error.__cause__):
                deferred.append(name)
            else:
                raise ValueError("Unable to configure handler %r" % name) from error

    def configure_formatter(self, config):
        """A formatter from a dict."""
        if "()" in config:
            factory = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                config["fmt"] = config.pop("format")
                config["()"] = factory
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
        keywords = {key: self.convert(config[key]) for key in config if valid_ident(key)}
        try:
            return make(**keywords)
        except TypeError as error:
            if "'stream'" not in str(error):
                raise
            keywords["strm"] = keywords.pop("stream")
            return make(**keywords)

    def _configure_loggers(self, section, disables):
        manager = logging.root.manager
        existing = sorted(manager.loggerDict.keys())
        children = set()
        for name in section:
            if name in existing:
                prefix = name + "."
                children.update([each for each in existing if each.startswith(prefix)])
                existing.remove(name)
            try:
                logger = logging.getLogger(name)
                self._configure_logger(logger, section[name])
                if section[name].get("propagate", None) is not None:
                    logger.propagate = section[name]["propagate"]
            except Exception as error:
                raise ValueError("Unable to configure logger %r" % name) from error
        for name in existing:
            logger = manager.loggerDict[name]
            if name not in children:
                logger.disabled = disables
            elif isinstance(logger, logging.Logger):
                # It leaves all to the one above, which is configured.
                logger.setLevel(logging.NOTSET)
                logger.handlers, logger.propagate = [], True

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


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configures logging as a dict says."""
    dictConfigClass(dict(config)).configure()
