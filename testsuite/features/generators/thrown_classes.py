"""What is thrown into generators and coroutines by its class: the class may fail to make an exception."""


class Odd(Exception):
    def __new__(cls, *args):
        return cls


class Failing(Exception):
    def __init__(self, *args):
        raise LookupError("from __init__", *args)


def numbers():
    try:
        yield 1
    except BaseException as error:
        print("inside:", type(error).__name__, str(error).replace("__main__.", ""))
        yield 2


async def coroutine():
    pass


for thrown in (Odd, Failing):
    begun = numbers()
    next(begun)
    print(begun.throw(thrown))
    try:
        numbers().throw(thrown)
    except Exception as error:
        print(type(error).__name__, error)
    try:
        coroutine().throw(thrown)
    except Exception as error:
        print(type(error).__name__, error)
    try:
        raise thrown
    except Exception as error:
        print(type(error).__name__, error)
for wrong in (3, int, "text"):
    begun = numbers()
    next(begun)
    try:
        begun.throw(wrong)
    except TypeError as error:
        print(error, next(begun, "finished"))
