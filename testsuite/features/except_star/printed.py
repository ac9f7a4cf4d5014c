# How groups that nobody handles are printed: as trees, with limits of width and depth, with notes, causes and contexts.
def deep(depth):
    group = ValueError("innermost")
    for level in range(depth):
        group = ExceptionGroup(f"level {level}", [group])
    return group


def fail(error, context=None):
    if context:
        try:
            raise context
        except type(context):
            raise error
    raise error


def caught(error, context=None):
    try:
        fail(error, context)
    except BaseException as found:
        return found


one = caught(ValueError("one"), KeyError("before"))
two = caught(TypeError("two\nof two lines"))
two.add_note("a note\nof two lines")
cause = caught(ExceptionGroup("cause", [OSError("c1"), OSError("c2")]))
group = ExceptionGroup("outer", [one, ExceptionGroup("inner", [two, KeyError("three")]), deep(12), ExceptionGroup("wide", [ValueError(i) for i in range(20)])])
group.add_note("note of the group")
try:
    try:
        raise group
    except* KeyError as keys:
        raise LookupError("while handling") from cause
except* LookupError as left:
    print("handled", left)
    left.__suppress_context__ = True
    raise
finally:
    print("finally")
