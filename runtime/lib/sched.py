"""A scheduler of events, which are functions to call at a time."""

import heapq
import itertools
import time
from collections import namedtuple

__all__ = ["scheduler"]

_sentinel = object()


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    """What's to be called, and when."""

    __slots__ = ()


class scheduler:
    """Calls events in the order of their times, then priorities, then of being entered."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._sequence_generator = itertools.count()
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        """A new event at an absolute time."""
        if kwargs is _sentinel:
            kwargs = {}
        event = Event(time, priority, next(self._sequence_generator), action, argument, kwargs)
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        """A new event after a delay."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event away; ValueError where it isn't there."""
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        """Whether no event is left."""
        return not self._queue

    def run(self, blocking=True):
        """Calls all events, each at its time; without `blocking` those that are due, and gives the time until the next one."""
        while self._queue:
            time, priority, sequence, action, argument, kwargs = self._queue[0]
            now = self.timefunc()
            if time > now:
                if not blocking:
                    return time - now
                self.delayfunc(time - now)
                continue
            heapq.heappop(self._queue)
            action(*argument, **kwargs)
            # Other threads may run.
            self.delayfunc(0)
        return None

    @property
    def queue(self):
        """The events in the order in which they'll be called."""
        events = self._queue[:]
        return list(map(heapq.heappop, [events] * len(events)))
