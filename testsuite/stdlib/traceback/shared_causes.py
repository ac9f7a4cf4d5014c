"""Exceptions that hang on several others of a group are shown once: those that were found last look first, as CPython's traceback does."""
import re
import traceback


def failed(text):
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def show(exception):
    try:
        raise exception
    except BaseException as error:
        print(re.sub('".*/', '"', "".join(traceback.format_exception(error))))


try:
    raise KeyError("shared")
except KeyError:
    during = [failed(1), failed(2)]
    show(ExceptionGroup("all in one handler", during))
third, fourth = failed(3), failed(4)
cause = failed("cause")
third.__cause__ = fourth.__cause__ = cause
show(ExceptionGroup("two of one cause", [third, fourth]))
show(ExceptionGroup("nested second", [third, ExceptionGroup("inner", [fourth, failed(5)])]))
show(ExceptionGroup("nested first", [ExceptionGroup("inner", [fourth, failed(5)]), third]))
show(ExceptionGroup("twice", [third, third]))
sixth = failed(6)
sixth.__context__, third.__context__ = third, fourth
fourth.__cause__, fourth.__context__ = None, cause
show(ExceptionGroup("chain", [sixth, fourth, third]))
seventh, ninth = failed(7), failed(9)
seventh.__cause__ = ExceptionGroup("as a cause", [cause, failed(8)])
ninth.__context__ = cause
show(seventh)
show(ExceptionGroup("last", [seventh, ninth]))
made = traceback.TracebackException.from_exception(ExceptionGroup("made", [seventh, ninth]))
print(made.exceptions[0].__cause__ is None, made.exceptions[1].__context__ is None)
raise ExceptionGroup("uncaught", [third, ExceptionGroup("inner", [fourth, third])])
