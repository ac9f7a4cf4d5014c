"""The first value that an `asend()` is sent by hand takes the place of its own; tracebacks that are thrown along with an exception."""
import sys


async def echo():
    got = yield "begun"
    while True:
        print("got", got)
        got = yield got


def driven(step, value):
    try:
        step.send(value)
    except StopIteration as end:
        return end.value


values = echo()
print(driven(values.asend(None), None))
print(driven(values.asend("given"), None))
print(driven(values.asend("given"), "sent"))
print(driven(values.asend(None), 5))
step = values.asend("used once")
print(driven(step, "now"))
try:
    step.send("again")
except RuntimeError as error:
    print(error)
try:
    driven(echo().asend(None), "too early")
except TypeError as error:
    print(error)


def fail():
    raise LookupError("far away")


def holder():
    try:
        yield
    except LookupError as error:
        names = []
        entry = error.__traceback__
        while entry is not None:
            names.append(entry.tb_frame.f_code.co_name)
            entry = entry.tb_next
        yield names


try:
    fail()
except LookupError as error:
    traceback = error.__traceback__
held = holder()
next(held)
print(held.throw(LookupError, LookupError("anew"), traceback))
held = holder()
next(held)
print(held.throw(LookupError("anew")))
