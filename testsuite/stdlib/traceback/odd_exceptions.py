# Exceptions whose notes or module aren't what they should be, and the class that a TracebackException no longer tells.
import traceback
import warnings


class Bad:
    def __str__(self):
        raise ValueError("no text")

    def __repr__(self):
        raise ValueError("no text")


def lines_of(error):
    made = traceback.TracebackException.from_exception(error)
    return list(made.format_exception_only()), made.exc_type_str


for notes in (5, "text", [Bad(), "two\nlines"], ["a", 1], Bad(), (), None):
    error = ValueError("x")
    error.__notes__ = notes
    print(lines_of(error))


class NotesFail(Exception):
    @property
    def __notes__(self):
        raise ValueError("no notes")


print(traceback.TracebackException.from_exception(NotesFail()).__notes__)


print(lines_of(NotesFail("text")))

inner = ValueError("B\n\n2\n")
inner.add_note("\nC\n3")
outer = ExceptionGroup("A\n1", [inner, SyntaxError("s"), ExceptionGroup("g", [KeyError("k\n")])])
outer.add_note("outer")
for show_group in (False, True):
    print(traceback.format_exception_only(outer, show_group=show_group))


class Nowhere(Exception):
    pass


Nowhere.__module__ = 5
print(lines_of(Nowhere("here")))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    made = traceback.TracebackException.from_exception(KeyError("k"))
    print(made.exc_type, made.exc_type_str, [(str(each.message), each.category.__name__) for each in caught])
