"""Modules that import each other, the main one too; what a half-initialised module lacks; import hooks of modules."""
import sys
import pair
from pair import left, right

print(left.value(), right.value(), left.RIGHT is right, pair.NAMES)
print(sorted(name for name in sys.modules if name.startswith("pair")))

import main as again

print(__name__, again.__name__, again is sys.modules["main"], again is sys.modules["__main__"])
print(again.COUNTER if hasattr(again, "COUNTER") else "not yet")
COUNTER = 1

import __main__

print(__main__ is sys.modules["__main__"], hasattr(__main__, "COUNTER"))
if __name__ == "__main__":
    __main__.COUNTER = 5
    again.COUNTER += 1
print(COUNTER, again.COUNTER)

import lazy

print(lazy.answer, lazy.question, lazy.real)
try:
    lazy.missing
except AttributeError as error:
    print(error)
from lazy import answer as loaded

print(loaded, hasattr(lazy, "question"), hasattr(lazy, "missing"))

import replaced

print(replaced, replaced.upper())
