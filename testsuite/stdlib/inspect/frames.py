"""Frames: who is running, who called it, and where."""
import functools
import inspect
import sys


def own_name():
    return sys._getframe().f_code.co_name


def caller():
    frame = sys._getframe(1)
    return frame.f_code.co_name, frame.f_lineno


def names_of_callers():
    frame = inspect.currentframe()
    names = []
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        info = inspect.stack()[1]
        print(f"{function.__name__} called by {info.function}, line {info.lineno}: {info.code_context[0].strip()}")
        return function(*args)

    return wrapper


@logged
def add(a, b):
    return a + b


class Worker:
    names = names_of_callers()

    def run(self, depth):
        if depth == 0:
            return names_of_callers()
        return self.run(depth - 1)

    def __add__(self, other):
        return caller()

    def __del__(self):
        print("deleted in", sys._getframe(1).f_code.co_name)


def lines():
    frame = sys._getframe()
    print(frame.f_lineno)
    print(frame.f_lineno, frame is sys._getframe(), inspect.getframeinfo(frame).lineno)
    return frame


def generator():
    yield own_name(), sys._getframe().f_code.co_name, caller()[0]


def key(number):
    print(number, caller()[0])
    return -number


def main():
    print(own_name(), caller()[0], names_of_callers())
    print(add(1, 2))
    print(Worker.names)
    worker = Worker()
    print(worker.run(2))
    print(worker + 1)
    del worker
    finished = lines()
    print(finished.f_code.co_name, finished.f_back.f_code.co_name)
    print(list(generator()))
    print(sorted([1, 2], key=key))
    print([caller()[0] for _ in range(1)], (lambda: caller()[0])())
    try:
        sys._getframe(100)
    except ValueError as error:
        print(error)


main()
print(caller()[0], sys._getframe().f_back, [info.function for info in inspect.stack()])
print(len(inspect.getouterframes(sys._getframe(), 3)[0].code_context))
