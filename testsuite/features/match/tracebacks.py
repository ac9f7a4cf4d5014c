# Where tracebacks place what class patterns raise: as calls, unless `as` stands in them.
import sys
import traceback


class Plain:
    pass


class Odd:
    __match_args__ = "x"


def positional(value):
    match value:
        case Plain(1):
            pass


def nested(value):
    match value:
        case [Plain(), *_] | Plain({"k": -1}, y=None | (2, *_)):
            pass


def with_as(value):
    match value:
        case Plain(int() as n):
            pass


def dotted(value):
    match value:
        case int() | sys.stdout("x", "y"):
            pass


def odd(value):
    match value:
        case Odd(
            1
        ) if value:
            pass


for function, value in (positional, Plain()), (nested, Plain()), (with_as, Plain()), (dotted, ""), (odd, Odd()):
    try:
        function(value)
    except TypeError:
        print(traceback.format_exc().replace(__file__, "tracebacks.py"))
