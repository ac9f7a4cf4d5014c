# The operator that failed stands on a line of its own, behind joined lines and comments.
import traceback


def joined():
    b = 1
    c = ""
    a = b    \
 +\
       c  # test
    return a


def commented():
    b = 1
    c = ""
    a = (
        (b  # test +
            )  \
        # +
    << (c  # test
        \
    )  # test
    )
    return a


def called():
    none = None
    return (none  # not ( here
            \
            (1,
             2))


for step in (joined, commented, called):
    try:
        step()
    except TypeError:
        traceback.print_exc()
