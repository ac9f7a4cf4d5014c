"""How objects that go to other processes are pickled.

Left out: passing descriptors to processes that run already.
"""

import copyreg
import io
import pickle

__all__ = ["ForkingPickler", "dump", "register"]


class ForkingPickler(pickle.Pickler):
    """The pickler of connections and queues."""

    _extra_reducers = {}

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = copyreg.dispatch_table.copy()
        self.dispatch_table.update(self._extra_reducers)

    @classmethod
    def register(cls, type, reduce):
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        buffer = io.BytesIO()
        cls(buffer, protocol).dump(obj)
        return buffer.getbuffer()

    loads = pickle.loads


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    ForkingPickler(file, protocol).dump(obj)
