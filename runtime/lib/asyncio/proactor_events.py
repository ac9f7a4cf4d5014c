"""Event loops over completions, which there are on Windows only."""

from asyncio import SelectorEventLoop

__all__ = ("BaseProactorEventLoop",)


class BaseProactorEventLoop(SelectorEventLoop):
    """What no loop on this system is."""

    def __init__(self, proactor):
        raise NotImplementedError("there are no proactors on this system")
