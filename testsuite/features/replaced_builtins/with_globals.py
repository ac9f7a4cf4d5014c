# `globals()` beside replaced builtins.
import builtins
def shout(*args): old("SHOUT", *args)
old = print
builtins.print = shout
print(len(globals()) > 3)
globals()["print"] = lambda *args: old("global", *args)
print("x")
del globals()["print"]
print("y")
builtins.print = old
print("z")
