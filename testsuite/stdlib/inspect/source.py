"""Where definitions stand, and their text."""
import functools
import inspect
import os


# What the next one is for:
# nothing.
def decorated(function):
    @functools.wraps(function)
    def wrapper(*args):
        # A comment at the left of what follows.
    # Like this.
        return function(*args)

    return wrapper


@decorated
def text(value, other=(1,
                       2)):
    """A docstring
that begins at the margin."""
    lines = """first
second (
"""

    return [
        value,
        lines, ']"',
    ]


def short(): return 1


class Outer:
    """Has another one."""

    limit = 3

    class Inner:
        @property
        def value(self):
            return {
                "a": 1,
            }

        async def wait(self):
            pass

    def after(self): pass


double = lambda x: x * 2

for each in (decorated, text, short, Outer, Outer.Inner, Outer.Inner.value.fget, Outer.Inner.wait, Outer().after, double):
    lines, first = inspect.getsourcelines(each)
    print(first, len(lines))
    print("".join(lines) == inspect.getsource(each), lines)
print(repr(inspect.getcomments(decorated)), inspect.getcomments(short))
print(os.path.basename(inspect.getfile(text)), os.path.basename(inspect.getsourcefile(Outer)))

for wrong in (5, len, int):
    try:
        inspect.getsource(wrong)
    except TypeError as error:
        print("TypeError", error)


def fails(number):
    return 1 // number


try:
    fails(0)
except ZeroDivisionError as error:
    for info in inspect.trace():
        print(os.path.basename(info.filename), info.lineno, info.function, info.code_context, info.index)
    inner = inspect.getinnerframes(error.__traceback__, 3)[-1]
    print(inner[2:], inner.positions)
    found = inspect.getframeinfo(error.__traceback__)
    print(found.function, found.lineno, found.positions.lineno)
