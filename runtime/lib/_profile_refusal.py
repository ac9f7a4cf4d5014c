"""What the modules of profilers say: there's none in compiled programs."""


def refuse(*args, **kwargs):
    raise NotImplementedError("aiocc has no profiler: a compiled program is native code, which perf and others measure (aiocc build -g)")


class Refusing:
    """A profiler that can't be made."""

    def __init__(self, *args, **kwargs):
        refuse()
