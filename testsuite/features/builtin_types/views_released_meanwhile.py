# Views that are released while an index or a value is asked for.


def attempt(what):
    try:
        print(what())
    except ValueError as error:
        print(error)


class Releasing:
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 1

    def __float__(self):
        self.view.release()
        return 1.5


def store(view, index, value):
    view[index] = value


def view(code="B"):
    return memoryview(bytearray(16)).cast(code)


for code in "bhilqBHILQfd":
    shown = view(code)
    attempt(lambda: store(shown, 0, Releasing(shown)))
shown = view()
attempt(lambda: shown[Releasing(shown)])
shown = view()
attempt(lambda: list(shown[: Releasing(shown)]))
shown = view()
attempt(lambda: store(shown, Releasing(shown), 3))
shown = view()
attempt(lambda: store(shown, slice(Releasing(shown)), b"x"))
print(b"abc".__getnewargs__(), "abc".__getnewargs__(), (1, 2).__getnewargs__())
