"""Modules that are reached through `sys.modules`: what inference can't follow."""
import sys

count = 1
names = ["a"]


def double():
    return count * 2


def shout(text):
    return text.upper()


print(double(), names, shout("x"))
sys.modules[__name__].count = "ab"
print(double(), count)
own = sys.modules["__main__"]
setattr(own, "names", 2.5)
print(names, own.names, getattr(own, "shout")("y"))
own.shout = lambda text: len(text)
print(shout("four"))
