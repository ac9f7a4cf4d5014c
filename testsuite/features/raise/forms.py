# raise with a class, an instance, a cause, nothing, and with what can't be raised.
class Custom(Exception):
    def __init__(self, code, detail="none"):
        super().__init__(f"code {code}")
        self.code = code
        self.detail = detail


class Special(Custom):
    def __str__(self):
        return f"special {self.code}/{self.detail}"


def attempt(action):
    try:
        action()
    except BaseException as error:
        print(type(error).__name__, "|", error, "|", error.args, "|", repr(error))
        return error


def bare_class():
    raise ValueError


def instance():
    raise Custom(7)


def subclass():
    raise Special(8, detail="why")


def with_cause():
    raise Custom(9) from OSError("disk")


def without_context():
    try:
        1 / 0
    except ZeroDivisionError:
        raise Custom(10) from None


def again():
    try:
        raise Custom(11)
    except Custom as error:
        error.detail = "seen"
        raise


def nothing_to_raise():
    raise


def not_an_exception():
    raise "text"


for action in [bare_class, instance, subclass, nothing_to_raise, not_an_exception]:
    attempt(action)
print(repr(attempt(with_cause).__cause__))
error = attempt(without_context)
print(error.__cause__, repr(error.__context__), error.__suppress_context__)
print(attempt(again).detail)
assert issubclass(Special, Custom), "never shown"
attempt(lambda: exec_assert(3))


def exec_assert(n):
    assert n < 3, f"{n} is too much"


attempt(lambda: exec_assert(3))
