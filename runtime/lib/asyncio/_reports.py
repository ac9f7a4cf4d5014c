"""What connections have to tell: to asyncio's logger where the program imports `logging`; else as logging does that nobody has configured."""

import sys

import _asyncio


def debug(text, *args, **options):
    logger = _asyncio.logger()
    if logger is not None:
        logger.debug(text, *args, **options)


def info(text, *args):
    logger = _asyncio.logger()
    if logger is not None:
        logger.info(text, *args)


def warning(text, *args):
    logger = _asyncio.logger()
    if logger is not None:
        logger.warning(text, *args)
    else:
        print(text % args if args else text, file=sys.stderr)


def error(text, *args):
    logger = _asyncio.logger()
    if logger is not None:
        logger.error(text, *args)
    else:
        print(text % args if args else text, file=sys.stderr)
