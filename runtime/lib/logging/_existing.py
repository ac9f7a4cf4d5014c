"""What becomes of loggers and handlers that are there when a configuration comes."""

import logging


def forget_handlers():
    """Ends all handlers."""
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def settle_existing(existing, configured, disables):
    """Loggers that a configuration doesn't name leave all to one above that it names; the others are disabled, if they're to be."""
    above = [name + "." for name in configured if name in existing]
    for name in existing:
        if name in configured:
            continue
        logger = logging.root.manager.loggerDict[name]
        if not any([name.startswith(prefix) for prefix in above]):
            logger.disabled = disables
        elif isinstance(logger, logging.Logger):
            logger.setLevel(logging.NOTSET)
            logger.handlers, logger.propagate = [], True
