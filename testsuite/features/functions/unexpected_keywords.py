# Keywords that a class or function written in C doesn't have: what may have been meant, and what else is wrong, is told as CPython does.
import collections
import itertools
import struct

cases = [lambda: int("1", bas=2), lambda: str(b"", encodng="a"), lambda: bytes("", encodng="a"), lambda: bytearray(sorce=1),
         lambda: collections.deque([], maxle=1), lambda: enumerate([], strat=1), lambda: zip([], strickt=True), lambda: property(fgt=1),
         lambda: ImportError("x", nam=1), lambda: AttributeError(objs=1), lambda: complex(rael=1),
         lambda: itertools.batched([], m=1), lambda: struct.Struct(fromat="a"), lambda: "a".split(seb=","), lambda: open("x", mod="r"),
         lambda: sum([], strt=1), lambda: pow(2, 3, mods=1), lambda: pow(2, mods=1), lambda: collections.OrderedDict().move_to_end(lst=1),
         lambda: int("1", xyz=2), lambda: enumerate(), lambda: enumerate([], 1, 2)]
for number, case in enumerate(cases):
    try:
        print(number, case())
    except TypeError as error:
        print(number, error)
