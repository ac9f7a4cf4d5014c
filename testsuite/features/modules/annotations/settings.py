"""Asks for its own annotations before it has made one."""
__annotations__["first"] = 1


class Options:
    __annotations__["second"] = 2
    third: int = 3


last: bool = True
