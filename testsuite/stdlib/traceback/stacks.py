# The stack of running functions as text and as entries.
import io
import sys
import traceback
from traceback import extract_stack, format_stack


def innermost(kind):
    if kind == "print":
        traceback.print_stack()
    elif kind == "limited":
        traceback.print_stack(limit=2)
    elif kind == "entries":
        for entry in extract_stack():
            print(entry.name, entry.lineno, entry.line, entry.filename.endswith("stacks.py"))
    elif kind == "texts":
        texts = format_stack(limit=1)
        print(len(texts), texts[0].splitlines()[1])
    elif kind == "walk":
        print([(frame.f_code.co_name, line) for frame, line in traceback.walk_stack(sys._getframe())])
    elif kind == "frame":
        print([entry.name for entry in traceback.extract_stack(sys._getframe(1))])


class Machine:
    def run(self, kind):
        return innermost(kind)


def outer(kind):
    Machine().run(kind)


for kind in ("print", "limited", "entries", "texts", "walk", "frame"):
    print("#", kind)
    outer(kind)


def recursive(depth):
    if depth:
        recursive(depth - 1)
    else:
        traceback.print_stack()


recursive(6)

try:
    outer(kind := 1 / 0)
except ZeroDivisionError as error:
    print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(error.__traceback__)])
try:
    traceback.print_last()
except ValueError as error:
    print(error)
summary = traceback.StackSummary.extract(traceback.walk_stack(sys._getframe()), limit=1)
print(len(summary), summary[0].name)
stream = io.StringIO()
traceback.print_stack(file=stream)
print(stream.getvalue().count("\n"))
