"""The parts of a time that strftime and asctime take."""
import time


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


zeros = (2000,) + (0,) * 8
attempt(time.strftime, "%Y-%m-%d %H:%M:%S %j %w", zeros)
attempt(time.asctime, zeros)
for place, value in ((1, 13), (1, -1), (2, 32), (2, -1), (3, 24), (4, 60), (5, 62), (5, 61), (6, -1), (6, 9), (6, -5), (7, 367), (7, -1)):
    fields = [2000, 1, 1, 0, 0, 0, 0, 1, 0]
    fields[place] = value
    attempt(time.strftime, "%m %d %w %j %S", tuple(fields))
    attempt(time.asctime, tuple(fields))
