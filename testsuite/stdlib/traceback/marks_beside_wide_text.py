# A call that is all of a statement has no marks, unless what stands before its end isn't ASCII: then CPython's columns don't agree.
import traceback


def fail(*values):
    raise ValueError(len(values))


def plain():
    value = fail("heron", 2)
    return value


def accented():
    value = fail("héron", 2)
    return value


def accented_target():
    été = fail("summer")
    return été


def accented_comment():
    value = fail("summer")  # été
    return value


def returned():
    return fail("héron")


def over_lines():
    value = fail("héron",
                 2)
    return value


for function in plain, accented, accented_target, accented_comment, returned, over_lines:
    try:
        function()
    except ValueError as error:
        traceback.print_exception(error)
