# Patches that fail on their way in take away what is there already; options that exclude each other.
from unittest.mock import DEFAULT, patch


class Target:
    def f(self):
        pass

    def g(self):
        pass


class Fixed:
    def __set__(self, instance, value):
        raise AttributeError("fixed")


def state():
    return type(Target.f).__name__, type(Target.g).__name__, hasattr(Target, "missing")


def tried(step):
    try:
        print(step())
    except Exception as error:
        print(type(error).__name__, error)
    print(*state())


def crash():
    raise NameError("crash")


tried(lambda: patch.multiple(Target, f=1, g=2, missing=3).start())
tried(lambda: patch.multiple(Target, missing=3, f=1).start())
tried(lambda: patch.object(Target, "f", new_callable=crash).start())
tried(lambda: patch.multiple(Target, f=DEFAULT, missing=DEFAULT, create=False)(lambda **mocks: mocks)())
with patch.multiple(Target, f=DEFAULT, g=4) as made:
    print(sorted(made), state())
print(*state())
for options in ({"spec": int, "autospec": True}, {"spec": int, "spec_set": str}, {"autospec": True, "spec_set": int}):
    tried(lambda: patch.object(Target, "f", **options).start())
for options in ({"spec": 0}, {"spec_set": 0}, {"autospec": 0}, {"spec": False, "autospec": False}):
    with patch.object(Target, "f", **options) as mock:
        print(hasattr(mock, "anything"), hasattr(mock, "bit_length"))
