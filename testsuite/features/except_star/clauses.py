# `except*`: which clause gets what, what goes on, and the methods of groups.
import asyncio
import sys


def leaves(exception):
    if isinstance(exception, BaseExceptionGroup):
        return [leaves(each) for each in exception.exceptions]
    return repr(exception)


def describe(exception):
    return f"{type(exception).__name__}({exception}) {leaves(exception)} context={exception.__context__!r} cause={exception.__cause__!r}"


def group(*exceptions, message="group"):
    return ExceptionGroup(message, list(exceptions))


def sort_out(exception):
    seen = []
    try:
        try:
            raise exception
        except* ValueError as error:
            seen.append(("value", leaves(error), str(error), sys.exception() is error))
        except* (TypeError, KeyError) as error:
            seen.append(("type or key", leaves(error)))
        except* OSError:
            seen.append(("os", leaves(sys.exception())))
            raise RuntimeError("from the handler")
        else:
            seen.append("nothing raised")
        finally:
            seen.append("finally")
        try:
            error
        except UnboundLocalError:
            seen.append("unbound")
    except BaseException as rest:
        seen.append(describe(rest))
    return seen


class Tagged(ExceptionGroup):
    def __new__(cls, message, exceptions, tag):
        made = super().__new__(cls, message, exceptions)
        made.tag = tag
        return made

    def derive(self, exceptions):
        return Tagged(self.message, exceptions, self.tag)


def reraise(how):
    try:
        try:
            raise group(ValueError(1), TypeError(2), group(ValueError(3), KeyError(4), message="inner"))
        except* ValueError as error:
            if how == "bare":
                raise
            if how == "same":
                raise error
            if how == "new":
                raise LookupError("new") from error
            if how == "group":
                raise group(error, OSError(5), message="made")
        except* KeyError:
            if how == "bare":
                raise
            if how == "second":
                raise ArithmeticError("second")
    except BaseException as rest:
        return describe(rest)
    return "nothing left"


def bad_clauses():
    for classes in (ExceptionGroup, 5, (ValueError, BaseExceptionGroup), (ValueError, "text")):
        try:
            try:
                raise group(ValueError(1))
            except* classes:
                print("not here")
        except TypeError as error:
            print(error, "|", repr(error.__context__))


def nested():
    try:
        try:
            raise group(ValueError(1), TypeError(2), OSError(3))
        except* ValueError:
            try:
                raise group(KeyError("k"), IndexError("i"))
            except* KeyError as inner:
                print("inner", leaves(inner), repr(inner.__context__))
        except* TypeError:
            print("type")
    except* (IndexError, OSError) as outer:
        print("outer", leaves(outer))


def methods():
    whole = group(ValueError("a"), group(TypeError("b"), ValueError("c"), message="inner"), KeyError("d"))
    whole.add_note("a note")
    whole.__cause__ = OSError("cause")
    for wanted in (ValueError, (TypeError, KeyError), lambda e: "b" in str(e), ZeroDivisionError, ExceptionGroup):
        match, rest = whole.split(wanted)
        print(match and leaves(match), rest and leaves(rest), whole.subgroup(wanted) and leaves(whole.subgroup(wanted)))
    part = whole.subgroup(KeyError)
    print(part.message, part.exceptions, part.__notes__, part.__notes__ is whole.__notes__, repr(part.__cause__), part.__suppress_context__)
    for bad in (5, "ValueError", (ValueError, 5), int):
        try:
            whole.split(bad)
        except TypeError as error:
            print(error)
    for arguments in ((), ("m",), ("m", []), (5, [ValueError()]), ("m", [5]), ("m", 5), ("m", {ValueError()}), ("m", [KeyboardInterrupt()])):
        try:
            print(repr(ExceptionGroup(*arguments)))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    print(repr(BaseExceptionGroup("b", [ValueError(1)])), repr(BaseExceptionGroup("b", (ValueError(1), KeyboardInterrupt()))))
    print(repr(whole.derive([OSError(1)])), type(whole.derive([SystemExit(1)])).__name__)
    tagged = Tagged("tagged", [ValueError(1), TypeError(2)], "red")
    value, other = tagged.split(ValueError)
    print(type(value).__name__, value.tag, other.tag, str(other))
    print(ExceptionGroup.__mro__, issubclass(ExceptionGroup, Exception), str(whole))


async def fail(error):
    await asyncio.sleep(0)
    raise error


async def in_tasks():
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(fail(ValueError("first")))
            tasks.create_task(fail(TypeError("second")))
    except* ValueError as error:
        print("value", leaves(error))
        await asyncio.sleep(0)
    except* TypeError as error:
        print("type", leaves(error), error.message)
        try:
            await fail(KeyError("in the handler"))
        except KeyError as inner:
            print(repr(inner), repr(inner.__context__))


for exception in (None, ValueError("plain"), OSError("plain"), LookupError("unmatched"), group(ValueError(1)), group(ValueError(1), OSError(2), LookupError(3)),
                  group(group(TypeError(1), ValueError(2)), KeyError(3), group(group(ZeroDivisionError(4)))), BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])):
    if exception is None:
        try:
            pass
        except* ValueError:
            print("no")
        else:
            print("else")
        continue
    print(*sort_out(exception), sep="\n  ")
for how in ("bare", "same", "new", "group", "second", "nothing"):
    print(how, reraise(how))
bad_clauses()
nested()
methods()
asyncio.run(in_tasks())
