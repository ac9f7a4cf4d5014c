"""atexit: calls at the end, the last first; what is unregistered, and what raises."""
import atexit


def goodbye(name, *, mark="!"):
    print("goodbye", name + mark)


@atexit.register
def decorated():
    print("decorated")


def failing():
    raise ValueError("at exit")


atexit.register(goodbye, "first")
atexit.register(goodbye, "second", mark="?")
atexit.register(failing)
atexit.register(print, "forgotten")
atexit.unregister(print)
print(atexit._ncallbacks(), atexit.register(goodbye, "third") is goodbye)
try:
    atexit.register(5)
except TypeError as error:
    print(error)
print("end")
