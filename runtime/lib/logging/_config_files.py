"""Configurations in files of sections: `[logger_root]`, `[handler_console]`, `[formatter_plain]`."""

import configparser
import io
import os

import logging
import logging.handlers
from logging._existing import forget_handlers, settle_existing
from logging._expressions import evaluate, resolve


def parser_of(source, defaults, encoding):
    """A parser that has read the configuration; RuntimeError for one that is none."""
    if isinstance(source, configparser.RawConfigParser):
        return source
    if isinstance(source, str):
        if not os.path.exists(source):
            raise FileNotFoundError(f"{source} doesn't exist")
        if not os.path.getsize(source):
            raise RuntimeError(f"{source} is an empty file")
    parser = configparser.ConfigParser(defaults)
    try:
        if hasattr(source, "readline"):
            parser.read_file(source)
        else:
            parser.read(source, encoding=io.text_encoding(encoding))
    except configparser.ParsingError as error:
        raise RuntimeError(f"{source} is invalid: {error}")
    return parser


def configure_from(parser, disables):
    """Does what the sections say."""
    formatters = {name: _formatter(parser, "formatter_" + name) for name in _names(parser["formatters"]["keys"])}
    with logging._lock:
        forget_handlers()
        handlers = _handlers(parser, formatters)
        _configure_loggers(parser, handlers, disables)


def _names(text):
    return [name.strip() for name in text.split(",") if name.strip()]


def _formatter(parser, section):
    def raw(option, fallback=None):
        return parser.get(section, option, raw=True, fallback=fallback)

    name = parser[section].get("class")
    make = resolve(name) if name else logging.Formatter
    defaults = raw("defaults")
    keywords = {} if defaults is None else {"defaults": evaluate(defaults)}
    return make(raw("format"), raw("datefmt"), raw("style", "%"), **keywords)


def _handlers(parser, formatters):
    handlers, targets = {}, {}
    for name in _names(parser["handlers"]["keys"]):
        section = parser["handler_" + name]
        make = _handler_class(section["class"])
        handler = make(*evaluate(section.get("args", "()")), **evaluate(section.get("kwargs", "{}")))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        formatter = section.get("formatter", "")
        if formatter:
            handler.setFormatter(formatters[formatter])
        if issubclass(make, logging.handlers.MemoryHandler) and section.get("target", ""):
            targets[handler] = section["target"]
        handlers[name] = handler
    for handler, target in targets.items():
        handler.setTarget(handlers[target])
    return handlers


def _handler_class(name):
    """The class, whose name begins in the module logging or with a module's."""
    try:
        return evaluate(name)
    except (AttributeError, NameError):
        return resolve(name)


def _give_handlers(logger, section, handlers):
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _names(section["handlers"]):
        logger.addHandler(handlers[name])


def _configure_loggers(parser, handlers, disables):
    names = _names(parser["loggers"]["keys"])
    names.remove("root")
    root = parser["logger_root"]
    if "level" in root:
        logging.root.setLevel(root["level"])
    _give_handlers(logging.root, root, handlers)
    existing = sorted(logging.root.manager.loggerDict)
    configured = []
    for section in [parser["logger_" + name] for name in names]:
        logger = logging.getLogger(section["qualname"])
        configured.append(logger.name)
        if "level" in section:
            logger.setLevel(section["level"])
        _give_handlers(logger, section, handlers)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = 0
    settle_existing(existing, configured, disables)
