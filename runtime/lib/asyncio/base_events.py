"""The event loop, under its module's name, and the logger that its reports go to."""

from _support import give_get_logger
from asyncio import BaseEventLoop
from asyncio.log import logger

__all__ = ("BaseEventLoop",)

# Who replaces this module's logger gets the reports.
give_get_logger(lambda name: logger)
