"""Minimises a program whose difference is that it divides by zero."""
import sys

sys.path.insert(0, sys.argv[1] + "/testsuite")
from generator.minimise import minimised

PROGRAM = """
import math

def divide(value):
    if value:
        text = str(value)
        return value // 0
    return 0

for index in range(3):
    print(math.floor(index))
try:
    print("first")
finally:
    divide(1)
print("last")
"""


def differences(text):
    try:
        exec(text, {"print": lambda *values: None})
    except ZeroDivisionError as error:
        return [f"stderr differs: {error}"]
    except Exception:
        return []


print(minimised(PROGRAM, differences, differences(PROGRAM)), end="")
