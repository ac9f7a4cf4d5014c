# contextlib without coroutines: managers from generators, stacks, suppressing, redirecting, and who sees which exception.
import os
import pathlib
import sys
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, chdir, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress


@contextmanager
def tag(name, swallow=None):
    "A tag."
    print(f"<{name}>")
    try:
        yield name.upper()
    except swallow or () as e:
        print("swallowed", type(e).__name__, e)
    finally:
        print(f"</{name}>")


with tag("a") as upper, tag("b"):
    print(upper)
with tag("c", ValueError):
    raise ValueError("in c")
try:
    with tag("d", KeyError):
        raise ValueError("through d")
except ValueError as e:
    print("out", e, e.__context__)


@tag("deco")
def work(x):
    "Works."
    print("work", x)
    return x * 2


print(work(2), work(3), work.__name__, work.__doc__, tag.__name__, tag.__doc__, tag("q").__doc__)


@contextmanager
def none():
    if False:
        yield


@contextmanager
def two():
    yield 1
    yield 2


@contextmanager
def stubborn():
    try:
        yield
    except ValueError:
        yield


@contextmanager
def replaces():
    try:
        yield
    except ValueError as e:
        raise KeyError("new") from e


@contextmanager
def stops():
    yield


for make, error in [(none, None), (two, None), (stubborn, ValueError("x")), (replaces, ValueError("y")), (stops, StopIteration("s")), (stops, RuntimeError("r"))]:
    try:
        with make():
            if error:
                raise error
        print(make.__name__, "fine")
    except Exception as e:
        print(make.__name__, type(e).__name__, e, "cause", repr(e.__cause__), "context", repr(e.__context__))


class Text:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def getvalue(self):
        return self.text

    def flush(self):
        pass


class Thing:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("close", self.name)


class Manager(ContextDecorator, AbstractContextManager):
    def __exit__(self, *exc):
        print("exit", exc[0])
        return exc[0] is KeyError


@Manager()
def fails(error):
    raise error


with closing(Thing("t")) as t, nullcontext(5) as five, suppress(ZeroDivisionError, KeyError):
    print(t.name, five)
    1 / 0
print(fails(KeyError()), isinstance(Manager(), AbstractContextManager), issubclass(Thing, AbstractContextManager))
try:
    fails(ValueError("v"))
except ValueError as e:
    print("still", e)
out, err = Text(), Text()
with redirect_stdout(out), redirect_stderr(err):
    print("hidden")
    print("error", file=sys.stderr)
    with redirect_stdout(err):
        print("to err")
print(repr(out.getvalue()), repr(err.getvalue()))


class Loud:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value)
        if self.fail:
            raise self.fail
        return self.swallow


with ExitStack() as stack:
    print(stack.enter_context(Loud("1")), stack.push(Loud("pushed")).name)
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *exc: print("raw", exc[0]))

    @stack.callback
    def late():
        print("late")
print("--")
with ExitStack() as stack:
    stack.enter_context(Loud("outer", swallow=True))
    stack.enter_context(Loud("inner", fail=KeyError("from exit")))
    raise ValueError("body")
try:
    with ExitStack() as stack:
        stack.enter_context(Loud("o"))
        stack.enter_context(Loud("i", fail=KeyError("from exit")))
        raise ValueError("body")
except KeyError as e:
    print(repr(e), repr(e.__context__))
with ExitStack() as stack:
    stack.callback(print, "kept")
    kept = stack.pop_all()
print("nothing yet")
kept.close()
kept.close()
for bad in [lambda: ExitStack().enter_context(5), lambda: ExitStack().__enter__().enter_context(Thing("x"))]:
    try:
        bad()
    except TypeError as e:
        print(e)

before = os.getcwd()
with chdir("/"):
    print(os.getcwd())
    with chdir(pathlib.Path("/usr")):
        print(os.getcwd())
    print(os.getcwd())
again = chdir("/usr")
with again, again:
    print(os.getcwd(), again.path)
try:
    with chdir("/"):
        raise KeyError("inside")
except KeyError:
    print(os.getcwd() == before)
for wrong in ("/nowhere/at/all", 1.5):
    try:
        with chdir(wrong):
            print("not here")
    except (OSError, TypeError) as error:
        print(type(error).__name__)
