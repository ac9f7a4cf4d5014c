"""Suspended generators that a failing function's variables hold are closed when the exception dies, behind its handler."""


def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


def fails(argument):
    first = numbers("variable")
    next(first)
    next(argument)
    raise ValueError("failed")


class Holder:
    def method(self):
        held = [numbers("in a list")]
        next(held[0])
        fails(numbers("argument"))


def handles():
    try:
        Holder().method()
    except ValueError as error:
        print("caught", error)
    print("behind the handler")


handles()
try:
    fails(numbers("kept"))
except ValueError as error:
    kept = error
print("still there")
del kept
print("end")
