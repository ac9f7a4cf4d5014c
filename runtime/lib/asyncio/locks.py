"""Barrier, and the other locks under their module's name."""

from asyncio import BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, Semaphore

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class Barrier:
    """Lets tasks go on once a number of them wait."""

    # The phases of a barrier's life, by the names that its repr shows.
    _FILLING, _DRAINING, _RESETTING, _BROKEN = "filling", "draining", "resetting", "broken"

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition()
        self._parties = parties
        self._phase = Barrier._FILLING
        self._count = 0

    def __repr__(self):
        text = self._phase
        if not self.broken:
            text += f", waiters:{self.n_waiting}/{self.parties}"
        return f"<asyncio.locks.{type(self).__name__} object at {id(self):#x} [{text}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Waits for the others; gives each of those that go on a number of its own, from 0."""
        async with self._cond:
            await self._block()
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._phase = Barrier._DRAINING
                    self._cond.notify_all()
                else:
                    await self._wait()
                return index
            finally:
                self._count -= 1
                self._leave()

    async def _block(self):
        # Those who come while others still leave wait for their turn.
        await self._cond.wait_for(lambda: self._phase not in (Barrier._DRAINING, Barrier._RESETTING))
        if self._phase is Barrier._BROKEN:
            raise BrokenBarrierError("Barrier aborted")

    async def _wait(self):
        await self._cond.wait_for(lambda: self._phase is not Barrier._FILLING)
        if self._phase in (Barrier._BROKEN, Barrier._RESETTING):
            raise BrokenBarrierError("Abort or reset of barrier")

    def _leave(self):
        if self._count == 0:
            if self._phase in (Barrier._RESETTING, Barrier._DRAINING):
                self._phase = Barrier._FILLING
            self._cond.notify_all()

    async def reset(self):
        """Sends those who wait away with BrokenBarrierError."""
        async with self._cond:
            if self._count > 0:
                if self._phase is not Barrier._RESETTING:
                    self._phase = Barrier._RESETTING
            else:
                self._phase = Barrier._FILLING
            self._cond.notify_all()

    async def abort(self):
        """Breaks the barrier: whoever waits, now or later, gets BrokenBarrierError."""
        async with self._cond:
            self._phase = Barrier._BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        """How many tasks it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many tasks wait."""
        return self._count if self._phase is Barrier._FILLING else 0

    @property
    def broken(self):
        return self._phase is Barrier._BROKEN
